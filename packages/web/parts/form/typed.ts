import type { FieldProblem } from '../../api/problem.ts'
import { type Field, type Fields, isSame, type Typed, type TypedRow } from './fields.ts'
import { asRows, isEmptyRow } from './rows.ts'

/** Paths name fields as the office does: `amountCents`, `charges.0.statute`. */
type Path = readonly string[]

/** The field at the path, rows passed through; undefined when the form has none. */
export function fieldOf(fields: Fields, path: string): Field | undefined {
  const [name = '', , ...rest] = path.split('.')
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field || rest.length === 0) return field
  return field.drawing.as === 'rows' ? fieldOf(field.drawing.of, rest.join('.')) : undefined
}

/** What is typed at the path. */
export function typedAt(typed: TypedRow, [name = '', index, ...rest]: Path): Typed {
  const value = typed[name] ?? null
  const row = index === undefined || rest.length === 0 ? undefined : asRows(value)[Number(index)]
  return row ? typedAt(row, rest) : value
}

/** The same form with something else typed at the path. */
export function putAt(typed: TypedRow, [name = '', index, ...rest]: Path, value: Typed): TypedRow {
  if (index === undefined || rest.length === 0) return { ...typed, [name]: value }
  const rows = asRows(typed[name] ?? null)
  return { ...typed, [name]: rows.map((row, at) => (at === Number(index) ? putAt(row, rest, value) : row)) }
}

/** Changes to a form after `value` was typed at the path; a field that is back as it was is no change. */
export function edited(opened: TypedRow, edits: TypedRow, path: string, value: Typed): TypedRow {
  const [name = ''] = path.split('.')
  const now = putAt({ ...opened, ...edits }, path.split('.'), value)[name] ?? null
  const { [name]: _, ...others } = edits
  return isSame(now, opened[name] ?? null) ? others : { ...others, [name]: now }
}

/** Rows that were left wholly empty are taken out, so that the office's places are the form's places. */
export function withoutEmptyRows(fields: Fields, edits: TypedRow): TypedRow {
  return Object.fromEntries(
    Object.entries(edits).map(([name, value]) => {
      const drawing = fields[name]?.drawing
      if (drawing?.as !== 'rows') return [name, value]
      return [name, asRows(value).filter((row) => !isEmptyRow(drawing.of, row))]
    }),
  )
}

/** Names of the fields that must not leave memory; a group that holds one is kept back whole. */
export const secretsOf = (fields: Fields): ReadonlySet<string> =>
  new Set(Object.keys(fields).filter((name) => isSecret(fields[name]!)))

const isSecret = ({ secret, drawing }: Field): boolean =>
  secret || (drawing.as === 'rows' && Object.values(drawing.of).some(isSecret))

/** Problems in the order in which their fields stand in the form. */
export function inOrder(fields: Fields, problems: readonly FieldProblem[]): FieldProblem[] {
  const names = Object.keys(fields)
  const place = ({ path }: FieldProblem): number => {
    const at = names.indexOf(path.split('.')[0] ?? '')
    return at === -1 ? names.length : at
  }
  return problems.toSorted(
    (a, b) => place(a) - place(b) || a.path.localeCompare(b.path, 'en', { numeric: true }),
  )
}

/** Whether the path is the field, or stands in it. */
export const isAtOrIn = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`)
