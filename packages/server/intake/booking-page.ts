import { bookingFields } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { both } from '../platform/words.ts'
import { programOf } from '../programs/index.ts'
import { type ApplicationAnswers, hasLimits } from './application-form.ts'
import { readApplication } from './application-record.ts'
import { type BookingContents, bookingGaps } from './booking-gaps.ts'
import { type BookingRecord, readBooking, readChecklist } from './booking-record.ts'
import { missingForBooking } from './checklist.ts'
import { type IntakeEnrolment, readEnrolment } from './enrolment.ts'

/** Everything the page of a booking shows, the person's own particulars apart. */
export async function readBookingPage(tx: RoomTx<'intake'>, enrolmentId: string, today: Temporal.PlainDate) {
  const enrolment = await readEnrolment(tx, enrolmentId, today)
  const record = await readBooking(tx, enrolmentId)
  const application = await readApplication(tx, enrolmentId)
  const { law, items, fees } = await readChecklist(tx, enrolment)
  const missing = missingForBooking(items)
  return {
    bookingNumber: enrolment.number,
    personId: enrolment.personId,
    state: enrolment.state,
    canComplete: record?.bookedAt == null && ['accepted', 'active'].includes(enrolment.state),
    record,
    commitments: await commitmentsOf(tx, enrolmentId),
    confinement: { days: enrolment.adjustedDays, releaseDay: enrolment.releaseDay },
    application: application && {
      signedOn: application.signedOn,
      employer: application.answers.employer,
      occupation: application.answers.occupation,
      workLimits: application.answers.workLimits,
      otherWorkLimits: application.answers.otherWorkLimits,
      unableUntil: application.answers.unableUntil,
    },
    gaps: (await gapsOf(tx, enrolment, record, application?.answers ?? null)).map((field) => ({
      name: field.name,
      text: both(field.textCode),
    })),
    fees,
    checklist: law.map((item, index) => {
      const standing = items[index]!
      return {
        name: item.name,
        clause: item.clause,
        own: item.own,
        text: both(item.textCode),
        state: standing.state,
        by: standing.by,
        required: standing.required,
        missing: missing.includes(item.name),
        tick: standing.tick && shownTick(standing.tick),
        parts: standing.parts.map(({ part, tick }) => ({
          part,
          text: both(part),
          tick: tick && shownTick(tick),
        })),
      }
    }),
  }
}

const shownTick = (tick: { id: string; on: string; by: string; note: string }) => ({
  id: tick.id,
  on: tick.on,
  by: tick.by,
  note: tick.note,
})

async function commitmentsOf(tx: RoomTx<'intake'>, enrolmentId: string) {
  const rows = await tx
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', 'c.id', 'j.commitment_id')
    .select(['c.id', 'c.docket', 'c.court_name', 'c.sentenced_on', 'c.starts_on', 'c.paper_id', 'c.statutes'])
    .where('j.enrolment_id', '=', enrolmentId)
    .orderBy('c.received_on')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    docket: row.docket,
    courtName: row.court_name,
    sentencedOn: row.sentenced_on,
    startsOn: row.starts_on,
    paperId: row.paper_id,
    statutes: row.statutes,
  }))
}

/** What of the booking record is not on record. */
export async function gapsOf(
  tx: RoomTx<'intake'>,
  enrolment: IntakeEnrolment,
  record: Pick<BookingRecord, 'employment' | 'healthNeeds' | 'signedOn'> | null,
  answers: ApplicationAnswers | null,
) {
  const person = await tx
    .selectFrom('people.v_person')
    .select(['family_name', 'given_names', 'line1', 'sex', 'birth_date', 'birth_place', 'race'])
    .where('id', '=', enrolment.personId)
    .executeTakeFirstOrThrow()
  const kinds = await tx
    .selectFrom('people.v_identifier')
    .select('kind')
    .where('person_id', '=', enrolment.personId)
    .execute()
  const contact = await tx
    .selectFrom('people.v_emergency_contact')
    .select('id')
    .where('person_id', '=', enrolment.personId)
    .executeTakeFirst()
  const commitments = await commitmentsOf(tx, enrolment.id)
  const hasNumber = (kind: string) => kinds.some((row) => row.kind === kind)
  const contents: BookingContents = {
    hasName: `${person.given_names}${person.family_name}` !== '',
    hasAddress: person.line1 !== null,
    hasConfinementDate: commitments.some((one) => one.startsOn !== null),
    hasConfinementDuration: enrolment.adjustedDays !== null,
    hasCourtOrderCopy: commitments.length > 0 && commitments.every((one) => one.paperId !== null),
    hasCharges: commitments.some((one) => one.statutes.length > 0),
    hasSex: person.sex !== null,
    hasBirthDate: person.birth_date !== null,
    hasBirthPlace: person.birth_place !== '',
    hasRace: person.race !== '',
    hasEmployment: record !== null && record.employment !== '',
    hasHealthAndLimits:
      (record !== null && record.healthNeeds !== '') ||
      (answers !== null && (answers.workLimits !== null || hasLimits(answers))),
    hasEmergencyContact: contact !== undefined,
    hasDriversLicense: hasNumber('drivers-license'),
    hasSocialSecurityNumber: hasNumber('social-security'),
    isSigned: record !== null && record.signedOn !== null,
  }
  return bookingGaps(bookingFields(programOf(enrolment)), contents)
}
