import { assessFees, type PaymentForm } from '@inlieu/law'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { both, type Words } from '../platform/words.ts'
import { feesForeseen, isActive, isEnded, parametersOn, programOf } from '../programs/index.ts'
import type { AppointmentState, ToldItem } from './appointment-fields.ts'
import { type IntakeEnrolment, readEnrolment } from './enrolment.ts'
import { paperOf } from './made-paper.ts'

/** An appointment as the pages show it. */
export interface ShownAppointment {
  id: string
  startsAt: Temporal.Instant
  minutes: number
  state: AppointmentState
  purpose: 'booking-interview' | 're-schedule-interview'
  limitingCondition: 'yes' | 'no' | 'unknown'
  bringsStatement: boolean
  arrivedAt: Temporal.Instant | null
  calledAt: Temporal.Instant | null
  endReason: string
  version: number
}

/** Everything the page of an enrolment's appointment shows. */
export async function readAppointmentPage(
  tx: RoomTx<'intake'>,
  enrolmentId: string,
  today: Temporal.PlainDate,
) {
  const enrolment = await readEnrolment(tx, enrolmentId, today)
  const appointments = await appointmentsOf(tx, enrolmentId)
  const isOpen = (one: ShownAppointment) => ['booked', 'waiting', 'in-interview'].includes(one.state)
  const open = appointments.find(isOpen) ?? null
  return {
    bookingNumber: enrolment.number,
    personId: enrolment.personId,
    language: enrolment.language,
    state: enrolment.state,
    canBook: !isEnded(enrolment.state),
    purpose: isActive(enrolment.state) ? ('re-schedule-interview' as const) : ('booking-interview' as const),
    adjustedDays: enrolment.adjustedDays,
    releaseDay: enrolment.releaseDay,
    fees: await feesAsTheyStand(tx, enrolment, today),
    paymentForms: programOf(enrolment).paymentForms.map(formInWords),
    open,
    past: appointments.filter((one) => !isOpen(one)),
    told: await toldOf(tx, enrolmentId),
    slip: open && (await slipOf(tx, open.id)),
  }
}

/** A form of payment in both languages. */
export const formInWords = (form: PaymentForm): Words => both(`fees.form.${form}`)

/**
 * The fees of intake for the adjusted sentence as they stand on a day (WAP-SENT.1). Computed for telling the
 * person; what is owed is assessed by the money room.
 * @returns null while there is no adjusted sentence
 */
export async function feesAsTheyStand(
  tx: RoomTx<'intake'>,
  enrolment: Pick<IntakeEnrolment, 'pack' | 'adjustedDays'>,
  today: Temporal.PlainDate,
) {
  if (enrolment.adjustedDays === null) return null
  const parameters = await parametersOn(tx, enrolment.pack, today)
  const sheet = assessFees(
    programOf(enrolment),
    parameters,
    feesForeseen({ pack: enrolment.pack, adjustedDays: enrolment.adjustedDays }),
    today.toString(),
  )
  return {
    printedCents: sheet.printedCents,
    chargedCents: sheet.chargedCents,
    basis: sheet.basis,
    lines: sheet.lines.map((line) => ({
      label: both(line.textCode),
      clause: line.clause,
      quantity: line.quantity,
      unitCents: line.unitCents,
      amountCents: line.amountCents,
      chargedCents: line.chargedCents,
      reason: both(line.reasonCode),
    })),
  }
}

async function appointmentsOf(tx: RoomTx<'intake'>, enrolmentId: string): Promise<ShownAppointment[]> {
  const rows = await tx
    .selectFrom('intake.v_appointment')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('booked_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    minutes: row.minutes,
    state: row.state as AppointmentState,
    purpose: row.purpose as ShownAppointment['purpose'],
    limitingCondition: row.limiting_condition as ShownAppointment['limitingCondition'],
    bringsStatement: row.brings_statement,
    arrivedAt: row.arrived_at,
    calledAt: row.called_at,
    endReason: row.end_reason,
    version: row.version,
  }))
}

async function toldOf(tx: RoomTx<'intake'>, enrolmentId: string) {
  const rows = await tx
    .selectFrom('intake.told as t')
    .leftJoin('access.v_account as a', 'a.id', 't.by')
    .select(['t.item', 't.at', 'a.display_name'])
    .where('t.enrolment_id', '=', enrolmentId)
    .orderBy('t.at')
    .orderBy('t.item')
    .execute()
  return rows.map((row) => ({ item: row.item as ToldItem, at: row.at, by: row.display_name ?? '' }))
}

/** The newest slip of an appointment: one of another time would send the person at the wrong hour. */
async function slipOf(tx: RoomTx<'intake'>, appointmentId: string) {
  const row = await tx
    .selectFrom('platform.v_document')
    .select(['id as document_id', 'paper_id', 'failure'])
    .where('kind', '=', 'intake/appointment-slip')
    .where(sql`about ->> 'appointment'`, '=', appointmentId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? paperOf(row) : null
}
