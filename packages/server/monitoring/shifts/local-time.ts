import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A time of day on the office's clock, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as 16:10.')

/** The instant of a day and time on the office's clock; a time that a change of clocks leaves out is the one after. */
export const localInstant = (day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
