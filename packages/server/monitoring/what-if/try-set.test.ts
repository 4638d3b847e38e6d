import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeBody } from '../../home/testing/detention-case.ts'
import { type HomeCase, homePoint, openHomeCase, wearUnit } from '../../home/testing/home-case.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { writeFixes } from '../testing/positions.ts'

// Somebody who goes to a school for an hour at noon on three days, and somebody who stays at home.

const school = { lat: 38.5916, lon: -121.4944 }
const noons = [10, 7, 3]

let office: TestOffice
let deputy: TestAccount
let sergeant: TestAccount
let walker: HomeCase
let homebody: HomeCase
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  sergeant = await office.account(['sergeant'])
  walker = await openWorn(true)
  homebody = await openWorn(false)
})
afterAll(() => office.stop())

const noon = (daysAgo: number): Temporal.Instant =>
  deputy.ctx.now
    .toZonedDateTimeISO('UTC')
    .startOfDay()
    .add({ hours: 20 })
    .subtract({ days: daysAgo })
    .toInstant()

async function openWorn(walks: boolean): Promise<HomeCase> {
  const one = await openHomeCase(office, deputy)
  const unitId = await wearUnit(office, deputy, one, noon(20).toString())
  const home = { lat: homePoint[1], lon: homePoint[0] }
  const fixes = noons.flatMap((days) =>
    Array.from({ length: 120 }, (_, minute) => ({
      at: noon(days).add({ minutes: minute - 30 }),
      ...(walks && minute >= 30 && minute < 90 ? school : home),
      accuracy: 8,
    })),
  )
  await writeFixes(office, { agencyId: deputy.agencyId, personId: one.personId, unitId }, fixes)
  return one
}

const around = ({ lat, lon }: { lat: number; lon: number }, radius: number) => ({
  kind: 'circle',
  center: [lon, lat],
  radius,
})
let sets = 0
async function openSet(area: unknown): Promise<string> {
  const body = { name: `Set ${++sets}`, zones: [{ name: 'School', area }], why: 'Board' }
  return (await sergeant.post('/api/home/zone-sets', body)).body.id
}
const apply = async (set: string, one: HomeCase): Promise<string> =>
  (
    await sergeant.post(`/api/home/zone-sets/${set}/uses`, {
      reach: 'person',
      enrolmentId: one.enrolmentId,
      why: 'Order',
    })
  ).body.id
const tryIt = async (set: string, proposed: unknown) => {
  const answer = await sergeant.post(`/api/monitoring/zone-sets/${set}/what-if`, { proposed })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const zonesOf = async (set: string) => (await sergeant.get(`/api/home/zone-sets/${set}`)).body.zones

describe('monitoring rule 7, a change of a set tried on the last 14 days of those whom it binds', () => {
  test('a zone that is drawn larger alarms at each visit; one that is taken away lets them go', async () => {
    const set = await openSet(around({ lat: 38.61, lon: -121.49 }, 100))
    await apply(set, walker)
    const [zone] = await zonesOf(set)
    const wider = await tryIt(set, { kind: 'zones', zones: [{ ...zone, area: around(school, 150) }] })
    expect(wider).toMatchObject({ people: 1, triedOn: 1, near: 1, fixes: 360, asSet: 0, withChange: 3 })
    expect(wider.alarms).toHaveLength(3)
    expect(wider.alarms[0]).toMatchObject({
      kind: 'zone-entered',
      effect: 'new',
      zoneId: zone.id,
      zoneName: 'School',
      person: { id: walker.personId },
    })
    expect((await zonesOf(set))[0].area).toEqual(zone.area)
  })

  test('over all whom it binds; who never came near is counted, and not run', async () => {
    const set = await openSet(around({ lat: 38.3, lon: -121.2 }, 100))
    await apply(set, walker)
    await apply(set, homebody)
    const [zone] = await zonesOf(set)
    const far = await tryIt(set, { kind: 'zones', zones: [{ ...zone, name: 'Still far' }] })
    expect(far).toMatchObject({ people: 2, triedOn: 2, near: 0, fixes: 720, withChange: 0, alarms: [] })
    const here = await tryIt(set, {
      kind: 'zones',
      zones: [zone, { name: 'New', area: around(school, 150) }],
    })
    expect(here).toMatchObject({ people: 2, near: 2, withChange: 3 })
    expect(here.alarms[0]).toMatchObject({ zoneId: null, zoneName: 'New' })
  })

  test('somebody put under it, and taken out', async () => {
    const set = await openSet(around(school, 150))
    const to = { reach: 'person', enrolmentId: walker.enrolmentId }
    expect(await tryIt(set, { kind: 'apply', to })).toMatchObject({ people: 1, asSet: 0, withChange: 3 })
    const everyone = await tryIt(set, { kind: 'apply', to: { reach: 'everyone' } })
    expect(everyone).toMatchObject({ people: 2, triedOn: 2, asSet: 0, withChange: 3 })
    const useId = await apply(set, walker)
    expect(await tryIt(set, { kind: 'apply', to })).toMatchObject({ people: 0, triedOn: 0, alarms: [] })
    const off = await tryIt(set, { kind: 'take-off', useId })
    expect(off).toMatchObject({ people: 1, asSet: 3, withChange: 0 })
    expect(off.alarms.map(({ effect }: { effect: string }) => effect)).toEqual(['gone', 'gone', 'gone'])
    await sergeant.post(`/api/home/zone-sets/${set}/uses`, { reach: 'everyone', why: 'Policy' })
    expect(await tryIt(set, { kind: 'take-off', useId })).toMatchObject({ people: 0 })
  })

  test('the whole set ended: everybody whom it binds is let go, however they came under it', async () => {
    const set = await openSet(around(school, 150))
    expect(await tryIt(set, { kind: 'end' })).toMatchObject({ people: 0, triedOn: 0, alarms: [] })
    await apply(set, walker)
    await apply(set, homebody)
    const ended = await tryIt(set, { kind: 'end' })
    expect(ended).toMatchObject({ people: 2, triedOn: 2, asSet: 3, withChange: 0 })
    expect(ended.alarms.map(({ effect }: { effect: string }) => effect)).toEqual(['gone', 'gone', 'gone'])
    expect((await sergeant.get(`/api/home/zone-sets/${set}`)).body).toMatchObject({
      ended: null,
      uses: [{}, {}],
    })
  })

  describe('EMP-8.3 where its zones lie, before they bind anybody', () => {
    const home = { lat: homePoint[1], lon: homePoint[0] }
    const north = (km: number) => around({ ...home, lat: home.lat + km / 111.03 }, 1000)
    const remarksOf = async (zones: { name: string; area: unknown }[]) => {
      const set = await openSet(around(school, 150))
      return (await tryIt(set, { kind: 'zones', zones })).remarks
    }
    beforeAll(async () => {
      const { status } = await deputy.post(`${homebody.home}/places`, homeBody(home))
      expect(status).toBe(200)
    })

    test('far from all whom the office supervises: below 200 km nothing is said, above it how far', async () => {
      expect(await remarksOf([{ name: 'Near', area: north(200) }])).toEqual([])
      const far = { kind: 'far', km: 201, from: 'office-places' }
      const zones = [
        { name: 'Near', area: north(200) },
        { name: 'Far', area: north(202) },
      ]
      expect(await remarksOf(zones)).toEqual([{ zone: 'Far', remark: far }])
    })

    test.each([
      [24_999, []],
      [25_000, [{ zone: 'Wide', remark: { kind: 'wide', km: 50 } }]],
    ])('a radius of %i meters', async (radius, said) => {
      expect(await remarksOf([{ name: 'Wide', area: around(home, radius) }])).toEqual(said)
    })

    test('of zones as they are on record only who comes under them is told, and of twenty at most', async () => {
      const set = await openSet(north(202))
      const kept = await zonesOf(set)
      expect((await tryIt(set, { kind: 'zones', zones: kept })).remarks).toEqual([])
      expect((await tryIt(set, { kind: 'end' })).remarks).toEqual([])
      const to = { reach: 'person', enrolmentId: walker.enrolmentId }
      expect((await tryIt(set, { kind: 'apply', to })).remarks).toHaveLength(1)
      const many = Array.from({ length: 21 }, (_, i) => ({ name: `Far ${i}`, area: north(202 + i) }))
      expect(await remarksOf(many)).toHaveLength(20)
    })
  })

  test('who may draw sets tries them; the look is recorded; another office has none of it', async () => {
    const set = await openSet(around(school, 150))
    const path = `/api/monitoring/zone-sets/${set}/what-if`
    const proposed = { kind: 'apply', to: { reach: 'everyone' } }
    expect((await deputy.post(path, { proposed })).status).toBe(403)
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.post(path, { proposed })).status).toBe(404)
    await tryIt(set, proposed)
    const bad = { kind: 'zones', zones: [{ name: 'x', area: around(school, 0) }] }
    const refused = await sergeant.post(path, { proposed: bad })
    expect(refused.body.error.fields[0].path).toBe('zones.0.area')
    expect((await sergeant.post(path, { proposed: { kind: 'take-off', useId: set } })).status).toBe(404)
  })
})
