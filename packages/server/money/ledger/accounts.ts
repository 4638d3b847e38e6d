import type { FeeCode, PaymentForm } from '@inlieu/law'

/** The named accounts of the ledger; the migration says what each holds. Debit is positive, credit negative. */
export type Account =
  | 'receivable'
  | 'refunds-payable'
  | 'fee-income'
  | 'drawer'
  | 'waived'
  | 'uncollectible'
  | 'refunds-paid'

/** Every account, in the order in which reports show them. */
export const accounts: readonly Account[] = [
  'receivable',
  'refunds-payable',
  'fee-income',
  'drawer',
  'waived',
  'uncollectible',
  'refunds-paid',
]

/** One side of an entry that stands against what the person owes. */
export type Against =
  | { account: 'fee-income'; part: FeeCode; amountCents: number }
  | { account: 'drawer'; part: PaymentForm; amountCents: number }
  | { account: 'waived' | 'uncollectible' | 'refunds-paid'; part: ''; amountCents: number }

/** What one enrolment's accounts hold, in cents. */
export type Holdings = Readonly<Record<Account, number>>

/** A statement on which nothing stands. */
export const nothing: Holdings = {
  receivable: 0,
  'refunds-payable': 0,
  'fee-income': 0,
  drawer: 0,
  waived: 0,
  uncollectible: 0,
  'refunds-paid': 0,
}
