import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../platform/problem.ts'
import { day, text } from '../platform/schemas.ts'
import { hoursTrouble, type Weekday } from './slots.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as 08:30.')
const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Give a time as 16:30.')
const weekday = z
  .int()
  .min(1)
  .max(7)
  .transform((number) => number as Weekday)

export const hoursBody = z.strictObject({
  fromDay: day,
  slotMinutes: z.int().min(5, 'A slot has at least 5 minutes.').max(480, 'A slot has at most 8 hours.'),
  capacity: z.int().min(1, 'A slot holds at least one person.').max(50, 'A slot holds at most 50 people.'),
  hours: z.array(z.strictObject({ weekday, opens: time, closes: closing })).max(50),
  authority: text(300),
})

/**
 * Sets the appointment hours of the office from a day on. Appointments that are booked already stay; the day
 * list shows those that no slot holds any more.
 * @throws Problem `cannot-be` for a day that is over, or for hours that contradict each other
 */
export const enterHours = verb(
  'intake.enter-hours',
  async (work: Work<'intake'>, input: z.output<typeof hoursBody>): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (Temporal.PlainDate.compare(input.fromDay, ctx.today) < 0)
      throw fieldProblem('fromDay', 'Hours hold from today on at the earliest. What was stays as it was.')
    const trouble = hoursTrouble(input.hours, input.slotMinutes)
    if (trouble.length > 0)
      throw new Problem('cannot-be', 'Some of these hours contradict each other.', { fields: trouble })
    const id = randomUUID()
    await db
      .insertInto('intake.slot_plan')
      .values({
        agency_id: ctx.agency.id,
        id,
        from_day: input.fromDay,
        slot_minutes: input.slotMinutes,
        capacity: input.capacity,
        hours: JSON.stringify(input.hours),
        authority: input.authority,
        entered_at: ctx.now,
        entered_by: ctx.actor!,
      })
      .execute()
    await emit('intake.hours-entered', { plan: id })
    return { id }
  },
)

export const closedDayBody = z.strictObject({ day, reason: text(200) })

/** Closes the office for a day. Who has an appointment then is listed and has to be moved. */
export const closeDay = verb(
  'intake.close-day',
  async (work: Work<'intake'>, input: z.output<typeof closedDayBody>): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (Temporal.PlainDate.compare(input.day, ctx.today) < 0)
      throw fieldProblem('day', 'This day is over. Choose today or a later day.')
    const id = randomUUID()
    await db
      .insertInto('intake.closed_day')
      .values({
        agency_id: ctx.agency.id,
        id,
        on_day: input.day,
        reason: input.reason,
        entered_at: ctx.now,
        entered_by: ctx.actor!,
      })
      .execute()
    await emit('intake.day-closed', { closedDay: id })
    return { id }
  },
)

/** Opens a day again that was closed. */
export const openDay = verb('intake.open-day', async (work: Work<'intake'>, input: { id: string }) => {
  const { ctx, db, emit } = work
  const row = await db
    .updateTable('intake.closed_day')
    .set({ ended_at: ctx.now, ended_by: ctx.actor })
    .where('id', '=', input.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound('closed day')
  await emit('intake.day-opened', { closedDay: input.id })
  return { done: true as const }
})
