import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { answerMissedDay } from './answer-missed-day.ts'
import { decideCredit } from './decide-credit.ts'
import { dayHistory, readHistory } from './history.ts'
import { markForm } from './mark.ts'
import { markDay } from './mark-day.ts'

const marked = z.object({ version: z.int() })

/** Attendance of single days. */
export const attendanceRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/work-release/attendance',
    permission: 'attendance.write',
    summary: 'Mark one day of one person, or correct its mark',
    body: markForm,
    response: marked,
    handle: async ({ office, ctx, body }) => act(office.db, ctx, markDay, body),
  }),
  route({
    method: 'GET',
    path: '/api/work-release/contract-days/:id',
    permission: 'roster.read',
    summary: 'Every mark a day has had',
    params: z.object({ id }),
    response: dayHistory,
    handle: async ({ office, ctx, params }) =>
      read<'work', z.output<typeof dayHistory>>(office.db, ctx, (tx) => readHistory(tx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/contract-days/:id/credit',
    permission: 'attendance.write',
    summary: 'Decide whether hours below a full day count as a day',
    params: z.object({ id }),
    body: z.strictObject({
      version: z.int().min(1),
      days: z.union([z.literal(0), z.literal(1)], 'A day counts as one or as none.'),
      reason: text(500),
    }),
    response: marked,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, decideCredit, { contractDayId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/contract-days/:id/answer',
    permission: 'attendance.write',
    summary: 'Say what was done about a missed day',
    params: z.object({ id }),
    body: z.strictObject({ answer: z.enum(['letter-sent', 'no-letter']), reason: text(500) }),
    response: done,
    handle: async ({ office, ctx, params, body }) => {
      await act(office.db, ctx, answerMissedDay, { contractDayId: params.id, ...body })
      return { done: true as const }
    },
  }),
]
