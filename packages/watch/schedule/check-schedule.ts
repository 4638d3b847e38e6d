import { Temporal } from 'temporal-polyfill'
import { type Problem, Refused, refuse } from '../problem.ts'
import type { DatedHours, Leave, WeeklyHours, WeeklySchedule } from '../types.ts'
import { instantOf } from './local-time.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * The first thing that is wrong with a schedule, or null. To be asked before a schedule is saved; `compileSchedule` asks
 * again and throws.
 *
 * @param zones ids of the zones there are; a schedule that names another is refused. Without it names are not checked.
 * @example
 * checkSchedule({ timeZone: 'Pacific', weekly: [] })
 * // { code: 'unknown-time-zone', where: 'timeZone', what: 'There is no time zone "Pacific".', whatToDo: … }
 */
export function checkSchedule(schedule: WeeklySchedule, zones?: readonly string[]): Problem | null {
  try {
    record(schedule, 'schedule')
    checkTimeZone(schedule.timeZone)
    list(schedule.weekly, 'weekly').forEach((hours, i) => {
      checkWeekly(hours, `weekly[${i}]`, zones)
    })
    list(schedule.exceptions ?? [], 'exceptions').forEach((hours, i) => {
      checkDated(hours, `exceptions[${i}]`, zones)
    })
    checkContradictions(schedule.exceptions ?? [])
    list(schedule.leave ?? [], 'leave').forEach((leave, i) => {
      leaveSpan(leave, `leave[${i}]`, schedule.timeZone)
    })
    return null
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

/**
 * The instants of a leave; local times, those without offset, in the schedule's time zone.
 *
 * @throws Refused `not-a-record`, `not-a-time`, `ends-before-it-begins`
 */
export function leaveSpan(leave: Leave, where: string, timeZone: string): { from: number; to: number } {
  record(leave, where)
  const from = momentOf(leave.from, `${where}.from`, timeZone, 'begins')
  const to = momentOf(leave.to, `${where}.to`, timeZone, 'ends')
  if (to <= from) {
    refuse(
      'ends-before-it-begins',
      where,
      `The leave ends (${leave.to}) before it begins (${leave.from}).`,
      'Give a later end.',
    )
  }
  return { from, to }
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/

function momentOf(text: unknown, where: string, timeZone: string, side: 'begins' | 'ends'): number {
  const hint = 'Give day and time, such as 2026-11-26T09:00; with an offset or Z if it is not local time.'
  const shown = `"${String(text)}" is no day and time.`
  if (typeof text !== 'string' || !MOMENT.test(text)) refuse('not-a-time', where, shown, hint)
  try {
    if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds
    return instantOf(Temporal.PlainDateTime.from(text), timeZone, side)
  } catch {
    return refuse('not-a-time', where, shown, hint)
  }
}

/** Schedules come from files too: what should be a record may be anything. */
function record(value: unknown, where: string): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  refuse('not-a-record', where, 'There is no record here.', 'Give its fields by name, in braces.')
}

/** Lines of a kind in one schedule: years of a person's exceptions. More is a mistake, and would be looked at each day. */
const MOST_LINES = 2_000

function list<T>(value: readonly T[], where: string): readonly T[] {
  if (!Array.isArray(value))
    refuse('not-a-list', where, 'There is no list here.', 'Give a list, [] for none.')
  if (value.length > MOST_LINES)
    refuse(
      'too-long',
      where,
      `There are ${value.length} lines here.`,
      `Give at most ${MOST_LINES}; leave out what is past.`,
    )
  return value
}

function checkTimeZone(timeZone: unknown): void {
  const hint = 'Give the name of a place of the IANA list, such as America/Los_Angeles.'
  if (typeof timeZone !== 'string' || !/^[A-Z][A-Za-z0-9_+\-/]+$/.test(timeZone)) {
    refuse('unknown-time-zone', 'timeZone', `"${String(timeZone)}" is no time zone.`, hint)
  }
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(timeZone)
  } catch {
    refuse('unknown-time-zone', 'timeZone', `There is no time zone "${timeZone}".`, hint)
  }
}

function checkWeekly(hours: WeeklyHours, where: string, zones: readonly string[] | undefined): void {
  record(hours, where)
  checkZone(hours.zone, where, zones)
  if (list(hours.days, `${where}.days`).length === 0) {
    refuse('no-day', `${where}.days`, 'No day is named.', 'Name at least one day of the week.')
  }
  for (const [i, day] of hours.days.entries()) {
    if (weekdays.includes(day)) continue
    refuse(
      'unknown-day',
      `${where}.days[${i}]`,
      `"${String(day)}" is no day of the week.`,
      `Use ${weekdays.join(', ')}.`,
    )
  }
  checkTimes(hours.from, hours.to, where)
}

function checkDated(hours: DatedHours, where: string, zones: readonly string[] | undefined): void {
  record(hours, where)
  checkZone(hours.zone, where, zones)
  if (!isDay(hours.date)) {
    refuse(
      'not-a-day',
      `${where}.date`,
      `"${String(hours.date)}" is no day.`,
      'Give a day, such as 2026-11-26.',
    )
  }
  if (hours.from === undefined && hours.to === undefined) return
  if (hours.from === undefined || hours.to === undefined) {
    const what = `Only one of "from" and "to" is given for ${hours.date}.`
    refuse('half-given', where, what, 'Give both; leave out both where the zone has no hours that day.')
  }
  checkTimes(hours.from, hours.to, where)
}

function checkContradictions(exceptions: readonly DatedHours[]): void {
  const given = new Map<string, number>()
  for (const [i, { zone, date, from }] of exceptions.entries()) {
    if (from !== undefined && !given.has(`${date} ${zone}`)) given.set(`${date} ${zone}`, i)
  }
  for (const [i, { zone, date, from }] of exceptions.entries()) {
    const other = given.get(`${date} ${zone}`)
    if (from !== undefined || other === undefined) continue
    const what = `Zone "${zone}" has no hours on ${date} here, and hours in exceptions[${other}].`
    refuse('contradicts', `exceptions[${i}]`, what, 'Leave out one of the two.')
  }
}

function checkZone(zone: unknown, where: string, zones: readonly string[] | undefined): void {
  if (typeof zone !== 'string' || zone === '') {
    refuse('no-zone', `${where}.zone`, 'No zone is named.', 'Give the id of a zone.')
  }
  if (zones && !zones.includes(zone)) {
    refuse(
      'unknown-zone',
      `${where}.zone`,
      `There is no zone "${zone}".`,
      `Name one of: ${zones.join(', ')}.`,
    )
  }
}

function checkTimes(from: unknown, to: unknown, where: string): void {
  const clock = /^([01]\d|2[0-3]):[0-5]\d$/
  if (typeof from !== 'string' || !clock.test(from)) {
    refuse(
      'not-a-time',
      `${where}.from`,
      `"${String(from)}" is no time of day.`,
      'Give HH:MM, 00:00 to 23:59.',
    )
  }
  if (typeof to !== 'string' || (to !== '24:00' && !clock.test(to))) {
    refuse('not-a-time', `${where}.to`, `"${String(to)}" is no time of day.`, 'Give HH:MM, 00:00 to 24:00.')
  }
}

function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}
