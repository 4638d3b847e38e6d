import type { Leave, Weekday } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fieldProblem } from '../../platform/problem.ts'

/** The days of the week as they are kept, Monday first. */
export const weekdays = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies readonly Weekday[]

/** A day and time of the agency, `YYYY-MM-DDTHH:MM`, without offset. */
export const localTime = z
  .string('Give day and time.')
  .regex(/^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d$/, 'Give day and time, such as 2026-11-26T09:00.')

/**
 * Two local times in order, with time between them.
 * @throws Problem `cannot-be` at `from` or `to`
 */
export function localTimes(given: { from: string; to: string }, timeZone: string): Absence {
  const from = localTimeOf(given.from, 'from')
  const to = localTimeOf(given.to, 'to')
  if (Temporal.PlainDateTime.compare(to, from) <= 0)
    throw fieldProblem('to', 'It ends before it begins. Give a later end.')
  if (!hasLength({ from, to }, timeZone))
    throw fieldProblem(
      'to',
      'The clocks are put forward over these times: there is no time between them. Give others.',
    )
  return { from, to }
}

/** Times that the clocks skip are all one moment (open readings, EMP-1.2): between two of them nobody is away. */
const hasLength = ({ from, to }: Absence, timeZone: string): boolean =>
  isAfter(instantOf(to, timeZone, 'ends'), instantOf(from, timeZone, 'begins'))

function localTimeOf(text: string, path: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    throw fieldProblem(path, 'There is no such day or time. Give one that exists.')
  }
}

/** When somebody is away: local times of the agency, repeated on days of the week until a day where it says so. */
export interface AbsencePlan {
  kind: string
  /** `YYYY-MM-DDTHH:MM`. */
  from: string
  to: string
  repeatDays: readonly string[]
  repeatUntil: Temporal.PlainDate | null
}

/** A granted leave; from `endedAt` on nothing of it is left. */
export interface GrantedAbsence extends AbsencePlan {
  endedAt: Temporal.Instant | null
}

/** One absence, in local time. */
export interface Absence {
  from: Temporal.PlainDateTime
  to: Temporal.PlainDateTime
}

/**
 * The single absences of a plan, in order: the one it was asked for, whichever day that is, and those that repeat it,
 * with its times of day and its length in days. One that the clocks skip whole is left out.
 *
 * @example
 * datesOf({ kind: 'school', from: '2026-11-23T18:00', to: '2026-11-23T20:00', repeatDays: ['mon', 'thu'],
 *   repeatUntil: Temporal.PlainDate.from('2026-11-30') }, 'America/Los_Angeles') // Nov 23, 26 and 30
 */
export function datesOf(plan: AbsencePlan, timeZone: string): Absence[] {
  return daysOf(plan).filter((absence) => hasLength(absence, timeZone))
}

function daysOf({ from, to, repeatDays, repeatUntil }: AbsencePlan): Absence[] {
  const first = { from: Temporal.PlainDateTime.from(from), to: Temporal.PlainDateTime.from(to) }
  if (repeatUntil === null) return [first]
  const found: Absence[] = []
  const days = repeatUntil.since(first.from.toPlainDate()).days
  for (let offset = 0; offset <= Math.max(0, days); offset++) {
    const begins = first.from.add({ days: offset })
    if (offset > 0 && !repeatDays.includes(weekdays[begins.dayOfWeek - 1]!)) continue
    found.push({ from: begins, to: first.to.add({ days: offset }) })
  }
  return found
}

/**
 * A granted leave as the watch takes it. Ended early it is cut there: an absence that was running ends at that
 * moment, later ones are gone.
 */
export function absencesOf(granted: GrantedAbsence, timeZone: string): Leave[] {
  const { kind: reason, endedAt } = granted
  return datesOf(granted, timeZone).flatMap(({ from, to }): Leave[] => {
    const leave = { from: shown(from), to: shown(to), reason }
    if (endedAt === null || !isAfter(instantOf(to, timeZone, 'ends'), endedAt)) return [leave]
    return isAfter(endedAt, instantOf(from, timeZone, 'begins')) ? [{ ...leave, to: endedAt.toString() }] : []
  })
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0

/** As it is kept and told: to the minute. */
export const shown = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: 'minute' })

/**
 * The instant of a local time, read as the watch reads it where the clocks change: what comes twice begins at the
 * first and ends at the second, what does not exist is the moment after the gap.
 */
export function instantOf(
  local: Temporal.PlainDateTime,
  timeZone: string,
  side: 'begins' | 'ends',
): Temporal.Instant {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  // Never null: the clocks are about to be put forward, that is why the time does not exist.
  if (!earlier.toPlainDateTime().equals(local)) return earlier.getTimeZoneTransition('next')!.toInstant()
  return side === 'begins'
    ? earlier.toInstant()
    : local.toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant()
}
