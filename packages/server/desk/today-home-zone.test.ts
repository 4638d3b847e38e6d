import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  approveNumbers,
  type DetentionCase,
  done,
  homeBody,
  serveAtHome,
} from '../home/testing/detention-case.ts'
import { releaseOn, zoneBody } from '../home/testing/home-case.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
let deputy: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  sergeant = await office.account(['sergeant'])
  await approveNumbers(office, deputy, sergeant)
})
afterAll(() => office.stop())

interface Item {
  enrolmentId: string
  subjectId: string | null
  dueOn: string
  detail: Record<string, unknown>
}

/** The duties about an enrolment, by kind. */
async function dutiesOf({ enrolmentId }: DetentionCase, account = deputy): Promise<Record<string, Item>> {
  const { duties } = (await account.get('/api/desk/today')).body as {
    duties: { kind: string; items: Item[] }[]
  }
  return Object.fromEntries(
    duties.flatMap(({ kind, items }) =>
      items.filter((item) => item.enrolmentId === enrolmentId).map((item) => [kind, item]),
    ),
  )
}

const isDue = async (one: DetentionCase) => 'home-zone-to-draw' in (await dutiesOf(one))
const isListed = async ({ enrolmentId }: DetentionCase): Promise<boolean> => {
  const { people } = (await deputy.get('/api/home/detentions')).body
  return people.find((person: { enrolmentId: string }) => person.enrolmentId === enrolmentId).isHomeUnwatched
}

const draw = (one: DetentionCase, different: Record<string, unknown> = {}) =>
  done(deputy.post(`${one.home}/zones`, zoneBody(different)))
const setWeek = (one: DetentionCase, version: number, ...zones: string[]) =>
  done(
    deputy.post(`${one.home}/schedule`, {
      version,
      weekly: zones.map((zone) => ({ zone, days: ['mon'], from: '18:00', to: '08:00' })),
      why: 'Contract',
    }),
  )

describe('EMP-0.1 somebody who wears a unit at home with no home zone in force', () => {
  test('is a first duty of the deputy and the sergeant, and what is next, until one is drawn', async () => {
    const { one, home } = await serveAtHome(deputy, { zone: false })
    for (const account of [deputy, sergeant])
      expect(await dutiesOf(one, account)).toMatchObject({
        'home-zone-to-draw': { subjectId: null, dueOn: deputy.ctx.today.toString(), detail: { zone: null } },
      })
    const kinds = (await deputy.get('/api/desk/today')).body.duties.map(({ kind }: { kind: string }) => kind)
    expect(kinds.slice(0, 2)).toContain('home-zone-to-draw')
    expect((await deputy.get(one.path)).body).toMatchObject({
      next: { kind: 'draw-home-zone' },
      atHome: { homeZone: 'none', isHomeUnwatched: true },
    })
    expect(await isListed(one)).toBe(true)
    await draw(one, { placeId: home })
    expect(await isDue(one)).toBe(false)
    expect((await deputy.get(one.path)).body).toMatchObject({
      next: { kind: 'supervise' },
      atHome: { homeZone: 'in-force', isHomeUnwatched: false },
    })
    expect(await isListed(one)).toBe(false)
  })

  test('is no duty of a clerk, who draws no zones', async () => {
    const { one } = await serveAtHome(deputy, { zone: false })
    expect(await dutiesOf(one, await office.account(['clerk']))).toEqual({})
  })

  test('EMP-8.2 is one again when the zone is taken off', async () => {
    const { one, zone, unit } = await serveAtHome(deputy)
    expect(await isDue(one)).toBe(false)
    await done(deputy.post(`/api/home/zones/${zone}/end`, { version: 1, because: 'Drawn wrongly' }))
    expect(await isDue(one)).toBe(true)
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    expect((await deputy.get(one.path)).body).toMatchObject({
      next: { kind: 'fit-unit' },
      atHome: { homeZone: 'none', isHomeUnwatched: false },
    })
    expect(await isListed(one)).toBe(false)
  })

  test('a zone to stay out of, or to be in around another place, is no home zone', async () => {
    const { one } = await serveAtHome(deputy, { zone: false })
    await draw(one, { name: 'Victim', rule: 'exclusion' })
    const work = await done(deputy.post(`${one.home}/places`, homeBody({ kind: 'work', name: 'Shop' })))
    const zone = await draw(one, { name: 'Shop', placeId: work.id })
    expect(await isDue(one)).toBe(true)
    await done(deputy.post(`/api/home/zones/${zone.id}`, { ...zoneBody({ name: 'Shop' }), version: 1 }))
    expect(await isDue(one)).toBe(false)
  })

  // A thousandth of a degree of latitude is 111 meters; the zone is a circle of 100.
  test.each([
    ['the home lies in it', 38.5816, false],
    ['the home lies outside', 38.5826, true],
  ])('a zone that names no place, and %s', async (_, lat, due) => {
    const { one } = await serveAtHome(deputy, { zone: false })
    await draw(one, { area: { kind: 'circle', center: [-121.4944, lat], radius: 100 } })
    expect(await isDue(one)).toBe(due)
  })

  test('a zone that names no place is left behind by a move, and taken for the home by another', async () => {
    const { one } = await serveAtHome(deputy, { zone: false })
    await draw(one)
    expect(await isDue(one)).toBe(false)
    await done(deputy.post(`${one.home}/places`, homeBody({ address: '9 Oak Ave', lat: 38.59 })))
    expect(await isDue(one)).toBe(true)
    await done(deputy.post(`${one.home}/places`, homeBody()))
    expect(await isDue(one)).toBe(false)
  })

  test('where the home is not on the map a zone that names no place may be it, until it is', async () => {
    const off = { lat: null, lon: null }
    const { one, home } = await serveAtHome(deputy, { zone: false, home: off })
    await draw(one)
    expect(await isDue(one)).toBe(false)
    await done(
      deputy.post(`/api/home/places/${home}`, {
        ...homeBody({ lat: 38.59 }),
        version: 1,
        home: 'same',
        why: 'Put on the map',
      }),
    )
    expect(await isDue(one)).toBe(true)
  })

  test('EMP-1.2 the week names another zone only: it never binds, and is named', async () => {
    const { one, zone } = await serveAtHome(deputy)
    const work = await done(deputy.post(`${one.home}/places`, homeBody({ kind: 'work', name: 'Shop' })))
    const shop = await draw(one, { name: 'Shop', placeId: work.id })
    expect(await isDue(one)).toBe(false)
    await setWeek(one, 0, shop.id)
    expect((await dutiesOf(one))['home-zone-to-draw']).toMatchObject({
      subjectId: zone,
      detail: { zone: 'Home' },
    })
    expect((await deputy.get(one.path)).body.atHome).toMatchObject({
      homeZone: 'never',
      isHomeUnwatched: true,
    })
    await setWeek(one, 1, shop.id, zone)
    expect(await isDue(one)).toBe(false)
  })

  test('is told first of the unit while none is worn, and of the end once the sentence is over', async () => {
    const { one, unit } = await serveAtHome(deputy, { zone: false })
    await releaseOn(office, deputy, one, deputy.ctx.today)
    expect(Object.keys(await dutiesOf(one))).toEqual(['unit-to-take-off'])
    await releaseOn(office, deputy, one, deputy.ctx.today.add({ days: 1 }))
    expect(Object.keys(await dutiesOf(one))).toEqual(['home-zone-to-draw'])
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    expect(Object.keys(await dutiesOf(one))).toEqual(['unit-to-fit'])
  })
})
