import { z } from 'zod'
import { day, id, instant } from '../platform/schemas.ts'
import { accounts, ledgerFees } from './ledger/accounts.ts'
import { entryKinds } from './ledger/entries.ts'
import { receiptView } from './statement-schema.ts'

const form = z.enum(['cash', 'money-order', 'cashiers-check'])

/** What came over the counter on a day, for counting the drawer. */
export const takingsView = z.object({
  onDay: day,
  forms: z.array(
    z.object({
      form,
      receipts: z.int(),
      takenCents: z.int(),
      voidedCents: z.int(),
      /** What should lie in the drawer. */
      netCents: z.int(),
    }),
  ),
  netCents: z.int(),
  receipts: z.array(receiptView),
})

/** One posting of the ledger, as the treasurer's list shows it. */
export const ledgerRow = z.object({
  entryId: id,
  onDay: day,
  at: instant,
  line: z.int(),
  kind: z.enum(entryKinds),
  account: z.enum(accounts as [string, ...string[]]),
  part: z.string(),
  debitCents: z.int(),
  creditCents: z.int(),
  reason: z.string(),
  by: z.string().nullable(),
  enrolmentId: id,
  enrolmentNumber: z.string(),
  person: z.string(),
})

/** Fee income of a period (WAP-FEE.0), and what else moved. */
export const incomeView = z.object({
  from: day,
  until: day,
  fees: z.array(
    z.object({
      code: z.enum(ledgerFees),
      chargedCents: z.int(),
    }),
  ),
  chargedCents: z.int(),
  waivedCents: z.int(),
  uncollectibleCents: z.int(),
  collected: z.array(z.object({ form, cents: z.int() })),
  collectedCents: z.int(),
  refundedCents: z.int(),
  /** What the fees brought in: collected, less what was paid back. */
  incomeCents: z.int(),
})

/** Money that is held for a person because it was paid beyond what is owed. */
export const heldRow = z.object({
  enrolmentId: id,
  enrolmentNumber: z.string(),
  personId: id,
  person: z.string(),
  heldCents: z.int(),
})

/** A day's takings. */
export type Takings = z.output<typeof takingsView>
/** One posting of the ledger. */
export type LedgerRow = z.output<typeof ledgerRow>
/** Fee income of a period. */
export type Income = z.output<typeof incomeView>
/** Money held for one person. */
export type Held = z.output<typeof heldRow>
