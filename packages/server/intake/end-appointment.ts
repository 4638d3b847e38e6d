import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { text, version } from '../platform/schemas.ts'
import { aboutAppointment, type HeldAppointment, holdOpenAppointment } from './appointment-fields.ts'

export const cancelBody = z.strictObject({ version, reason: text(500) })
export const noShowBody = z.strictObject({ version, note: text(500, false).default('') })

/** Cancels an appointment; its place is free for another. */
export const cancelAppointment = verb(
  'intake.cancel-appointment',
  async (work: Work<'intake'>, input: z.output<typeof cancelBody> & { appointmentId: string }) => {
    const held = await holdOpenAppointment(work, input.appointmentId, input.version)
    await end(work, held, 'cancelled', input.reason)
    await work.emit('intake.appointment-cancelled', aboutAppointment(held.id, held.enrolmentId))
    return { done: true as const }
  },
)

/**
 * Records that the person did not come.
 * @throws Problem `cannot-be` before the time, or once the person has arrived
 */
export const markNoShow = verb(
  'intake.mark-no-show',
  async (work: Work<'intake'>, input: z.output<typeof noShowBody> & { appointmentId: string }) => {
    const held = await holdOpenAppointment(work, input.appointmentId, input.version)
    const refusal = notYetMissed(held, work.ctx.now)
    if (refusal) throw refusal
    await end(work, held, 'no-show', input.note)
    await work.emit('intake.appointment-missed', aboutAppointment(held.id, held.enrolmentId))
    return { done: true as const }
  },
)

/** Why nobody can say yet that the person did not come; null when one can. */
export function notYetMissed(
  appointment: Pick<HeldAppointment, 'arrived' | 'startsAt'>,
  now: Temporal.Instant,
): Problem | null {
  if (appointment.arrived) {
    return new Problem('cannot-be', 'The person has arrived. Move or cancel the appointment instead.')
  }
  return Temporal.Instant.compare(now, appointment.startsAt) < 0
    ? new Problem('cannot-be', 'The time of this appointment has not come yet.')
    : null
}

/** The interview has led to a decision or a booking: the appointment was kept. */
export async function keepAppointment(work: Work<'intake'>, enrolmentId: string): Promise<void> {
  await work.db
    .updateTable('intake.appointment')
    .set((eb) => ({
      ended_at: work.ctx.now,
      ended_as: 'kept',
      ended_by: work.ctx.actor,
      version: eb('version', '+', 1),
    }))
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_at', 'is', null)
    .where('called_at', 'is not', null)
    .execute()
}

async function end(
  { ctx, db }: Work<'intake'>,
  held: HeldAppointment,
  as: 'cancelled' | 'no-show',
  reason: string,
): Promise<void> {
  await db
    .updateTable('intake.appointment')
    .set({
      ended_at: ctx.now,
      ended_as: as,
      ended_by: ctx.actor,
      end_reason: reason,
      version: held.version + 1,
    })
    .where('id', '=', held.id)
    .execute()
}
