import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { day, id } from '../../platform/schemas.ts'
import { endException, exceptDay, exceptionForm } from './except-day.ts'
import { addHoliday, endHoliday, holidayForm } from './holidays.ts'
import { capacityForm, setCapacity } from './set-capacity.ts'
import { type SiteDay, siteDay, siteDays } from './site-days.ts'

/** No grid of a site is longer. */
const longestGridDays = 400

const holiday = z.object({ id, onDay: day, name: z.string() })

/** Places by day: plan, exceptions, holidays. */
export const placeRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/work-release/sites/:id/days',
    permission: 'site.read',
    summary: 'Places of a site by day, both days included',
    params: z.object({ id }),
    query: z.object({ from: day, lastDay: day }),
    response: z.object({ days: z.array(siteDay) }),
    handle: async ({ office, ctx, params, query }) => {
      const length = query.from.until(query.lastDay).days + 1
      if (length < 1 || length > longestGridDays)
        throw fieldProblem('lastDay', `Ask for 1 to ${longestGridDays} days.`)
      const days = await read<'work', SiteDay[]>(office.db, ctx, (tx) =>
        siteDays(tx, params.id, query.from, query.lastDay.add({ days: 1 })),
      )
      if (days.length === 0) throw notFound('work site')
      return { days }
    },
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites/:id/capacity',
    permission: 'site.write',
    summary: 'Set how many people a site takes by day of the week, from a day on',
    params: z.object({ id }),
    body: capacityForm,
    response: done,
    handle: async ({ office, ctx, params, body }) => {
      await act(office.db, ctx, setCapacity, { ...body, siteId: params.id })
      return { done: true as const }
    },
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites/:id/exceptions',
    permission: 'site.write',
    summary: 'Close a site on a day, or give the day another number of places',
    params: z.object({ id }),
    body: exceptionForm,
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, exceptDay, { ...body, siteId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites/:id/exceptions/:exceptionId/end',
    permission: 'site.write',
    summary: 'Take an exception back',
    params: z.object({ id, exceptionId: id }),
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endException, { siteId: params.id, exceptionId: params.exceptionId })
      return { done: true as const }
    },
  }),
  route({
    method: 'GET',
    path: '/api/work-release/holidays',
    permission: 'site.read',
    summary: 'Holidays from today on',
    response: z.object({ holidays: z.array(holiday) }),
    handle: async ({ office, ctx }) => {
      const rows = await read<'work', { id: string; on_day: z.output<typeof day>; name: string }[]>(
        office.db,
        ctx,
        (tx) =>
          tx
            .selectFrom('work.holiday')
            .select(['id', 'on_day', 'name'])
            .where('ended_at', 'is', null)
            .where('on_day', '>=', ctx.today)
            .orderBy('on_day')
            .execute(),
      )
      return { holidays: rows.map((row) => ({ id: row.id, onDay: row.on_day, name: row.name })) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/work-release/holidays',
    permission: 'site.write',
    summary: 'Close every site on a day',
    body: holidayForm,
    response: z.object({ id }),
    handle: async ({ office, ctx, body }) => act(office.db, ctx, addHoliday, body),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/holidays/:id/end',
    permission: 'site.write',
    summary: 'Take a holiday back',
    params: z.object({ id }),
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endHoliday, { id: params.id })
      return { done: true as const }
    },
  }),
]
