import type { Missing } from '../eligibility/types.ts'
import type { Clause, Day, Reason } from '../pack.types.ts'

export type SiteKind = 'county' | 'state' | 'city' | 'non-profit'

/** A site as the ranking needs it. Places and distance are reckoned by the caller. */
export interface SiteCandidate {
  readonly id: string
  readonly kind: SiteKind
  /** Miles from the residence; null: not known. */
  readonly distanceMiles: number | null
  /** Places left in the weeks looked at; null: not known. */
  readonly placesLeft: number | null
  /** People a day the site takes: small or large is a parameter of the office. */
  readonly peopleADay: number | null
  /** Work limits, by the office's own codes, that the site cannot take. */
  readonly cannotTake: readonly string[]
  /** Can the person get there (WAP-P5.1)? null: nobody has asked. */
  readonly reachable: boolean | null
  /** A signed contract is in force (WAP-SITE.1). */
  readonly underContract: boolean
}

export interface SiteRankingInput {
  /** `first` follows WAP-P4.1, `re-schedule` WAP-P5.1. */
  readonly purpose: 'first' | 're-schedule'
  /** The person's work limits (limits, not diagnosis); null: nobody has asked. */
  readonly limits: readonly string[] | null
  readonly sites: readonly SiteCandidate[]
}

export interface RankedSite {
  readonly siteId: string
  /** 1 is the first choice. */
  readonly rank: number
  /** In the order of the clause's priorities. */
  readonly reasons: readonly Reason[]
}

export interface ExcludedSite {
  readonly siteId: string
  readonly reasons: readonly Reason[]
}

export interface SiteRanking {
  readonly clause: Clause
  readonly ranked: readonly RankedSite[]
  readonly excluded: readonly ExcludedSite[]
  readonly missing: readonly Missing[]
}

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** WAP-P4.2: a special problem. Only a verified one changes the plan. */
export interface ScheduleException {
  readonly kind: 'medical' | 'job-loss'
  readonly verified: boolean
  /** The days of the week on which the person can work. */
  readonly weekdays: readonly Weekday[]
  /** Fewer days a week than normal; left out: as normal. */
  readonly daysAWeek?: number
}

export interface Closure {
  readonly on: Day
  readonly kind: 'holiday' | 'site-closed'
}

export interface DayPlanInput {
  /** `first` (WAP-P4.2); re-scheduling after verified valid absence, or after one that was not (WAP-P5.2). */
  readonly purpose: 'first' | 're-schedule-valid' | 're-schedule-not-valid'
  /** Days left to schedule. */
  readonly daysToSchedule: number
  /** null: nobody has asked; the plan says what it would change. */
  readonly employed: boolean | null
  readonly exceptions: readonly ScheduleException[]
  /** Weekdays the person can come; null: any. */
  readonly availableWeekdays: readonly Weekday[] | null
  readonly unavailableDays: readonly Day[]
  /** Start postponed for a temporary illness or injury (WAP-P4.1). */
  readonly notBefore: Day | null
  readonly bookedOn: Day
  /** A supervisor allows a first day within the notice (WAP-P6.1). */
  readonly earlyStartAllowed: boolean
  readonly siteOpenWeekdays: readonly Weekday[]
  readonly closures: readonly Closure[]
  /** Places left by day. A day without an entry is not offered by the site. */
  readonly placesLeft: Readonly<Record<Day, number>>
  /** Days the person is already down for; they count towards the week. */
  readonly alreadyScheduled: readonly Day[]
  /** Last day to look at. */
  readonly lastDay: Day
}

/** Which days of the week the clause gives, and why. */
export interface DayPattern {
  readonly weekdays: 'weekdays' | 'weekdays-and-weekends' | 'as-excepted'
  readonly allowed: readonly Weekday[]
  readonly daysAWeek: number
  readonly reasons: readonly Reason[]
}

export interface PlannedDay {
  readonly on: Day
  readonly weekday: Weekday
  readonly placesLeft: number
}

export interface SkippedDay {
  readonly on: Day
  readonly weekday: Weekday
  readonly reason: Reason
}

/** A plan is a value: somebody shows it, somebody else acts on it. */
export interface DayPlan {
  readonly outcome: 'planned' | 'partly-planned' | 'nothing-to-plan' | 'no-day-found'
  readonly days: readonly PlannedDay[]
  /** Days that found no place before `lastDay`. */
  readonly short: number
  readonly pattern: DayPattern
  /** Every day looked at and not taken, with its reason. */
  readonly skipped: readonly SkippedDay[]
  readonly missing: readonly Missing[]
}
