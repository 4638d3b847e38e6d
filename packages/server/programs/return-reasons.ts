import type { Decision } from '@inlieu/law'
import type { ProgramRun } from './program.ts'

/**
 * Why a case goes back to court (own: the policy names the return, not its grounds). `fees-not-paid` is here so
 * that it is refused with what to do instead, and not written down as something else (WAP-P3.3).
 */
export const returnReasons = [
  'days-missed',
  'rules-broken',
  'law-or-probation-violated',
  'court-asked',
  'cannot-work',
  'fees-not-paid',
  'other',
] as const

/** Whose decision a return for a reason is: of the program's texts; null, the court's own. */
const atHome: Readonly<Partial<Record<ReturnReason, Decision | null>>> = {
  // SCC-2.D; a violation of law or probation is read as one of the rules (own).
  'rules-broken': 'return-to-custody',
  'law-or-probation-violated': 'return-to-custody',
  'court-asked': null,
  other: 'remove',
}

/**
 * Who decides a return for this reason, in a program that is served so.
 * @returns a decision of the authority table; null where the court has decided; undefined where the reason is none here
 */
export const returnDecision = (
  reason: ReturnReason,
  served: ProgramRun['served'],
): Decision | null | undefined => (served === 'at-home' ? atHome[reason] : 'return-to-court')

const endings: Readonly<Partial<Record<ReturnReason, string>>> = {
  'rules-broken': 'rule-violation',
  'law-or-probation-violated': 'rule-violation',
  'court-asked': 'court-order',
  'fees-not-paid': 'nonpayment',
  other: 'removed',
}

/** What a pack of home detention calls an ending for this reason; undefined where the reason is none of it. */
export const endingOf = (reason: ReturnReason): string | undefined => endings[reason]

/** One of {@link returnReasons}. */
export type ReturnReason = (typeof returnReasons)[number]

const words: Readonly<Record<ReturnReason, string>> = {
  'days-missed': 'Scheduled days were missed or left incomplete without excuse (WAP-P6.5)',
  'rules-broken': 'Program rules were not followed, with formal disciplinary action (WAP-ELIG.h)',
  'law-or-probation-violated': 'A violation of law or probation (WAP-ELIG.i)',
  'court-asked': 'The court asked for the case back',
  'cannot-work': 'The person cannot do the work (WAP-P7.1)',
  'fees-not-paid': 'Fees were not paid',
  other: 'Another reason, given in the note',
}

const wordsAtHome: Readonly<Partial<Record<ReturnReason, string>>> = {
  'rules-broken': 'Rules of home detention were not followed (SCC-2.D)',
  'law-or-probation-violated': 'A violation of law or probation (SCC-2.D)',
}

/** A reason as the papers say it. */
export const returnReasonInWords = (reason: ReturnReason, served: ProgramRun['served']): string =>
  (served === 'at-home' ? wordsAtHome[reason] : undefined) ?? words[reason]
