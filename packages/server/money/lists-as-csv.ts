import { csv } from '../platform/files.ts'
import type { LedgerRow } from './report-schema.ts'
import type { Receipts } from './statement-schema.ts'

// A spreadsheet adds up numbers, not "$190.00".
const amount = (cents: number): number => cents / 100

/** Receipts as CSV, amounts in dollars. */
export function receiptsCsv(receipts: Receipts, timeZone: string): string {
  return csv(
    receipts,
    [
      { title: 'Receipt', value: (row) => row.number },
      { title: 'Date', value: (row) => row.takenOn.toString() },
      { title: 'Booking number', value: (row) => row.enrolmentNumber },
      { title: 'Person', value: (row) => row.person },
      { title: 'Received from', value: (row) => row.receivedFrom },
      { title: 'Form', value: (row) => row.form },
      { title: 'Number of check or order', value: (row) => row.instrumentNumber },
      { title: 'Amount', value: (row) => amount(row.amountCents) },
      { title: 'Held for the person', value: (row) => amount(row.heldCents) },
      { title: 'Taken by', value: (row) => row.takenBy },
      { title: 'Void since', value: (row) => row.voided?.on.toString() ?? null },
      { title: 'Voided by', value: (row) => row.voided?.by ?? null },
      { title: 'Why void', value: (row) => row.voided?.reason ?? null },
    ],
    timeZone,
  )
}

/** Postings of the ledger as CSV, amounts in dollars. */
export function ledgerCsv(rows: readonly LedgerRow[], timeZone: string): string {
  return csv(
    rows,
    [
      { title: 'Date', value: (row) => row.onDay.toString() },
      { title: 'Time', value: (row) => row.at },
      { title: 'Booking number', value: (row) => row.enrolmentNumber },
      { title: 'Person', value: (row) => row.person },
      { title: 'Line', value: (row) => row.line },
      { title: 'Kind', value: (row) => row.kind },
      { title: 'Account', value: (row) => row.account },
      { title: 'Of', value: (row) => row.part },
      { title: 'Debit', value: (row) => (row.debitCents === 0 ? null : amount(row.debitCents)) },
      { title: 'Credit', value: (row) => (row.creditCents === 0 ? null : amount(row.creditCents)) },
      { title: 'Reason', value: (row) => row.reason },
      { title: 'By', value: (row) => row.by },
    ],
    timeZone,
  )
}
