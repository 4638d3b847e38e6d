import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { addDatedHours, datedHoursBody, endDatedHours } from './dated-hours.ts'
import { readSchedule, schedulePage } from './schedule-page.ts'
import { scheduleBody, setSchedule } from './set-schedule.ts'

/** The hours of a person's zones: weekly, and of single days (EMP-1.2). */
export const scheduleRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/enrolments/:id/schedule',
    permission: 'home.read',
    summary: 'The weekly hours of a person, days that differ, earlier versions',
    params: z.object({ id }),
    response: schedulePage,
    handle: async ({ office, ctx, params }) =>
      read<'home', z.output<typeof schedulePage>>(office.db, ctx, (tx) => readSchedule(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/schedule',
    permission: 'zone.write',
    summary: 'Set the weekly hours of a person; in force at once, the earlier ones kept',
    params: z.object({ id }),
    body: scheduleBody,
    response: z.object({ version: z.int() }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, setSchedule, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/dated-hours',
    permission: 'zone.write',
    summary: 'Give one day other hours than the week has',
    params: z.object({ id }),
    body: datedHoursBody,
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, addDatedHours, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/dated-hours/:id/end',
    permission: 'zone.write',
    summary: 'Let a day follow the week again',
    params: z.object({ id }),
    body: z.strictObject({ because: text(500) }),
    response: done,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, endDatedHours, { id: params.id, because: body.because }),
  }),
]
