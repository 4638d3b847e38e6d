import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer, spoken } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { day, id } from '../../platform/schemas.ts'
import { accountsToAdd } from './accounts-to-add.ts'
import { type Board, board, boardOf } from './board.ts'
import {
  endOnCall,
  moveOnCall,
  moveOnCallForm,
  type OnCallShown,
  onCallForm,
  onCallList,
  onCallShown,
  putOnCall,
} from './on-call.ts'
import { cancelShift, cancelShiftForm, planShift, shiftForm } from './plan-shift.ts'
import { addStaff, changeStaff, changeStaffForm, endStaff, staffForm } from './staff.ts'
import { handOver, handOverForm, takeOver, takeOverForm } from './take-over.ts'

const one = z.strictObject({ id })
const record = z.object({ id })
const isDone = { done: true as const }
const asCsv = z.enum(['json', 'csv']).default('json')

/** The plan of shifts, who is there, hand-overs, who is on call, and how each is reached. */
export const shiftRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/shifts',
    permission: 'shift.read',
    summary: 'The plan of some days with its gaps, who is at a post now, and what was handed over',
    query: z.strictObject({
      from: day.optional(),
      days: z.coerce.number().int().min(1).max(31).default(7),
      format: asCsv,
    }),
    response: board,
    handle: async ({ office, ctx, query, reply }) => {
      const shown = await read<'monitoring', Board>(office.db, ctx, (tx) =>
        boardOf(tx, ctx, query.from ?? ctx.today, query.days),
      )
      return query.format === 'csv'
        ? csvAnswer(reply, `shifts ${shown.from}`, shiftsAsCsv(shown, ctx.agency.timeZone))
        : shown
    },
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/shifts',
    permission: 'shift.write',
    summary: 'Plan a shift, or one for each day that fits',
    body: shiftForm,
    response: z.object({ ids: z.array(id) }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, planShift, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/shifts/:id/cancel',
    permission: 'shift.write',
    summary: 'Cancel a shift that is not over',
    params: one,
    body: cancelShiftForm,
    response: done,
    handle: async ({ office, ctx, params, body }) => {
      await act(office.db, ctx, cancelShift, { shiftId: params.id, ...body })
      return isDone
    },
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/take-over',
    permission: 'alarm.work',
    summary: 'Take a post over, with the hand-over note',
    body: takeOverForm,
    response: record,
    handle: ({ office, ctx, body }) => act(office.db, ctx, takeOver, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/hand-over',
    permission: 'alarm.work',
    summary: 'Write the hand-over note of one’s own post, and leave it',
    body: handOverForm,
    response: record,
    handle: ({ office, ctx, body }) => act(office.db, ctx, handOver, body),
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/staff/accounts',
    permission: 'shift.write',
    summary: 'Accounts of those who may work at the center or be called, and are not on its list yet',
    response: z.object({ accounts: z.array(z.object({ id, name: z.string() })) }),
    handle: async ({ office, ctx }) => ({
      accounts: await read<'monitoring', { id: string; name: string }[]>(office.db, ctx, (tx) =>
        accountsToAdd(tx, ctx.now),
      ),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/staff',
    permission: 'shift.write',
    summary: 'Add somebody whom the center can reach',
    body: staffForm,
    response: record,
    handle: ({ office, ctx, body }) => act(office.db, ctx, addStaff, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/staff/:id',
    permission: 'shift.write',
    summary: 'Change how somebody is reached',
    params: one,
    body: changeStaffForm,
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, changeStaff, { ...body, staffId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/staff/:id/end',
    permission: 'shift.write',
    summary: 'Take somebody off the list of the center',
    params: one,
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endStaff, { staffId: params.id })
      return isDone
    },
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/on-call',
    permission: 'shift.read',
    summary: 'Who is on call now and later, in the order of calling',
    query: z.strictObject({ format: asCsv }),
    response: z.object({ onCall: z.array(onCallShown) }),
    handle: async ({ office, ctx, query, reply }) => {
      const onCall = await read<'monitoring', OnCallShown[]>(office.db, ctx, (tx) => onCallList(tx, ctx.now))
      return query.format === 'csv'
        ? csvAnswer(reply, `on call ${ctx.today}`, onCallAsCsv(onCall, ctx.agency.timeZone))
        : { onCall }
    },
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/on-call',
    permission: 'shift.write',
    summary: 'Put somebody on call',
    body: onCallForm,
    response: record,
    handle: ({ office, ctx, body }) => act(office.db, ctx, putOnCall, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/on-call/:id/place',
    permission: 'shift.write',
    summary: 'Move somebody to another place in the order of calling',
    params: one,
    body: moveOnCallForm,
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, moveOnCall, { ...body, onCallId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/on-call/:id/end',
    permission: 'shift.write',
    summary: 'Take somebody off the list of who is on call',
    params: one,
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endOnCall, { onCallId: params.id })
      return isDone
    },
  }),
]

const shiftsAsCsv = (shown: Board, timeZone: string) =>
  csv(
    shown.shifts,
    [
      { title: 'Name', value: (row) => row.name },
      { title: 'Post', value: (row) => spoken(row.post) },
      { title: 'From', value: (row) => row.from },
      { title: 'To', value: (row) => row.to },
      { title: 'Taken over', value: (row) => row.takenAt },
    ],
    timeZone,
  )

const onCallAsCsv = (rows: readonly OnCallShown[], timeZone: string) =>
  csv(
    rows,
    [
      { title: 'Place', value: (row) => row.place },
      { title: 'Name', value: (row) => row.name },
      { title: 'Telephone', value: (row) => row.phone },
      { title: 'E-mail', value: (row) => row.email },
      { title: 'From', value: (row) => row.from },
      { title: 'To', value: (row) => row.to },
    ],
    timeZone,
  )
