import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { changePerson, personChangeBody } from '../people/index.ts'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { day, text, version } from '../platform/schemas.ts'
import { type BookingRecord, holdBooking } from './booking-record.ts'
import { readEnrolment } from './enrolment.ts'

export const saveBookingBody = z.strictObject({
  /** The version of the record that the page showed; null: there was none yet. */
  version: version.nullable(),
  /** The version of the person that the page showed. */
  personVersion: version,
  // What changes of the person: names, birth, address, contacts. What is left out stays.
  ...personChangeBody.shape,
  employment: text(300, false),
  healthNeeds: text(2000, false),
  specialNeeds: text(2000, false),
  signedOn: day.nullable(),
})

/**
 * Keeps the booking record (WAP-BOOK.4) as one act: what is the person's own goes to the person.
 * @throws Problem `not-found`; `conflict` when the record or the person was changed meanwhile; `cannot-be`
 */
export const saveBooking = verb(
  'intake.save-booking',
  async (
    work: Work<'intake'>,
    input: z.output<typeof saveBookingBody> & { enrolmentId: string },
  ): Promise<{ version: number; personVersion: number }> => {
    const { ctx, db } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    if (input.signedOn && Temporal.PlainDate.compare(input.signedOn, ctx.today) > 0)
      throw fieldProblem('signedOn', 'This day has not come yet. Give the day on which it was signed.')
    const before = await holdBooking(work, enrolment.id, input.version)
    const {
      enrolmentId,
      version: shown,
      personVersion,
      employment,
      healthNeeds,
      specialNeeds,
      signedOn,
      ...change
    } = input
    const person = await work
      .call(changePerson, { personId: enrolment.personId, version: personVersion, change })
      .catch((refusal) => {
        throw asBookingConflict(refusal, shown)
      })
    return { version: await write(work, enrolmentId, before, input), personVersion: person.version }
  },
)

/** The page holds two records in one form: the version of the person goes by its own name there. */
function asBookingConflict(refusal: unknown, version: number | null): unknown {
  if (!(refusal instanceof Problem) || !refusal.conflict) return refusal
  const { version: personVersion, ...current } = refusal.conflict.current
  return new Problem(refusal.code, refusal.message, {
    conflict: { ...refusal.conflict, current: { ...current, personVersion, version } },
  })
}

async function write(
  { ctx, db, emit }: Work<'intake'>,
  enrolmentId: string,
  before: BookingRecord | null,
  input: z.output<typeof saveBookingBody>,
): Promise<number> {
  const fields = {
    employment: input.employment,
    health_needs: input.healthNeeds,
    special_needs: input.specialNeeds,
    signed_on: input.signedOn,
  }
  if (!before) {
    const id = randomUUID()
    await db
      .insertInto('intake.booking')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: enrolmentId,
        ...fields,
        created_at: ctx.now,
        created_by: ctx.actor!,
      })
      .execute()
    await emit('intake.booking-saved', { booking: id, enrolment: enrolmentId })
    return 1
  }
  if (isSame(before, input)) return before.version
  await db
    .updateTable('intake.booking')
    .set({ ...fields, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
  await emit('intake.booking-saved', { booking: before.id, enrolment: enrolmentId })
  return before.version + 1
}

const isSame = (before: BookingRecord, after: z.output<typeof saveBookingBody>): boolean =>
  before.employment === after.employment &&
  before.healthNeeds === after.healthNeeds &&
  before.specialNeeds === after.specialNeeds &&
  String(before.signedOn) === String(after.signedOn)
