import { z } from 'zod'
import { act } from '../platform/act.ts'
import { read } from '../platform/read.ts'
import { done, type Route, route } from '../platform/route.ts'
import { day, id, instant } from '../platform/schemas.ts'
import { words } from '../platform/words.ts'
import { readBookingPage } from './booking-page.ts'
import { completeBooking, completeBookingBody } from './complete-booking.ts'
import { saveBooking, saveBookingBody } from './save-booking.ts'
import { tickBody, tickItem, untickBody, untickItem } from './tick-item.ts'

const byId = z.object({ id })
const tick = z.object({ id, on: z.string(), by: z.string(), note: z.string() })

const page = z.object({
  bookingNumber: z.string(),
  personId: id,
  state: z.string(),
  canComplete: z.boolean(),
  record: z
    .object({
      id,
      employment: z.string(),
      healthNeeds: z.string(),
      specialNeeds: z.string(),
      signedOn: day.nullable(),
      gapsReason: z.string(),
      bookedAt: instant.nullable(),
      version: z.int(),
    })
    .nullable(),
  commitments: z.array(
    z.object({
      id,
      docket: z.string(),
      courtName: z.string(),
      sentencedOn: day.nullable(),
      startsOn: day.nullable(),
      paperId: id.nullable(),
      statutes: z.array(z.string()),
    }),
  ),
  confinement: z.object({ days: z.int().nullable(), releaseDay: day.nullable() }),
  application: z
    .object({
      signedOn: day.nullable(),
      employer: z.string(),
      occupation: z.string(),
      workLimits: z.array(z.string()).nullable(),
      otherWorkLimits: z.string(),
      unableUntil: day.nullable(),
    })
    .nullable(),
  gaps: z.array(z.object({ name: z.string(), text: words })),
  fees: z.enum(['not-assessed', 'nothing-charged', 'settled', 'date-agreed', 'waiver-asked', 'owed']),
  checklist: z.array(
    z.object({
      name: z.string(),
      clause: z.string(),
      own: z.boolean(),
      text: words,
      state: z.enum(['done', 'open', 'ask', 'not-needed']),
      by: z.enum(['hand', 'record']),
      required: z.boolean(),
      missing: z.boolean(),
      tick: tick.nullable(),
      parts: z.array(z.object({ part: z.string(), text: words, tick: tick.nullable() })),
    }),
  ),
})

/** The booking record (WAP-BOOK.4) and the intake checklist (WAP-BOOK.5). */
export const bookingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/intake/enrolments/:id/booking',
    permission: 'enrolment.read',
    summary: 'The booking record and the intake checklist of an enrolment',
    params: byId,
    response: page,
    handle: ({ office, ctx, params }) =>
      read<'intake', Awaited<ReturnType<typeof readBookingPage>>>(office.db, ctx, (tx) =>
        readBookingPage(tx, params.id, ctx.today),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/booking',
    permission: 'booking.write',
    summary: 'Keep the booking record',
    params: byId,
    body: saveBookingBody,
    response: z.object({ version: z.int(), personVersion: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, saveBooking, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/booking/complete',
    permission: 'booking.write',
    summary: 'Book the person: the interview is done and what it requires is there',
    params: byId,
    body: completeBookingBody,
    response: z.object({ version: z.int() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, completeBooking, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/checklist',
    permission: 'booking.write',
    summary: 'Tick an item of the intake checklist',
    params: byId,
    body: tickBody,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, tickItem, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/ticks/:id/withdraw',
    permission: 'booking.write',
    summary: 'Take back a tick that was wrong',
    params: byId,
    body: untickBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, untickItem, { tickId: params.id, reason: body.reason }),
  }),
]
