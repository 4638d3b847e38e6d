import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem } from '../platform/problem.ts'
import { cents, id, text } from '../platform/schemas.ts'
import { programOf, takeNumber } from '../programs/index.ts'
import { uncollectibleOn } from './collectible.ts'
import { holdReceivable, keepEntry, type Receivable } from './ledger/receivable.ts'
import { balanceCents, owedCents } from './ledger/standing.ts'
import { dollars, heldOf } from './payment-rules.ts'
import { askReceipt } from './receipt-document.ts'

/** The forms of WAP-P3.1, as routes take them. */
export const paymentForm = z.enum(['cash', 'money-order', 'cashiers-check'])

/** A payment over the counter. */
export const recordPaymentBody = z.strictObject({
  enrolmentId: id,
  form: paymentForm,
  amountCents: cents.min(1, 'Type an amount above zero.'),
  receivedFrom: text(120),
  /** The number printed on a money order or cashier's check; empty for cash. */
  instrumentNumber: text(40, false).default(''),
})

/** What the page shows after a payment. */
export interface PaymentRecorded {
  receiptId: string
  number: string
  balanceCents: number
  heldCents: number
  documentId: string
}

/**
 * Takes a payment and gives it a receipt with the next number of the year (WAP-P3.1, WAP-BOOK.5). The receipt's
 * paper is asked for in the person's language.
 * @throws Problem `not-found` when no fees are assessed; `cannot-be` at the field that is wrong, also for cash
 *   beyond what is owed and for a balance that may not be collected
 */
export const recordPayment = verb(
  'money.record-payment',
  async (work, input: z.output<typeof recordPaymentBody>): Promise<PaymentRecorded> => {
    const receivable = await holdReceivable(work, input.enrolmentId)
    const held = heldOf(input, await formsTaken(work, input.enrolmentId), await mayCollect(work, receivable))
    // From here on every other payment of this office waits: the number is taken as late as can be.
    const year = work.ctx.today.year
    const serial = await work.call(takeNumber, { kind: 'receipt', year })
    const receipt = { id: randomUUID(), number: `${year}-${String(serial).padStart(6, '0')}`, year, serial }
    const entry = await keepEntry(work, receivable, {
      kind: 'payment',
      against: [{ account: 'drawer', part: input.form, amountCents: input.amountCents }],
      about: {
        receipt: receipt.id,
        number: receipt.number,
        form: input.form,
        instrument: input.instrumentNumber,
      },
    })
    const balance = balanceCents(entry.receivable.holdings)
    const documentId = await askReceipt(work, {
      ...input,
      receiptId: receipt.id,
      personId: receivable.personId,
      number: receipt.number,
      heldCents: held,
      owedBeforeCents: owedCents(receivable.holdings),
      balanceCents: balance,
      takenOn: work.ctx.today.toString(),
      takenBy: work.ctx.actorName,
      voided: null,
    })
    await writeReceipt(work, input, { ...receipt, entryId: entry.id, held, balance, documentId })
    await work.emit('money.payment-recorded', {
      enrolment: input.enrolmentId,
      person: receivable.personId,
      receipt: receipt.id,
    })
    return {
      receiptId: receipt.id,
      number: receipt.number,
      balanceCents: balance,
      heldCents: held,
      documentId,
    }
  },
)

async function formsTaken({ db }: Work<'money'>, enrolmentId: string) {
  const { pack } = await db
    .selectFrom('programs.v_enrolment')
    .select('pack')
    .where('id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  return programOf({ pack: pack! }).paymentForms
}

/** What is owed and may be collected today, in cents. */
async function mayCollect(work: Work<'money'>, { enrolmentId, holdings }: Receivable): Promise<number> {
  const owed = owedCents(holdings)
  const barred = owed === 0 ? null : await uncollectibleOn(work.db, enrolmentId, work.ctx.today)
  const may = Math.max(0, owed - (barred?.cents ?? 0))
  if (barred && may === 0) {
    throw fieldProblem(
      'amountCents',
      `The balance of ${dollars(owed)} may not be collected (${barred.statute}). Take nothing, and take the balance off the statement.`,
    )
  }
  return may
}

async function writeReceipt(
  { ctx, db }: Work<'money'>,
  input: z.output<typeof recordPaymentBody>,
  receipt: {
    id: string
    number: string
    year: number
    serial: number
    entryId: string
    held: number
    balance: number
    documentId: string
  },
): Promise<void> {
  await db
    .insertInto('money.receipt')
    .values({
      agency_id: ctx.agency.id,
      id: receipt.id,
      enrolment_id: input.enrolmentId,
      entry_id: receipt.entryId,
      year: receipt.year,
      serial: receipt.serial,
      number: receipt.number,
      form: input.form,
      instrument_number: input.instrumentNumber,
      amount_cents: input.amountCents,
      held_cents: receipt.held,
      balance_cents: receipt.balance,
      received_from: input.receivedFrom,
      taken_on: ctx.today,
      taken_at: ctx.now,
      taken_by: ctx.actor!,
      document_id: receipt.documentId,
    })
    .execute()
}
