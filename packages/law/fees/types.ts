import type { Decision } from '../authority/types.ts'
import type { Verdict } from '../eligibility/types.ts'
import type { Clause, Day, TextCode } from '../pack.types.ts'

export type PaymentForm = 'cash' | 'money-order' | 'cashiers-check'

/**
 * `law-as-it-stands` applies repeals and charges nothing that has none; `as-the-source-reads` charges what
 * the printed policy says. The office's choice is the parameter `feeBasis`.
 */
export type FeeBasis = 'law-as-it-stands' | 'as-the-source-reads'

export type FeeCode =
  | 'administrative'
  | 'application'
  | 'daily'
  | 'equipment-rental'
  | 'monitoring'
  | 'monitoring-month'
  | 'testing'
  | 'treatment-enrolment'
  | 're-scheduling'
  | 're-scheduled-day'
export type FeeUnit = 'once' | 'day' | 'month' | 'cost' | 're-scheduling'

/** What the quantity of a fee is counted from, in the input. */
export type FeeCount =
  | 'intake'
  | 'adjusted-days'
  | 'reschedulings'
  | 'rescheduled-days'
  | 'application'
  | 'days'
  | 'months'
  /** What it cost, in cents: the amount is not a rate of the pack. */
  | 'cost'

/** What must be there before the fee may be charged at all. */
export type FeeNeed = 'ability-review' | 'court-order'

/** A fee of the pack; its amount is a parameter, so that a board can change it from a day on. */
export interface FeeDefinition {
  readonly code: FeeCode
  readonly clause: Clause
  readonly own: boolean
  readonly unit: FeeUnit
  readonly counts: FeeCount
  /** The amount of one unit; null for a fee of what it cost. */
  readonly amountParameter: string | null
  /** It is a part of that fee and adds nothing to it (EMP-11.1). */
  readonly within: FeeCode | null
  readonly needs: readonly FeeNeed[]
  /** The row of the authority table that says who may reduce it. */
  readonly reducedBy: Decision
  /** The statute that the fee rests on; a repeal of it ends the fee. */
  readonly statute: string
  readonly textCode: TextCode
}

/** A statute that ended the authority for fees. */
export interface Repeal {
  readonly statute: string
  readonly by: string
  /** First day without authority to charge. */
  readonly operative: Day
  /** What makes balances charged before that day uncollectible. */
  readonly uncollectibleBy: string
  readonly textCode: TextCode
}

export interface Rescheduling {
  /** The caller's own key of the re-scheduling; it comes back on the lines. */
  readonly id: string
  /** Days re-scheduled for unexcused absence; these are charged. */
  readonly unexcusedDays: number
  /** Days re-scheduled for excused absence; never charged (WAP-BOOK.10). */
  readonly excusedDays: number
}

export interface FeeInput {
  /** The adjusted sentence in days (WAP-DEF.1); null: the fees of intake are not assessed now. */
  readonly adjustedDays: number | null
  readonly reschedulings: readonly Rescheduling[]
}

/** What may be agreed when the fees are not brought to the interview (WAP-P3.2). */
export interface FeesNotBrought {
  readonly name: 'agree-a-date' | 'waiver-with-budget' | 'new-appointment'
  readonly clause: Clause
  readonly textCode: TextCode
}

export type FeeReason =
  | 'charged'
  | 'repealed'
  | 'nothing-to-charge'
  /** A denied applicant owes nothing, and one not decided on does not owe yet. */
  | 'not-admitted'
  /** EMP-11.5: no review of the person's ability to pay is on file. */
  | 'no-ability-review'
  /** ARS-D: no order, no charge. */
  | 'no-court-order'
  /** It is a part of another fee (EMP-11.1). */
  | 'within-another'

export interface FeeLine {
  readonly code: FeeCode
  /** Key of the re-scheduling it belongs to; null for intake fees. */
  readonly rescheduling: string | null
  readonly clause: Clause
  readonly own: boolean
  readonly textCode: TextCode
  readonly unit: FeeUnit
  readonly unitCents: number
  readonly quantity: number
  /** unitCents x quantity, as the policy prints it, whether or not it may be charged. */
  readonly amountCents: number
  /** What is charged: amountCents, or 0. */
  readonly chargedCents: number
  readonly chargeable: boolean
  readonly reason: FeeReason
  readonly reasonCode: TextCode
  readonly authority: string
  readonly resolution: string | null
  readonly statute: string
  readonly repeal: Repeal | null
  readonly basis: FeeBasis
  readonly assessedOn: Day
}

export interface FeeWorksheet {
  readonly lines: readonly FeeLine[]
  readonly printedCents: number
  readonly chargedCents: number
  readonly basis: FeeBasis
  readonly pack: string
  readonly version: string
  readonly hash: string
  readonly on: Day
}

export interface Collectibility {
  readonly collectible: boolean
  readonly textCode: TextCode
  /** The statute that says so; null when nothing stands in the way. */
  readonly statute: string | null
}

/** WAP-P8.3: the necessary fees, after any waiver, on the books at release. Not a fact of eligibility. */
export interface FeesOnBooks {
  readonly chargedCents: number
  readonly waivedCents: number
  /** null: nobody has looked. */
  readonly onBooksCents: number | null
}

/** A requirement of release, told apart from eligibility: money settles it, and eligibility cannot read it. */
export interface FeeRequirement {
  readonly clause: Clause
  readonly kind: 'require'
  readonly verdict: Verdict
  readonly textCode: TextCode
  readonly own: boolean
  readonly necessaryCents: number
  readonly onBooksCents: number | null
}
