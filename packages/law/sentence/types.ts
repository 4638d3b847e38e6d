import type { Clause, Day, Reason, TextCode, Values } from '../pack.types.ts'
import type { CustodyLeft, FurtherObstacleCode, JailFirst, SentenceEvent, StepDown } from './serving.types.ts'

export type * from './serving.types.ts'

/** A term as the court wrote it. Years and months run by the calendar. */
export interface Length {
  readonly years?: number
  readonly months?: number
  readonly days?: number
}

export type Relation = 'concurrent' | 'consecutive' | 'unstated'

/** How a commitment came: with the booking, while the person was active (WAP-SENT.6), or as a modification. */
export type Arrival =
  | { readonly kind: 'booking' }
  | {
      readonly kind: 'received-while-active'
      readonly on: Day
      /** Days of work credited by that day. */
      readonly daysServed: number
    }
  | { readonly kind: 'modification'; readonly of: string; readonly on: Day }

/**
 * One commitment. Where the program gives none there is no field for good time or work time (WAP-GT.1), and an
 * unknown field is refused.
 */
export interface CommitmentTerm {
  readonly id: string
  readonly docket: string
  readonly sentencedOn: Day
  /** null or left out: the paper does not say. */
  readonly startsOn?: Day | null
  readonly length: Length | null
  readonly creditDays: number
  readonly relation: Relation
  /** Ids of the commitments it is consecutive to; it starts the day after the last of them ends. */
  readonly consecutiveTo?: readonly string[]
  readonly arrival: Arrival
  /** Where days in jail come first by offence (ARS-M): one that the pack names, or `other`; null: not stated. */
  readonly offence?: string | null
  /** Days of the term that the court suspended: not served, unless it revokes the suspension. */
  readonly suspendedDays?: number
  /** Good time that was granted; only where the program has it (SCC-2.D). */
  readonly goodTimeDays?: number
}

/** WAP-SENT.6: what is owed are days of work (default), or calendar days. */
export type SentenceReading = 'days-owed' | 'calendar'

export interface SentenceInput {
  readonly commitments: readonly CommitmentTerm[]
  /** Days of work credited so far, over all commitments. */
  readonly daysServed: number
  readonly asOf: Day
  /** Which reading the officer took; `days-owed` when left out. */
  readonly reading?: SentenceReading
  /** What happened while it was served, in any order. */
  readonly events?: readonly SentenceEvent[]
}

/** A line of the worksheet: `term` is one commitment, `total` puts them together. */
export type WorksheetStep =
  | {
      readonly kind: 'term'
      readonly commitment: string
      readonly docket: string
      readonly term: Length
      /** The term in days, by the calendar from its start. */
      readonly termDays: number
      readonly creditDays: number
      readonly relation: 'concurrent' | 'consecutive'
      readonly consecutiveTo: readonly string[]
      readonly start: Day
      /** Last day; null when credit covers the whole term. */
      readonly end: Day | null
      /** Days to serve on this commitment alone. */
      readonly days: number
      readonly reasons: readonly Reason[]
    }
  | {
      readonly kind: 'total'
      readonly code: TextCode
      readonly clause: Clause
      readonly own: boolean
      readonly days: number
      readonly values: Values
    }

/** A bar of the chart; `start` and `end` are both days of the sentence. */
export interface SentenceBar {
  readonly commitment: string
  readonly docket: string
  readonly start: Day
  readonly end: Day
}

/** Good time of one commitment in force, in days (SCC-2.D). */
export interface GoodTimeStanding {
  readonly commitment: string
  /** Ids of the commitments that it took the place of. */
  readonly replaces: readonly string[]
  readonly docket: string
  /** Granted, and not lost yet. */
  readonly standingDays: number
  readonly lostDays: number
}

/** A commitment that a later one replaced; it stays on the record (WAP-P1.3). */
export interface Superseded {
  readonly commitment: string
  readonly by: string
  readonly on: Day
}

export interface Worksheet {
  readonly kind: 'worksheet'
  readonly steps: readonly WorksheetStep[]
  readonly bars: readonly SentenceBar[]
  readonly superseded: readonly Superseded[]
  /** The adjusted sentence: the actual number of days to be served (WAP-DEF.1). */
  readonly adjustedDays: number
  readonly daysServed: number
  /** Never below zero. */
  readonly daysLeft: number
  /** Last calendar day of the sentence as ordered; null when nothing is left to serve. */
  readonly releaseDate: Day | null
  readonly reading: SentenceReading
  /** Both readings of WAP-SENT.6, side by side. */
  readonly readings: Readonly<Record<SentenceReading, number>>
  /** The readings differ: an officer chooses. */
  readonly askOfficer: boolean
  readonly notes: readonly Reason[]
  readonly clauses: readonly Clause[]
  readonly asOf: Day
  /** Days in jail before placement; left out where the program has none. */
  readonly jail?: JailFirst
  /** When supervision is lowered; left out where the program does not. */
  readonly stepDown?: StepDown
  /** What is served in custody after a return or withdrawal; left out where there was none. */
  readonly custody?: CustodyLeft
}

export type CannotComputeCode =
  | 'no-commitments'
  | 'duplicate-id'
  | 'no-length'
  | 'length-not-positive'
  | 'no-start-date'
  | 'credit-negative'
  | 'sentenced-after-as-of'
  | 'received-before-sentencing'
  | 'received-after-as-of'
  | 'consecutive-to-unstated'
  | 'consecutive-to-missing'
  | 'consecutive-cycle'
  | 'consecutive-to-later'
  | 'start-contradicts-consecutive'
  | 'modifies-missing'
  | 'modifies-cycle'
  | 'modified-twice-on-one-day'
  | 'modification-out-of-order'
  | 'served-before-received-contradicts'
  | 'served-more-than-owed'
  | FurtherObstacleCode

/** Why there is no answer: what to ask, about which commitment. */
export interface Obstacle {
  readonly code: CannotComputeCode
  readonly textCode: TextCode
  readonly clause: Clause
  /** Id of the commitment; null when it is about all of them. */
  readonly commitment: string | null
  readonly values: Values
}

export interface CannotCompute {
  readonly kind: 'cannot-compute'
  readonly because: readonly Obstacle[]
}
