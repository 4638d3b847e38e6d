import { addDays, dateOf } from '../days.ts'
import type { Missing } from '../eligibility/types.ts'
import { refuse } from '../errors.ts'
import { because, requirePart } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { isWeekend, patternFor, turnsOnEmployment } from './pattern.ts'
import { daysSchema } from './schema.ts'
import type { DayPattern, DayPlan, DayPlanInput, PlannedDay, SkippedDay, Weekday } from './types.ts'

/** No contract is planned further ahead. */
const LONGEST_PLAN_DAYS = 3 * 366

/**
 * Proposes concrete work days at one site, and says of every other day looked at why it was not taken
 * (WAP-P4.2, P5.2, P6.1).
 *
 * Three days a week normally; five days or fewer on weekdays; six or more on weekends as well, one weekend
 * day in each week that has one (own); unemployed people on weekdays. Weeks run Monday to Sunday. No day
 * within the notice of seven days unless a supervisor allows it (own). For an absence that was not valid the
 * days suit the program: the person's own preference of weekdays is not asked, days that are impossible for
 * them still are (own).
 *
 * Throws `LawInputError` when the input does not fit, looks ahead more than three years, or
 * the program plans no work days.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const parameters = resolveParameters(wap, [], '2026-03-02')
 * const placesLeft = { '2026-03-07': 1, '2026-03-09': 2, '2026-03-10': 0, '2026-03-11': 1 }
 * const plan = planDays(wap, parameters, {
 *   purpose: 'first', daysToSchedule: 2, employed: true, exceptions: [], availableWeekdays: null,
 *   unavailableDays: [], notBefore: null, bookedOn: '2026-03-02', earlyStartAllowed: false,
 *   siteOpenWeekdays: [1, 2, 3, 4, 5, 6, 7], closures: [], placesLeft, alreadyScheduled: [], lastDay: '2026-03-20',
 * })
 * plan.outcome // => 'planned'
 * plan.days.map((d) => d.on) // => ['2026-03-09', '2026-03-11']
 * plan.skipped.find((d) => d.on === '2026-03-10').reason.code // => 'days.full'
 */
export function planDays(pack: Pack, parameters: Parameters, input: DayPlanInput): DayPlan {
  checkParameters(pack, parameters)
  accept('days', daysSchema, input)
  requirePart(pack, 'days.a-week', 'work days to plan')
  if (addDays(input.bookedOn, LONGEST_PLAN_DAYS) < input.lastDay)
    refuse('days', 'lastDay', `is more than ${LONGEST_PLAN_DAYS} days after the booking`)
  const pattern = patternFor(pack, parameters, input)
  const looked = daysAhead(input).map((on) => look(pack, parameters, input, pattern, on))
  const { days, enough } = choose(looked, pattern, input)
  const short = input.daysToSchedule - days.length
  return {
    outcome: outcomeOf(input, days.length),
    days,
    short,
    pattern,
    skipped: skipped(pack, looked, days, enough, short, pattern),
    missing: turnsOnEmployment(parameters, input) ? [employmentAsked(pack)] : [],
  }
}

interface Looked {
  readonly on: Day
  readonly weekday: Weekday
  /** Why the day cannot be taken; null when it can. */
  readonly reason: Reason | null
  readonly placesLeft: number
}

function daysAhead(input: DayPlanInput): readonly Day[] {
  const days: Day[] = []
  for (let on = addDays(input.bookedOn, 1); on <= input.lastDay; on = addDays(on, 1)) days.push(on)
  return days
}

function look(pack: Pack, parameters: Parameters, input: DayPlanInput, pattern: DayPattern, on: Day): Looked {
  const weekday = dateOf(on).dayOfWeek as Weekday
  const reason = reasonAgainst(pack, parameters, input, pattern, on, weekday)
  return { on, weekday, reason, placesLeft: input.placesLeft[on] ?? 0 }
}

/** The first reason, in this order, that keeps a day from being taken. */
function reasonAgainst(
  pack: Pack,
  parameters: Parameters,
  input: DayPlanInput,
  pattern: DayPattern,
  on: Day,
  weekday: Weekday,
): Reason | null {
  const notice = numberOf(parameters, 'firstDayNoticeDays')
  const preferred = input.purpose === 're-schedule-not-valid' ? null : input.availableWeekdays
  const closure = input.closures.find((c) => c.on === on)
  if (input.alreadyScheduled.includes(on)) return because(pack, 'days.already-scheduled')
  if (!input.earlyStartAllowed && on < addDays(input.bookedOn, notice))
    return because(pack, 'days.within-notice', { notice })
  if (input.notBefore !== null && on < input.notBefore)
    return because(pack, 'days.postponed', { notBefore: input.notBefore })
  if (!pattern.allowed.includes(weekday)) return because(pack, 'days.not-in-pattern')
  if (input.unavailableDays.includes(on)) return because(pack, 'days.person-unavailable')
  if (preferred && !preferred.includes(weekday)) return because(pack, 'days.person-unavailable')
  if (closure) return because(pack, `days.${closure.kind}`)
  if (!input.siteOpenWeekdays.includes(weekday)) return because(pack, 'days.site-not-open')
  if (input.placesLeft[on] === undefined) return because(pack, 'days.not-offered')
  return input.placesLeft[on] === 0 ? because(pack, 'days.full') : null
}

interface Chosen {
  readonly days: readonly PlannedDay[]
  /** Weeks that took as many days as the person works in a week. */
  readonly enough: ReadonlySet<string>
}

/** Week by week, until the days are found. */
function choose(looked: readonly Looked[], pattern: DayPattern, input: DayPlanInput): Chosen {
  const weeks = Map.groupBy(looked, (day) => weekOf(day.on))
  const scheduled = Map.groupBy(new Set(input.alreadyScheduled), weekOf)
  const days: Looked[] = []
  const enough = new Set<string>()
  for (const [week, inWeek] of weeks) {
    const left = input.daysToSchedule - days.length
    const already = scheduled.get(week) ?? []
    const room = Math.max(0, pattern.daysAWeek - already.length)
    const wantsWeekend = pattern.weekdays === 'weekdays-and-weekends' && !already.some(onWeekend)
    const taken = chooseInWeek(
      inWeek.filter((day) => day.reason === null),
      Math.min(room, left),
      wantsWeekend,
    )
    days.push(...taken)
    if (taken.length === room) enough.add(week)
  }
  return { days: days.map(({ on, weekday, placesLeft }) => ({ on, weekday, placesLeft })), enough }
}

/** The earliest days of a week, one of them on the weekend where the pattern has weekends as well. */
function chooseInWeek(free: readonly Looked[], count: number, wantsWeekend: boolean): readonly Looked[] {
  const weekend = wantsWeekend && count > 1 ? free.find((day) => isWeekend(day.weekday)) : undefined
  const others = free.filter((day) => day !== weekend).slice(0, weekend ? count - 1 : count)
  return free.filter((day) => day === weekend || others.includes(day))
}

/** Every day looked at up to the last one needed, and not taken. */
function skipped(
  pack: Pack,
  looked: readonly Looked[],
  days: readonly PlannedDay[],
  enough: ReadonlySet<string>,
  short: number,
  pattern: DayPattern,
): readonly SkippedDay[] {
  const taken = new Set(days.map((day) => day.on))
  const end = short > 0 ? null : (days.at(-1)?.on ?? '')
  return looked
    .filter((day) => !taken.has(day.on) && (end === null || day.on < end))
    .map(({ on, weekday, reason }) => ({
      on,
      weekday,
      reason:
        reason ??
        because(pack, enough.has(weekOf(on)) ? 'days.week-full' : 'days.not-needed', {
          daysAWeek: pattern.daysAWeek,
        }),
    }))
}

function outcomeOf(input: DayPlanInput, found: number): DayPlan['outcome'] {
  if (input.daysToSchedule === 0) return 'nothing-to-plan'
  if (found === 0) return 'no-day-found'
  return found === input.daysToSchedule ? 'planned' : 'partly-planned'
}

function employmentAsked(pack: Pack): Missing {
  const { clause } = because(pack, 'days.employment-unknown')
  return { of: 'fact', name: 'employed', question: 'days.question.employed', clauses: [clause] }
}

const weekOf = (on: Day): string => {
  const date = dateOf(on)
  return addDays(on, 1 - date.dayOfWeek)
}

const onWeekend = (on: Day): boolean => isWeekend(dateOf(on).dayOfWeek as Weekday)
