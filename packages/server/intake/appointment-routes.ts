import { z } from 'zod'
import { act } from '../platform/act.ts'
import { csv, csvAnswer } from '../platform/files.ts'
import { read } from '../platform/read.ts'
import { done, type Route, route } from '../platform/route.ts'
import { day, id, instant, limit } from '../platform/schemas.ts'
import { words } from '../platform/words.ts'
import { appointmentStates, limitingConditions, toldItems } from './appointment-fields.ts'
import { readAppointmentPage } from './appointment-page.ts'
import { arrive, arriveBody } from './arrive.ts'
import { askSlip } from './ask-slip.ts'
import { appointmentBody, bookAppointment } from './book-appointment.ts'
import { callIn, callInBody } from './call-in.ts'
import { dayListColumns, readDay, readOpenSlots } from './day-list.ts'
import { cancelAppointment, cancelBody, markNoShow, noShowBody } from './end-appointment.ts'
import { calledJustNow, loungeName, readLounge, waitingInOrder } from './lounge.ts'
import { madePaper } from './made-paper.ts'
import { moveAppointment, moveBody } from './move-appointment.ts'
import { recordTold, toldBody } from './record-told.ts'

const purposes = z.enum(['booking-interview', 're-schedule-interview'])
const byId = z.object({ id })
const newId = z.object({ id })
const slot = z.object({ startsAt: instant, minutes: z.int(), capacity: z.int(), taken: z.int() })

const appointment = z.object({
  id,
  startsAt: instant,
  minutes: z.int(),
  state: z.enum(appointmentStates),
  purpose: purposes,
  limitingCondition: z.enum(limitingConditions),
  bringsStatement: z.boolean(),
  arrivedAt: instant.nullable(),
  calledAt: instant.nullable(),
  endReason: z.string(),
  version: z.int(),
})

const dueAppointment = appointment.extend({
  enrolmentId: id,
  personId: id,
  bookingNumber: z.string(),
  familyName: z.string(),
  givenNames: z.string(),
  birthDate: day.nullable(),
  inHours: z.boolean(),
})

/** The day, the slots, and an appointment from being booked to being kept. */
export const appointmentRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/intake/days/:day',
    permission: 'enrolment.read',
    summary: 'A day of the office: its slots, and who is due, in the order of appointment times',
    params: z.object({ day }),
    query: z.object({
      state: z.enum(appointmentStates).optional(),
      limit,
      format: z.enum(['json', 'csv']).default('json'),
    }),
    response: z.object({
      day,
      closedReason: z.string().nullable(),
      hasHours: z.boolean(),
      slots: z.array(slot),
      appointments: z.array(dueAppointment),
    }),
    handle: async ({ office, ctx, params, query, reply }) => {
      const { timeZone } = ctx.agency
      const filter = { states: query.state ? [query.state] : null, limit: query.limit }
      const list = await read<'intake', Awaited<ReturnType<typeof readDay>>>(office.db, ctx, (tx) =>
        readDay(tx, params.day, timeZone, filter),
      )
      if (query.format === 'json') return list
      return csvAnswer(
        reply,
        `appointments ${params.day}`,
        csv(list.appointments, dayListColumns(timeZone), timeZone),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/api/intake/slots',
    permission: 'enrolment.read',
    summary: 'Days with their appointment times and the places left',
    query: z.object({ from: day.optional(), days: z.coerce.number().int().min(1).max(62).default(21) }),
    response: z.object({
      days: z.array(
        z.object({
          day,
          closedReason: z.string().nullable(),
          slots: z.array(slot.extend({ over: z.boolean() })),
        }),
      ),
    }),
    handle: async ({ office, ctx, query }) => {
      const span = {
        from: query.from ?? ctx.today,
        days: query.days,
        timeZone: ctx.agency.timeZone,
        now: ctx.now,
      }
      return {
        days: await read<'intake', Awaited<ReturnType<typeof readOpenSlots>>>(office.db, ctx, (tx) =>
          readOpenSlots(tx, span),
        ),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/intake/lounge',
    permission: 'enrolment.read',
    summary: 'Who waits in the lounge, in order, by first name and initial only',
    response: z.object({
      called: z.array(z.object({ id, name: z.string(), calledAt: instant })),
      waiting: z.array(z.object({ id, name: z.string() })),
    }),
    handle: async ({ office, ctx }) => {
      const entries = await read<'intake', Awaited<ReturnType<typeof readLounge>>>(office.db, ctx, (tx) =>
        readLounge(tx, ctx.today),
      )
      const shown = (entry: (typeof entries)[number]) => ({
        id: entry.appointmentId,
        name: loungeName(entry),
      })
      return {
        called: calledJustNow(entries, ctx.now).map((entry) => ({
          ...shown(entry),
          calledAt: entry.calledAt,
        })),
        waiting: waitingInOrder(entries).map(shown),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/intake/enrolments/:id/appointments',
    permission: 'enrolment.read',
    summary:
      'The appointments of an enrolment, what the person was told, and the fees as they would be charged',
    params: byId,
    response: z.object({
      bookingNumber: z.string(),
      personId: id,
      language: z.enum(['en', 'es']),
      state: z.string(),
      canBook: z.boolean(),
      purpose: purposes,
      adjustedDays: z.int().nullable(),
      releaseDay: day.nullable(),
      fees: z
        .object({
          printedCents: z.int(),
          chargedCents: z.int(),
          basis: z.enum(['law-as-it-stands', 'as-the-source-reads']),
          lines: z.array(
            z.object({
              label: words,
              clause: z.string(),
              quantity: z.int(),
              unitCents: z.int(),
              amountCents: z.int(),
              chargedCents: z.int(),
              reason: words,
            }),
          ),
        })
        .nullable(),
      paymentForms: z.array(words),
      open: appointment.nullable(),
      past: z.array(appointment),
      told: z.array(z.object({ item: z.enum(toldItems), at: instant, by: z.string() })),
      slip: madePaper.nullable(),
    }),
    handle: ({ office, ctx, params }) =>
      read<'intake', Awaited<ReturnType<typeof readAppointmentPage>>>(office.db, ctx, (tx) =>
        readAppointmentPage(tx, params.id, ctx.today),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/appointments',
    permission: 'appointment.write',
    summary: 'Book an appointment',
    params: byId,
    body: appointmentBody,
    response: newId,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, bookAppointment, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/told',
    permission: 'appointment.write',
    summary: 'Record what the person was told',
    params: byId,
    body: toldBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, recordTold, { enrolmentId: params.id, items: body.items }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/appointments/:id/slip',
    permission: 'appointment.write',
    summary: 'Make the appointment slip in the language of the person',
    params: byId,
    body: z.strictObject({}),
    response: z.object({ documentId: id }),
    handle: ({ office, ctx, params }) => act(office.db, ctx, askSlip, { appointmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/appointments/:id/move',
    permission: 'appointment.write',
    summary: 'Move an appointment; an interview that has begun is stopped by it',
    params: byId,
    body: moveBody,
    response: newId,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, moveAppointment, { ...body, appointmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/appointments/:id/cancel',
    permission: 'appointment.write',
    summary: 'Cancel an appointment',
    params: byId,
    body: cancelBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, cancelAppointment, { ...body, appointmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/appointments/:id/no-show',
    permission: 'appointment.write',
    summary: 'Record that the person did not come',
    params: byId,
    body: noShowBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, markNoShow, { ...body, appointmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/appointments/:id/arrive',
    permission: 'appointment.write',
    summary: 'Check a person in',
    params: byId,
    body: arriveBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, arrive, { ...body, appointmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/appointments/:id/call',
    permission: 'appointment.write',
    summary: 'Direct a person from the lounge to intake',
    params: byId,
    body: callInBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, callIn, { ...body, appointmentId: params.id }),
  }),
]
