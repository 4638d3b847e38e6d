import type { Decision } from '../authority/types.ts'
import type { Clause, Day, Reason, TextCode } from '../pack.types.ts'
import type { Weekday } from '../schedule/types.ts'

/**
 * Something that falls due a number of days or months after a day, in the unit of the parameter; or on certain days of
 * the week, the next of them.
 */
export interface DeadlineDefinition {
  readonly name: string
  readonly clause: Clause
  readonly own: boolean
  /** How many days or months after; null where it falls due on days of the week. */
  readonly parameter: string | null
  /** The days of the week on which it falls due; empty where a number counts. */
  readonly weekdays: readonly Weekday[]
  /** How many days before it falls due it is warned of; null: not warned of. */
  readonly warnParameter: string | null
  readonly textCode: TextCode
}

/** When it falls due. */
export interface Deadline {
  readonly name: string
  readonly clause: Clause
  readonly own: boolean
  readonly textCode: TextCode
  /** null: the number is not set, so that nobody knows. */
  readonly dueOn: Day | null
  /** First day on which it is warned of. */
  readonly warnFrom: Day | null
  readonly state: 'not-yet' | 'soon' | 'due' | 'late' | 'unknown'
  /** The parameter to set; null when it is set. */
  readonly ask: string | null
}

export type ProcessName = 'criteria' | 'challenge' | 'ability-to-pay' | 'fee-dispute'

/** A process with dates, a reviewer who is not the first decider, and a written outcome (SCC-5.A). */
export interface ProcessDefinition {
  readonly name: ProcessName
  readonly clause: Clause
  readonly own: boolean
  /** The row of the authority table that decides it in the end. */
  readonly decision: Decision
  /** Parameters: days to file it, and days to decide it; null where it needs neither. */
  readonly fileDaysParameter: string | null
  readonly decideDaysParameter: string | null
  readonly textCode: TextCode
}

/** Where a challenge or dispute stands. */
export interface ProcessInput {
  readonly process: ProcessName
  /** The day of the decision that is challenged, as it was told to the person. */
  readonly decidedOn: Day
  readonly filedOn: Day | null
  readonly outcomeOn: Day | null
}

export interface ProcessStanding {
  readonly process: ProcessName
  readonly clause: Clause
  readonly own: boolean
  readonly state: 'not-offered' | 'open-to-file' | 'too-late' | 'filed' | 'overdue' | 'decided'
  readonly fileBy: Day | null
  readonly decideBy: Day | null
  readonly decision: Decision
  /** The approved policy that offers it: by whom, by which resolution, from which day; null: none is entered. */
  readonly setBy: { readonly authority: string; readonly resolution: string; readonly from: Day } | null
  readonly reasons: readonly Reason[]
}

/** How many people a program can take at once. */
export interface CapacityDefinition {
  readonly name: string
  readonly clause: Clause
  readonly own: boolean
  readonly parameter: string
  readonly textCode: TextCode
}

export interface Places {
  readonly name: string
  readonly clause: Clause
  readonly own: boolean
  readonly textCode: TextCode
  /** null: unset. */
  readonly capacity: number | null
  readonly enrolled: number
  /** Never below zero; null when the capacity is unset. */
  readonly free: number | null
  /** Nobody may be enrolled now: the next waits (own). */
  readonly waitingList: boolean
}

/** The random tests of one person in the calendar month of a day. */
export interface TestsDue {
  readonly owed: number
  readonly done: number
  readonly left: number
  /** Days left in the month, that day included. */
  readonly daysLeft: number
  /** `pressing`: no more days are left than tests are owed. */
  readonly state: 'done' | 'open' | 'pressing'
  readonly reason: Reason
}
