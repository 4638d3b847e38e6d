import type { Field, Fields, FieldTrouble, Typed, TypedRow, ValuesOf } from './fields.ts'
import { asRows, isEmptyRow } from './rows.ts'

/** A field that cannot be read, by its path: `amountCents`, `charges.0.statute`. */
export type Unread = { path: string; trouble: FieldTrouble }

export type ReadForm<F extends Fields> = { ok: true; values: ValuesOf<F> } | { ok: false; unread: Unread[] }

/** Reads everything that was typed: either all values, or every field that could not be read, in their order. */
export function readForm<F extends Fields>(fields: F, typed: TypedRow, timeZone: string): ReadForm<F> {
  const unread: Unread[] = []
  const values = readAll(fields, typed, timeZone, '', unread)
  return unread.length === 0 ? { ok: true, values: values as ValuesOf<F> } : { ok: false, unread }
}

function readAll(
  fields: Fields,
  typed: TypedRow,
  timeZone: string,
  at: string,
  unread: Unread[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    values[name] = readOne(field, typed[name] ?? field.empty, timeZone, `${at}${name}`, unread)
  }
  return values
}

function readOne(field: Field, typed: Typed, timeZone: string, path: string, unread: Unread[]): unknown {
  const read = field.read(typed, timeZone)
  if (!read.ok) {
    unread.push({ path, trouble: read.trouble })
    return undefined
  }
  const { drawing } = field
  if (drawing.as !== 'rows') return read.value
  return asRows(typed).flatMap((row, index) =>
    isEmptyRow(drawing.of, row) ? [] : [readAll(drawing.of, row, timeZone, `${path}.${index}.`, unread)],
  )
}

/** What is typed in a form that was not touched: the record's values, or nothing. */
export function writeForm(fields: Fields, record: Readonly<Record<string, unknown>>): TypedRow {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      record[name] === undefined ? field.empty : field.write(record[name]),
    ]),
  )
}

/**
 * The path of the field that a problem belongs to: the path itself, or the nearest that the form has
 * (`charges.0` for `charges.0.unknown`); undefined when the form has none.
 */
export function fieldAt(fields: Fields, typed: TypedRow, path: string): string | undefined {
  const [name = '', index, ...rest] = path.split('.')
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) return undefined
  if (field.drawing.as !== 'rows' || index === undefined) return name
  const row = asRows(typed[name] ?? field.empty)[Number(index)]
  const inner = row && fieldAt(field.drawing.of, row, rest.join('.'))
  return inner === undefined ? name : `${name}.${index}.${inner}`
}

/**
 * Our path for one that the office names otherwise: with `zones.*.area` asked as `zones.*.geojson`, `zones.2.area` is
 * `zones.2.geojson`. A path that nothing is said of stays as it is.
 */
export function ourPath(asked: Readonly<Record<string, string>>, path: string): string {
  const rows = path.match(/\d+/g) ?? []
  const ours = asked[path.replaceAll(/\d+/g, '*')]
  return ours === undefined ? path : ours.replaceAll('*', () => rows.shift() ?? '')
}
