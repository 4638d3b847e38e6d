import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { type Caller, CallRefused, overHttp, signInAs } from '../../packages/server/demonstration/caller.ts'
import { recordPrints, signApplication } from '../../packages/server/demonstration/case/application.ts'
import { makeAppointment } from '../../packages/server/demonstration/case/appointment.ts'
import {
  completeBooking,
  saveBooking,
  tickChecklist,
} from '../../packages/server/demonstration/case/booking.ts'
import { assessFees, pay } from '../../packages/server/demonstration/case/fees.ts'
import { computeSentence, receive } from '../../packages/server/demonstration/case/receive.ts'
import { answerScreening, decideScreening } from '../../packages/server/demonstration/case/screening.ts'
import type { Case, Staff } from '../../packages/server/demonstration/case/staff.ts'
import { type MadeUpPerson, madeUpPerson } from '../../packages/server/demonstration/people.ts'
import { password } from '../desk.ts'

/** A name that no earlier run has used: the tests can be run again on an office that goes on. */
export const unused = (name: string): string => `${name}-${randomUUID().slice(0, 6)}`

/** Somebody whom the demonstration does not know. */
export const somebody = (n: number, familyName: string, more: Partial<MadeUpPerson> = {}): MadeUpPerson => ({
  ...madeUpPerson(n),
  docket: `01-${randomUUID().slice(0, 6)}-${n}`,
  driversLicense: `E2E${randomUUID().slice(0, 8).toUpperCase()}`,
  familyName: unused(familyName),
  ...more,
})

/** Signs in over HTTP, to lay out what a test begins with. */
export const callerOf = (url: string, username: string): Promise<Caller> =>
  signInAs(overHttp(url), username, password)

/** A clerk and a sergeant over HTTP. */
export async function staffOf(url: string): Promise<Staff> {
  return { clerk: await callerOf(url, 'clerk'), sergeant: await callerOf(url, 'sergeant') }
}

/** The office's own day. */
export async function todayOf({ clerk }: Staff): Promise<Temporal.PlainDate> {
  const { today } = await clerk.get<{ today: string }>('/api/desk/today')
  return Temporal.PlainDate.from(today)
}

/** Books the first time that is free; another test may take it first. */
async function bookFirstFree(staff: Staff, one: Case, from: Temporal.PlainDate): Promise<void> {
  for (;;) {
    try {
      await makeAppointment(staff, one, from)
      return
    } catch (error) {
      if (!(error instanceof CallRefused && error.status === 409)) throw error
    }
  }
}

/** Somebody with an appointment for tomorrow. */
export async function appointed(staff: Staff, person: MadeUpPerson): Promise<Case> {
  const today = await todayOf(staff)
  const one = await receive(staff, person, today)
  await computeSentence(staff, one)
  await bookFirstFree(staff, one, today.add({ days: 1 }))
  return one
}

/** Somebody who has applied and waits to be screened. */
export async function applied(staff: Staff, person: MadeUpPerson): Promise<Case> {
  const today = await todayOf(staff)
  const one = await appointed(staff, person)
  await signApplication(staff, one, today)
  await recordPrints(staff, one, today)
  return one
}

/** Somebody who is admitted and owes the fees. */
export async function admitted(staff: Staff, person: MadeUpPerson): Promise<Case> {
  const one = await applied(staff, person)
  await answerScreening(staff, one)
  await decideScreening(staff, one, { decision: 'admit', reason: '' })
  await assessFees(staff, one)
  return one
}

/** Somebody who has paid and is booked: site and days are next. */
export async function booked(staff: Staff, person: MadeUpPerson): Promise<Case> {
  const today = await todayOf(staff)
  const one = await admitted(staff, person)
  await pay(staff, one)
  await saveBooking(staff, one, today)
  await tickChecklist(staff, one, today)
  await completeBooking(staff, one)
  return one
}
