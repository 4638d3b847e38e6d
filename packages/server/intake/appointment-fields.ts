import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import { Problem } from '../platform/problem.ts'

/** What a person is told when the appointment is made (WAP-APPT.1). */
export const toldItems = ['fees', 'payment-forms', 'diagnosis'] as const
export type ToldItem = (typeof toldItems)[number]

/** Whether the person says that a condition limits their work. */
export const limitingConditions = ['yes', 'no', 'unknown'] as const

/** How an appointment stands; derived by the view `intake.v_appointment`. */
export const appointmentStates = [
  'booked',
  'waiting',
  'in-interview',
  'kept',
  'stopped',
  'moved',
  'cancelled',
  'no-show',
] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** An appointment as a verb holds it. */
export interface HeldAppointment {
  id: string
  enrolmentId: string
  day: Temporal.PlainDate
  startsAt: Temporal.Instant
  purpose: string
  limitingCondition: string
  arrived: boolean
  called: boolean
  version: number
}

/**
 * Holds an open appointment as the page showed it.
 * @throws Problem `not-found`; `already-done` when it has ended; `conflict` when somebody changed it meanwhile
 */
export async function holdOpenAppointment(
  work: Work<'intake'>,
  id: string,
  version: number,
): Promise<HeldAppointment> {
  const row = await work.db
    .selectFrom('intake.appointment')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row)
    throw new Problem('not-found', 'This appointment is not in this office. Look the person up again.')
  if (row.ended_as) {
    throw new Problem('already-done', `This appointment has ended (${row.ended_as}). Load the page again.`)
  }
  if (row.version !== version) {
    throw await changedMeanwhile(work, {
      room: 'intake',
      record: 'appointment',
      rowId: id,
      name: 'this appointment',
      current: { startsAt: row.starts_at.toString(), version: row.version },
    })
  }
  return {
    id,
    enrolmentId: row.enrolment_id,
    day: row.on_day,
    startsAt: row.starts_at,
    purpose: row.purpose,
    limitingCondition: row.limiting_condition,
    arrived: row.arrived_at !== null,
    called: row.called_at !== null,
    version: row.version,
  }
}

/** The subject of every event about an appointment. */
export const aboutAppointment = (id: string, enrolmentId: string) => ({
  appointment: id,
  enrolment: enrolmentId,
})
