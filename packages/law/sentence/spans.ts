/** Days as numbers and spans of them, `from <= day < to`: what unions and counts are reckoned with. */
import { Temporal } from 'temporal-polyfill'
import { dateOf, dayOf } from '../days.ts'
import type { Day } from '../pack.types.ts'
import type { Length } from './types.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

const EPOCH = Temporal.PlainDate.from('1970-01-01')

export const dayNumber = (day: Day): number => EPOCH.until(dateOf(day)).days

export const dayAt = (number: number): Day => dayOf(EPOCH.add({ days: number }))

/**
 * Days in a term that begins on `start`, the first day counted. Years and months run to the day before the
 * same day of the month; where that month is shorter, from its last day (31 January and one month: to 27
 * February, 28 days).
 */
export function termDays(start: Day, length: Length): number {
  const from = dateOf(start)
  return from.until(from.add(length)).days
}

/** Spans joined where they touch or overlap, in order; empty ones are left out. */
export function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  const ordered = spans.filter((s) => s.to > s.from).sort((a, b) => a.from - b.from)
  for (const span of ordered) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) }
    else joined.push(span)
  }
  return joined
}

/** How many days the spans of a union hold. */
export const countDays = (spans: readonly Span[]): number => spans.reduce((sum, s) => sum + s.to - s.from, 0)

/** How many of a union's days lie before `day`. */
export const countBefore = (spans: readonly Span[], day: number): number =>
  countDays(spans.map((s) => ({ from: s.from, to: Math.max(s.from, Math.min(s.to, day)) })))
