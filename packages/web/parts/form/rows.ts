import type { Words } from '../words/words.ts'
import {
  type Common,
  common,
  type Field,
  type Fields,
  isSame,
  ok,
  type Typed,
  type TypedRow,
  unread,
  type ValuesOf,
} from './fields.ts'

type RowsSettings<F extends Fields> = Common & {
  of: F
  /** The button that adds one: "Add a charge". */
  add: Words
  /** What one is called: "Charge". */
  row: Words
  /** Fewest rows; 0 unless said. */
  least?: number
}

/** A group of fields as often as needed. Rows left wholly empty are not sent. */
export function rows<F extends Fields>(settings: RowsSettings<F>): Field<ValuesOf<F>[]> {
  const least = settings.least ?? 0
  return {
    ...common(settings, least > 0),
    drawing: { as: 'rows', of: settings.of, add: settings.add, row: settings.row },
    empty: Array.from({ length: least }, () => emptyRow(settings.of)),
    // The fields in the rows are read one by one, each with its own place: see `readForm`.
    read: (typed) => {
      const filled = asRows(typed).filter((row) => !isEmptyRow(settings.of, row))
      return filled.length < least ? unread({ code: 'too-few-rows', least }) : ok([])
    },
    write: (value) => (value ?? []).map((row) => writeRow(settings.of, row)),
  }
}

export const asRows = (typed: Typed): readonly TypedRow[] =>
  Array.isArray(typed) ? (typed as readonly TypedRow[]) : []

export const emptyRow = (of: Fields): TypedRow =>
  Object.fromEntries(Object.entries(of).map(([name, field]) => [name, field.empty]))

export const writeRow = (of: Fields, row: Record<string, unknown>): TypedRow =>
  Object.fromEntries(
    Object.entries(of).map(([name, field]) => [
      name,
      row[name] === undefined ? field.empty : field.write(row[name]),
    ]),
  )

export const isEmptyRow = (of: Fields, row: TypedRow): boolean =>
  Object.entries(of).every(([name, field]) => {
    const typed = row[name] ?? field.empty
    return typeof typed === 'string' ? typed.trim() === '' : isSame(typed, field.empty)
  })
