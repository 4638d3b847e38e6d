import { Refused } from '../problem.ts'
import type { DatedHours, Interval, Millis, Span, WeeklySchedule } from '../types.ts'
import { checkSchedule, leaveSpan, weekdays } from './check-schedule.ts'
import { dayNumber, instantOnDay, localDay } from './local-time.ts'
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
  const ready = readyOf(schedule)
  const last = localDay(to, schedule.timeZone)
  const spans = new Map(ready.zones.map((zone): [string, Span[]] => [zone, []]))
  for (let day = localDay(from, schedule.timeZone) - 1; day <= last; day++) {
    for (const hours of hoursOn(ready, day))
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

/** Hours of one day, in minutes since midnight; `to` may lie on the next day. */
interface Hours {
  zone: string
  from: number
  to: number
}

/** A schedule that was checked, its hours at hand by day. Made once for each schedule, which is never changed. */
export interface Ready {
  zones: readonly string[]
  /** By day of the week, from Sunday. */
  weekly: readonly (readonly Hours[])[]
  /** By number of the day; with no hours for a zone that has none then. */
  dated: ReadonlyMap<number, { zones: ReadonlySet<string>; hours: readonly Hours[] }>
}

const readied = new WeakMap<WeeklySchedule, Ready>()

/** The schedule made ready. @throws Error with the first problem of `checkSchedule` */
export function readyOf(schedule: WeeklySchedule): Ready {
  const known = readied.get(schedule)
  if (known) return known
  refuseWrong(schedule)
  const ready: Ready = {
    zones: namedZones(schedule),
    weekly: ['sun', ...weekdays.slice(0, 6)].map((weekday) =>
      schedule.weekly.filter(({ days }) => days.some((day) => day === weekday)).map(hoursOf),
    ),
    dated: datedOf(schedule.exceptions ?? []),
  }
  readied.set(schedule, ready)
  return ready
}

function datedOf(exceptions: readonly DatedHours[]): Ready['dated'] {
  const dated = new Map<number, { zones: Set<string>; hours: Hours[] }>()
  for (const { zone, date, from, to } of exceptions) {
    const day = dayNumber(date)
    const known = dated.get(day) ?? { zones: new Set<string>(), hours: [] }
    known.zones.add(zone)
    if (from && to) known.hours.push(hoursOf({ zone, from, to }))
    dated.set(day, known)
  }
  return dated
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function hoursOf({ zone, from, to }: { zone: string; from: string; to: string }): Hours {
  return { zone, from: minutesOf(from), to: minutesOf(to) }
}

/** The first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

function hoursOn({ weekly, dated }: Ready, day: number): readonly Hours[] {
  const usual = weekly[weekdayOf(day)]!
  const given = dated.get(day)
  return given ? [...usual.filter(({ zone }) => !given.zones.has(zone)), ...given.hours] : usual
}

function spanOn(day: number, { from, to }: Hours, timeZone: string): Span {
  return {
    from: instantOnDay(day, from, timeZone, 'begins'),
    to: instantOnDay(to > from ? day : day + 1, to, timeZone, 'ends'),
  }
}

function refuseWrong(schedule: WeeklySchedule): void {
  const problem = checkSchedule(schedule)
  if (problem) throw new Refused(problem)
}
