import {
  type Closure,
  type DayPlan,
  type DayPlanInput,
  type Pack,
  type Parameters,
  planDays,
  rankSites,
  type SiteKind,
  type SiteRanking,
  type SiteRankingInput,
  type Weekday,
} from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import type { SiteDay } from '../places/site-days.ts'
import { milesBetween, type Point } from '../sites/distance.ts'
import type { Circumstances } from './circumstances.ts'
import type { ContractStanding, Purpose } from './standing.ts'

/** Days looked at for "current vacancies" (WAP-P4.1), from the first on which the person could work. */
export const vacancyDays = 28

/** A site as it can be proposed. */
export interface SiteOffered {
  id: string
  kind: SiteKind
  point: Point | null
  peopleADay: number | null
  cannotTake: readonly string[]
  /** A signed contract covers the first day on which the person could work there. */
  underContract: boolean
}

/** Places left at a site on one day of the week, in the weeks looked at. */
export interface Vacancy {
  siteId: string
  weekday: Weekday
  placesLeft: number
}

/** Everything a proposal is made from. */
export interface ProposalFacts {
  pack: Pack
  parameters: Parameters
  today: Temporal.PlainDate
  purpose: Purpose
  standing: ContractStanding
  asked: Circumstances
  residence: Point | null
  earlyStartAllowed: boolean
  sites: readonly SiteOffered[]
  /** Places left of every site by day of the week, in the weeks looked at for vacancies. */
  vacancies: readonly Vacancy[]
}

/** The sites in order, with what went in: stored whole with the decision. */
export interface RankedProposal {
  input: SiteRankingInput
  result: SiteRanking
}

/** The days at one site, with what went in. */
export interface DayProposal {
  siteId: string
  input: DayPlanInput
  result: DayPlan
}

/** How many days notice a first day has (WAP-P6.1), from the parameters of the day. */
export function noticeDays(parameters: Parameters): number {
  return Number(parameters.values.firstDayNoticeDays?.value ?? 0)
}

/** The first day on which the person could work. */
export function firstDay(
  facts: Pick<ProposalFacts, 'parameters' | 'today' | 'asked' | 'earlyStartAllowed'>,
): Temporal.PlainDate {
  const notice = facts.earlyStartAllowed ? 1 : Math.max(1, noticeDays(facts.parameters))
  const earliest = facts.today.add({ days: notice })
  const { notBefore } = facts.asked
  return notBefore && Temporal.PlainDate.compare(notBefore, earliest) > 0 ? notBefore : earliest
}

/** How far ahead a plan looks: the weeks its days need at the normal pace, and eight more. */
export function lastDayLookedAt(
  facts: Pick<ProposalFacts, 'parameters' | 'today' | 'asked' | 'earlyStartAllowed' | 'standing'>,
): Temporal.PlainDate {
  const aWeek = Math.max(1, Number(facts.parameters.values.daysAWeek?.value ?? 1))
  const weeks = Math.ceil(Math.max(0, facts.standing.owed) / aWeek) + 8
  const wished = firstDay(facts).add({ days: weeks * 7 })
  const furthest = facts.today.add({ days: 3 * 366 })
  return Temporal.PlainDate.compare(wished, furthest) < 0 ? wished : furthest
}

/** Ranks the sites by WAP-P4.1, or P5.1 where lost days are re-scheduled. */
export function rank(facts: ProposalFacts): RankedProposal {
  const free = freePlaces(facts)
  const reach = new Map(facts.asked.reach.map((one) => [one.siteId, one.can]))
  const input: SiteRankingInput = {
    purpose: facts.purpose.startsWith('re-schedule') ? 're-schedule' : 'first',
    limits: facts.asked.limits,
    sites: facts.sites.map((site) => ({
      id: site.id,
      kind: site.kind,
      distanceMiles: milesBetween(facts.residence, site.point),
      placesLeft: free.get(site.id) ?? 0,
      peopleADay: site.peopleADay,
      cannotTake: site.cannotTake,
      reachable: reach.get(site.id) ?? null,
      underContract: site.underContract,
    })),
  }
  return { input, result: rankSites(facts.pack, facts.parameters, input) }
}

/**
 * Proposes days at one site by WAP-P4.2, P5.2 and P6.1.
 * @param days the places of that site on each day looked at
 */
export function plan(facts: ProposalFacts, siteId: string, days: readonly SiteDay[]): DayProposal {
  const input = planInput(facts, days)
  return { siteId, input, result: planDays(facts.pack, facts.parameters, input) }
}

// Vacancies that this person could use: on the days of the week the clause gives them.
function freePlaces(facts: ProposalFacts): Map<string, number> {
  const { pattern } = planDays(facts.pack, facts.parameters, {
    ...planInput(facts, []),
    lastDay: facts.today.toString(),
  })
  const free = new Map<string, number>()
  for (const { siteId, weekday, placesLeft } of facts.vacancies) {
    if (pattern.allowed.includes(weekday)) free.set(siteId, (free.get(siteId) ?? 0) + placesLeft)
  }
  return free
}

function planInput(facts: ProposalFacts, days: readonly SiteDay[]): DayPlanInput {
  const { asked, standing, purpose } = facts
  const offered = days.filter((day) => day.capacity > 0)
  return {
    purpose: purpose === 'change' ? 'first' : purpose,
    daysToSchedule: Math.max(0, standing.short),
    employed: asked.employed,
    exceptions: asked.exceptions.map(({ kind, verified, weekdays, daysAWeek }) => ({
      kind,
      verified,
      weekdays,
      ...(daysAWeek === null ? {} : { daysAWeek }),
    })),
    availableWeekdays: asked.availableWeekdays,
    unavailableDays: asked.unavailableDays.map(String),
    notBefore: asked.notBefore?.toString() ?? null,
    bookedOn: facts.today.toString(),
    earlyStartAllowed: facts.earlyStartAllowed,
    siteOpenWeekdays: [...new Set(offered.map((day) => day.day.dayOfWeek as Weekday))].sort(),
    closures: days.flatMap(closureOf),
    placesLeft: Object.fromEntries(
      offered.map((day) => [day.day.toString(), Math.max(0, day.capacity - day.taken)]),
    ),
    alreadyScheduled: [...standing.waiting, ...standing.ahead].map((day) => day.day.toString()),
    lastDay: lastDayLookedAt(facts).toString(),
  }
}

function closureOf(day: SiteDay): Closure[] {
  if (day.because === 'holiday') return [{ on: day.day.toString(), kind: 'holiday' }]
  return day.because === 'closed' ? [{ on: day.day.toString(), kind: 'site-closed' }] : []
}
