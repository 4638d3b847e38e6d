import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { homeDetention, openHomeCase } from '../testing/home-case.ts'

let office: TestOffice
let deputy: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  sergeant = await office.account(['sergeant'])
})
afterAll(() => office.stop())

const school = (name = 'School') => ({
  name,
  area: { kind: 'circle', center: [-121.5, 38.6], radius: 150 },
})
const open = async (name: string, zones: unknown[] = [school()]) => {
  const opened = await sergeant.post('/api/home/zone-sets', { name, zones, why: 'Board' })
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  return `/api/home/zone-sets/${opened.body.id}`
}

describe('a set of template zones', () => {
  test('EMP-8.3 a zone keeps its id from version to version; every version stays', async () => {
    const path = await open('Versions')
    const [zone] = (await deputy.get(path)).body.zones
    const change = (body: object) =>
      sergeant.post(path, { name: 'Versions', why: 'Wider', version: 1, ...body })
    expect((await change({ zones: [{ ...zone, bufferM: 30 }, school('Second')] })).body).toEqual({
      version: 2,
    })
    const page = (await deputy.get(path)).body
    expect(page.zones).toMatchObject([{ id: zone.id, bufferM: 30 }, { name: 'Second' }])
    expect(page.versions.map(({ number, zones }: Record<string, number>) => [number, zones])).toEqual([
      [2, 2],
      [1, 1],
    ])
    expect((await change({ zones: [] })).status).toBe(409)
    expect((await change({ version: 2, zones: page.zones })).body).toEqual({ version: 2 })
  })

  test('the same zone twice, or one of another set, is refused at its place', async () => {
    const path = await open('Ids')
    const [zone] = (await deputy.get(path)).body.zones
    const other = (await deputy.get(await open('Other ids'))).body.zones[0]
    for (const zones of [
      [zone, zone],
      [zone, other],
    ]) {
      const answer = await sergeant.post(path, { name: 'Ids', zones, why: 'x', version: 1 })
      expect(answer.status).toBe(422)
      expect(answer.body.error.fields[0].path).toBe('zones.1.id')
    }
  })

  test('what is wrong with a drawing is told at its zone; a name is given once', async () => {
    const bad = { ...school(), area: { kind: 'circle', center: [-121.5, 38.6], radius: 0 } }
    const body = { name: 'Bad', zones: [school(), bad], why: 'x' }
    const drawn = await sergeant.post('/api/home/zone-sets', body)
    expect(drawn.body.error.fields[0].path).toBe('zones.1.area')
    await open('Once')
    const again = await sergeant.post('/api/home/zone-sets', { name: 'ONCE', zones: [], why: 'x' })
    expect(again.body.error.fields[0].path).toBe('name')
  })

  test('EMP-8.3 applied to everyone, a program and one person; once each; taken off', async () => {
    const one = await openHomeCase(office, deputy)
    const path = await open('Uses')
    const use = (body: object) => sergeant.post(`${path}/uses`, { why: 'Policy', ...body })
    const program = { reach: 'program', pack: homeDetention }
    const person = { reach: 'person', enrolmentId: one.enrolmentId }
    for (const body of [{ reach: 'everyone' }, program, person]) {
      expect((await use(body)).status).toBe(200)
      expect((await use(body)).status).toBe(409)
    }
    expect((await use({ reach: 'program', pack: 'no/such' })).status).toBe(422)
    const { uses } = (await deputy.get(path)).body
    expect(uses.map(({ reach }: { reach: string }) => reach)).toEqual(['everyone', 'person', 'program'])
    expect((await deputy.get(`${one.home}/zones`)).body.sets).toMatchObject([{ name: 'Uses', version: 1 }])
    const [listed] = (await deputy.get('/api/home/zone-sets')).body.sets.filter(
      ({ name }: { name: string }) => name === 'Uses',
    )
    expect(listed).toMatchObject({ everyone: true, people: 1, zones: 1 })
    for (const { id } of uses)
      expect((await sergeant.post(`/api/home/zone-set-uses/${id}/end`, { because: 'x' })).status).toBe(200)
    expect((await deputy.get(`${one.home}/zones`)).body.sets).toEqual([])
    expect((await sergeant.post(`/api/home/zone-set-uses/${uses[0].id}/end`, { because: 'x' })).status).toBe(
      409,
    )
  })

  test('ended it binds nobody and cannot be applied; it is listed only where asked', async () => {
    const path = await open('Ended')
    await sergeant.post(`${path}/uses`, { reach: 'everyone', why: 'x' })
    await sergeant.post(`${path}/end`, { version: 1, because: 'No longer' })
    expect((await sergeant.post(`${path}/uses`, { reach: 'everyone', why: 'x' })).status).toBe(422)
    const names = async (query: string) =>
      (await deputy.get(`/api/home/zone-sets${query}`)).body.sets.map(({ name }: { name: string }) => name)
    expect(await names('')).not.toContain('Ended')
    expect(await names('?ended=true')).toContain('Ended')
    const csv = await deputy.get('/api/home/zone-sets?ended=true&format=csv')
    expect(csv.body).toMatch(/Ended,1,1,/)
  })

  test('a deputy draws none; another office sees none', async () => {
    const path = await open('Ours')
    expect((await deputy.post('/api/home/zone-sets', { name: 'x', zones: [], why: 'x' })).status).toBe(403)
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(`${path}/end`, { version: 1, because: 'x' })).status).toBe(404)
    expect((await stranger.get('/api/home/zone-sets')).body.sets).toEqual([])
  })
})
