import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { rowsOf, type TestWatch, testWatch, type Wearer, wearer } from '../testing/watched.ts'
import { VirtualClock } from '../virtual-clock.ts'

// Field 6, from messages at a door: the network of a carrier is down, and comes back. With the real watch.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
let people: Wearer[]
const start = wallNow()
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  people = []
  for (let count = 0; count < 6; count++) people.push(await wearer(deputy))
  watch = await testWatch(office, { virtual: new VirtualClock(start) })
  // Each was silent from their fitting on, which somebody has dealt with.
  await passTo(0)
  const operator = await office.account(['operator'])
  await rowsOf(
    office,
    deputy.agencyId,
    `update monitoring.alarm set closed_at = $1, closed_by = $2, closed_code = 'other' returning id`,
    [start.toString(), operator.id],
  )
}, 120_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const after = (minutes: number) => start.add({ minutes }).toString()
const passTo = (minutes: number) =>
  watch.send('/virtual-clock', { method: 'POST', headers: { 'x-virtual-now': after(minutes) } })
const fix = (minutes: number) => ({ at: after(minutes), lat: 38.58, lon: -121.5, accuracy: 8, battery: 0.8 })
const alarms = () =>
  rowsOf(
    office,
    deputy.agencyId,
    'select kind, why, ended_at is not null as ended from monitoring.v_alarm where closed_at is null order by number',
  )

test('six units fall silent: one alarm; five come back: it is over, and the sixth is an alarm of its own', async () => {
  for (const { secret } of people) await watch.records(secret, [fix(0)])
  await passTo(14)
  expect(await alarms()).toEqual([])
  await passTo(16)
  const outage = { kind: 'carrier-outage', why: '6 units of Example Mobile fell silent within 1 minute.' }
  expect(await alarms()).toEqual([{ ...outage, ended: false }])
  await passTo(20)
  for (const { secret } of people.slice(1)) await watch.records(secret, [fix(20)])
  await passTo(21)
  expect(await alarms()).toEqual([{ ...outage, ended: false }])
  await passTo(25)
  expect(await alarms()).toMatchObject([
    { ...outage, ended: true },
    { kind: 'no-contact', ended: false },
  ])
})
