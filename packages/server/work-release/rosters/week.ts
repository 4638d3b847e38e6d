import { Temporal } from 'temporal-polyfill'
import { day } from '../../platform/schemas.ts'

/** A week by its Monday. */
export const week = day.refine(
  (monday) => monday.dayOfWeek === 1,
  'Give the Monday of the week, as 2026-03-02.',
)

/** The Monday of the week of a day. */
export const mondayOf = (on: Temporal.PlainDate): Temporal.PlainDate =>
  on.subtract({ days: on.dayOfWeek - 1 })

/** The seven days of a week, Monday first. */
export const daysOf = (monday: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: 7 }, (_, n) => monday.add({ days: n }))

/** Whether `a` is before `b`. */
export const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0

/** Weeks a list covers at the most. */
export const mostWeeks = 60
