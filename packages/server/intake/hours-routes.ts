import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { act } from '../platform/act.ts'
import { read } from '../platform/read.ts'
import { done, type Route, route } from '../platform/route.ts'
import { day, id, instant } from '../platform/schemas.ts'
import { closeDay, closedDayBody, enterHours, hoursBody, openDay } from './enter-hours.ts'
import { type ClosedDay, type EnteredPlan, officeHours } from './office-hours.ts'
import { planOn } from './slots.ts'

const plan = z.object({
  fromDay: day,
  slotMinutes: z.int(),
  capacity: z.int(),
  hours: z.array(z.object({ weekday: z.int().min(1).max(7), opens: z.string(), closes: z.string() })),
  authority: z.string(),
  enteredAt: instant,
})

interface HoursAnswer {
  inForce: EnteredPlan | null
  plans: EnteredPlan[]
  closedDays: ClosedDay[]
}

/** The appointment hours of the office: a parameter of the office, with a first day and an authority. */
export const hoursRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/intake/hours',
    permission: 'parameter.read',
    summary: 'The appointment hours, those in force first, and the days on which the office is closed',
    response: z.object({
      inForce: plan.nullable(),
      plans: z.array(plan),
      closedDays: z.array(z.object({ id, day, reason: z.string() })),
    }),
    handle: ({ office, ctx }) =>
      read<'intake', HoursAnswer>(office.db, ctx, async (tx) => {
        const hours = await officeHours(tx)
        return {
          inForce: planOn(hours.plans, ctx.today),
          plans: hours.plans.toReversed(),
          closedDays: [...hours.closed.values()].filter(
            ({ day }) => Temporal.PlainDate.compare(day, ctx.today) >= 0,
          ),
        }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/hours',
    permission: 'parameter.enter',
    summary: 'Set the appointment hours from a day on',
    body: hoursBody,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, enterHours, body),
  }),
  route({
    method: 'POST',
    path: '/api/intake/closed-days',
    permission: 'parameter.enter',
    summary: 'Close the office for a day',
    body: closedDayBody,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, closeDay, body),
  }),
  route({
    method: 'POST',
    path: '/api/intake/closed-days/:id/open',
    permission: 'parameter.enter',
    summary: 'Open a closed day again',
    params: z.object({ id }),
    body: z.strictObject({}),
    response: done,
    handle: ({ office, ctx, params }) => act(office.db, ctx, openDay, { id: params.id }),
  }),
]
