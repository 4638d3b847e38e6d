import type { Decision, Permission } from '../authority/types.ts'
import type { Verdict } from '../eligibility/types.ts'
import type { Clause, Day, Reason, TextCode } from '../pack.types.ts'
import type { ParameterOverride } from '../parameters.types.ts'

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
  readonly adjustedDays?: number | null
  readonly reschedulings?: readonly Rescheduling[]
  /** What became of the application; left out: nothing of it is assessed now. */
  readonly application?: 'admitted' | 'denied' | 'pending'
  /** Days in the program that are assessed now, and months under monitoring. */
  readonly days?: number
  readonly months?: number
  /** What it cost, in cents, for fees that have no rate of their own. */
  readonly costsCents?: Readonly<Partial<Record<FeeCode, number>>>
  /** The day of the review of ability to pay that is on file (EMP-11.5). */
  readonly abilityReviewedOn?: Day | null
  /** The day on which the court ordered the fee (ARS-D). */
  readonly courtOrderedOn?: Day | null
  /** How much of the cost it ordered, in cents; left out or null: all of it. */
  readonly courtOrderedCents?: number | null
}

/** The most that may be charged: the pro rata cost of the program (SCC-3.A2), from parameters in cents. */
export interface FeeCeiling {
  readonly clause: Clause
  readonly own: boolean
  readonly costParameters: Readonly<Partial<Record<FeeCode, string>>>
  readonly textCode: TextCode
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
  /** Charged no further than the pro rata cost (SCC-3.A2). */
  | 'up-to-cost'

export interface FeeLine {
  readonly code: FeeCode
  /** Key of the re-scheduling it belongs to; null for intake fees. */
  readonly rescheduling: string | null
  readonly clause: Clause
  readonly own: boolean
  readonly textCode: TextCode
  readonly unit: FeeUnit
  /** The row of the authority table that says who may reduce it. */
  readonly reducedBy: Decision
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
  /** Why less is charged than the lines print, or nothing ever. */
  readonly notes: readonly Reason[]
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

/** A decision to charge less (SCC-4.B). */
export interface FeeReduction {
  readonly toCents: number
  readonly ground: 'ability-to-pay' | 'necessary' | 'justified' | 'interests-of-justice'
  /** Whether the person is already in the program: then it rests on a change of ability to pay. */
  readonly during: boolean
  /** The day on which it was determined that the ability to pay changed. */
  readonly abilityChangedOn: Day | null
}

export interface ReducedFee {
  readonly allowed: boolean
  /** What is charged after it; unchanged when it is not allowed. */
  readonly chargedCents: number
  readonly takenOffCents: number
  readonly permission: Permission
  readonly reasons: readonly Reason[]
}

export type CostFactor = 'salaries' | 'supervision' | 'equipment' | 'other-operating'

/** A board's resolution on the fees, with what it considered (SCC-3.A1). */
export interface FeeResolution {
  readonly number: string
  readonly adoptedOn: Day
  /** First day on which its amounts hold. */
  readonly from: Day
  readonly applicationFeeCents: number
  readonly dailyFeeCents: number
  /** The pro rata cost that the board found. */
  readonly applicationCostCents: number
  readonly dayCostCents: number
  readonly factors: readonly CostFactor[]
}

export interface FeeResolutionCheck {
  readonly accepted: boolean
  readonly reasons: readonly Reason[]
  /** The county's parameters; empty when it is not accepted. */
  readonly overrides: readonly ParameterOverride[]
}

/** A fine that the Traffic Court referred (SWR-4). */
export interface FineInput {
  readonly fineCents: number
  /** The choice is the person's; null: not asked yet. */
  readonly personChose: boolean | null
  readonly hoursWorked: number
}

export interface FineConversion {
  readonly kind: 'converted' | 'ask' | 'not-chosen'
  /** What an hour counts; null while it is not converted. */
  readonly hourCents: number | null
  /** Hours that cover the whole fine. */
  readonly hours: number | null
  readonly creditedCents: number
  readonly leftCents: number
  readonly reasons: readonly Reason[]
  readonly on: Day
}

/** The days of a period that are charged by the same rates. */
export interface FeePeriodPart {
  readonly from: Day
  /** First day that is not in it. */
  readonly until: Day
  readonly worksheet: FeeWorksheet
}
