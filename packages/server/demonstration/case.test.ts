import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dayIn, officeNow, setOfficeAhead, wallNow } from '../platform/clock.ts'
import { keysFrom } from '../platform/keys.ts'
import { createTestDatabase, ownerQuery, type TestUrls } from '../testing/database.ts'
import { type Caller, signInAs } from './caller.ts'
import { recordPrints, signApplication } from './case/application.ts'
import { callIn, checkIn, makeAppointment } from './case/appointment.ts'
import { complete, openRosters, returnRoster } from './case/attendance.ts'
import { completeBooking, saveBooking, tickChecklist } from './case/booking.ts'
import { askWaiver, assessFees, balanceOf, grantWaiver, pay } from './case/fees.ts'
import { computeSentence, receive } from './case/receive.ts'
import { makeContract } from './case/schedule.ts'
import { answerScreening, decideScreening } from './case/screening.ts'
import type { Case } from './case/staff.ts'
import { foundDemonstrationOffice } from './found-office.ts'
import { type InProcessOffice, openInProcess } from './in-process.ts'
import { setUpOffice } from './office-setup.ts'
import { madeUpPerson } from './people.ts'

const timeZone = 'America/Los_Angeles'
const today = () => dayIn(timeZone, officeNow())

let urls: TestUrls
let office: InProcessOffice
let agencyId: string
let staff: { clerk: Caller; sergeant: Caller }

beforeAll(async () => {
  urls = await createTestDatabase(inject('cluster'), `case_${randomBytes(6).toString('hex')}`)
  const founded = await foundDemonstrationOffice(urls.owner)
  agencyId = founded.agencyId
  office = await openInProcess(urls.app, keysFrom(Buffer.alloc(32, 7)))
  const signIn = (username: string) => signInAs(office.send, username, 'demonstration only')
  staff = { clerk: await signIn('clerk'), sergeant: await signIn('sergeant') }
  await setUpOffice(staff, today(), founded.accounts.get('site')!)
})
afterAll(async () => {
  setOfficeAhead(0)
  await office.close()
  await urls.drop()
})

/** Puts the office's clock to noon of a day. */
function goTo(day: Temporal.PlainDate): void {
  const noon = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from('12:00') })
  setOfficeAhead(Math.round((noon.epochMilliseconds - wallNow().epochMilliseconds) / 1000))
}

async function interview(one: Case): Promise<void> {
  await checkIn(staff, one)
  await callIn(staff, one)
  await signApplication(staff, one, today())
  await recordPrints(staff, one, today())
  await answerScreening(staff, one)
  await decideScreening(staff, one, { decision: 'admit', reason: 'Nothing speaks against it' })
}

async function booking(one: Case): Promise<void> {
  await saveBooking(staff, one, today())
  await tickChecklist(staff, one, today())
  await completeBooking(staff, one)
}

/** Goes to the Monday after the last day and enters every roster that is open. */
async function work(days: readonly Temporal.PlainDate[]): Promise<void> {
  const [first, last] = [days[0]!, days.at(-1)!]
  goTo(last.add({ days: 8 - last.dayOfWeek }))
  for (const roster of await openRosters(staff, first, last)) await returnRoster(staff, roster, today())
}

const inOffice = async <R>(query: string): Promise<R[]> =>
  ownerQuery(urls, agencyId, async (client) => (await client.query(query)).rows as R[])

describe('one person, from the court’s paper to the last day', () => {
  test('WAP-P1.1 to P6.4 through the routes that the pages use; the fees are paid', async () => {
    const one = await receive(staff, madeUpPerson(2), today())
    expect(await computeSentence(staff, one)).toBe(15)
    goTo(await makeAppointment(staff, one, today().add({ days: 1 })))
    await interview(one)
    await assessFees(staff, one)
    expect(await balanceOf(staff, one)).toBe(5_000 + 15 * 700)
    await pay(staff, one, { amountCents: 5_000 })
    await pay(staff, one, { form: 'money-order' })
    await booking(one)
    const days = await makeContract(staff, one, today())
    expect(days).toHaveLength(15)
    await tickChecklist(staff, one, today(), (name) => name === 'map')
    await work(days)
    await complete(staff, one)

    const person = await staff.clerk.get<{
      enrolments: { state: string; creditedDays: number; balanceCents: number }[]
    }>(`/api/desk/people/${one.personId}`)
    expect(person.enrolments).toMatchObject([{ state: 'completed', creditedDays: 15, balanceCents: 0 }])
    const { checklist } = await staff.clerk.get<{ checklist: { state: string }[] }>(
      `/api/intake/enrolments/${one.enrolmentId}/booking`,
    )
    expect(new Set(checklist.map((item) => item.state))).toEqual(new Set(['done', 'not-needed']))
    expect(await inOffice('select * from money.books()')).toEqual([])
    expect(await inOffice('select * from work.site_day where taken > capacity')).toEqual([])
  })

  test('WAP-FEE.3, WAP-P3.3: with a waiver that another decides, the case ends the same way', async () => {
    const one = await receive(staff, madeUpPerson(0), today())
    expect(await computeSentence(staff, one)).toBe(2)
    goTo(await makeAppointment(staff, one, today().add({ days: 1 })))
    await interview(one)
    await assessFees(staff, one)
    const waiver = await askWaiver(staff, one)
    await booking(one)
    await grantWaiver(staff, waiver)
    await work(await makeContract(staff, one, today()))
    await complete(staff, one)
    expect(await balanceOf(staff, one)).toBe(0)
    expect(await inOffice('select * from money.books()')).toEqual([])
  })
})
