import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedPerson, fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { rowsOf, type TestWatch, testWatch, until, type Wearer, wearer } from '../testing/watched.ts'

// What a message said that the office did not take: shown to who must find out why, and each time a look on record.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
let one: Wearer
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  one = await wearer(deputy)
  watch = await testWatch(office)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const open = (id: string, looking: Record<string, unknown> = {}, account = deputy) =>
  account.post(`/api/monitoring/not-taken/${id}`, {
    looking: { sitting: randomUUID(), purpose: 'equipment', ...looking },
  })
const listed = async (query: string) => (await deputy.get(`/api/monitoring/not-taken${query}`)).body.messages

interface Kept {
  unitId?: string | null
  received?: Temporal.Instant
  reason?: string
  detail?: string
  body: string
}
/** Kept as the watch keeps it. @returns its number */
async function kept({ unitId, received, reason, detail, body }: Kept): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    office,
    deputy.agencyId,
    `insert into monitoring.set_aside (agency_id, unit_id, received_at, door, reason, detail, address, body)
     values ($1, $2, $3, 'json', $4, $5, '', $6) returning id::text`,
    [
      deputy.agencyId,
      unitId === undefined ? one.unitId : unitId,
      (received ?? wallNow()).toString(),
      reason ?? 'not-understood',
      detail ?? '',
      body,
    ],
  )
  return row!.id
}

interface Look {
  actor: string
  purpose: string
  scope: string
  people: string[]
  period_from: Temporal.Instant
  period_to: Temporal.Instant
}
/** The looks of a sitting, with whom they showed. */
const looks = (sitting: string) =>
  rowsOf<Look>(
    office,
    deputy.agencyId,
    `select l.actor, l.purpose, l.scope, l.period_from, l.period_to, array(
       select person_id::text from monitoring.crowd_person p where p.crowd_id = l.crowd_id order by 1) as people
     from monitoring.look l where sitting = $1`,
    [sitting],
  )

test('what the unit sent is shown as it was kept, and who looked at whose message is on record', async () => {
  await watch.records(one.secret, [{ at: wallNow().toString(), lat: 138, lon: -121, note: 'río' }])
  const [message] = await until(async () => {
    const found = await listed('?reason=out-of-range')
    return found.length > 0 && found
  })
  const sitting = randomUUID()
  const { status, body } = await open(message.id, { sitting })
  expect(status).toBe(200)
  expect(JSON.parse(body.body)).toMatchObject({ lat: 138, lon: -121, note: 'río' })
  expect(body).toMatchObject({ id: message.id, cut: false })
  expect(await looks(sitting)).toMatchObject([
    { actor: deputy.id, purpose: 'equipment', scope: 'message', people: [one.personId] },
  ])
})

test('each opening is a look of its own', async () => {
  const id = await kept({ body: 'lat=38.58' })
  const sitting = randomUUID()
  for (const _ of [1, 2]) expect((await open(id, { sitting })).status).toBe(200)
  expect(await looks(sitting)).toHaveLength(2)
})

test('whoever wore the unit when it says it was measured is named, beside who wears it now', async () => {
  const earlier = await acceptedPerson(deputy)
  const unitId = await receiveTestUnit(deputy)
  const now = wallNow()
  const ago = (hours: number) => now.subtract({ hours })
  await fitTestUnit(deputy, unitId, earlier.enrolmentId, { at: ago(8).toString() })
  await rowsOf(
    office,
    deputy.agencyId,
    `update equipment.fitting set removed_at = $2, removed_by = fitted_by, removal_code = 'replaced' where unit_id = $1`,
    [unitId, ago(4).toString()],
  )
  const people = async (body: string, received = now) => {
    const sitting = randomUUID()
    await open(await kept({ unitId, received, body }), { sitting })
    return (await looks(sitting))[0]!
  }
  const then = ago(6).round('second')
  const look = await people(`{"at":"${then}","lat":38.58`)
  expect(look.people).toEqual([earlier.personId])
  expect(look.period_from.toString()).toBe(then.toString())
  expect((await people('{"lat":38.58')).people).toEqual([])
  expect((await people('{"lat":38.58', ago(5))).people).toEqual([earlier.personId])
})

test('what the watch could not evaluate is opened too, and is a look at whose it was', async () => {
  const id = await kept({
    unitId: null,
    reason: 'not-evaluated',
    detail: `Person ${one.personId}: Error: no such zone`,
    body: '[{"key":"fix:1","reading":{"kind":"fix","record":{"lat":38.58}}}]',
  })
  const sitting = randomUUID()
  expect((await open(id, { sitting })).body.body).toContain('"lat":38.58')
  expect((await looks(sitting))[0]!.people).toEqual([one.personId])
})

test('a secret in it is not shown whole, also of what was kept before', async () => {
  const id = await kept({ body: '{"device_id": 123456789012, "password": "k7Qp2xZt91LmVw"}' })
  expect((await open(id)).body.body).toBe('{"device_id": …9012, "password": "…LmVw"}')
})

test.each([
  ['below', 59_999, false],
  ['at', 60_000, true],
])('a message of which only the beginning is kept says so: %s', async (_, length, cut) => {
  const { body } = await open(await kept({ body: 'x'.repeat(length) }))
  expect([body.body.length, body.cut]).toEqual([length, cut])
})

test('without a purpose that can be judged later nothing is shown', async () => {
  const id = await kept({ body: 'lat=38.58' })
  expect((await open(id, { purpose: 'court' })).status).toBe(400)
  expect((await open(id, { purpose: 'alarm' })).status).toBe(400)
  expect((await open(id, { purpose: 'court', why: 'M-1204-77' })).status).toBe(200)
})

test('nobody opens what is of no office or of another; a clerk sees nowhere where somebody is', async () => {
  const id = await kept({ body: 'lat=38.58' })
  const other = await office.account(['deputy'], await office.agency())
  expect((await open(id, {}, other)).status).toBe(404)
  expect((await open(id, {}, await office.account(['clerk']))).status).toBe(403)
  await watch.send('/?id=mistyped-identifier-4711&lat=38.58&lon=-121.5')
  const [strange] = await until(async () => {
    const found = await listed('?sender=nobody')
    return found.length > 0 && found
  })
  expect((await open(strange.id)).status).toBe(404)
  expect((await open('0')).status).toBe(400)
  expect((await open('4711999')).status).toBe(404)
})
