import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../api/schema.gen.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** Everything about the money of one enrolment, as the office tells it. */
export type Statement = Answer<'/api/money/enrolments/{id}/statement'>
/** One line of a statement. */
export type StatementLine = Statement['lines'][number]
/** A fee as assessed. */
export type FeeLine = Statement['assessments'][number]['lines'][number]
/** A receipt as lists show it. */
export type Receipt = Statement['receipts'][number]
/** A request to waive fees. */
export type Waiver = Statement['waivers'][number]
/** What came over the counter on a day. */
export type TakingsOfDay = Answer<'/api/money/takings'>
/** One posting of the ledger. */
export type Posting = Answer<'/api/money/ledger'>['rows'][number]
/** Fee income of a period. */
export type Income = Answer<'/api/money/income'>

/** The fees of WAP-FEE.1, in words. */
export const feeNames: Record<FeeLine['code'], MessageDescriptor> = {
  administrative: msg`Administrative fee`,
  application: msg`Application fee`,
  daily: msg`Fee for each day`,
  'equipment-rental': msg`Equipment rental for each day, part of the daily fee`,
  monitoring: msg`Monitoring for each day, part of the daily fee`,
  're-scheduling': msg`Re-scheduling fee`,
  're-scheduled-day': msg`Fee for each day re-scheduled`,
}

/** A fee as it was assessed: the daily fee counts the days at home (SCC-3.A1), or those of the adjusted sentence. */
export function feeName({ code, clause }: Pick<FeeLine, 'code' | 'clause'>): MessageDescriptor {
  if (code !== 'daily') return feeNames[code]
  return clause === 'SCC-3.A1'
    ? msg`Fee for each day at home`
    : msg`Fee for each day of the adjusted sentence`
}

/** The forms of payment of WAP-P3.1, in words. */
export const formNames: Record<Receipt['form'], MessageDescriptor> = {
  cash: msg`Cash`,
  'money-order': msg`Money order`,
  'cashiers-check': msg`Cashier's check`,
}

/** How a request for a waiver stands, in words. */
export const waiverStates: Record<Waiver['state'], MessageDescriptor> = {
  open: msg`waits for a decision`,
  granted: msg({ message: 'granted', context: 'waiver' }),
  'granted-in-part': msg`granted in part`,
  denied: msg({ message: 'denied', context: 'waiver' }),
  withdrawn: msg({ message: 'taken back', context: 'waiver' }),
}

/** The ledger's accounts, in words. */
export const accountNames: Record<Posting['account'], MessageDescriptor> = {
  receivable: msg`Owed by people`,
  'refunds-payable': msg`Held for people`,
  'fee-income': msg`Fee income`,
  drawer: msg`Cash drawer`,
  waived: msg`Waived`,
  uncollectible: msg`Uncollectible`,
  'refunds-paid': msg`Paid back`,
}

/** The kinds of entry, in words. */
export const kindNames: Record<Posting['kind'], MessageDescriptor> = {
  fee: msg`Fee`,
  'fee-difference': msg`Fee changed`,
  'fee-correction': msg`Fee corrected`,
  payment: msg`Payment`,
  'payment-void': msg`Receipt voided`,
  waiver: msg`Waiver`,
  'waiver-reduced': msg`Waiver reduced`,
  uncollectible: msg`Not collectible`,
  'uncollectible-reduced': msg`Write-off reduced`,
  refund: msg`Paid back`,
}

/** Where a statement stands in the cache. */
export const statementKey = (enrolmentId: string) => ['money', 'statement', enrolmentId] as const
