import { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import type { CsvColumn } from '../platform/files.ts'
import type { AppointmentState } from './appointment-fields.ts'
import { type OfficeHours, officeHours, slotsOf } from './office-hours.ts'

/** Somebody who is due on a day. */
export interface DueAppointment {
  id: string
  enrolmentId: string
  personId: string
  bookingNumber: string
  familyName: string
  givenNames: string
  birthDate: Temporal.PlainDate | null
  startsAt: Temporal.Instant
  minutes: number
  state: AppointmentState
  purpose: 'booking-interview' | 're-schedule-interview'
  limitingCondition: 'yes' | 'no' | 'unknown'
  bringsStatement: boolean
  arrivedAt: Temporal.Instant | null
  calledAt: Temporal.Instant | null
  endReason: string
  /** False: the office's hours were changed since, and no slot holds it any more. */
  inHours: boolean
  version: number
}

/** A slot of a day with how many places are taken. */
export interface DaySlot {
  startsAt: Temporal.Instant
  minutes: number
  capacity: number
  taken: number
}

/** A day of the office: its slots, and who is due. */
export interface DayList {
  day: Temporal.PlainDate
  closedReason: string | null
  hasHours: boolean
  slots: DaySlot[]
  appointments: DueAppointment[]
}

/** Which appointments of the day are asked for; moved ones are told by the one that took their place. */
export interface DayFilter {
  states: readonly AppointmentState[] | null
  limit: number
}

const shownUnlessAsked: readonly AppointmentState[] = [
  'booked',
  'waiting',
  'in-interview',
  'kept',
  'stopped',
  'no-show',
]

/** Reads a day of the office in the order of appointment times (WAP-BOOK.1). */
export async function readDay(
  tx: RoomTx<'intake'>,
  day: Temporal.PlainDate,
  timeZone: string,
  filter: DayFilter,
): Promise<DayList> {
  const hours = await officeHours(tx)
  const slots = slotsOf(hours, day, timeZone)
  const rows = await dueOn(tx, day)
  const states = filter.states ?? shownUnlessAsked
  const held = rows.filter((row) => ['booked', 'waiting', 'in-interview', 'kept'].includes(row.state))
  return {
    day,
    closedReason: hours.closed.get(day.toString())?.reason ?? null,
    hasHours: hasHoursOn(hours, day),
    slots: slots.map((slot) => ({
      ...slot,
      taken: held.filter((row) => row.startsAt.equals(slot.startsAt)).length,
    })),
    appointments: rows
      .filter((row) => states.includes(row.state))
      .slice(0, filter.limit)
      .map((row) => ({ ...row, inHours: slots.some((slot) => slot.startsAt.equals(row.startsAt)) })),
  }
}

function hasHoursOn(hours: OfficeHours, day: Temporal.PlainDate): boolean {
  return hours.plans.some((plan) => Temporal.PlainDate.compare(plan.fromDay, day) <= 0)
}

async function dueOn(
  tx: RoomTx<'intake'>,
  day: Temporal.PlainDate,
): Promise<Omit<DueAppointment, 'inHours'>[]> {
  const rows = await tx
    .selectFrom('intake.v_appointment as a')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'a.enrolment_id')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .selectAll('a')
    .select(['e.person_id', 'e.number', 'p.family_name', 'p.given_names', 'p.birth_date'])
    .where('a.on_day', '=', day)
    .orderBy('a.starts_at')
    .orderBy('a.booked_at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    personId: row.person_id!,
    bookingNumber: row.number!,
    familyName: row.family_name!,
    givenNames: row.given_names!,
    birthDate: row.birth_date,
    startsAt: row.starts_at,
    minutes: row.minutes,
    state: row.state as AppointmentState,
    purpose: row.purpose as DueAppointment['purpose'],
    limitingCondition: row.limiting_condition as DueAppointment['limitingCondition'],
    bringsStatement: row.brings_statement,
    arrivedAt: row.arrived_at,
    calledAt: row.called_at,
    endReason: row.end_reason,
    version: row.version,
  }))
}

/** The columns in which the day list leaves as CSV. */
export function dayListColumns(timeZone: string): CsvColumn<DueAppointment>[] {
  const time = (at: Temporal.Instant | null) =>
    at?.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' }) ?? null
  return [
    { title: 'Time', value: (row) => time(row.startsAt) },
    { title: 'Family name', value: (row) => row.familyName },
    { title: 'Given names', value: (row) => row.givenNames },
    { title: 'Date of birth', value: (row) => row.birthDate?.toString() ?? null },
    { title: 'Booking number', value: (row) => row.bookingNumber },
    { title: 'Purpose', value: (row) => row.purpose },
    { title: 'State', value: (row) => row.state },
    { title: 'Checked in', value: (row) => time(row.arrivedAt) },
    { title: 'Called in', value: (row) => time(row.calledAt) },
    { title: 'Financial statement due', value: (row) => (row.bringsStatement ? 'yes' : 'no') },
  ]
}

/** Days with their slots and places left, for choosing a time. */
export async function readOpenSlots(
  tx: RoomTx<'intake'>,
  span: { from: Temporal.PlainDate; days: number; timeZone: string; now: Temporal.Instant },
): Promise<
  { day: Temporal.PlainDate; closedReason: string | null; slots: (DaySlot & { over: boolean })[] }[]
> {
  const { from, days, timeZone, now } = span
  const hours = await officeHours(tx)
  const begin = from.toZonedDateTime({ timeZone }).toInstant()
  const end = from.add({ days }).toZonedDateTime({ timeZone }).toInstant()
  const rows = await tx
    .selectFrom('intake.v_appointment')
    .select((eb) => ['starts_at', eb.fn.countAll<number>().as('taken')])
    .where('starts_at', '>=', begin)
    .where('starts_at', '<', end)
    .where('state', 'in', ['booked', 'waiting', 'in-interview', 'kept'])
    .groupBy('starts_at')
    .execute()
  const taken = new Map(rows.map((row) => [row.starts_at.toString(), row.taken]))
  return Array.from({ length: days }, (_, ahead) => {
    const day = from.add({ days: ahead })
    return {
      day,
      closedReason: hours.closed.get(day.toString())?.reason ?? null,
      slots: slotsOf(hours, day, timeZone).map((slot) => ({
        ...slot,
        taken: taken.get(slot.startsAt.toString()) ?? 0,
        over: Temporal.Instant.compare(slot.startsAt.add({ minutes: slot.minutes }), now) <= 0,
      })),
    }
  })
}
