import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dayIn, officeNow, setOfficeAhead } from '../platform/clock.ts'
import { keysFrom } from '../platform/keys.ts'
import { createTestDatabase, ownerQuery, type TestUrls } from '../testing/database.ts'
import { type Caller, signInAs } from './caller.ts'
import { signApplication, recordPrints } from './case/application.ts'
import { callIn, checkIn, makeAppointment } from './case/appointment.ts'
import { assessFees, balanceOf, pay } from './case/fees.ts'
import { computeSentence, receive } from './case/receive.ts'
import { answerScreening, decideScreening } from './case/screening.ts'
import { makeContract } from './case/schedule.ts'
import { foundDemonstrationOffice } from './found-office.ts'
import { type InProcessOffice, openInProcess } from './in-process.ts'
import { setUpOffice } from './office-setup.ts'
import { madeUpPerson } from './people.ts'

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

const today = () => dayIn('America/Los_Angeles', officeNow())
const goTo = (day: Temporal.PlainDate) => {
  const noon = day.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: Temporal.PlainTime.from('12:00') })
  setOfficeAhead(Math.round((noon.epochMilliseconds - Temporal.Now.instant().epochMilliseconds) / 1000))
}

describe('one person, from the court’s paper to the last day', () => {
  test('WAP-P1.1 to P6.4 through the routes that the pages use', async () => {
    const one = await receive(staff, madeUpPerson(0), today())
    expect(await computeSentence(staff, one)).toBe(2)
    goTo(await makeAppointment(staff, one, today().add({ days: 1 })))
    await checkIn(staff, one)
    await callIn(staff, one)
    await signApplication(staff, one, today())
    await recordPrints(staff, one, today())
    await answerScreening(staff, one)
    await decideScreening(staff, one, { decision: 'admit', reason: 'Nothing speaks against it' })
    await assessFees(staff, one)
    expect(await balanceOf(staff, one)).toBe(5_000 + 2 * 700)
    await pay(staff, one)
    expect(await balanceOf(staff, one)).toBe(0)
    const days = await makeContract(staff, one, today())
    expect(days).toHaveLength(2)
  })
})
