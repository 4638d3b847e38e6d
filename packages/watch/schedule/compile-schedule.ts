import { Temporal } from 'temporal-polyfill'
import { Refused } from '../problem.ts'
import type { Interval, Millis, Span, WeeklySchedule } from '../types.ts'
import { checkSchedule, leaveSpan, weekdays } from './check-schedule.ts'
import { instantOf, onDay } from './local-time.ts'
import { union } from './spans.ts'

/**
 * The hours of a schedule as instants: for each zone it names the spans that fall between `from` and `to`, in order,
 * overlapping and adjoining ones made one. Leave is not taken off (see `compileLeave`, `hoursInForce`).
 *
 * Spans are given whole, not cut at `from` and `to`. A beginning or an end that lies between them is one of the schedule's
 * own; hours that have run on since before the previous local day are told from that day's first hours.
 *
 * Local times become instants as `instantOf` says: what does not exist is the instant after the gap, what comes twice
 * begins at the first and ends at the second. `to` at or before the `from` of its line is on the next day, so 22:00 to
 * 06:00 spans midnight and 00:00 to 00:00, like 00:00 to 24:00, is the whole day, of 23 or 25 hours when clocks change.
 *
 * Days are local days: the time zone must be the agency's. Seven days of three zones take under a millisecond: not for
 * each fix. The result depends on the arguments alone and may be kept.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds, not part of it
 * @throws Error with the first problem of `checkSchedule`
 * @example
 * compileSchedule(
 *   { timeZone: 'America/Phoenix', weekly: [{ zone: 'home', days: ['mon'], from: '22:00', to: '06:00' }] },
 *   Date.parse('2026-11-23T00:00-07:00'),
 *   Date.parse('2026-11-24T00:00-07:00'),
 * ) // [{ zone: 'home', from: (Monday 22:00), to: (Tuesday 6:00) }]
 */
export function compileSchedule(schedule: WeeklySchedule, from: Millis, to: Millis): Interval[] {
  refuseWrong(schedule)
  const first = localDay(from, schedule.timeZone).subtract({ days: 1 })
  const last = localDay(to, schedule.timeZone)
  const spans = new Map(namedZones(schedule).map((zone): [string, Span[]] => [zone, []]))
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const hours of hoursOn(schedule, day))
      spans.get(hours.zone)!.push(spanOn(day, hours, schedule.timeZone))
  }
  return [...spans].flatMap(([zone, all]) =>
    union(all)
      .filter((span) => span.from < to && span.to > from)
      .map((span) => ({ zone, ...span })),
  )
}

/**
 * The leaves of a schedule as instants, in order, overlapping and adjoining ones made one. A leave suspends inclusion zones
 * and curfews, never an exclusion zone (monitoring, "Leave").
 *
 * @throws Error with the first problem of `checkSchedule`
 * @example compileLeave(schedule) // [{ from: 1795539600000, to: 1795554000000 }]
 */
export function compileLeave(schedule: WeeklySchedule): Span[] {
  refuseWrong(schedule)
  return union((schedule.leave ?? []).map((leave, i) => leaveSpan(leave, `leave[${i}]`, schedule.timeZone)))
}

/** The zones a schedule names, weekly or for a day. */
export function namedZones(schedule: WeeklySchedule): string[] {
  return [...new Set([...schedule.weekly, ...(schedule.exceptions ?? [])].map(({ zone }) => zone))]
}

interface Hours {
  zone: string
  from: string
  to: string
}

function hoursOn(schedule: WeeklySchedule, day: Temporal.PlainDate): Hours[] {
  const today = day.toString()
  const dated = (schedule.exceptions ?? []).filter(({ date }) => date === today)
  const replaced = new Set(dated.map(({ zone }) => zone))
  const weekly = schedule.weekly.filter(
    (hours) => hours.days.includes(weekdays[day.dayOfWeek - 1]!) && !replaced.has(hours.zone),
  )
  const given = dated.flatMap(({ zone, from, to }) => (from && to ? [{ zone, from, to }] : []))
  return [...weekly, ...given]
}

function spanOn(day: Temporal.PlainDate, { from, to }: Hours, timeZone: string): Span {
  const ends = to > from ? day : day.add({ days: 1 })
  return {
    from: instantOf(onDay(day, from), timeZone, 'begins'),
    to: instantOf(onDay(ends, to), timeZone, 'ends'),
  }
}

function localDay(at: Millis, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}

function refuseWrong(schedule: WeeklySchedule): void {
  const problem = checkSchedule(schedule)
  if (problem) throw new Refused(problem)
}
