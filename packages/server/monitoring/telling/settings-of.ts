import type { DatedHours, Leave, Settings, WeeklySchedule, ZoneException } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { absencesOf, instantOf, weeklyBesideDays } from '../../home/index.ts'
import type { HoursOfDay, Known } from './known.ts'

/** What holds for somebody of whom the watch was told nothing and who wears nothing: nothing is judged. */
export const unheardOf: Settings = {
  zones: [],
  templates: [],
  schedule: null,
  exceptions: [],
  worn: false,
  devices: [],
  level: 'active',
  positions: true,
  carrier: null,
  tests: [],
  parameters: {},
}

/**
 * Everything that is in force for a person from `at` on. What was over by then is left out, so that settings told in
 * two years do not carry two years of leave.
 *
 * @param timeZone the agency's: hours, days and leave are in its local time
 */
export function settingsOf(known: Known, at: Temporal.Instant, timeZone: string): Settings {
  const worn = known.units.length > 0
  // A breath unit beside an ankle unit has no say in how closely the person is followed.
  const leading = known.units.filter(({ positions }) => positions).at(-1) ?? known.units.at(-1)
  const settings: Settings = {
    zones: known.zones,
    // Drawn once for many, also for those who wear nothing yet: the watch hears of it when they do.
    templates: worn ? known.templates : [],
    schedule: scheduleOf(known, timeZone),
    exceptions: exceptionsOf(known),
    worn,
    devices: known.units.map(({ id }) => id).sort(),
    level: leading?.level ?? 'active',
    positions: !worn || known.units.some(({ positions }) => positions),
    carrier: leading?.carrier || null,
    tests: [],
    parameters: known.parameters,
  }
  return withoutThePast(settings, at)
}

function scheduleOf(known: Known, timeZone: string): WeeklySchedule {
  const here = new Set(known.zones.map(({ id }) => id))
  const weekly = (known.weekly ?? []).filter(({ zone }) => here.has(zone))
  const dated = known.dated.filter(({ zone }) => here.has(zone))
  return {
    timeZone,
    weekly: weeklyBesideDays(weekly, known.zones, new Set(dated.map(({ zone }) => zone))),
    exceptions: dated.map(datedHours),
    leave: known.leave.flatMap((one): Leave[] => absencesOf(one, timeZone)),
  }
}

const datedHours = ({ zone, day, from, to }: HoursOfDay): DatedHours => ({
  zone,
  date: day.toString(),
  ...(from !== null && to !== null ? { from, to } : {}),
})

const exceptionsOf = (known: Known): ZoneException[] =>
  known.exceptions.map(({ zone, fromAt, toAt, endedAt }) => {
    const end = endedAt && Temporal.Instant.compare(endedAt, toAt) < 0 ? endedAt : toAt
    return { zone, from: fromAt.epochMilliseconds, to: end.epochMilliseconds }
  })

/**
 * The same settings without what is over at `at`: settings told in two years do not carry two years of leave, and
 * what merely ran out is no change.
 */
export function withoutThePast(settings: Settings, at: Temporal.Instant): Settings {
  const now = at.epochMilliseconds
  return {
    ...settings,
    schedule: settings.schedule && scheduleToCome(settings.schedule, at),
    exceptions: settings.exceptions.filter(({ from, to }) => to > from && to > now),
  }
}

function scheduleToCome(schedule: WeeklySchedule, at: Temporal.Instant): WeeklySchedule | null {
  const { timeZone, weekly } = schedule
  const yesterday = at.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 }).toString()
  // Hours of yesterday may run into today.
  const exceptions = (schedule.exceptions ?? []).filter(({ date }) => date >= yesterday)
  const leave = (schedule.leave ?? []).filter(
    ({ to }) => Temporal.Instant.compare(endOf(to, timeZone), at) > 0,
  )
  return weekly.length + exceptions.length + leave.length === 0
    ? null
    : { timeZone, weekly, exceptions, leave }
}

const endOf = (text: string, timeZone: string): Temporal.Instant =>
  text.endsWith('Z')
    ? Temporal.Instant.from(text)
    : instantOf(Temporal.PlainDateTime.from(text), timeZone, 'ends')
