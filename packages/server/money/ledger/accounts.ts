import type { FeeCode, FeeReason, FeeUnit, PaymentForm } from '@inlieu/law'

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

/** The fees that the ledger has lines for, and what they are counted in. */
export const ledgerFees = [
  'administrative',
  'application',
  'daily',
  'equipment-rental',
  'monitoring',
  're-scheduling',
  're-scheduled-day',
] as const
export const ledgerUnits = ['once', 'day', 're-scheduling'] as const
export const ledgerReasons = [
  'charged',
  'repealed',
  'nothing-to-charge',
  'not-admitted',
  'no-ability-review',
  'within-another',
  'up-to-cost',
] as const
export type LedgerFee = (typeof ledgerFees)[number]
export type LedgerUnit = (typeof ledgerUnits)[number]

/** @throws Error for a fee of another program, which the ledger has no lines for */
export const ledgerFee = (code: FeeCode): LedgerFee => lineOf(ledgerFees, code)

/** @throws Error for a unit of another program */
export const ledgerUnit = (unit: FeeUnit): LedgerUnit => lineOf(ledgerUnits, unit)

/** @throws Error for a reason that only fees of another program have */
export const ledgerReason = (reason: FeeReason): (typeof ledgerReasons)[number] =>
  lineOf(ledgerReasons, reason)

function lineOf<T extends string>(known: readonly T[], given: string): T {
  const found = known.find((one) => one === given)
  if (found === undefined) throw new Error(`The ledger has no line for ${given}.`)
  return found
}

/** One side of an entry that stands against what the person owes. */
export type Against =
  | { account: 'fee-income'; part: LedgerFee; amountCents: number }
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
