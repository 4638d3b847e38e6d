import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { noContract, openTestSite, siteBody, today } from '../testing/lay-out.ts'
import { milesBetween } from './distance.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const open = (different: Record<string, unknown> = {}) =>
  clerk.post('/api/work-release/sites', siteBody(different))

describe('WAP-SITE.1 a work site', () => {
  test('is opened, placed at the centre of its ZIP area, and read back as it was typed', async () => {
    const body = siteBody()
    const { body: opened } = await clerk.post('/api/work-release/sites', body)
    const { status, body: page } = await clerk.get(`/api/work-release/sites/${opened.id}`)
    expect(status).toBe(200)
    expect(page.site).toEqual(body)
    expect(page.placed).toMatchObject({ by: 'zip', latitude: expect.closeTo(37.99, 1) })
    expect(page.contractState).toBe('in-force')
    expect(page.version).toBe(1)
  })

  test('set by hand stands where it was set; of an unknown ZIP it stands nowhere and nothing is guessed', async () => {
    const byHand = await open({ latitude: 38.01, longitude: -122.1 })
    expect((await clerk.get(`/api/work-release/sites/${byHand.body.id}`)).body.placed).toEqual({
      latitude: 38.01,
      longitude: -122.1,
      by: 'hand',
    })
    const unknown = await open({ zip: '00000' })
    expect((await clerk.get(`/api/work-release/sites/${unknown.body.id}`)).body.placed).toBeNull()
  })

  test.each([
    [479, 400],
    [480, 200],
    [600, 200],
    [601, 400],
  ])('a day of %i minutes answers %i: 8 to 10 hours', async (dayMinutes, status) => {
    expect((await open({ dayMinutes })).status).toBe(status)
  })

  test.each([
    ['no name', { name: '  ' }, 'name'],
    ['an unknown kind', { kind: 'private' }, 'kind'],
    ['a time that does not exist', { reportAt: '24:00' }, 'reportAt'],
    ['a phone number of letters', { supervisorPhone: 'call me' }, 'supervisorPhone'],
    ['a name too long', { name: 'x'.repeat(121) }, 'name'],
    ['a limit nobody knows', { cannotTake: ['no-fun'] }, 'cannotTake'],
  ])('%s is refused at the field', async (_name, different, path) => {
    const { status, body } = await open(different)
    expect(status).toBe(400)
    expect(body.error.fields[0].path).toMatch(new RegExp(`^${path}`))
  })

  test.each([
    ['signed tomorrow', { contractSignedOn: () => today().add({ days: 1 }).toString() }, 'contractSignedOn'],
    ['signed but without a beginning', { contractFrom: () => null }, 'contractFrom'],
    ['begun but not signed', { contractSignedOn: () => null }, 'contractSignedOn'],
    ['over before it begins', { contractLastDay: () => '2025-12-31' }, 'contractLastDay'],
  ])('a contract %s is refused at the field', async (_name, different, path) => {
    const changed = Object.fromEntries(Object.entries(different).map(([name, value]) => [name, value()]))
    expect((await open(changed)).body.error.fields[0].path).toBe(path)
  })

  test('a contract of one day is a contract; half a place on the map is none', async () => {
    expect((await open({ contractLastDay: '2026-01-01' })).status).toBe(200)
    expect((await open({ latitude: 38 })).body.error.fields[0].path).toBe('longitude')
  })

  test('a second site of the same name is refused, whatever its case', async () => {
    await open({ name: 'Briones Park' })
    const { status, body } = await open({ name: 'BRIONES park' })
    expect(status).toBe(422)
    expect(body.error.fields[0].path).toBe('name')
  })

  test('other scripts are kept', async () => {
    const { body } = await open({ name: 'Парк 公園 🌳' })
    expect((await clerk.get(`/api/work-release/sites/${body.id}`)).body.site.name).toBe('Парк 公園 🌳')
  })
})

describe('changing a site', () => {
  test('names the version that was shown; an older one is a conflict that tells who, when and what stands', async () => {
    const { body: opened } = await open()
    const other = await office.account(['clerk'])
    const change = (who: TestAccount, tasks: string) =>
      who.post(`/api/work-release/sites/${opened.id}`, {
        version: 1,
        ...siteBody({ name: 'Changed', tasks }),
      })
    expect((await change(other, 'Raking')).body).toEqual({ version: 2 })
    const { status, body } = await change(clerk, 'Painting')
    expect(status).toBe(409)
    expect(body.error.conflict).toMatchObject({
      changedBy: 'Test clerk',
      current: { tasks: 'Raking', name: 'Changed' },
    })
    expect(body.error.conflict.changedAt).toMatch(/^\d{4}-.*Z$/)
  })

  test('that is not there is not found', async () => {
    const answer = await clerk.post('/api/work-release/sites/3f2504e0-4f89-41d3-9a0c-0305e82c3301', {
      version: 1,
      ...siteBody(),
    })
    expect(answer.status).toBe(404)
  })
})

describe('the list of sites', () => {
  test('is narrowed by words, kind and contract, and leaves as CSV', async () => {
    const city = await openTestSite(clerk, 3, { name: 'Shoreline Trail', kind: 'city' })
    await open({ name: 'Old Yard', ...noContract })
    const by = async (query: string) =>
      (await clerk.get(`/api/work-release/sites?${query}`)).body.sites.map(
        (site: { name: string }) => site.name,
      )
    expect(await by('text=shoreline')).toEqual(['Shoreline Trail'])
    expect(await by('kind=city')).toEqual(['Shoreline Trail'])
    expect(await by('contract=none')).toEqual(['Old Yard'])
    const [listed] = (await clerk.get('/api/work-release/sites?text=shoreline')).body.sites
    expect(listed).toMatchObject({ id: city, peopleADay: 3, placesLeft: 28 * 3, contractState: 'in-force' })
    const { status, body } = await clerk.get('/api/work-release/sites?kind=city&format=csv')
    expect(status).toBe(200)
    expect(body).toContain('Shoreline Trail,Contra Costa County Public Works,city,Martinez')
  })
})

describe('who may', () => {
  test('another office sees no site, changes none and lists none', async () => {
    const { body: opened } = await open()
    const stranger = await office.account(['clerk'], await office.agency())
    expect((await stranger.get(`/api/work-release/sites/${opened.id}`)).status).toBe(404)
    expect(
      (await stranger.post(`/api/work-release/sites/${opened.id}`, { version: 1, ...siteBody() })).status,
    ).toBe(404)
    const places = { fromDay: '2026-01-01', places: [1, 1, 1, 1, 1, 1, 1] }
    expect((await stranger.post(`/api/work-release/sites/${opened.id}/capacity`, places)).status).toBe(404)
    expect((await stranger.get('/api/work-release/sites')).body.sites).toEqual([])
  })

  test('an administrator reads sites and changes none', async () => {
    const administrator = await office.account(['administrator'])
    expect((await administrator.get('/api/work-release/sites')).status).toBe(200)
    expect((await administrator.post('/api/work-release/sites', siteBody())).status).toBe(403)
  })
})

describe('the sheets of a site', () => {
  test('are given to the account of a site supervisor, once, and taken back', async () => {
    const { body: opened } = await open()
    const supervisor = await office.account(['site-supervisor'])
    const link = (accountId: string) =>
      clerk.post(`/api/work-release/sites/${opened.id}/supervisors`, { accountId })
    expect((await link(clerk.id)).status).toBe(422)
    const linked = await link(supervisor.id)
    expect(linked.status).toBe(200)
    expect((await link(supervisor.id)).status).toBe(422)
    const page = (await clerk.get(`/api/work-release/sites/${opened.id}`)).body
    expect(page.supervisors).toMatchObject([{ accountId: supervisor.id }])
    const end = () => clerk.post(`/api/work-release/sites/${opened.id}/supervisors/${linked.body.id}/end`)
    expect((await end()).status).toBe(200)
    expect((await end()).status).toBe(404)
    expect((await clerk.get('/api/work-release/supervisor-accounts')).body.accounts).toContainEqual(
      expect.objectContaining({ id: supervisor.id }),
    )
  })
})

describe('miles as the crow flies', () => {
  const martinez = { latitude: 38.0194, longitude: -122.1341 }
  test('Martinez to Richmond is some thirteen miles, to itself none, to nowhere unknown', () => {
    expect(milesBetween(martinez, { latitude: 37.9358, longitude: -122.3478 })).toBeCloseTo(13, 0)
    expect(milesBetween(martinez, martinez)).toBe(0)
    expect(milesBetween(martinez, null)).toBeNull()
  })
})
