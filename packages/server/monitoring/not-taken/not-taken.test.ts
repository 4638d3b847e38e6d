import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type TestWatch, testWatch, until, type Wearer, wearer } from '../testing/watched.ts'

// What a door refused can be looked at by whoever looks after the units.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
let one: Wearer
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  one = await wearer(deputy)
  watch = await testWatch(office)
  const now = wallNow().toString()
  await watch.records(one.secret, [
    { at: now, lat: 138, lon: -121 },
    { at: '1970-01-01T00:00:00Z', lat: 38, lon: -121 },
    { at: now, lat: 38.58, lon: -121.5, accuracy: 8 },
  ])
  await watch.send('/json', {
    method: 'POST',
    headers: { authorization: `Bearer ${one.secret}`, 'content-type': 'application/json' },
    body: '{"records": [',
  })
}, 60_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const ask = async (query = '') => (await deputy.get(`/api/monitoring/not-taken${query}`)).body

test('each stands with its unit, the way in and the reason, the latest first, and without its content', async () => {
  const { messages, total } = await until(async () => {
    const found = await ask()
    return found.total === 3 && found
  })
  expect(total).toBe(3)
  expect(messages.map((each: { reason: string }) => each.reason).sort()).toEqual([
    'before-2000',
    'not-understood',
    'out-of-range',
  ])
  for (const message of messages) {
    expect(message.unit.id).toBe(one.unitId)
    expect(message.door).toBe('json')
    expect(message).not.toHaveProperty('body')
  }
})

test('is narrowed by reason, unit and days, and leaves as CSV', async () => {
  expect((await ask('?reason=out-of-range')).messages[0].detail).toBe('Latitude 138, longitude -121.')
  expect((await ask(`?unitId=${one.unitId}&limit=1`)).messages).toHaveLength(1)
  expect((await ask('?to=2020-01-01')).total).toBe(0)
  expect((await ask(`?from=${deputy.ctx.today}&to=${deputy.ctx.today}`)).total).toBe(3)
  expect(await ask('?format=csv&reason=before-2000')).toContain(',json,Before 2000,Measured at 1970-01-01')
  expect((await deputy.get('/api/monitoring/not-taken?reason=party')).status).toBe(400)
})

test('a sender that nobody knows stands apart, without its content, for whoever sets units up', async () => {
  await watch.send('/?id=mistyped-identifier-4711&lat=38.58&lon=-121.5')
  const found = await until(async () => {
    const strangers = await ask('?sender=nobody')
    return strangers.total > 0 && strangers
  })
  expect(found.messages[0]).toMatchObject({ unit: null, door: 'osmand', reason: 'unknown-unit' })
  expect(JSON.stringify(found)).not.toContain('38.58')
  expect((await ask()).total).toBe(3)
})

test('another office sees none of it, and a site supervisor has no business with it', async () => {
  const other = await testOffice()
  const elsewhere = await other.account(['deputy'])
  expect((await elsewhere.get('/api/monitoring/not-taken')).body.total).toBe(0)
  await other.stop()
  const site = await office.account(['site-supervisor'])
  expect((await site.get('/api/monitoring/not-taken')).status).toBe(403)
})
