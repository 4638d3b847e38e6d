import { type BookingField, type IntakeItem, say } from '@inlieu/law'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { text, version } from '../platform/schemas.ts'
import { recordStep } from '../programs/index.ts'
import { readApplication } from './application-record.ts'
import { gapsOf } from './booking-page.ts'
import { holdBooking, readChecklist } from './booking-record.ts'
import { missingForBooking } from './checklist.ts'
import { keepAppointment } from './end-appointment.ts'
import { readEnrolment } from './enrolment.ts'

export const completeBookingBody = z.strictObject({
  version,
  /** Why the person is booked although something of the record could not be obtained. */
  gapsReason: text(500, false).default(''),
})

/**
 * Books the person: the interview is done and what it requires is there (WAP-BOOK.4, WAP-BOOK.5).
 * @throws Problem `not-found`; `conflict`; `already-done`; `cannot-be` with everything that is missing
 */
export const completeBooking = verb(
  'intake.complete-booking',
  async (
    work: Work<'intake'>,
    input: z.output<typeof completeBookingBody> & { enrolmentId: string },
  ): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    const record = await holdBooking(work, enrolment.id, input.version)
    if (!record) throw new Problem('not-found', 'There is no booking record yet. Load the page again.')
    if (record.bookedAt) throw new Problem('already-done', 'This person is booked already.')
    const { law, items } = await readChecklist(db, enrolment)
    const application = await readApplication(db, enrolment.id)
    const gaps = await gapsOf(db, enrolment, record, application?.answers ?? null)
    const refusal = cannotBook(law, missingForBooking(items), gaps, input.gapsReason)
    if (refusal) throw refusal
    await db
      .updateTable('intake.booking')
      .set({
        booked_at: ctx.now,
        booked_by: ctx.actor,
        gaps_reason: gaps.length > 0 ? input.gapsReason : '',
        version: record.version + 1,
      })
      .where('id', '=', record.id)
      .execute()
    await work.call(recordStep, {
      enrolmentId: enrolment.id,
      kind: 'booked',
      about: { booking: record.id },
    })
    await keepAppointment(work, enrolment.id)
    await emit('intake.booked', { booking: record.id, enrolment: enrolment.id })
    return { version: record.version + 1 }
  },
)

/**
 * Why the person cannot be booked; null when they can. An item of the checklist is done or it is not; a field of
 * the record that cannot be obtained (nobody is made to have a license) is told with the reason. The signature
 * is the person's own and has no reason in its place.
 */
export function cannotBook(
  law: readonly IntakeItem[],
  missing: readonly string[],
  gaps: readonly BookingField[],
  gapsReason: string,
): Problem | null {
  const items = law
    .filter((item) => missing.includes(item.name))
    .map((item) => ({
      path: `checklist.${item.name}`,
      message: `${say('en', item.textCode)}: not done yet (${item.clause}).`,
    }))
  const unsigned = gaps.some((field) => field.name === 'signature')
  const fields = [
    ...items,
    ...(unsigned
      ? [{ path: 'signedOn', message: 'The booking record is not signed yet (WAP-BOOK.4).' }]
      : []),
    ...(gaps.length > (unsigned ? 1 : 0) && gapsReason === ''
      ? [
          {
            path: 'gapsReason',
            message: `Not on record: ${gaps
              .filter((field) => field.name !== 'signature')
              .map((field) => say('en', field.textCode))
              .join('; ')}. Fill it in, or say why it cannot be obtained (WAP-BOOK.4).`,
          },
        ]
      : []),
  ]
  return fields.length === 0
    ? null
    : new Problem('cannot-be', 'The person cannot be booked yet: something is missing.', { fields })
}
