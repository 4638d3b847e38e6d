import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { openUnitAlarm } from '../alarms/open-unit-alarm.ts'
import { type TestWatch, testUnit, testWatch, wears } from '../testing/open-alarm.ts'

let office: TestOffice
let watch: TestWatch
let agency: string
let operator: TestAccount
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  agency = await office.agency()
  operator = await office.account(['operator'], agency)
  clerk = await office.account(['clerk'], agency)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const find = async (q: string, who = operator) =>
  (await who.get(`/api/monitoring/followed?q=${encodeURIComponent(q)}`)).body
const person = async (familyName: string, givenNames: string): Promise<string> =>
  (await clerk.post('/api/people', { familyName, givenNames })).body.personId

test('an operator finds who wears a unit by name or serial, with what is open about them', async () => {
  const ana = await person('Rivera', 'Ana')
  const unit = await testUnit(office, agency)
  await wears(office, agency, { person: ana, unit, by: operator.id })
  await person('Rivera', 'Nobody')
  const alarm = await watch.alarm(agency, ana, 'zone-left')
  const serial = `U-${unit.slice(0, 6)}`
  for (const q of ['ana riv', serial.toLowerCase()]) {
    const { people, units } = await find(q)
    expect(people).toMatchObject([{ id: ana, name: 'Rivera, Ana', serials: [serial], open: [{ id: alarm }] }])
    expect(units).toEqual([])
  }
  // Who wears no unit is no matter of the center, and another office's people are of no other.
  expect((await find('riv')).people).toHaveLength(1)
  const elsewhere = await office.account(['operator'], await office.agency())
  expect(await find('riv', elsewhere)).toEqual({ people: [], units: [] })
  expect(JSON.stringify(await find('riv'))).not.toMatch(/"lat"|"lon"/)
})

test('a unit that nobody wears is found by its serial, with its incident', async () => {
  const unitId = await testUnit(office, agency)
  await watch.client.query('begin')
  const at = officeNow().subtract({ seconds: 5 })
  const [news] = await openUnitAlarm(
    watch.client,
    agency,
    { unitId, kind: 'battery-low', at, why: 'Low.' },
    officeNow(),
  )
  await watch.client.query('commit')
  const { people, units } = await find(unitId.slice(0, 6))
  expect(people).toEqual([])
  expect(units).toMatchObject([{ id: unitId, open: [{ id: news!.subject.alarm, kind: 'battery-low' }] }])
})

test('a clerk, who reads no alarms, may not ask; an empty question is refused', async () => {
  expect((await clerk.get('/api/monitoring/followed?q=riv')).status).toBe(403)
  expect((await operator.get('/api/monitoring/followed?q=')).status).toBe(400)
})
