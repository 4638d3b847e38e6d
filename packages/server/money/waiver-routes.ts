import { z } from 'zod'
import { act } from '../platform/act.ts'
import { notFound } from '../platform/problem.ts'
import { read } from '../platform/read.ts'
import { done, type Route, route } from '../platform/route.ts'
import { id, limit } from '../platform/schemas.ts'
import { askWaiver, askWaiverBody, budgetForm } from './ask-waiver.ts'
import { decideWaiver, decideWaiverBody, withdrawWaiver, withdrawWaiverBody } from './decide-waiver.ts'
import { openBudget, openBudgetBody } from './open-budget.ts'
import { statementOf } from './statement.ts'
import { type Statement, statementView, type Waivers, waiverView } from './statement-schema.ts'
import { waiversOf } from './waivers.ts'

/** Asking for a waiver of fees, and deciding one. */
export const waiverRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/money/waivers',
    permission: 'fee.read',
    summary: 'Requests to waive fees: open ones oldest first, then those that are settled',
    query: z.object({ state: z.enum(['open', 'decided', 'all']).default('open'), limit }),
    response: z.object({ waivers: z.array(waiverView) }),
    handle: async ({ office, ctx, query }) => ({
      waivers: await read<'money', Waivers>(office.db, ctx, (tx) => waiversOf(tx, ctx, query)),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/money/waivers/:id',
    permission: 'fee.read',
    summary: 'One request to waive fees, with the statement it is about',
    params: z.object({ id }),
    response: z.object({ waiver: waiverView, statement: statementView }),
    handle: ({ office, ctx, params }) =>
      read<'money', { waiver: Waivers[number]; statement: Statement }>(office.db, ctx, async (tx) => {
        const [waiver] = await waiversOf(tx, ctx, { id: params.id })
        if (!waiver) throw notFound('waiver')
        return { waiver, statement: await statementOf(tx, ctx, waiver.enrolmentId) }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/money/ask-waiver',
    permission: 'waiver.ask',
    summary: 'Ask to have fees waived or reduced, with the budget form',
    body: askWaiverBody,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, askWaiver, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/open-budget',
    permission: 'waiver.ask',
    summary: 'Open the budget form of a waiver; the look is recorded',
    body: openBudgetBody,
    response: budgetForm,
    handle: ({ office, ctx, body }) => act(office.db, ctx, openBudget, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/decide-waiver',
    permission: 'waiver.decide',
    summary: 'Decide a waiver; never by who asked',
    body: decideWaiverBody,
    response: z.object({ waivedCents: z.int(), balanceCents: z.int(), documentId: id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, decideWaiver, body),
  }),
  route({
    method: 'POST',
    path: '/api/money/withdraw-waiver',
    permission: 'waiver.ask',
    summary: 'Take back a request for a waiver on the person’s word',
    body: withdrawWaiverBody,
    response: done,
    handle: ({ office, ctx, body }) => act(office.db, ctx, withdrawWaiver, body),
  }),
]
