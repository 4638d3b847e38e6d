import { z } from 'zod'
import { act } from '../platform/act.ts'
import { csvAnswer } from '../platform/files.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { day, id, limit } from '../platform/schemas.ts'
import { receiptsCsv } from './lists-as-csv.ts'
import { receiptsOf } from './receipts.ts'
import { paymentForm, recordPayment, recordPaymentBody } from './record-payment.ts'
import { recordRefund, recordRefundBody } from './record-refund.ts'
import { type Receipts, receiptView } from './statement-schema.ts'
import { voidPayment, voidPaymentBody } from './void-payment.ts'

/** Payments, receipts and refunds. */
export const paymentRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/money/record-payment',
    permission: 'payment.record',
    summary: 'Take a payment and give it a numbered receipt',
    body: recordPaymentBody,
    response: z.object({
      receiptId: id,
      number: z.string(),
      balanceCents: z.int(),
      heldCents: z.int(),
      documentId: id,
    }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, recordPayment, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/void-payment',
    permission: 'payment.correct',
    summary: 'Void a receipt by a counter-entry with a reason; its number stays',
    body: voidPaymentBody,
    response: z.object({ number: z.string(), balanceCents: z.int(), documentId: id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, voidPayment, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/record-refund',
    permission: 'payment.correct',
    summary: 'Record that money held for a person was paid back',
    body: recordRefundBody,
    response: z.object({ balanceCents: z.int() }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, recordRefund, body),
  }),
  route({
    method: 'GET',
    path: '/api/money/receipts',
    permission: 'fee.read',
    summary: 'Receipts, newest first',
    query: z.object({
      from: day.optional(),
      until: day.optional(),
      form: paymentForm.optional(),
      state: z.enum(['all', 'standing', 'void']).default('all'),
      number: z
        .string()
        .regex(/^[0-9-]{1,20}$/, 'A receipt number has digits and a dash.')
        .optional(),
      limit,
      format: z.enum(['json', 'csv']).default('json'),
    }),
    response: z.object({ receipts: z.array(receiptView) }),
    handle: async ({ office, ctx, query, reply }) => {
      const receipts = await read<'money', Receipts>(office.db, ctx, (tx) => receiptsOf(tx, query))
      return query.format === 'csv'
        ? csvAnswer(reply, 'receipts', receiptsCsv(receipts, ctx.agency.timeZone))
        : { receipts }
    },
  }),
]
