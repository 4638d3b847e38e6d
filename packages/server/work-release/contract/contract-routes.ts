import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { contractForm } from './contract-form.ts'
import { contractPage, readContract } from './contract-page.ts'
import { makeContract } from './make-contract.ts'
import { printContract } from './print-contract.ts'

/** The work schedule contract. */
export const contractRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/work-release/enrolments/:id/contract',
    permission: 'enrolment.read',
    summary: 'The work contract as it stands, and every version before',
    params: z.object({ id }),
    response: contractPage,
    handle: async ({ office, ctx, params }) =>
      read<'work', z.output<typeof contractPage>>(office.db, ctx, (tx) => readContract(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/enrolments/:id/contract',
    permission: 'schedule.write',
    summary: 'Make the next version of a work contract',
    params: z.object({ id }),
    body: contractForm,
    response: z.object({ id, version: z.int(), documentId: id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, makeContract, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/enrolments/:id/contract/print',
    permission: 'schedule.write',
    summary: 'Ask for a version of a contract as a paper',
    params: z.object({ id }),
    body: z.strictObject({ version: z.int().min(1), language: z.enum(['en', 'es']) }),
    response: z.object({ documentId: id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, printContract, { enrolmentId: params.id, ...body }),
  }),
]
