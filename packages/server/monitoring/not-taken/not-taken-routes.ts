import { z } from 'zod'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { listNotTaken, notTaken, notTakenAsked, notTakenColumns } from './list.ts'

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
]
