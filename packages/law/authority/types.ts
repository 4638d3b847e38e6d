import type { Clause, Day, TextCode } from '../pack.types.ts'
import type { Rank } from './ranks.ts'

export type { Rank }

export type Decision =
  | 'admit'
  | 'deny'
  | 'remove'
  | 'fee-waiver'
  | 'fee-change'
  | 'fee-method'
  | 'ability-to-pay'
  | 'return-to-court'
  | 'return-to-custody'
  | 'custody-for-nonpayment'
  | 'arrest'
  | 'lesser-sanction'
  | 'flash-incarceration'
  | 'parole-referral'
  | 'early-release'
  | 'partial-day-credit'
  | 'sentence-reading'
  | 'early-start'
  | 'work-site-contract'
  | 'reasonable-distance'
  | 'absence-approval'
  | 'zone-exception'
  | 'monitoring-parameters'
  | 'step-down'
  | 'conversion-rate'
  | 'referral-extension'
  | 'pretrial-recommendation'
  | 'placement'
  | 'termination'
  | 'program-termination'
  | 'electronic-monitoring'
  | 'weekend-restitution'
  | 'special-leave'
  | 'monitoring-fee-order'
  | 'work-project-recommendation'
  | 'work-project-approval'
  | 'detrimental-association'
  | 'added-criteria'
  | 'program-authorization'
  | 'committee-appointment'
  | 'policy-approval'
  | 'policy-review'
  | 'parameter-change'
  | 'challenge-review'
  | 'dispute-review'

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
