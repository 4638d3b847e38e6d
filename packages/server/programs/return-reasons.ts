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

/** A reason as the papers say it. */
export const returnReasonInWords = (reason: ReturnReason): string => words[reason]
