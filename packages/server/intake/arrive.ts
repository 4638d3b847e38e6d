import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { version } from '../platform/schemas.ts'
import { aboutAppointment, holdOpenAppointment } from './appointment-fields.ts'

export const arriveBody = z.strictObject({ version })

/**
 * Checks a person in: from here on they wait in the lounge (WAP-BOOK.3).
 * @throws Problem `cannot-be` on another day than the appointment's; `already-done` when checked in before
 */
export const arrive = verb(
  'intake.arrive',
  async (work: Work<'intake'>, input: { appointmentId: string; version: number }) => {
    const { ctx, db, emit } = work
    const held = await holdOpenAppointment(work, input.appointmentId, input.version)
    if (held.arrived) throw new Problem('already-done', 'This person is checked in already.')
    if (!held.day.equals(ctx.today)) {
      throw new Problem('cannot-be', `This appointment is for ${held.day}. Move it to today first.`)
    }
    await db
      .updateTable('intake.appointment')
      .set({ arrived_at: ctx.now, arrived_by: ctx.actor, version: held.version + 1 })
      .where('id', '=', held.id)
      .execute()
    await emit('intake.arrived', aboutAppointment(held.id, held.enrolmentId))
    return { done: true as const }
  },
)
