import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { returnWeek } from './return-week.ts'
import { readSiteSheet, siteSheet } from './site-sheet.ts'
import { tickDay, tickForm } from './tick-day.ts'

/** The site supervisor's own page: this week's sheet, ticking, returning. Nothing else. */
export const siteSheetRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/work-release/site-sheet',
    permission: 'site-sheet.use',
    summary: 'This week’s sheet of the sites of the account',
    response: siteSheet,
    handle: async ({ office, ctx }) =>
      read<'work', z.output<typeof siteSheet>>(office.db, ctx, (tx) => readSiteSheet(tx, ctx)),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/site-sheet/ticks',
    permission: 'site-sheet.use',
    summary: 'Tick one day on the sheet of an own site',
    body: tickForm,
    response: z.object({ version: z.int() }),
    handle: async ({ office, ctx, body }) => act(office.db, ctx, tickDay, body),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/site-sheet/:siteId/return',
    permission: 'site-sheet.use',
    summary: 'Return this week’s sheet of an own site',
    params: z.object({ siteId: id }),
    body: z.strictObject({}),
    response: z.object({ id }),
    handle: async ({ office, ctx, params }) => act(office.db, ctx, returnWeek, { siteId: params.siteId }),
  }),
]
