import { z } from 'zod'
import { id } from '../../platform/schemas.ts'
import { ledgerFees, ledgerUnits } from './accounts.ts'

const feeCode = z.enum(ledgerFees)
const paymentForm = z.enum(['cash', 'money-order', 'cashiers-check'])

/** A fee on a statement: which, how much of what, and where it comes from. */
export const feeAbout = z.object({
  code: feeCode,
  unit: z.enum(ledgerUnits),
  unitCents: z.int(),
  quantity: z.int(),
  /** The quantity charged before, where an earlier assessment is changed. */
  quantityBefore: z.int().nullable(),
  clause: z.string(),
  /** Our reading of the clause, not its words. */
  own: z.boolean(),
  authority: z.string(),
  resolution: z.string().nullable(),
  assessment: id,
  worksheetNumber: z.int().nullable(),
  rescheduling: id.nullable(),
})

const receiptAbout = z.object({ receipt: id, number: z.string(), form: paymentForm, instrument: z.string() })
const waiverAbout = z.object({ waiver: id, outcome: z.enum(['granted', 'granted-in-part']) })

/** What each kind of entry says of itself. Screens word it. */
export const entryAbout = {
  fee: feeAbout,
  'fee-difference': feeAbout,
  'fee-correction': z.object({ code: feeCode, line: z.int() }),
  payment: receiptAbout,
  'payment-void': receiptAbout,
  waiver: waiverAbout,
  'waiver-reduced': z.object({ line: z.int() }),
  uncollectible: z.object({ statute: z.string(), textCode: z.string() }),
  'uncollectible-reduced': z.object({ line: z.int() }),
  refund: z.object({ reference: z.string() }),
} as const

/** The kinds of entry. */
export type EntryKind = keyof typeof entryAbout

/** What an entry of a kind says. */
export type EntryAbout<K extends EntryKind> = z.output<(typeof entryAbout)[K]>

/** Every kind of entry. */
export const entryKinds = Object.keys(entryAbout) as [EntryKind, ...EntryKind[]]
