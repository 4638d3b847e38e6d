import type { Clause, Day, Reason } from '../pack.types.ts'

/** What may happen while a sentence is served, besides what the court orders. */
export type SentenceEvent =
  /** Out of jail, into the program. `jailDaysServed`: days served in jail by then, credit left out. */
  | { readonly kind: 'placed'; readonly on: Day; readonly jailDaysServed: number }
  /** Supervision was lowered; an officer confirmed it. */
  | { readonly kind: 'step-down'; readonly on: Day }
  /** Good time of one commitment taken back, with a return for a rule violation or after it (SCC-2.D). */
  | {
      readonly kind: 'good-time-lost'
      readonly on: Day
      readonly commitment: string
      readonly days: number
    }
  /** Returned to custody, the ending coded as the pack does. */
  | {
      readonly kind: 'returned'
      readonly on: Day
      readonly ending: string
      /** Days served before that day; null: as the program counts them (`SentenceRules.counts`). */
      readonly daysServed: number | null
    }
  /** The participant withdraws. Put in before it is confirmed, it says what would be left. */
  | { readonly kind: 'withdrawn'; readonly on: Day; readonly daysServed: number | null }

export type SentenceEventKind = SentenceEvent['kind']

/** How a program's sentences are served, beyond what the court's paper says. */
export interface SentenceRules {
  /** The events that the program knows; any other is refused. */
  readonly events: readonly SentenceEventKind[]
  /**
   * What satisfies a day where nobody says how many were served: a day of work that was credited (WAP-CRED.1), or
   * each calendar day of the sentence (own).
   */
  readonly counts: 'days-of-work' | 'calendar-days'
  readonly jailFirst: JailFirstRules | null
  /** Whether good time exists here at all: where it does not, no field can hold it. */
  readonly goodTime: boolean
  readonly stepDown: StepDownRule | null
}

/** Days in jail that come before placement, by offence. */
export interface JailFirstRules {
  readonly rules: readonly JailFirstRule[]
  /** Choice `whole-term` or `after-suspension`: of what a share is taken. */
  readonly shareOfParameter: string
  /** Choice `counts` or `does-not-count`: whether credit for time served is time in jail. */
  readonly creditParameter: string
}

export interface JailFirstRule {
  readonly clause: Clause
  readonly offences: readonly string[]
  /** `days`: so many; `share`: per cent of the initial term, rounded up to a whole day. */
  readonly kind: 'days' | 'share'
  readonly parameter: string
}

/** The last months of supervision on a lower level (EMP-2.3). */
export interface StepDownRule {
  /** Months at the end of the term. */
  readonly monthsParameter: string
  /** The longest supervision, in months. */
  readonly mostMonthsParameter: string
  /** Choice `last-months`, `in-proportion` or `none`, for terms shorter than the longest; unset: asked. */
  readonly shorterTermsParameter: string
}

/** Days in jail on one commitment. */
export interface JailTerm {
  readonly commitment: string
  readonly docket: string
  readonly offence: string
  /** The share is taken of this many days; null where it is a number of days. */
  readonly baseDays: number | null
  readonly percent: number | null
  /** Days in jail on this commitment. */
  readonly days: number
  readonly reasons: readonly Reason[]
}

/** Days in jail before placement (ARS-M.2, M.3). */
export interface JailFirst {
  readonly terms: readonly JailTerm[]
  /** Over all commitments: one after the other where they are consecutive, at once where concurrent ones overlap. */
  readonly days: number
  /** Of these, covered by credit for time served. */
  readonly creditDays: number
  /** Served in jail by the last placement, or the return before it. */
  readonly daysServed: number
  /** Never below zero. */
  readonly daysLeft: number
  /** First day on which the person may be placed, when jail begins with the sentence; null: nothing to serve. */
  readonly placeFrom: Day | null
  /** Of what the share is taken. */
  readonly shareOf: 'whole-term' | 'after-suspension'
  readonly notes: readonly Reason[]
}

/** The plan of the step-down: the system proposes, an officer confirms. */
export interface StepDown {
  /** First day on the lower level; null: none, or nobody has said. */
  readonly plannedOn: Day | null
  /** Days from then to the end of the sentence. */
  readonly days: number
  /** The day on which it was done; null: not yet. */
  readonly confirmedOn: Day | null
  readonly reason: Reason
  /** The parameter to set; null when it is set. */
  readonly ask: string | null
}

/** What is left to serve in custody. */
export interface CustodyLeft {
  readonly kind: 'returned' | 'withdrawn'
  /** The ending of the pack; null for a withdrawal. */
  readonly ending: string | null
  /** First day in custody; it counts as a day. */
  readonly from: Day
  readonly daysServed: number
  readonly days: number
  /** Last day in custody; null when nothing is left. */
  readonly until: Day | null
  readonly reasons: readonly Reason[]
}

export type FurtherObstacleCode =
  | 'no-offence'
  | 'suspended-more-than-term'
  | 'event-after-as-of'
  | 'event-before-sentence'
  | 'events-contradict'
  | 'good-time-of-missing'
  | 'good-time-lost-more-than-granted'
  | 'good-time-lost-without-violation'
  | 'custody-served-more-than-owed'
  | 'jail-served-goes-back'
