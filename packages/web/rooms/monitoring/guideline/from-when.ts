import { Temporal } from 'temporal-polyfill'

type When = { fromDay: string | null; fromTime: string | null }

/** Half of a moment is none. */
export const fromProblem = ({ fromDay, fromTime }: When, message: string) =>
  (fromDay === null) === (fromTime === null)
    ? []
    : [{ path: fromDay === null ? 'fromDay' : 'fromTime', message }]

/** The instant of a day and time at the office; null for neither. */
export const instantOf = (day: string | null, time: string | null, timeZone: string): string | null =>
  day === null || time === null
    ? null
    : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString()
