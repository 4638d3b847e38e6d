import type { Clause, Day, TextCode } from '../pack.types.ts'

/** Ranks that a text names or an office maps its own to. */
export type Rank =
  | 'clerk'
  | 'deputy'
  | 'sergeant'
  | 'lieutenant'
  | 'bureau-manager'
  | 'bureau-commander'
  | 'sheriff'
  | 'board'

export type Decision =
  | 'admit'
  | 'deny'
  | 'fee-waiver'
  | 'return-to-court'
  | 'return-to-custody'
  | 'custody-for-nonpayment'
  | 'lesser-sanction'
  | 'parole-referral'
  | 'early-release'
  | 'partial-day-credit'
  | 'sentence-reading'
  | 'early-start'
  | 'work-site-contract'
  | 'policy-approval'
  | 'policy-review'
  | 'parameter-change'
  | 'challenge-review'

/** A row of the authority table. */
export interface AuthorityRow {
  readonly decision: Decision
  readonly clause: Clause
  readonly own: boolean
  /** Who may decide, each by its clause; empty: nobody, ever. */
  readonly holders: readonly { readonly rank: Rank; readonly clause: Clause }[]
  /** Whether the text lets the holder name a designee. */
  readonly delegable: boolean
  /** The one who asked for it may not decide it. */
  readonly neverRequester: boolean
  readonly textCode: TextCode
}

/** "Or designee": dated, for one decision. `until` is the first day on which it no longer holds. */
export interface Delegation {
  readonly decision: Decision
  readonly byRank: Rank
  readonly toActorId: string
  readonly from: Day
  readonly until?: Day | null
}

export interface DecisionRequest {
  readonly decision: Decision
  readonly actorId: string
  readonly ranks: readonly Rank[]
  readonly delegations: readonly Delegation[]
  /** Who asked for it (a waiver, a referral). */
  readonly requestedBy?: string | null
  /** Who took the decision that is now reviewed. */
  readonly decidedBy?: string | null
  readonly on: Day
}

export type PermissionBecause =
  | 'rank'
  | 'delegation'
  | 'never'
  | 'not-the-rank'
  | 'not-delegable'
  | 'delegation-not-in-force'
  | 'asked-for-it'
  | 'own-decision'

export interface Permission {
  readonly allowed: boolean
  readonly because: PermissionBecause
  readonly textCode: TextCode
  readonly clause: Clause
  readonly own: boolean
  /** Who may: so that the screen can say whom to ask. */
  readonly ranks: readonly Rank[]
}
