import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { instant, text } from '../platform/schemas.ts'
import { isActive, isEnded, recordStep, stateInWords } from '../programs/index.ts'
import { aboutAppointment, limitingConditions, toldItems } from './appointment-fields.ts'
import { type IntakeEnrolment, readEnrolment } from './enrolment.ts'
import { writeTold } from './record-told.ts'
import { takePlace } from './take-place.ts'

/** An appointment as the page sends it. */
export const appointmentBody = z.strictObject({
  startsAt: instant,
  /** Whether the person says that a condition limits their work. */
  limitingCondition: z.enum(limitingConditions),
  /** What the person was told just now (WAP-APPT.1). */
  told: z.array(z.enum(toldItems)).max(toldItems.length),
  /** A financial statement is due then (WAP-P3.2). */
  bringsStatement: z.boolean().default(false),
  /** Why it is booked although the adjusted sentence is not computed. */
  noWorksheetReason: text(500, false).default(''),
})

export type BookAppointment = z.output<typeof appointmentBody> & { enrolmentId: string }

/**
 * Books an interview for an enrolment (WAP-APPT.1, WAP-SENT.1).
 * @throws Problem `not-found`; `already-done` with an open appointment; `full`; `cannot-be` as the refusals say
 */
export const bookAppointment = verb(
  'intake.book-appointment',
  async (work: Work<'intake'>, input: BookAppointment): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    const refusal = cannotBook(enrolment, input)
    if (refusal) throw refusal
    await refuseSecond(work, enrolment)
    const held = await takePlace(work, input.startsAt)
    const id = randomUUID()
    await db
      .insertInto('intake.appointment')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: enrolment.id,
        slot_id: held.slotId,
        on_day: held.day,
        starts_at: input.startsAt,
        minutes: held.minutes,
        place: held.place,
        purpose: isActive(enrolment.state) ? 're-schedule-interview' : 'booking-interview',
        limiting_condition: input.limitingCondition,
        brings_statement: input.bringsStatement,
        no_worksheet_reason: enrolment.adjustedDays === null ? input.noWorksheetReason : '',
        booked_at: ctx.now,
        booked_by: ctx.actor!,
      })
      .execute()
    await writeTold(work, enrolment.id, input.told)
    await work.call(recordStep, { enrolmentId: enrolment.id, kind: 'appointed', about: { appointment: id } })
    await emit('intake.appointment-booked', aboutAppointment(id, enrolment.id))
    return { id }
  },
)

/** Why this appointment cannot be booked, slots apart; null when it can. */
export function cannotBook(
  enrolment: Pick<IntakeEnrolment, 'number' | 'state' | 'adjustedDays'>,
  input: Pick<BookAppointment, 'limitingCondition' | 'told' | 'noWorksheetReason'>,
): Problem | null {
  if (isEnded(enrolment.state)) {
    return new Problem(
      'cannot-be',
      `${enrolment.number} is ${stateInWords(enrolment.state)}. Reopen it before an appointment is made.`,
    )
  }
  if (enrolment.adjustedDays === null && input.noWorksheetReason === '') {
    return fieldProblem(
      'noWorksheetReason',
      'The adjusted sentence is computed when the appointment is made (WAP-SENT.1). Compute it first, or say why it has to wait.',
    )
  }
  if (input.limitingCondition === 'yes' && !input.told.includes('diagnosis')) {
    return fieldProblem(
      'told',
      'With a limiting condition a doctor’s diagnosis must be brought (WAP-APPT.1). Tell the person, and tick it.',
    )
  }
  return null
}

async function refuseSecond({ db }: Work<'intake'>, enrolment: IntakeEnrolment): Promise<void> {
  const open = await db
    .selectFrom('intake.appointment')
    .select('on_day')
    .where('enrolment_id', '=', enrolment.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (open) {
    throw new Problem(
      'already-done',
      `${enrolment.number} has an appointment on ${open.on_day} already. Move that one.`,
    )
  }
}
