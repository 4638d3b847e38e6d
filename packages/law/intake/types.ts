import type { Clause, Day, Reason, TextCode } from '../pack.types.ts'

export type IntakeItemName =
  | 'alpha-history-checked'
  | 'commitment-verified'
  | 'application-checked'
  | 'identity-verified'
  | 'medical-records'
  | 'booking-photo'
  | 'thumb-prints'
  | 'print-set'
  | 'sent-for-fingerprints'
  | 'prints-noted-on-original'
  | 'duplicate-given'
  | 'coin-on-application'
  | 'duplicate-sent-for-verification'
  | 'orientation'
  | 'fees-and-receipt'
  | 'contract'
  | 'roster-entry'
  | 'map'
  | 'rules-signed'
  | 'rules-copy'
  | 'rules-reminder'

/** When an item applies: always, or by what is known of history and prints. */
export type IntakeWhen =
  | 'always'
  | 'thumb-prints-not-taken'
  | 'no-prints-on-file'
  | 'no-alpha-history'
  | 'alpha-history'

export interface IntakeItemDefinition {
  readonly name: IntakeItemName
  readonly clause: Clause
  readonly own: boolean
  readonly when: IntakeWhen
  readonly textCode: TextCode
  /** The verbal reminders (a) to (g) of WAP-BOOK.5. */
  readonly reminders: readonly TextCode[]
}

/** null: nobody has looked yet. */
export interface IntakeSituation {
  readonly alphaHistory: boolean | null
  readonly printsOnFile: boolean | null
  readonly thumbPrintsTaken: boolean | null
}

export interface IntakeItem extends IntakeItemDefinition {
  readonly order: number
  /** `ask`: whether it applies is not known yet. */
  readonly applies: 'yes' | 'no' | 'ask'
}

/** A field of the booking record (WAP-BOOK.4). */
export interface BookingField {
  readonly name: string
  readonly clause: Clause
  readonly textCode: TextCode
  /** Sealed when stored: numbers that identify a person to other offices. */
  readonly sealed: boolean
}

/** The credit that hours worked give (WAP-CRED.1). */
export interface Credit {
  /** null: hours unknown. */
  readonly days: 0 | 1 | null
  /** Below a full day: an officer decides; `days` is the default. */
  readonly askOfficer: boolean
  readonly reason: Reason
}

/** A day of the contract when the roster is back (WAP-P6.3). */
export interface ScheduledDay {
  readonly on: Day
  readonly state: 'worked' | 'incomplete' | 'absent' | 'not-reported'
  /** The absence was verified as valid and the day re-scheduled (WAP-P5.2). */
  readonly verifiedAndRescheduled: boolean
}

export interface ViolationLetter {
  readonly due: boolean
  readonly days: readonly Day[]
  readonly reason: Reason
}

/** A site and the last day covered by a roster it returned; null: none yet since `since`. */
export interface RosterReturn {
  readonly siteId: string
  readonly lastRosterOn: Day | null
  /** First day for which a roster was owed. */
  readonly since: Day
}

/** The yearly review of the policy (WAP-UPD.1). */
export interface PolicyReview {
  readonly dueOn: Day
  readonly due: boolean
  readonly clause: Clause
}
