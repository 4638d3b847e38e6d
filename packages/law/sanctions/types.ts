import type { Decision, Rank } from '../authority/types.ts'
import type { Clause, Day, Reason, TextCode } from '../pack.types.ts'

export type RungName =
  | 'lose-privileges'
  | 'change-monitoring'
  | 'flash-incarceration'
  | 'rest-in-custody'
  | 'return-to-custody'
  | 'return-to-court'

/** A rung of the progressive ladder; the pack lists them lowest first. */
export interface SanctionRung {
  readonly name: RungName
  readonly clause: Clause
  readonly own: boolean
  /** The row of the authority table that decides it. */
  readonly decision: Decision
  /** Whether the person goes into custody by it. */
  readonly custody: boolean
  /** Parameter with the longest stay, in days; null where it has no length of its own. */
  readonly longestDaysParameter: string | null
  /** Whether good-time credits may be lost with it (SCC-2.D). */
  readonly goodTimeLoss: boolean
  readonly textCode: TextCode
}

/** Why a participation ends, as the record codes it: `completed`, `withdrawn`, `I`, `O.1`. */
export interface EndingDefinition {
  readonly name: string
  readonly clause: Clause
  readonly own: boolean
  /** Who decides it; null where nobody does (the sentence is served, the person withdraws). */
  readonly decision: Decision | null
  /** Whether the rest of the term is served in custody. */
  readonly restInCustody: boolean
  /** Whether good time may be lost with it: only by who is returned for a rule violation (SCC-2.D). */
  readonly goodTimeLoss: boolean
  readonly textCode: TextCode
}

/** A violation to be answered. `fees` is not paying: it never stands on the ladder. */
export interface ViolationInput {
  readonly kind: 'rule' | 'fees'
  readonly on: Day
  /** The term of the contract that was broken (EMP-4.3). */
  readonly term: string | null
  /** Rungs that were imposed before, in any order. */
  readonly imposed: readonly RungName[]
  /** Whether the person was arrested at once (EMP-4.2c); the rung is decided afterwards. */
  readonly arrested: boolean
  /** For `fees`: the interview of current ability to pay; null: none recorded. */
  readonly interview?: AbilityInterview | null
  /** For `fees`: whether the written agreement of SCC-2.C2 is on file; null: nobody has looked. */
  readonly agreementSigned?: boolean | null
}

/**
 * The interview that determines whether a person can pay now (SCC-2.C1). It is the one place where ability
 * to pay is read, and all it can do is stop a return to custody.
 */
export interface AbilityInterview {
  readonly heldOn: Day
  readonly heldBy: string
  /** What it found; null: not determined. */
  readonly ableToPay: boolean | null
}

/** What the system prepares; a named officer decides. */
export interface SanctionProposal {
  readonly kind: 'proposal'
  /** A return for nonpayment is no rung: it stands beside the ladder. */
  readonly rung: RungName | 'custody-for-nonpayment'
  readonly textCode: TextCode
  readonly clause: Clause
  readonly own: boolean
  readonly decision: Decision
  /** Who may decide it, and whether a designee may. */
  readonly ranks: readonly Rank[]
  readonly delegable: boolean
  readonly custody: boolean
  /** Longest stay in days; null where it has no length of its own. */
  readonly longestDays: number | null
  readonly goodTimeLoss: boolean
  /** Every rung of the ladder: the decider may depart from the proposal, with a reason. */
  readonly rungs: readonly RungName[]
  readonly reasons: readonly Reason[]
}

/** Nothing may be proposed, and why. */
export interface SanctionBlocked {
  readonly kind: 'blocked'
  readonly reasons: readonly Reason[]
}

/** What a decider wants to impose. */
export interface ImposedSanction {
  readonly rung: RungName
  /** Days of a flash incarceration; null where the rung has no length. */
  readonly days: number | null
  readonly goodTimeDaysLost: number
}

/** Whether it may be imposed as it stands. */
export interface SanctionCheck {
  readonly allowed: boolean
  readonly reasons: readonly Reason[]
}
