import { Temporal } from 'temporal-polyfill'
import type { Millis } from '../types.ts'

/**
 * The instant of a local time. Where the clocks change (own reading, see docs/watch/open-readings.md):
 * a time that does not exist is the instant after the gap, whether something begins or ends then; a time that comes
 * twice begins at the first and ends at the second. So hours that follow each other never leave a gap between them,
 * and a curfew of that night is an hour longer, a leave too.
 *
 * @param side whether something begins or ends at that time
 * @example
 * const spring = Temporal.PlainDateTime.from('2026-03-08T02:30')
 * instantOf(spring, 'America/Los_Angeles', 'begins') // 2026-03-08T10:00:00Z, which is 3:00 there
 */
export function instantOf(local: Temporal.PlainDateTime, timeZone: string, side: 'begins' | 'ends'): Millis {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (!earlier.toPlainDateTime().equals(local)) {
    // Never null: the clocks are about to be put forward, that is why the time does not exist.
    return earlier.getTimeZoneTransition('next')!.epochMilliseconds
  }
  if (side === 'begins') return earlier.epochMilliseconds
  return local.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds
}

/**
 * The local time of day on a day; `24:00` is the beginning of the next.
 *
 * @example onDay(Temporal.PlainDate.from('2026-03-08'), '24:00') // 2026-03-09T00:00
 */
export function onDay(day: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  if (time === '24:00') return day.add({ days: 1 }).toPlainDateTime()
  return day.toPlainDateTime(Temporal.PlainTime.from(time))
}
