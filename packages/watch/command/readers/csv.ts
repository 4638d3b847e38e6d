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
  const separator = separatorOf(text)
  let line = 1
  let row: Row = { line, cells: [], open: false }
  let cell = ''
  const endRow = () => {
    row.cells.push(cell)
    cell = ''
    if (row.cells.length > 1 || row.cells[0]!.trim() !== '') rows.push(row)
    row = { line, cells: [], open: false }
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\n') line += 1
    if (row.open) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else row.open = false
    } else if (letter === '"' && cell === '') row.open = true
    else if (letter === separator) {
      row.cells.push(cell)
      cell = ''
    } else if (letter === '\n') endRow()
    else cell += letter
  }
  endRow()
  return rows
}

/** The separator that stands most often in the first line. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'))
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: first.split(separator).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).separator
}
