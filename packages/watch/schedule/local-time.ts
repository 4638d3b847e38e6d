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

const DAY = 86_400_000
const MINUTE = 60_000
const EPOCH = Temporal.PlainDate.from('1970-01-01')

/** The number of a local day, counted from 1 January 1970. */
export const dayNumber = (date: string): number => Temporal.PlainDate.from(date).since(EPOCH).days

/** The number of the local day in which an instant lies. */
export const localDay = (at: Millis, timeZone: string): number =>
  Math.floor((at + steadyAt(at, timeZone).offset) / DAY)

/**
 * The instant of a time of day, as `instantOf`, without asking the calendar on the many days that are far from a change of
 * the clocks: schedules are compiled for years where a unit was silent for years.
 *
 * @param minutes since midnight by the clock, 0 to 1440
 * @example instantOnDay(dayNumber('2026-11-23'), 22 * 60, 'America/Phoenix', 'begins')
 */
export function instantOnDay(
  day: number,
  minutes: number,
  timeZone: string,
  side: 'begins' | 'ends',
): Millis {
  const local = day * DAY + minutes * MINUTE
  // No place is a whole day from Greenwich: an offset that holds a day before and after is the only one.
  const steady = steadyAt(local, timeZone)
  if (local - DAY >= steady.from && local + DAY < steady.to) return local - steady.offset
  const date = EPOCH.add({ days: day }).toPlainDateTime()
  return instantOf(date.add({ minutes }), timeZone, side)
}

/** A stretch of time in which the clocks of a place are not changed. */
interface Steady {
  from: Millis
  to: Millis
  /** What local clocks are ahead of Greenwich, milliseconds. */
  offset: Millis
}

const MOST_KEPT = 400
const steadies = new Map<string, Steady[]>()

function steadyAt(at: Millis, timeZone: string): Steady {
  let kept = steadies.get(timeZone)
  if (!kept || kept.length > MOST_KEPT) {
    kept = []
    steadies.set(timeZone, kept)
  }
  const known = kept.findLast((one) => one.from <= at && at < one.to)
  if (known) return known
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const from = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const found: Steady = {
    from: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: there.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: there.offsetNanoseconds / 1e6,
  }
  kept.push(found)
  return found
}
