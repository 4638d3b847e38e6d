import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { drawTestZone, openHomeCase } from '../testing/home-case.ts'

let office: TestOffice
let deputy: TestAccount
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const opened = async () => {
  const one = await openHomeCase(office, deputy)
  return { ...one, zone: await drawTestZone(deputy, one) }
}
type Opened = Awaited<ReturnType<typeof opened>>
const line = (zone: string, different: object = {}) => ({
  zone,
  days: ['mon'],
  from: '18:00',
  to: '08:00',
  ...different,
})

describe('weekly hours', () => {
  test('EMP-1.2 are set with who, when and why; the earlier ones are kept', async () => {
    const { home, zone } = await opened()
    const set = (version: number, weekly: unknown[], why: string) =>
      deputy.post(`${home}/schedule`, { version, weekly, why })
    expect((await set(0, [line(zone)], 'Contract')).body).toEqual({ version: 1 })
    expect((await set(1, [line(zone)], 'The same')).body).toEqual({ version: 1 })
    expect((await set(1, [line(zone, { to: '07:00' })], 'New work')).body).toEqual({ version: 2 })
    const page = (await clerk.get(`${home}/schedule`)).body
    expect(page).toMatchObject({
      version: 2,
      timeZone: 'America/Los_Angeles',
      zones: [{ standing: 'scheduled' }],
    })
    expect(page.versions).toMatchObject([
      { number: 2, why: 'New work', by: 'Test deputy' },
      { number: 1, why: 'Contract', weekly: [{ to: '08:00' }] },
    ])
    const late = await set(1, [], 'Late')
    expect(late.status).toBe(409)
    expect(late.body.error.conflict.current).toMatchObject({ version: 2 })
  })

  test.each([
    ['no day', { days: [] }, 'weekly.0.days'],
    ['a time that is none', { from: '25:00' }, 'weekly.0.from'],
    ['24:00 for a beginning', { from: '24:00' }, 'weekly.0.from'],
    ['a time after midnight', { to: '24:01' }, 'weekly.0.to'],
    ['a zone of nobody', { zone: randomUUID() }, 'weekly.0.zone'],
  ])('%s is refused at its field', async (_, different, path) => {
    const { home, zone } = await opened()
    const answer = await deputy.post(`${home}/schedule`, {
      version: 0,
      weekly: [line(zone, different)],
      why: 'x',
    })
    expect(answer.status).toBe(422)
    expect(answer.body.error.fields[0].path).toBe(path)
  })

  test('of two who set them at once one is told to look again', async () => {
    const { home, zone } = await opened()
    const set = (to: string) =>
      deputy.post(`${home}/schedule`, { version: 0, weekly: [line(zone, { to })], why: 'x' })
    const answers = await Promise.all([set('06:00'), set('07:00')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('hours and a zone that is taken off at once', () => {
  const tomorrow = () => deputy.ctx.today.add({ days: 1 }).toString()

  test.each([
    [
      'weekly hours',
      ({ home, zone }: Opened) =>
        deputy.post(`${home}/schedule`, { version: 0, weekly: [line(zone)], why: 'x' }),
    ],
    [
      'the hours of a day',
      ({ home, zone }: Opened) =>
        deputy.post(`${home}/dated-hours`, {
          zoneId: zone,
          onDay: tomorrow(),
          from: null,
          to: null,
          why: 'x',
        }),
    ],
  ])(
    'EMP-8.2 %s never name a zone that binds no more: refused after it, taken off with it before',
    async (_, set) => {
      for (let times = 0; times < 5; times++) {
        const one = await opened()
        const ended = deputy.post(`/api/home/zones/${one.zone}/end`, { version: 1, because: 'Moved' })
        const statuses = (await Promise.all([ended, set(one)])).map(({ status }) => status)
        expect([
          [200, 422],
          [200, 200],
        ]).toContainEqual(statuses)
        expect((await clerk.get(`${one.home}/schedule`)).body).toMatchObject({ weekly: [], dated: [] })
      }
    },
  )
})

describe('the hours of one day', () => {
  const day = (days: number) => deputy.ctx.today.add({ days }).toString()

  test('are listed until they are over; once for a zone and day', async () => {
    const { home, zone } = await opened()
    const add = (onDay: string, times: object = { from: null, to: null }) =>
      deputy.post(`${home}/dated-hours`, { zoneId: zone, onDay, why: 'Court', ...times })
    const added = await add(day(1), { from: '10:00', to: '12:00' })
    expect((await add(day(1))).status).toBe(409)
    expect((await add(day(0))).status).toBe(200)
    expect((await add(day(-1))).body.error.fields[0].path).toBe('onDay')
    expect((await add(day(2), { from: '10:00', to: null })).body.error.fields[0].path).toBe('to')
    expect((await add(day(2), { from: '10', to: '12:00' })).body.error.fields[0].path).toBe('from')
    expect((await clerk.get(`${home}/schedule`)).body.dated).toMatchObject([
      { onDay: day(0), from: null },
      { onDay: day(1), from: '10:00', to: '12:00', by: 'Test deputy' },
    ])
    const end = () => deputy.post(`/api/home/dated-hours/${added.body.id}/end`, { because: 'Off' })
    expect((await end()).status).toBe(200)
    expect((await end()).status).toBe(409)
    expect((await clerk.get(`${home}/schedule`)).body.dated).toHaveLength(1)
  })

  test('a clerk sets none; another office finds none', async () => {
    const { home, zone } = await opened()
    const body = { zoneId: zone, onDay: day(1), from: null, to: null, why: 'x' }
    expect((await clerk.post(`${home}/dated-hours`, body)).status).toBe(403)
    const stranger = await office.account(['deputy'], await office.agency())
    expect((await stranger.post(`${home}/dated-hours`, body)).status).toBe(404)
    expect((await stranger.get(`${home}/schedule`)).status).toBe(404)
    expect((await stranger.post(`${home}/schedule`, { version: 0, weekly: [], why: 'x' })).status).toBe(404)
  })
})
