import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type HomeCase, openHomeCase, releaseOn } from '../testing/home-case.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
  sergeant = await office.account(['sergeant'])
})
afterAll(() => office.stop())

const local = (days: number, time: string) => `${deputy.ctx.today.add({ days })}T${time}`
const body = (different: Record<string, unknown> = {}) => ({
  kind: 'medical',
  whereto: 'Clinic',
  why: 'Checkup',
  from: local(1, '09:00'),
  to: local(1, '12:00'),
  ...different,
})
const ask = async (one: HomeCase, by = clerk, different: Record<string, unknown> = {}) => {
  const asked = await by.post(`${one.home}/leave`, body(different))
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  return `/api/home/leave/${asked.body.id}`
}
const grant = { outcome: 'granted', code: 'confirmed', version: 1 }

describe('a leave is asked', () => {
  test('EMP-1.2 on a participant’s word, by clerk and deputy, and waits for a decision', async () => {
    const one = await openHomeCase(office, deputy)
    for (const by of [clerk, deputy]) {
      const path = await ask(one, by)
      const leave = (await sergeant.get(path)).body
      expect(leave).toMatchObject({ state: 'asked', kind: 'medical', dates: [{ from: local(1, '09:00') }] })
      expect(leave.next).toMatchObject({ running: false })
    }
    expect((await clerk.get('/api/home/leave')).body.leave.length).toBeGreaterThanOrEqual(2)
  })

  test('EMP-1.5 of a kind that is not open to the person it is refused, and while nobody has set any', async () => {
    const one = await openHomeCase(office, deputy)
    const family = await clerk.post(`${one.home}/leave`, body({ kind: 'family' }))
    expect(family.status).toBe(422)
    expect(family.body.error.fields).toEqual([{ path: 'kind', message: expect.stringMatching('EMP-1.5') }])
    await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query('delete from home.absence_kinds where enrolment_id = $1', [one.enrolmentId]),
    )
    expect((await clerk.post(`${one.home}/leave`, body())).body.error.fields[0].path).toBe('kind')
  })

  test('a time that is over, and a place of somebody else, are refused at their field', async () => {
    const one = await openHomeCase(office, deputy)
    const past = await clerk.post(
      `${one.home}/leave`,
      body({ from: local(-1, '08:00'), to: local(-1, '09:00') }),
    )
    expect(past.body.error.fields[0].path).toBe('to')
    const place = await clerk.post(`${one.home}/leave`, body({ placeId: one.personId }))
    expect(place.body.error.fields[0].path).toBe('placeId')
  })
})

describe('EMP-1.2 a leave ends by the release day', () => {
  const released = async () => {
    const one = await openHomeCase(office, deputy)
    await releaseOn(office, deputy, one, deputy.ctx.today.add({ days: 3 }))
    return one
  }
  const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const day = (days: number) => deputy.ctx.today.add({ days }).toString()

  test.each([
    ['the day before', () => ({ from: local(2, '09:00'), to: local(2, '12:00') }), null],
    ['to the end of it', () => ({ from: local(3, '20:00'), to: local(4, '00:00') }), null],
    ['a minute more', () => ({ from: local(3, '20:00'), to: local(4, '00:01') }), 'to'],
    ['repeated until it', () => ({ repeatDays: everyDay, repeatUntil: day(3) }), null],
    ['repeated until the day after', () => ({ repeatDays: everyDay, repeatUntil: day(4) }), 'repeatUntil'],
  ])('%s', async (_, different, path) => {
    const one = await released()
    const answer = await clerk.post(`${one.home}/leave`, body(different()))
    expect(answer.body.error?.fields[0].path ?? null).toBe(path)
  })

  test('looked at again when it is decided: the day may have come nearer', async () => {
    const one = await released()
    const path = await ask(one, clerk, { from: local(3, '09:00'), to: local(3, '12:00') })
    await releaseOn(office, deputy, one, deputy.ctx.today.add({ days: 2 }))
    const refused = await sergeant.post(`${path}/decision`, grant)
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].path).toBe('outcome')
    const denied = { outcome: 'denied', code: 'conduct', version: 1 }
    expect((await sergeant.post(`${path}/decision`, denied)).status).toBe(200)
  })
})

describe('a leave is decided', () => {
  test('EMP-0.1 by an officer, with a coded reason; once', async () => {
    const one = await openHomeCase(office, deputy)
    const path = await ask(one)
    expect((await clerk.post(`${path}/decision`, grant)).status).toBe(403)
    expect((await sergeant.post(`${path}/decision`, grant)).body).toEqual({ version: 2 })
    expect((await sergeant.get(path)).body).toMatchObject({
      state: 'granted',
      code: 'confirmed',
      clause: 'EMP-0.1',
      decidedBy: 'Test sergeant',
    })
    expect((await sergeant.post(`${path}/decision`, grant)).status).toBe(409)
    expect((await sergeant.post(`${path}/decision`, { ...grant, version: 2 })).status).toBe(409)
  })

  test('a reason of another kind is told in words', async () => {
    const path = await ask(await openHomeCase(office, deputy))
    const other = { outcome: 'denied', code: 'other', version: 1 }
    expect((await sergeant.post(`${path}/decision`, other)).body.error.fields[0].path).toBe('note')
    expect((await sergeant.post(`${path}/decision`, { ...other, note: 'Closed that day' })).status).toBe(200)
    expect((await sergeant.get(path)).body).toMatchObject({ state: 'denied', note: 'Closed that day' })
  })

  test('a program whose texts know no leave has nobody who could decide it', async () => {
    const one = await openHomeCase(office, deputy)
    const path = await ask(one)
    await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(`update programs.enrolment set pack = 'contra-costa/work-alternative' where id = $1`, [
        one.enrolmentId,
      ]),
    )
    expect((await sergeant.post(`${path}/decision`, grant)).status).toBe(422)
  })
})

describe('a leave ends', () => {
  test('taken back by a clerk before it is decided; then nobody decides it', async () => {
    const path = await ask(await openHomeCase(office, deputy))
    expect((await clerk.post(`${path}/end`, { code: 'taken-back', version: 1 })).status).toBe(200)
    expect((await clerk.get(path)).body).toMatchObject({ state: 'taken-back', ended: { code: 'taken-back' } })
    expect((await sergeant.post(`${path}/decision`, { ...grant, version: 2 })).status).toBe(409)
  })

  test('a granted one is ended by who may grant it', async () => {
    const path = await ask(await openHomeCase(office, deputy))
    await sergeant.post(`${path}/decision`, grant)
    expect((await clerk.post(`${path}/end`, { code: 'conduct', version: 2 })).status).toBe(403)
    expect((await deputy.post(`${path}/end`, { code: 'conduct', version: 2 })).status).toBe(200)
    expect((await deputy.get(path)).body.state).toBe('ended')
    expect((await deputy.post(`${path}/end`, { code: 'conduct', version: 3 })).status).toBe(409)
  })
})

describe('the list', () => {
  test('what waits stands first, by when it begins; as CSV too', async () => {
    const one = await openHomeCase(office, deputy)
    const late = await ask(one, clerk, { from: local(5, '09:00'), to: local(5, '10:00') })
    const soon = await ask(one, clerk, { from: local(2, '09:00'), to: local(2, '10:00') })
    const done = await ask(one)
    await sergeant.post(`${done}/decision`, grant)
    const list = async (query: string) =>
      (await clerk.get(`/api/home/leave?enrolmentId=${one.enrolmentId}${query}`)).body.leave.map(
        ({ id }: { id: string }) => `/api/home/leave/${id}`,
      )
    expect(await list('&show=all')).toEqual([soon, late, done])
    expect(await list('')).toEqual([soon, late])
    expect(await list('&show=current')).toEqual([done])
    const csv = await clerk.get(`/api/home/leave?enrolmentId=${one.enrolmentId}&format=csv`)
    expect(csv.body.split('\r\n')).toHaveLength(4)
  })

  test('another office sees none of it', async () => {
    const path = await ask(await openHomeCase(office, deputy))
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(`${path}/decision`, grant)).status).toBe(404)
    expect((await stranger.get('/api/home/leave?show=all')).body.leave).toEqual([])
  })
})
