import type { FastifyReply } from 'fastify'

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
  value: (row: T) => string | number | null
}

/**
 * A list as CSV: UTF-8 with a mark that spreadsheets need, CRLF, quotes where needed. A cell that a
 * spreadsheet would run as a formula is made text.
 */
export function csv<T>(rows: readonly T[], columns: readonly CsvColumn<T>[]): string {
  const lines = [
    columns.map((column) => cell(column.title)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
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
