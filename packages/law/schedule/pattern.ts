import { because } from '../pack.ts'
import type { Pack, Reason } from '../pack.types.ts'
import { numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import type { DayPattern, DayPlanInput, ScheduleException, Weekday } from './types.ts'

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
const WEEKENDS: readonly Weekday[] = [6, 7]
const ALL: readonly Weekday[] = [...WEEKDAYS, ...WEEKENDS]

export const isWeekend = (weekday: Weekday): boolean => WEEKENDS.includes(weekday)

/**
 * Which days of the week the clause gives, how many a week, and why (WAP-P4.2, P5.2). A verified exception
 * takes the place of the normal days; one that is not verified changes nothing and is said.
 */
export function patternFor(pack: Pack, parameters: Parameters, input: DayPlanInput): DayPattern {
  const base = basePattern(pack, parameters, input)
  const verified = input.exceptions.filter((e) => e.verified)
  const unverified = input.exceptions.filter((e) => !e.verified)
  const reasons = [
    ...base.reasons,
    ...verified.map((e) => because(pack, `days.exception.${e.kind}`)),
    ...unverified.map((e) => because(pack, `days.exception-not-verified.${e.kind}`)),
  ]
  if (verified.length === 0) return { ...base, reasons }
  return {
    weekdays: 'as-excepted',
    allowed: ALL.filter((weekday) => verified.every((e) => e.weekdays.includes(weekday))),
    daysAWeek: Math.min(base.daysAWeek, ...verified.map((e) => e.daysAWeek ?? base.daysAWeek)),
    reasons,
  }
}

/** Whether it matters to this plan if the person is employed: only six days or more turn on it. */
export function turnsOnEmployment(parameters: Parameters, input: DayPlanInput): boolean {
  return (
    input.employed === null &&
    input.purpose !== 're-schedule-not-valid' &&
    input.daysToSchedule > numberOf(parameters, 'weekdaysOnlyUpTo') &&
    !input.exceptions.some((e: ScheduleException) => e.verified)
  )
}

function basePattern(pack: Pack, parameters: Parameters, input: DayPlanInput): DayPattern {
  const daysAWeek = numberOf(parameters, 'daysAWeek')
  const normal = because(pack, 'days.a-week', { daysAWeek })
  const pattern = (weekdays: 'weekdays' | 'weekdays-and-weekends', why: Reason): DayPattern => ({
    weekdays,
    allowed: weekdays === 'weekdays' ? WEEKDAYS : ALL,
    daysAWeek,
    reasons: [normal, why],
  })
  if (input.purpose === 're-schedule-not-valid')
    return pattern('weekdays-and-weekends', because(pack, 'days.program-convenience'))
  const upTo = numberOf(parameters, 'weekdaysOnlyUpTo')
  const values = { days: input.daysToSchedule, upTo }
  if (input.daysToSchedule <= upTo) return pattern('weekdays', because(pack, 'days.few', values))
  if (input.employed === false) return pattern('weekdays', because(pack, 'days.unemployed', values))
  if (input.employed === null) return pattern('weekdays', because(pack, 'days.employment-unknown', values))
  return pattern('weekdays-and-weekends', because(pack, 'days.many', values))
}
