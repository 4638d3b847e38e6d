import type { Temporal } from 'temporal-polyfill'

/** Days on which a delegation holds: from the first to before `untilDay`; null: with no end. */
export interface Span {
  fromDay: Temporal.PlainDate
  untilDay: Temporal.PlainDate | null
}

/** How a delegation stands on a day. */
export type SpanState = 'in-force' | 'to-come' | 'ended'

/** Whether nothing of it is left from this day on. What was taken back before it began is over at once. */
export const isOver = ({ fromDay, untilDay }: Span, on: Temporal.PlainDate): boolean =>
  untilDay !== null && (!isBefore(on, untilDay) || !isBefore(fromDay, untilDay))

/**
 * How it stands on a day of the office.
 * @example stateOn({ fromDay: march2, untilDay: march4 }, march4) // => 'ended'
 */
export function stateOn(span: Span, on: Temporal.PlainDate): SpanState {
  if (isOver(span, on)) return 'ended'
  return isBefore(on, span.fromDay) ? 'to-come' : 'in-force'
}

/** Whether there is a day on which both hold. One that ends on the day on which the other begins does not meet it. */
export function spansMeet(one: Span, other: Span): boolean {
  if (isOver(one, one.fromDay) || isOver(other, other.fromDay)) return false
  return begins(one, other) && begins(other, one)
}

const begins = (one: Span, before: Span) => before.untilDay === null || isBefore(one.fromDay, before.untilDay)

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate) => day.toString() < other.toString()
