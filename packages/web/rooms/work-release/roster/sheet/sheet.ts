import type { FieldProblem, Problem } from '../../../../api/problem.ts'
import type { Mark, RosterDay } from '../../parts/words.ts'
import { lacking, settled, type Ticked, type TickPart } from '../mark-checks.ts'
import type { Excuse } from '../mark-words.ts'

/** A day as a form holds it: each part of its tick is a field of its own, told apart by the day's id. */
export const fieldName = (part: TickPart | 'mark' | 'version', dayId: string): string => `${part}-${dayId}`

/** The field of the hours that belong to a field of a mark; undefined for any other field. */
export function minutesOfMark(path: string): string | undefined {
  const day = /^mark-(.+)$/.exec(path)?.[1]
  return day === undefined ? undefined : fieldName('minutes', day)
}

/** What stands in a form, or on record, by the names of the fields. */
export type SheetValues = Readonly<Record<string, unknown>>

/** The days as the office holds them, as the form opens them. */
export function sheetRecord(days: readonly RosterDay[]): Record<string, unknown> {
  return Object.fromEntries(
    days.flatMap(({ contractDayId, mark, minutes, version }) => [
      [fieldName('mark', contractDayId), mark],
      [fieldName('minutes', contractDayId), minutes],
      [fieldName('version', contractDayId), version],
    ]),
  )
}

/** How a day is ticked in these values. */
export function tickedIn(values: SheetValues, dayId: string): Ticked {
  const at = (part: TickPart | 'mark') => values[fieldName(part, dayId)]
  return settled({
    mark: (at('mark') as Mark | null | undefined) ?? null,
    minutes: (at('minutes') as number | null | undefined) ?? null,
    excuse: (at('excuse') as Excuse | null | undefined) ?? null,
    verification: (at('verification') as string | undefined) ?? '',
  })
}

/** A tick as it is sent. */
export type SentMark = Ticked & { contractDayId: string; version: number; mark: Mark; note: string }

/** The days that say something else than the record, in the order of the sheet. */
export function marksToSend(
  days: readonly RosterDay[],
  values: SheetValues,
  record: SheetValues,
): SentMark[] {
  return days.flatMap(({ contractDayId, note }) => {
    const tick = tickedIn(values, contractDayId)
    if (tick.mark === null || isSame(tick, tickedIn(record, contractDayId))) return []
    const version = Number(record[fieldName('version', contractDayId)] ?? 0)
    return [{ ...tick, mark: tick.mark, contractDayId, version, note }]
  })
}

const isSame = (a: Ticked, b: Ticked): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What the ticks still lack, at their fields. */
export function sheetProblems(marks: readonly SentMark[], words: (part: TickPart) => string): FieldProblem[] {
  return marks.flatMap((mark) =>
    lacking(mark).map((part) => ({ path: fieldName(part, mark.contractDayId), message: words(part) })),
  )
}

/** The days that somebody else marked first, by what a conflict says of them. */
export const daysInConflict = (days: readonly RosterDay[], current: SheetValues): RosterDay[] =>
  days.filter(({ contractDayId }) => fieldName('mark', contractDayId) in current)

/** One side for every part of the days: a tick is taken whole, never half from one person and half from another. */
export function choicesOf<Side extends string>(
  chosen: readonly { dayId: string; side: Side }[],
): Record<string, Side> {
  return Object.fromEntries(
    chosen.flatMap(({ dayId, side }) =>
      (['mark', ...parts] as const).map((part) => [fieldName(part, dayId), side]),
    ),
  )
}

const parts = ['minutes', 'excuse', 'verification'] as const

/**
 * A refusal of the sheet in the names of the form: the office tells the ticks by their place in what was sent
 * (`marks.3.minutes`), the form by their day.
 */
export function refusalOfSheet(problem: Problem, sent: readonly SentMark[]): Problem {
  const fields = problem.fields.map(({ path, message }) => ({ path: fieldOf(path, sent), message }))
  if (!problem.conflict) return { ...problem, fields }
  const current = Object.entries(problem.conflict.current).flatMap(([path, stands]) =>
    standing(dayOf(path, sent), stands),
  )
  return { ...problem, fields, conflict: { ...problem.conflict, current: Object.fromEntries(current) } }
}

function fieldOf(path: string, sent: readonly SentMark[]): string {
  const day = dayOf(path, sent)
  if (day === undefined) return path
  const part = parts.find((name) => path.endsWith(`.${name}`)) ?? 'mark'
  return fieldName(part, day)
}

const dayOf = (path: string, sent: readonly SentMark[]): string | undefined => {
  const place = /^marks\.(\d+)(?:\.|$)/.exec(path)?.[1]
  return place === undefined ? undefined : sent[Number(place)]?.contractDayId
}

function standing(day: string | undefined, stands: unknown): [string, unknown][] {
  if (day === undefined || typeof stands !== 'object' || stands === null) return []
  const kept = stands as Record<string, unknown>
  return (['mark', 'version', ...parts] as const).map((part) => [fieldName(part, day), kept[part] ?? null])
}
