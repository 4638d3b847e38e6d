import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { sittingBody } from '../looks/purposes.ts'
import { listNotTaken, notTaken, notTakenAsked, notTakenColumns } from './list.ts'
import { openedMessage, openMessage } from './open-message.ts'

/** What the device doors refused, for whoever looks after the units. */
export const notTakenRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/not-taken',
    permission: 'equipment.read',
    summary: 'Messages of units that could not be taken, with the reason; as CSV where asked',
    query: notTakenAsked,
    response: z.object({ messages: z.array(notTaken), total: z.int() }),
    handle: async ({ office, ctx, query, reply }) => {
      const found = await read<'monitoring', Awaited<ReturnType<typeof listNotTaken>>>(office.db, ctx, (tx) =>
        listNotTaken(tx, ctx, query),
      )
      if (query.format === 'json') return found
      const text = csv(found.messages, notTakenColumns, ctx.agency.timeZone)
      return csvAnswer(reply, `messages-not-taken-${ctx.today}`, text)
    },
  }),
  route({
    // A look is recorded with each opening; that is why it is no GET.
    method: 'POST',
    path: '/api/monitoring/not-taken/:id',
    permission: 'location.read',
    summary: 'What a message said that could not be taken, as it was kept',
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    body: z.strictObject({ looking: sittingBody }),
    response: openedMessage,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, { ...ctx, idempotencyKey: null }, openMessage, { ...params, ...body }),
  }),
]
