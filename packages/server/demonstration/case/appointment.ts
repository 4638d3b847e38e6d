import { Temporal } from 'temporal-polyfill'
import type { Case, Staff } from './staff.ts'

interface OpenSlots {
  days: { day: string; slots: { startsAt: string; capacity: number; taken: number; over: boolean }[] }[]
}

/** Books the first appointment that is free on or after a day. @returns the day */
export async function makeAppointment(
  { clerk }: Pick<Staff, 'clerk'>,
  one: Case,
  from: Temporal.PlainDate,
): Promise<Temporal.PlainDate> {
  const { days } = await clerk.get<OpenSlots>(`/api/intake/slots?from=${from}&days=14`)
  for (const { day, slots } of days) {
    const free = slots.find((slot) => !slot.over && slot.taken < slot.capacity)
    if (!free) continue
    await clerk.post(`/api/intake/enrolments/${one.enrolmentId}/appointments`, {
      startsAt: free.startsAt,
      limitingCondition: one.person.limits.length > 0 ? 'yes' : 'no',
      told: ['fees', 'payment-forms', 'diagnosis'],
    })
    return Temporal.PlainDate.from(day)
  }
  throw new Error(`No appointment is free in the two weeks from ${from}.`)
}

interface OpenAppointment {
  id: string
  version: number
}

async function openAppointment({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<OpenAppointment> {
  const page = await clerk.get<{ open: OpenAppointment | null }>(
    `/api/intake/enrolments/${one.enrolmentId}/appointments`,
  )
  if (!page.open) throw new Error(`${one.person.familyName} has no open appointment.`)
  return page.open
}

/** The person comes on the day of the appointment and is checked in. */
export async function checkIn(staff: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  const { id, version } = await openAppointment(staff, one)
  await staff.clerk.post(`/api/intake/appointments/${id}/arrive`, { version })
}

/** The aide directs the person to intake (WAP-BOOK.3). */
export async function callIn(staff: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  const { id, version } = await openAppointment(staff, one)
  await staff.clerk.post(`/api/intake/appointments/${id}/call`, {
    version,
    outOfTurnReason: 'The others asked to wait',
  })
}

/** The person did not come. */
export async function noShow(staff: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  const { id, version } = await openAppointment(staff, one)
  await staff.clerk.post(`/api/intake/appointments/${id}/no-show`, {
    version,
    note: 'Did not come and did not call',
  })
}
