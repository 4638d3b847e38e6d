import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { delegationEnd, endDelegation } from './end-delegation.ts'
import {
  choicesFor,
  type DelegationView,
  delegationChoices,
  delegationView,
  listDelegations,
} from './list-delegations.ts'
import { makeDelegation, newDelegation } from './make-delegation.ts'

const list = z.object({ delegations: z.array(delegationView) })

/** Who decides for whom ("or designee"). */
export const delegationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/access/delegations',
    permission: 'delegation.read',
    summary: 'What was delegated to whom, what holds today first',
    response: list,
    handle: async ({ office, ctx }) => ({
      delegations: await read<'access', DelegationView[]>(office.db, ctx, (tx) => listDelegations(tx, ctx)),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/access/delegations/choices',
    permission: 'delegation.write',
    summary: 'What the texts let be delegated, and who could use it',
    response: delegationChoices,
    handle: ({ office, ctx }) =>
      read<'access', z.output<typeof delegationChoices>>(office.db, ctx, (tx) => choicesFor(tx, ctx)),
  }),
  route({
    method: 'POST',
    path: '/api/access/delegations',
    permission: 'delegation.write',
    summary: 'Delegate decisions, or record what the holder of the rank signed',
    body: newDelegation,
    response: z.object({ ids: z.array(id) }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, makeDelegation, body),
  }),
  route({
    method: 'POST',
    path: '/api/access/delegations/end',
    permission: 'delegation.write',
    summary: 'End a delegation from a day on',
    body: delegationEnd,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, endDelegation, body),
  }),
  route({
    method: 'GET',
    path: '/api/access/own/delegations',
    permission: 'own.account',
    summary: 'What was delegated to oneself and holds, or will',
    response: list,
    handle: async ({ office, ctx }) => {
      const own = await read<'access', DelegationView[]>(office.db, ctx, (tx) =>
        listDelegations(tx, ctx, ctx.actor ?? ''),
      )
      return { delegations: own.filter(({ state }) => state !== 'ended') }
    },
  }),
]
