import type { Interval, Millis, Span, WeeklySchedule, Zone, ZoneException } from '../types.ts'
import { compileLeave, compileSchedule, namedZones } from './compile-schedule.ts'
import { union, within, without } from './spans.ts'

/** How a schedule stands to a zone. */
export type Standing = 'always' | 'never' | 'scheduled'

/**
 * Whether a zone is in force always, never, or in the hours of the schedule. Without a schedule every zone is always in
 * force. A zone that the schedule does not name is always in force if it is an exclusion zone; an inclusion zone is
 * never, if the schedule names another inclusion zone, and else always.
 *
 * @param zones all zones of the person: only their rules tell whether the schedule names an inclusion zone
 * @example standingOf(school, [home, school], schedule) // 'always'
 */
export function standingOf(
  zone: Pick<Zone, 'id' | 'rule'>,
  zones: readonly Pick<Zone, 'id' | 'rule'>[],
  schedule: WeeklySchedule | null,
): Standing {
  if (schedule === null) return 'always'
  const named = new Set(namedZones(schedule))
  if (named.has(zone.id)) return 'scheduled'
  if (zone.rule === 'exclusion') return 'always'
  return zones.some(({ id, rule }) => rule === 'inclusion' && named.has(id)) ? 'never' : 'always'
}

/**
 * When each zone binds a person between two instants: schedule, leave and an officer's dated exceptions together, cut at
 * `from` and `to`. Leave suspends inclusion zones, never exclusion zones; an exception suspends its zone whatever its rule
 * (EMP-8.3). For pictures, for what-if runs, and as the yardstick of the watch's own account.
 *
 * @throws Error with the first problem of `checkSchedule`
 * @example hoursInForce([home], schedule, [], from, to) // [{ zone: 'home', from: …, to: … }]
 */
export function hoursInForce(
  zones: readonly Pick<Zone, 'id' | 'rule'>[],
  schedule: WeeklySchedule | null,
  exceptions: readonly ZoneException[],
  from: Millis,
  to: Millis,
): Interval[] {
  const scheduled = schedule ? compileSchedule(schedule, from, to) : []
  const leave = schedule ? compileLeave(schedule) : []
  const hoursOf: Record<Standing, (zone: string) => Span[]> = {
    always: () => [{ from, to }],
    never: () => [],
    scheduled: (zone) => scheduled.filter((interval) => interval.zone === zone),
  }
  return zones.flatMap((zone) => {
    const hours = within(union(hoursOf[standingOf(zone, zones, schedule)](zone.id)), from, to)
    const excepted = union(exceptions.filter((exception) => exception.zone === zone.id))
    const binding = without(zone.rule === 'inclusion' ? without(hours, leave) : hours, excepted)
    return binding.map((span) => ({ zone: zone.id, ...span }))
  })
}
