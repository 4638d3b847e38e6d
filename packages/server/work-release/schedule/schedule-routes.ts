import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { notFound } from '../../platform/problem.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { circumstancesForm, noteCircumstances } from './circumstances.ts'
import { allowEarlyStart } from './early-start.ts'
import { scheduleFacts } from './facts.ts'
import { schedulePage, scheduleShown } from './schedule-page.ts'

/** Choosing site and days. */
export const scheduleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/work-release/enrolments/:id/schedule',
    permission: 'site.read',
    summary: 'Sites in order, days proposed and places left, for one person',
    params: z.object({ id }),
    query: z.object({ siteId: id.optional() }),
    response: schedulePage,
    handle: async ({ office, ctx, params, query }) =>
      read<'work', z.output<typeof schedulePage>>(office.db, ctx, async (tx) => {
        const facts = await scheduleFacts(tx, ctx, params.id)
        if (query.siteId && !facts.siteNames.has(query.siteId)) throw notFound('work site')
        return scheduleShown(tx, facts, query.siteId ?? null)
      }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/enrolments/:id/circumstances',
    permission: 'schedule.write',
    summary: 'Keep what was asked of a person for the choice of site and days',
    params: z.object({ id }),
    body: circumstancesForm.extend({ version: z.int().min(0) }),
    response: z.object({ version: z.int() }),
    handle: async ({ office, ctx, params, body: { version, ...asked } }) =>
      act(office.db, ctx, noteCircumstances, { enrolmentId: params.id, version, asked }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/enrolments/:id/early-start',
    permission: 'schedule.allow-early',
    summary: 'Allow one contract a first day within the notice',
    params: z.object({ id }),
    body: z.strictObject({ reason: text(500) }),
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, allowEarlyStart, { enrolmentId: params.id, reason: body.reason }),
  }),
]
