import { Refusal } from '../refusal.ts'
import { type FieldName, type RawRecord, type ReadTrack, take } from './record.ts'

/** Names of columns, in any letters, by field. The first is the one to use. */
const columnNames: Record<FieldName, readonly string[]> = {
  time: ['time', 'timestamp'],
  received: ['received'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'longitude'],
  accuracy: ['accuracy'],
  speed: ['speed'],
  course: ['course', 'bearing', 'heading'],
  battery: ['battery'],
  strap: ['strap'],
  case: ['case'],
  charging: ['charging'],
  motion: ['motion'],
  beacon: ['beacon'],
}

/** The field that a column or property of this name holds, if any. */
export function fieldOf(name: string): FieldName | null {
  const plain = name.trim().toLowerCase()
  const found = Object.entries(columnNames).find(([, names]) => names.includes(plain))
  return found ? (found[0] as FieldName) : null
}

/**
 * A table with named columns: `time`, `lat`, `lon`, and where known `accuracy` (m), `speed` (m/s), `course`, `battery`
 * (0 to 1), `received`, and the flags of a unit. Separated by comma, semicolon or tab; quoted as RFC 4180 has it. Other
 * columns are left alone.
 *
 * @throws Refusal when a column that is needed is not there
 */
export function readCsv(text: string, file: string): ReadTrack {
  const track: ReadTrack = { records: [], complaints: [] }
  const rows = rowsOf(text)
  const header = rows.shift()
  if (!header) return track
  const fields = header.cells.map(fieldOf)
  for (const needed of ['time', 'lat', 'lon'] as const) {
    if (fields.includes(needed)) continue
    throw new Refusal(
      `${file}:${header.line}`,
      `There is no column "${needed}".`,
      'Name the columns in the first line: time, lat, lon, and where known accuracy, speed, course, battery, received.',
    )
  }
  for (const { line, cells, open } of rows) {
    if (open) track.complaints.push({ line, what: 'a quotation mark is not closed', kept: false })
    else if (cells.length !== fields.length) {
      track.complaints.push({
        line,
        what: `${cells.length} cells, and ${fields.length} columns are named`,
        kept: false,
      })
    } else take(track, line, rawOf(fields, cells))
  }
  return track
}

function rawOf(fields: readonly (FieldName | null)[], cells: readonly string[]): RawRecord {
  const raw: RawRecord = {}
  for (const [place, field] of fields.entries()) if (field) raw[field] = cells[place]
  return raw
}

interface Row {
  line: number
  cells: string[]
  /** The file ended within quotation marks. */
  open: boolean
}

/** Rows with their lines; empty lines are none. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = []
  const cells = new Cells(text, separatorOf(text))
  let row: Row = { line: 1, cells: [], open: false }
  for (;;) {
    const { cell, open, last } = cells.next()
    row.cells.push(cell)
    row.open ||= open
    if (!last) continue
    if (row.cells.length > 1 || cell.trim() !== '') rows.push(row)
    if (cells.done) return rows
    row = { line: cells.line, cells: [], open: false }
  }
}

/** Reads a text cell by cell, in slices: a line may be a hundred million characters long. */
class Cells {
  private readonly text: string
  private readonly separator: number
  private at = 0
  line = 1

  constructor(text: string, separator: string) {
    this.text = text
    this.separator = separator.charCodeAt(0)
  }

  get done(): boolean {
    return this.at > this.text.length
  }

  /** The next cell, whether its quotation mark was never closed, and whether its row ends with it. */
  next(): { cell: string; open: boolean; last: boolean } {
    const { text } = this
    const quoted = text[this.at] === '"' ? this.quoted() : { cell: '', open: false }
    let end = this.at
    while (end < text.length && text.charCodeAt(end) !== this.separator && text.charCodeAt(end) !== LINE_FEED)
      end += 1
    const cell = quoted.cell + text.slice(this.at, end)
    const last = end === text.length || text.charCodeAt(end) === LINE_FEED
    if (last) this.line += 1
    this.at = end + 1
    return { cell, open: quoted.open, last }
  }

  /** What stands in quotation marks, two of them for one. */
  private quoted(): { cell: string; open: boolean } {
    const { text } = this
    let cell = ''
    let from = this.at + 1
    for (;;) {
      const mark = text.indexOf('"', from)
      const end = mark < 0 ? text.length : mark
      const part = text.slice(from, end)
      this.line += part.split('\n').length - 1
      cell += part
      this.at = end + 1
      if (mark < 0) {
        this.at = text.length
        return { cell, open: true }
      }
      if (text[this.at] !== '"') return { cell, open: false }
      cell += '"'
      from = this.at + 1
    }
  }
}

const LINE_FEED = 10

/** The separator that stands most often in the first line. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'))
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: first.split(separator).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).separator
}
