import { standingOf, type WeeklyHours, type Zone } from '@inlieu/watch'
import { weekdays } from '../leave/absences.ts'

type Named = Pick<Zone, 'id' | 'rule'>

/**
 * The weekly hours as the watch has to be told them beside hours of single days. To the watch a zone that a single day
 * names is in force in the hours that are named, and no longer always. A single day is meant for that day alone: a zone
 * that the week leaves in force always is told with the whole week, and so are the inclusion zones beside it, which
 * the watch would else take for left out.
 *
 * Any day that was ever added counts, over or not: so nothing changes for the watch when a day is over.
 *
 * @param zones all zones of the person that are in force
 * @param onDays ids of the zones that have hours of a single day, or none that day
 */
export function weeklyBesideDays(
  weekly: readonly WeeklyHours[],
  zones: readonly Named[],
  onDays: ReadonlySet<string>,
): WeeklyHours[] {
  const always = zones.filter((zone) => standingOf(zone, zones, { timeZone: 'UTC', weekly }) === 'always')
  const isInside = always.some(({ id, rule }) => rule === 'inclusion' && onDays.has(id))
  const whole = always.filter(({ id, rule }) => onDays.has(id) || (isInside && rule === 'inclusion'))
  return [...weekly, ...whole.map(({ id: zone }) => ({ zone, days: weekdays, from: '00:00', to: '24:00' }))]
}
