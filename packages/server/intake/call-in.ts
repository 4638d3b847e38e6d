import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { text, version } from '../platform/schemas.ts'
import { aboutAppointment, holdOpenAppointment } from './appointment-fields.ts'
import { readLounge, waitingInOrder } from './lounge.ts'

export const callInBody = z.strictObject({ version, outOfTurnReason: text(500, false).default('') })

/**
 * The aide directs a person from the lounge to intake (WAP-BOOK.3), generally in the order of appointment
 * times (WAP-BOOK.1): out of turn with a reason.
 * @throws Problem `cannot-be` when the person has not checked in, or out of turn without a reason
 */
export const callIn = verb(
  'intake.call-in',
  async (work: Work<'intake'>, input: z.output<typeof callInBody> & { appointmentId: string }) => {
    const { ctx, db, emit } = work
    const held = await holdOpenAppointment(work, input.appointmentId, input.version)
    if (!held.arrived) throw new Problem('cannot-be', 'This person has not checked in yet.')
    if (held.called) throw new Problem('already-done', 'This person was called in already.')
    const [next] = waitingInOrder(await readLounge(db, held.day))
    const outOfTurn = next?.appointmentId !== held.id
    if (outOfTurn && input.outOfTurnReason === '') {
      throw fieldProblem(
        'outOfTurnReason',
        'Somebody with an earlier appointment waits (WAP-BOOK.1). Say why this person is seen first.',
      )
    }
    await db
      .updateTable('intake.appointment')
      .set({
        called_at: ctx.now,
        called_by: ctx.actor,
        out_of_turn_reason: outOfTurn ? input.outOfTurnReason : '',
        version: held.version + 1,
      })
      .where('id', '=', held.id)
      .execute()
    await emit('intake.called-in', aboutAppointment(held.id, held.enrolmentId))
    return { done: true as const }
  },
)
