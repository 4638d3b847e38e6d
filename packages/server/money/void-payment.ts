import type { PaymentForm } from '@inlieu/law'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { id, text } from '../platform/schemas.ts'
import { holdReceivable, keepEntry } from './ledger/receivable.ts'
import { balanceCents } from './ledger/standing.ts'
import { askReceipt } from './receipt-document.ts'

/** Which receipt to void, and why. */
export const voidPaymentBody = z.strictObject({ receiptId: id, reason: text(500) })

/** What the page shows after a receipt was voided. */
export interface PaymentVoided {
  number: string
  balanceCents: number
  documentId: string
}

/**
 * Voids a receipt by a counter-entry. Its number stays and says void; what it paid is owed again.
 * @throws Problem `not-found`; `already-done` when it is void already
 */
export const voidPayment = verb(
  'money.void-payment',
  async (work, input: z.output<typeof voidPaymentBody>): Promise<PaymentVoided> => {
    const { ctx, db } = work
    const receipt = await receiptOf(work, input.receiptId)
    const receivable = await holdReceivable(work, receipt.enrolment_id)
    await refuseSecondVoid(work, input.receiptId, receipt.number)
    const form = receipt.form as PaymentForm
    const entry = await keepEntry(work, receivable, {
      kind: 'payment-void',
      against: [{ account: 'drawer', part: form, amountCents: 0 - receipt.amount_cents }],
      about: { receipt: receipt.id, number: receipt.number, form, instrument: receipt.instrument_number },
      reason: input.reason,
      corrects: receipt.entry_id,
    })
    const documentId = await askReceipt(work, {
      receiptId: receipt.id,
      enrolmentId: receipt.enrolment_id,
      personId: receivable.personId,
      number: receipt.number,
      form,
      instrumentNumber: receipt.instrument_number,
      amountCents: receipt.amount_cents,
      heldCents: receipt.held_cents,
      owedBeforeCents: receipt.balance_cents + receipt.amount_cents,
      balanceCents: receipt.balance_cents,
      receivedFrom: receipt.received_from,
      takenOn: receipt.taken_on.toString(),
      takenBy: receipt.taken_by_name,
      voided: { on: ctx.today.toString(), reason: input.reason, by: ctx.actorName },
    })
    await db
      .insertInto('money.receipt_void')
      .values({
        agency_id: ctx.agency.id,
        receipt_id: receipt.id,
        enrolment_id: receipt.enrolment_id,
        entry_id: entry.id,
        reason: input.reason,
        on_day: ctx.today,
        at: ctx.now,
        by: ctx.actor!,
        document_id: documentId,
      })
      .execute()
    await work.emit('money.payment-voided', {
      enrolment: receipt.enrolment_id,
      person: receivable.personId,
      receipt: receipt.id,
    })
    return { number: receipt.number, balanceCents: balanceCents(entry.receivable.holdings), documentId }
  },
)

async function receiptOf({ db }: Work<'money'>, receiptId: string) {
  const receipt = await db
    .selectFrom('money.receipt as r')
    .leftJoin('access.v_account as a', 'a.id', 'r.taken_by')
    .selectAll('r')
    .select('a.display_name as taken_by_name')
    .where('r.id', '=', receiptId)
    .executeTakeFirst()
  if (!receipt) throw notFound('receipt')
  return { ...receipt, taken_by_name: receipt.taken_by_name ?? '' }
}

async function refuseSecondVoid({ db }: Work<'money'>, receiptId: string, number: string): Promise<void> {
  const voided = await db
    .selectFrom('money.receipt_void as v')
    .leftJoin('access.v_account as a', 'a.id', 'v.by')
    .select(['v.on_day', 'a.display_name'])
    .where('v.receipt_id', '=', receiptId)
    .executeTakeFirst()
  if (!voided) return
  throw new Problem(
    'already-done',
    `Receipt ${number} is void since ${voided.on_day}, by ${voided.display_name ?? 'another account'}.`,
  )
}
