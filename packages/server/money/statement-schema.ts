import { z } from 'zod'
import { day, id, instant } from '../platform/schemas.ts'
import { ledgerFees, ledgerReasons, ledgerUnits } from './ledger/accounts.ts'
import { entryAbout } from './ledger/entries.ts'

const basis = z.enum(['law-as-it-stands', 'as-the-source-reads'])
const nullableText = z.string().nullable()

/** One line of a statement, as a person could read it aloud: date, what, why, amount, balance. */
const common = {
  id,
  line: z.int(),
  onDay: day,
  at: instant,
  by: nullableText,
  reason: z.string(),
  /** The line that this one corrects. */
  correctsLine: z.int().nullable(),
  amountCents: z.int(),
  balanceCents: z.int(),
}

/** What a line says, by its kind. */
export const statementLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fee'), about: entryAbout.fee, ...common }),
  z.object({ kind: z.literal('fee-difference'), about: entryAbout['fee-difference'], ...common }),
  z.object({ kind: z.literal('fee-correction'), about: entryAbout['fee-correction'], ...common }),
  z.object({ kind: z.literal('payment'), about: entryAbout.payment, ...common }),
  z.object({ kind: z.literal('payment-void'), about: entryAbout['payment-void'], ...common }),
  z.object({ kind: z.literal('waiver'), about: entryAbout.waiver, ...common }),
  z.object({ kind: z.literal('waiver-reduced'), about: entryAbout['waiver-reduced'], ...common }),
  z.object({ kind: z.literal('uncollectible'), about: entryAbout.uncollectible, ...common }),
  z.object({
    kind: z.literal('uncollectible-reduced'),
    about: entryAbout['uncollectible-reduced'],
    ...common,
  }),
  z.object({ kind: z.literal('refund'), about: entryAbout.refund, ...common }),
])

/** A fee as assessed, charged or not, with where it comes from and what ended it. */
export const feeLineView = z.object({
  code: z.enum(ledgerFees),
  clause: z.string(),
  own: z.boolean(),
  authority: z.string(),
  resolution: nullableText,
  statute: z.string(),
  unit: z.enum(ledgerUnits),
  unitCents: z.int(),
  quantity: z.int(),
  amountCents: z.int(),
  chargedCents: z.int(),
  reason: z.enum(ledgerReasons),
  repeal: z
    .object({ statute: z.string(), by: z.string(), operative: day, uncollectibleBy: z.string() })
    .nullable(),
})

const assessmentView = z.object({
  id,
  number: z.int(),
  occasion: z.enum(['intake', 're-scheduling']),
  worksheetNumber: z.int().nullable(),
  onDay: day,
  ratesOn: day,
  by: nullableText,
  basis,
  packVersion: z.string(),
  printedCents: z.int(),
  chargedCents: z.int(),
  lines: z.array(feeLineView),
})

/** The fees as they would be assessed now, where that would change something. */
const proposalView = z.object({
  worksheetNumber: z.int(),
  adjustedDays: z.int(),
  /** Days at home that are charged so far; null where the fees go with the adjusted sentence. */
  daysSupervised: z.int().nullable(),
  ratesOn: day,
  chargedCents: z.int(),
  printedCents: z.int(),
  lines: z.array(feeLineView),
})

const arrangementView = z.object({
  id,
  kind: z.enum(['pay-by', 'interview-put-off']),
  payBy: day.nullable(),
  note: z.string(),
  owedCents: z.int(),
  onDay: day,
  by: nullableText,
})

/** A receipt as lists show it. */
export const receiptView = z.object({
  id,
  number: z.string(),
  form: z.enum(['cash', 'money-order', 'cashiers-check']),
  instrumentNumber: z.string(),
  amountCents: z.int(),
  heldCents: z.int(),
  receivedFrom: z.string(),
  takenOn: day,
  takenAt: instant,
  takenBy: nullableText,
  voided: z.object({ on: day, by: nullableText, reason: z.string() }).nullable(),
  /** The newest paper of it, with VOID on it once it is void; null while it is being made. */
  paperId: id.nullable(),
  enrolmentId: id,
  enrolmentNumber: z.string(),
  personId: id,
  person: z.string(),
})

/** A request for a waiver as lists show it: never the budget. */
export const waiverView = z.object({
  id,
  enrolmentId: id,
  enrolmentNumber: z.string(),
  personId: id,
  person: z.string(),
  askedCents: z.int().nullable(),
  owedCents: z.int(),
  onDay: day,
  at: instant,
  askedBy: nullableText,
  /** Whether the account that looks is the one that asked: it may not decide. */
  askedByMe: z.boolean(),
  state: z.enum(['open', 'granted', 'granted-in-part', 'denied', 'withdrawn']),
  decision: z
    .object({
      waivedCents: z.int(),
      reason: z.string(),
      onDay: day,
      by: nullableText,
      clause: nullableText,
      /** The notice; null while it is being made, and where there is none. */
      paperId: id.nullable(),
    })
    .nullable(),
})

/** Everything about the money of one enrolment. */
export const statementView = z.object({
  enrolmentId: id,
  enrolmentNumber: z.string(),
  personId: id,
  person: z.string(),
  basis,
  basisFrom: z.object({ authority: nullableText, resolution: nullableText, from: day.nullable() }),
  assessedCents: z.int(),
  paidCents: z.int(),
  waivedCents: z.int(),
  uncollectibleCents: z.int(),
  balanceCents: z.int(),
  heldCents: z.int(),
  payBy: day.nullable(),
  lines: z.array(statementLine),
  assessments: z.array(assessmentView),
  proposal: proposalView.nullable(),
  /** Why no fees can be assessed yet; null when they can, or are. */
  cannotAssess: nullableText,
  /** What is owed and may not be collected today, and by which statute. */
  barred: z.object({ cents: z.int(), statute: z.string() }).nullable(),
  arrangements: z.array(arrangementView),
  receipts: z.array(receiptView),
  waivers: z.array(waiverView),
  forms: z.array(z.enum(['cash', 'money-order', 'cashiers-check'])),
})

/** A statement. */
export type Statement = z.output<typeof statementView>

/** Receipts as lists show them. */
export type Receipts = Statement['receipts']

/** Requests for waivers as lists show them. */
export type Waivers = Statement['waivers']
