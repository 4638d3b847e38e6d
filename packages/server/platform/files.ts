import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'

/** A file to answer with. */
export interface FileAnswer {
  bytes: Buffer | string
  type: string
  name: string
  /** Saved by the browser instead of shown. */
  download: boolean
}

/** Answers with a file; its name goes over safely in any script. */
export function fileAnswer(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const plain = file.name.replace(/[^A-Za-z0-9._ -]/g, '_')
  const disposition = file.download ? 'attachment' : 'inline'
  return reply
    .header('content-type', file.type)
    .header(
      'content-disposition',
      `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('cache-control', 'private, no-store')
    .send(file.bytes)
}

/** One column of a list that leaves as CSV. */
export interface CsvColumn<T> {
  title: string
  value: (row: T) => Cell
}

/** What stands in a cell; a moment is written as the office's clock showed it. */
type Cell = string | number | Temporal.Instant | null

/**
 * A list as CSV: UTF-8 with a mark that spreadsheets need, CRLF, quotes where needed. A cell that a
 * spreadsheet would run as a formula is made text. Moments stand in `timeZone`, each with its offset from UTC: the
 * hour that comes twice in autumn stays told apart.
 */
export function csv<T>(rows: readonly T[], columns: readonly CsvColumn<T>[], timeZone: string): string {
  const lines = [
    columns.map((column) => cell(column.title, timeZone)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row), timeZone))),
  ]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

/** A code of the record as a person reads it in a file: `zone-left` is "Zone left", `gps` is "GPS". */
export const spoken = (code: string): string => {
  const words = code.replaceAll(/[-:]/g, ' ').replaceAll(/\b(gps|rf|sos)\b/g, (name) => name.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function cell(value: Cell, timeZone: string): string {
  if (value === null) return ''
  if (value instanceof Temporal.Instant)
    return value.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Answers a list's route with CSV in place of its JSON. The reply is already on its way, so nothing of the
 * route's own answer is left to give: hence the type.
 */
export function csvAnswer(reply: FastifyReply, name: string, text: string): never {
  return fileAnswer(reply, {
    bytes: text,
    type: 'text/csv; charset=utf-8',
    name: `${name}.csv`,
    download: true,
  }) as never
}
