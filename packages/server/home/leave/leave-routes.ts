import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id, limit } from '../../platform/schemas.ts'
import { askLeave, leaveForm } from './ask-leave.ts'
import { decideLeave, decisionBody, endBody, endLeave } from './decide-leave.ts'
import { type ListedLeave, leaveColumns, leavePage, listedLeave, listLeave, readLeave } from './leave-list.ts'

const versioned = z.object({ version: z.int() })

/** Leave: asked, decided, ended (EMP-1.2, EMP-1.5). */
export const leaveRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/leave',
    permission: 'home.read',
    summary: 'Leaves with their clock; as CSV where asked',
    query: z.object({
      show: z.enum(['open', 'current', 'all']).default('open'),
      enrolmentId: id.optional(),
      limit,
      format: z.enum(['json', 'csv']).default('json'),
    }),
    response: z.object({ leave: z.array(listedLeave) }),
    handle: async ({ office, ctx, query, reply }) => {
      const leave = await read<'home', ListedLeave[]>(office.db, ctx, (tx) => listLeave(tx, ctx, query))
      if (query.format === 'json') return { leave }
      return csvAnswer(reply, `leave-${ctx.today}`, csv(leave, leaveColumns, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'GET',
    path: '/api/home/leave/:id',
    permission: 'home.read',
    summary: 'One leave: its dates, who asked, who decided and why',
    params: z.object({ id }),
    response: leavePage,
    handle: async ({ office, ctx, params }) =>
      read<'home', z.output<typeof leavePage>>(office.db, ctx, (tx) => readLeave(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/leave',
    permission: 'leave.ask',
    summary: 'Ask for a leave on a participant’s word',
    params: z.object({ id }),
    body: leaveForm,
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, askLeave, { enrolmentId: params.id, form: body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/leave/:id/decision',
    permission: 'leave.decide',
    summary: 'Decide a leave with a coded reason',
    params: z.object({ id }),
    body: decisionBody,
    response: versioned,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, decideLeave, { leaveId: params.id, decision: body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/leave/:id/end',
    permission: 'leave.ask',
    summary: 'End a leave before its time, or take back one that is not decided',
    params: z.object({ id }),
    body: endBody,
    response: versioned,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, endLeave, { leaveId: params.id, end: body }),
  }),
]
