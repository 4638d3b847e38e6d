import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { take } from '../../programs/testing/case.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { homeBody } from '../testing/detention-case.ts'
import { drawTestZone, homePoint, openHomeCase, releaseOn, toldOf, zoneBody } from '../testing/home-case.ts'

let office: TestOffice
let deputy: TestAccount
let clerk: TestAccount
let stranger: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  clerk = await office.account(['clerk'])
  stranger = await office.account(['deputy'], await office.agency())
})
afterAll(() => office.stop())

const circle = (radius: number) => ({ kind: 'circle', center: homePoint, radius })
const ring = [
  [-121.5, 38.5],
  [-121.4, 38.5],
  [-121.4, 38.6],
  [-121.5, 38.6],
  [-121.5, 38.5],
]
const hole = ring.map(([lon, lat]) => [lon! / 2 - 60.72, lat! / 2 + 19.28])

describe('a zone', () => {
  test.each([
    ['a circle', circle(100)],
    ['a polygon', { kind: 'polygon', coordinates: [ring] }],
    ['a polygon with a hole', { kind: 'polygon', coordinates: [ring, hole] }],
    ['several parts', { kind: 'multipolygon', coordinates: [[ring]] }],
  ])('EMP-8.2 %s is drawn and read again as it was', async (_, area) => {
    const one = await openHomeCase(office, deputy)
    const id = await drawTestZone(deputy, one, { area })
    const { zones } = (await clerk.get(`${one.home}/zones`)).body
    expect(zones).toMatchObject([{ id, version: 1, area, standing: 'always', why: 'Lives here' }])
  })

  test('EMP-8.2 every drawing is kept with who, when and why; the newest holds', async () => {
    const one = await openHomeCase(office, deputy)
    const id = await drawTestZone(deputy, one)
    const body = { ...zoneBody({ area: circle(200), why: 'The garden too' }), version: 1 }
    await deputy.post(`/api/home/zones/${id}`, body)
    await deputy.post(`/api/home/zones/${id}/end`, { version: 2, because: 'Moved away' })
    const history = (await clerk.get(`/api/home/zones/${id}`)).body
    expect(history.versions).toMatchObject([
      { number: 2, area: { radius: 200 }, why: 'The garden too', by: 'Test deputy' },
      { number: 1, area: { radius: 100 }, why: 'Lives here' },
    ])
    expect(history.ended).toMatchObject({ because: 'Moved away', by: 'Test deputy' })
    expect((await clerk.get(`${one.home}/zones`)).body.zones).toEqual([])
    expect((await deputy.post(`/api/home/zones/${id}/end`, { version: 2, because: 'Again' })).status).toBe(
      409,
    )
  })

  test('a change of an older drawing is a conflict, with what stands now', async () => {
    const one = await openHomeCase(office, deputy)
    const id = await drawTestZone(deputy, one)
    await deputy.post(`/api/home/zones/${id}`, { ...zoneBody({ name: 'Theirs' }), version: 1 })
    const answer = await deputy.post(`/api/home/zones/${id}`, { ...zoneBody({ name: 'Mine' }), version: 1 })
    expect(answer.status).toBe(409)
    expect(answer.body.error.conflict).toMatchObject({ current: { name: 'Theirs', version: 2 } })
  })

  test.each([
    ['a radius of 0', circle(0), /^The radius is 0 m\. Give/],
    [
      'longitude and latitude the wrong way round',
      { kind: 'circle', center: [38.58, -121.49], radius: 100 },
      /^Longitude 38.58, latitude -121.49 is no place on earth\. .* whether they are swapped\.$/,
    ],
    [
      'two corners',
      { kind: 'polygon', coordinates: [[ring[0], ring[1], ring[0]]] },
      /^The outline has 2 different corners\./,
    ],
    [
      'an outline that crosses itself',
      { kind: 'polygon', coordinates: [[ring[0], ring[2], ring[1], ring[3]]] },
      /^The outline crosses itself near latitude 38\.\d{5}, longitude -121\.\d{5}\. Move/,
    ],
    [
      'a corner off the earth in the hole of a second part',
      { kind: 'multipolygon', coordinates: [[ring], [ring, [ring[0], [-121.45, 95], ring[2]]]] },
      /^Part 2, hole 1, corner 2: Longitude -121.45, latitude 95 is no place/,
    ],
  ])('%s is refused with what and where, in words', async (_, area, where) => {
    const one = await openHomeCase(office, deputy)
    const answer = await deputy.post(`${one.home}/zones`, zoneBody({ area }))
    expect(answer.status).toBe(422)
    expect(answer.body.error.fields).toEqual([{ path: 'area', message: expect.stringMatching(where) }])
  })

  test('EMP-8.2 its hours go with it in one act, as a new version; what others have stays', async () => {
    const one = await openHomeCase(office, deputy)
    const zone = await drawTestZone(deputy, one)
    const other = await drawTestZone(deputy, one, { name: 'Second home' })
    const line = (of: string) => ({ zone: of, days: ['mon'], from: '18:00', to: '08:00' })
    const weekly = [line(zone), line(other)]
    await deputy.post(`${one.home}/schedule`, { version: 0, weekly, why: 'Contract' })
    const onDay = deputy.ctx.today.add({ days: 2 }).toString()
    for (const zoneId of [zone, other])
      await deputy.post(`${one.home}/dated-hours`, { zoneId, onDay, from: null, to: null, why: 'Court' })
    const before = (await toldOf(office, deputy, one.personId)).length
    const ended = await deputy.post(`/api/home/zones/${zone}/end`, { version: 1, because: 'Moved' })
    expect(ended.status).toBe(200)
    const page = (await clerk.get(`${one.home}/schedule`)).body
    expect(page).toMatchObject({ version: 2, weekly: [line(other)], dated: [{ zoneId: other }] })
    expect(page.versions[0]).toMatchObject({ number: 2, why: 'Moved', by: 'Test deputy' })
    // The watch hears of it once: at no moment does the zone bind without its hours.
    const told = await toldOf(office, deputy, one.personId)
    expect(told).toHaveLength(before + 1)
    expect(told.at(-1).content.change).toMatchObject({
      zones: [{ id: other }],
      schedule: { weekly: [line(other)], exceptions: [{ zone: other }] },
    })
  })

  test('one without hours leaves the schedule as it is', async () => {
    const one = await openHomeCase(office, deputy)
    const zone = await drawTestZone(deputy, one)
    const other = await drawTestZone(deputy, one, { name: 'School', rule: 'exclusion' })
    const weekly = [{ zone, days: ['mon'], from: '18:00', to: '08:00' }]
    await deputy.post(`${one.home}/schedule`, { version: 0, weekly, why: 'Contract' })
    await deputy.post(`/api/home/zones/${other}/end`, { version: 1, because: 'No longer' })
    expect((await clerk.get(`${one.home}/schedule`)).body.version).toBe(1)
  })

  test('EMP-8.2 a name is given once among the zones in force, when drawn and when renamed', async () => {
    const one = await openHomeCase(office, deputy)
    const home = await drawTestZone(deputy, one)
    const other = await drawTestZone(deputy, one, { name: 'Garden' })
    const drawn = await deputy.post(`${one.home}/zones`, zoneBody({ name: 'HOME' }))
    expect(drawn.body.error?.fields[0].path).toBe('name')
    const renamed = { ...zoneBody({ name: 'home' }), version: 1 }
    expect((await deputy.post(`/api/home/zones/${other}`, renamed)).body.error?.fields[0].path).toBe('name')
    expect((await deputy.post(`/api/home/zones/${home}`, renamed)).status).toBe(200)
    await deputy.post(`/api/home/zones/${home}/end`, { version: 2, because: 'Moved' })
    expect((await deputy.post(`/api/home/zones/${other}`, renamed)).status).toBe(200)
  })

  test('EMP-8.2 a line moved inward over everything is refused at its field', async () => {
    const one = await openHomeCase(office, deputy)
    const answer = await deputy.post(`${one.home}/zones`, zoneBody({ bufferM: -100 }))
    expect(answer.status).toBe(422)
    expect(answer.body.error.fields[0].path).toBe('bufferM')
    expect((await deputy.post(`${one.home}/zones`, zoneBody({ bufferM: -99 }))).status).toBe(200)
  })

  test('how the hours stand to each zone is told', async () => {
    const one = await openHomeCase(office, deputy)
    const home = await drawTestZone(deputy, one, { name: 'Home' })
    await drawTestZone(deputy, one, { name: 'Second home' })
    await drawTestZone(deputy, one, { name: 'School', rule: 'exclusion' })
    const weekly = [{ zone: home, days: ['mon'], from: '18:00', to: '24:00' }]
    await deputy.post(`${one.home}/schedule`, { version: 0, weekly, why: 'Contract' })
    const { zones } = (await clerk.get(`${one.home}/zones`)).body
    expect(zones.map(({ name, standing }: Record<string, string>) => `${name} ${standing}`)).toEqual([
      'Home scheduled',
      'School always',
      'Second home never',
    ])
  })
})

describe('who may', () => {
  test('a clerk reads and draws nothing; another office finds nothing', async () => {
    const one = await openHomeCase(office, deputy)
    const id = await drawTestZone(deputy, one)
    expect((await clerk.post(`${one.home}/zones`, zoneBody())).status).toBe(403)
    for (const status of [
      (await stranger.get(`${one.home}/zones`)).status,
      (await stranger.post(`${one.home}/zones`, zoneBody())).status,
      (await stranger.get(`/api/home/zones/${id}`)).status,
      (await stranger.post(`/api/home/zones/${id}`, { ...zoneBody(), version: 1 })).status,
      (await stranger.post(`/api/home/zones/${id}/end`, { version: 1, because: 'x' })).status,
      (await deputy.get(`/api/home/zones/${randomUUID()}`)).status,
    ])
      expect(status).toBe(404)
  })

  test('nothing is set for an enrolment that has ended', async () => {
    const one = await openHomeCase(office, deputy)
    await take(deputy, one.enrolmentId, 'returned-to-court')
    expect((await deputy.post(`${one.home}/zones`, zoneBody())).status).toBe(422)
    expect((await clerk.get(`${one.home}/zones`)).body.ended).toBe(true)
  })
})

describe('exceptions', () => {
  const local = (days: number, time: string) => `${deputy.ctx.today.add({ days })}T${time}`
  const body = (zoneId: string, from: string, to: string) => ({ zoneId, from, to, why: 'Own school' })

  test.each([
    ['an end before its beginning', () => [local(2, '08:00'), local(1, '08:00')], 'to'],
    ['an end at its beginning', () => [local(1, '08:00'), local(1, '08:00')], 'to'],
    ['a time that is over', () => [local(-2, '08:00'), local(-1, '08:00')], 'to'],
    ['a time that the clocks skip', () => ['2027-03-14T02:10', '2027-03-14T02:50'], 'to'],
    ['a day that does not exist', () => ['2027-02-30T08:00', '2027-03-01T08:00'], 'from'],
  ])('%s is refused at its field', async (_, times, path) => {
    const one = await openHomeCase(office, deputy)
    const zone = await drawTestZone(deputy, one, { name: 'School', rule: 'exclusion' })
    const [from, to] = times() as [string, string]
    const answer = await deputy.post(`${one.home}/zone-exceptions`, body(zone, from, to))
    expect(answer.status).toBe(422)
    expect(answer.body.error.fields[0].path).toBe(path)
  })

  test.each([
    ['92 days', () => [local(1, '08:00'), local(93, '08:00')], null],
    ['a minute more', () => [local(1, '08:00'), local(93, '08:01')], 'to'],
  ])('EMP-8.3 %s at once', async (_, times, path) => {
    const one = await openHomeCase(office, deputy)
    const zone = await drawTestZone(deputy, one, { name: 'School', rule: 'exclusion' })
    const [from, to] = times() as [string, string]
    const answer = await deputy.post(`${one.home}/zone-exceptions`, body(zone, from, to))
    expect(answer.body.error?.fields[0].path ?? null).toBe(path)
  })

  test.each([
    ['to the end of the release day', () => local(4, '00:00'), null],
    ['a minute more', () => local(4, '00:01'), 'to'],
  ])('EMP-8.3 %s', async (_, to, path) => {
    const one = await openHomeCase(office, deputy)
    await releaseOn(office, deputy, one, deputy.ctx.today.add({ days: 3 }))
    const zone = await drawTestZone(deputy, one, { name: 'School', rule: 'exclusion' })
    const answer = await deputy.post(`${one.home}/zone-exceptions`, body(zone, local(1, '08:00'), to()))
    expect(answer.body.error?.fields[0].path ?? null).toBe(path)
  })

  test('EMP-0.1 none for the home: what lifts it is a leave', async () => {
    const one = await openHomeCase(office, deputy)
    const places = await deputy.post(`${one.home}/places`, homeBody())
    const zone = await drawTestZone(deputy, one, { placeId: places.body.id })
    const answer = await deputy.post(
      `${one.home}/zone-exceptions`,
      body(zone, local(1, '08:00'), local(1, '09:00')),
    )
    expect(answer.body.error.fields).toEqual([{ path: 'zoneId', message: expect.stringMatching('leave') }])
  })

  // A thousandth of a degree of latitude is 111 meters; the zone is a circle of 100.
  test.each([
    ['the home lies in it', homeBody(), {}, 'The home lies in'],
    [
      'the home lies on its line as that is moved',
      homeBody({ lat: 38.5826 }),
      { bufferM: 12 },
      'The home lies in',
    ],
    ['the home lies outside', homeBody({ lat: 38.5826 }), { bufferM: 10 }, null],
    ['the home is not on the map', homeBody({ lat: null, lon: null }), {}, 'names no place'],
    ['it is a zone to stay out of', homeBody(), { rule: 'exclusion' }, null],
  ])('EMP-0.1 a zone that names no place, and %s', async (_, home, drawn, refused) => {
    const one = await openHomeCase(office, deputy)
    await deputy.post(`${one.home}/places`, home)
    const zone = await drawTestZone(deputy, one, drawn)
    const span = body(zone, local(1, '08:00'), local(1, '09:00'))
    const answer = await deputy.post(`${one.home}/zone-exceptions`, span)
    expect(answer.body.error?.fields ?? null).toEqual(
      refused && [{ path: 'zoneId', message: expect.stringContaining(refused) }],
    )
  })

  test('EMP-0.1 a zone to be in around another place, with the home in it, can be excepted', async () => {
    const one = await openHomeCase(office, deputy)
    await deputy.post(`${one.home}/places`, homeBody())
    const work = await deputy.post(`${one.home}/places`, homeBody({ kind: 'work', name: 'Shop' }))
    const zone = await drawTestZone(deputy, one, { placeId: work.body.id })
    const span = body(zone, local(1, '08:00'), local(1, '09:00'))
    expect((await deputy.post(`${one.home}/zone-exceptions`, span)).status).toBe(200)
  })

  test('EMP-8.3 it is listed with its state, ended once, and not for a zone of somebody else', async () => {
    const one = await openHomeCase(office, deputy)
    const other = await openHomeCase(office, deputy)
    const zone = await drawTestZone(deputy, one, { name: 'School', rule: 'exclusion' })
    const span = body(zone, local(-1, '08:00'), local(1, '08:00'))
    expect((await deputy.post(`${other.home}/zone-exceptions`, span)).status).toBe(422)
    const granted = await deputy.post(`${one.home}/zone-exceptions`, span)
    expect((await clerk.get(`${one.home}/zones`)).body.exceptions).toMatchObject([{ state: 'running' }])
    const end = () => deputy.post(`/api/home/zone-exceptions/${granted.body.id}/end`, { because: 'Left' })
    expect((await end()).status).toBe(200)
    expect((await end()).status).toBe(409)
    expect((await clerk.get(`${one.home}/zones`)).body.exceptions).toMatchObject([
      { state: 'over', ended: { because: 'Left', by: 'Test deputy' } },
    ])
  })
})
