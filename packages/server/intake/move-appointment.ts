import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem } from '../platform/problem.ts'
import { instant, text, version } from '../platform/schemas.ts'
import { aboutAppointment, holdOpenAppointment } from './appointment-fields.ts'
import { takePlace } from './take-place.ts'

export const moveBody = z.strictObject({
  version,
  startsAt: instant,
  reason: text(500),
  /** A financial statement is due then: the interview stopped because the fees were not brought (WAP-P3.2). */
  bringsStatement: z.boolean().default(false),
})

export type MoveAppointment = z.output<typeof moveBody> & { appointmentId: string }

/**
 * Moves an appointment to another time. An interview that has begun is stopped by it, and goes on then
 * (WAP-P3.2). The earlier one stays on record with the reason.
 * @returns the id of the appointment that takes its place
 * @throws Problem `not-found`, `already-done`, `conflict`, `full`; `cannot-be` for the same time
 */
export const moveAppointment = verb(
  'intake.move-appointment',
  async (work: Work<'intake'>, input: MoveAppointment): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const earlier = await holdOpenAppointment(work, input.appointmentId, input.version)
    if (earlier.startsAt.equals(input.startsAt))
      throw fieldProblem('startsAt', 'This is the time it has now. Choose another.')
    // Ended first: a person has one open appointment, and the place it held is free for the next.
    await db
      .updateTable('intake.appointment')
      .set({
        ended_at: ctx.now,
        ended_as: earlier.called ? 'stopped' : 'moved',
        ended_by: ctx.actor,
        end_reason: input.reason,
        version: earlier.version + 1,
      })
      .where('id', '=', earlier.id)
      .execute()
    const held = await takePlace(work, input.startsAt)
    const id = randomUUID()
    await db
      .insertInto('intake.appointment')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: earlier.enrolmentId,
        slot_id: held.slotId,
        on_day: held.day,
        starts_at: input.startsAt,
        minutes: held.minutes,
        place: held.place,
        purpose: earlier.purpose,
        limiting_condition: earlier.limitingCondition,
        brings_statement: input.bringsStatement,
        booked_at: ctx.now,
        booked_by: ctx.actor!,
        moved_from: earlier.id,
      })
      .execute()
    await emit('intake.appointment-moved', aboutAppointment(id, earlier.enrolmentId))
    return { id }
  },
)
