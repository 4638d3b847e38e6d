import type { Temporal } from 'temporal-polyfill'
import { localInstant } from './local-time.ts'

/** A shift that repeats: at these times on each of these days. */
export interface ShiftPlan {
  fromDay: Temporal.PlainDate
  /** The last day on which one begins. */
  lastDay: Temporal.PlainDate
  /** 1 Monday to 7 Sunday; empty for each day. */
  weekdays: readonly number[]
  /** `HH:MM`; `to` at or before `from` is on the next day. */
  from: string
  to: string
}

/** A span of time, `to` not part of it. */
export interface Span {
  from: Temporal.Instant
  to: Temporal.Instant
}

/** The shifts of a plan, one for each day on which one begins; right across changes of the clocks. */
export function plannedShifts(plan: ShiftPlan, timeZone: string): (Span & { day: Temporal.PlainDate })[] {
  const length = plan.fromDay.until(plan.lastDay).days
  const days = Array.from({ length: length + 1 }, (_none, offset) => plan.fromDay.add({ days: offset }))
  return days
    .filter((day) => plan.weekdays.length === 0 || plan.weekdays.includes(day.dayOfWeek))
    .map((day) => ({
      day,
      from: localInstant(day, plan.from, timeZone),
      to: localInstant(plan.to > plan.from ? day : day.add({ days: 1 }), plan.to, timeZone),
    }))
}
