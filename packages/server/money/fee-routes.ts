import { z } from 'zod'
import { act } from '../platform/act.ts'
import { read } from '../platform/read.ts'
import { type Route, route } from '../platform/route.ts'
import { id } from '../platform/schemas.ts'
import { agreeDate, agreeDateBody, putOffInterview, putOffInterviewBody } from './agree-date.ts'
import { assessFees, assessFeesBody } from './assess-fees.ts'
import { correctFee, correctFeeBody } from './correct-fee.ts'
import { statementOf } from './statement.ts'
import { type Statement, statementView } from './statement-schema.ts'
import { vacateBalance, vacateBalanceBody } from './vacate-balance.ts'

const balance = z.object({ balanceCents: z.int() })
const kept = z.object({ id })

/** The statement of an enrolment, and what is arranged about its fees. */
export const feeRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/money/enrolments/:id/statement',
    permission: 'fee.read',
    summary:
      'What an enrolment owes and why: statement, fees as assessed and as they would be, receipts, waivers',
    params: z.object({ id }),
    response: statementView,
    handle: ({ office, ctx, params }) =>
      read<'money', Statement>(office.db, ctx, (tx) => statementOf(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/money/assess-fees',
    permission: 'fee.assess',
    summary: 'Assess the fees by the newest worksheet; only the difference is added',
    body: assessFeesBody,
    response: z.object({ assessmentId: id.nullable() }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, assessFees, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/correct-fee',
    permission: 'payment.correct',
    summary: 'Take off a fee that should not have been charged, by a counter-entry with a reason',
    body: correctFeeBody,
    response: balance,
    handle: ({ office, ctx, body }) => act(office.db, ctx, correctFee, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/vacate-balance',
    permission: 'fee.assess',
    summary: 'Take off what the law says is uncollectible',
    body: vacateBalanceBody,
    response: balance,
    handle: ({ office, ctx, body }) => act(office.db, ctx, vacateBalance, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/agree-date',
    permission: 'payment.record',
    summary: 'Agree on a day by which fees will be paid',
    body: agreeDateBody,
    response: kept,
    handle: ({ office, ctx, body }) => act(office.db, ctx, agreeDate, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/put-off-interview',
    permission: 'payment.record',
    summary: 'Note that the interview goes on at a new appointment, with the financial statement due then',
    body: putOffInterviewBody,
    response: kept,
    handle: ({ office, ctx, body }) => act(office.db, ctx, putOffInterview, body),
  }),
]
