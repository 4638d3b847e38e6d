import { Temporal } from 'temporal-polyfill'

/** The weeks of a month, Sunday to Saturday; null where a week begins or ends in another month. Days are `YYYY-MM-DD`. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const lead = first.dayOfWeek % 7
  const cells = Array.from({ length: Math.ceil((lead + first.daysInMonth) / 7) * 7 }, (_, place) => {
    const offset = place - lead
    return offset < 0 || offset >= first.daysInMonth ? null : first.add({ days: offset }).toString()
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** `2026-03` and one month on is `2026-04`. */
export const monthAfter = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString()

export const monthOf = (day: string): string => day.slice(0, 7)

const steps: Record<string, (day: Temporal.PlainDate) => Temporal.PlainDate> = {
  ArrowLeft: (day) => day.subtract({ days: 1 }),
  ArrowRight: (day) => day.add({ days: 1 }),
  ArrowUp: (day) => day.subtract({ weeks: 1 }),
  ArrowDown: (day) => day.add({ weeks: 1 }),
  Home: (day) => day.subtract({ days: day.dayOfWeek % 7 }),
  End: (day) => day.add({ days: 6 - (day.dayOfWeek % 7) }),
  PageUp: (day) => day.subtract({ months: 1 }),
  PageDown: (day) => day.add({ months: 1 }),
}

/** Where a key leads from a day, as calendars have it; undefined for every other key. */
export const dayByKey = (day: string, key: string): string | undefined =>
  steps[key]?.(Temporal.PlainDate.from(day)).toString()
