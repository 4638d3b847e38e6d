import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { addStaff, planShift } from '../testing/center.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

// An office of its own for each test: who is on the list of one has no part in another.
let supervisor: TestAccount
let operator: TestAccount
let tomorrow: Temporal.PlainDate
beforeEach(async () => {
  const agency = await office.agency()
  supervisor = await office.account(['operator-supervisor'], agency)
  operator = await office.account(['operator'], agency)
  tomorrow = supervisor.ctx.today.add({ days: 1 })
})

const staff = (who: TestAccount | null, more: Record<string, unknown> = {}) => addStaff(supervisor, who, more)
const plan = (staffId: string) => planShift(supervisor, staffId)

describe('the list of whom the center can reach', () => {
  test('another office’s people and shifts are its own', async () => {
    const ana = await staff(operator)
    const { body } = await plan(ana)
    const stranger = await office.account(['operator-supervisor'], await office.agency())
    expect((await stranger.get('/api/monitoring/shifts')).body.staff).toEqual([])
    expect(
      (await stranger.post(`/api/monitoring/shifts/${body.ids[0]}/cancel`, { reason: 'x' })).status,
    ).toBe(404)
    expect((await stranger.post(`/api/monitoring/staff/${ana}/end`)).status).toBe(404)
    const theirs = await stranger.post('/api/monitoring/staff', {
      accountId: operator.id,
      name: 'Stolen',
      phone: '916 555 0100',
      email: '',
      texts: false,
      note: '',
    })
    expect([theirs.status, theirs.body.error.fields[0].path]).toEqual([422, 'accountId'])
  })

  test.each([
    ['no way at all', { phone: '' }, 'phone'],
    ['texts without a telephone', { phone: '', email: 'a@b.example', texts: true }, 'phone'],
    ['a number that is none', { phone: '12' }, 'phone'],
    ['an address that is none', { email: 'nobody' }, 'email'],
  ])('%s is refused at its field', async (_what, wrong, field) => {
    const refused = await supervisor.post('/api/monitoring/staff', {
      accountId: null,
      name: 'A',
      phone: '916 555 0100',
      email: '',
      texts: false,
      note: '',
      ...wrong,
    })
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, field])
  })

  test('changed by two at once: the second sees what the first has written', async () => {
    const ana = await staff(operator)
    const change = (phone: string) =>
      supervisor.post(`/api/monitoring/staff/${ana}`, {
        name: 'Ana',
        phone,
        email: '',
        texts: false,
        note: '',
        version: 1,
      })
    expect((await change('916 555 0111')).status).toBe(200)
    const second = await change('916 555 0122')
    expect(second.status).toBe(409)
    expect(second.body.error.conflict.current).toMatchObject({ phone: '916 555 0111', version: 2 })
  })

  test('nobody is taken off who is planned, on call or at a post', async () => {
    const ana = await staff(operator)
    const end = () => supervisor.post(`/api/monitoring/staff/${ana}/end`)
    const { body } = await plan(ana)
    expect((await end()).body.error.message).toContain('shifts to come')
    await supervisor.post(`/api/monitoring/shifts/${body.ids[0]}/cancel`, { reason: 'Left.' })
    const call = await supervisor.post('/api/monitoring/on-call', {
      staffId: ana,
      place: 1,
      fromDay: tomorrow.toString(),
      from: '08:00',
      toDay: null,
      to: null,
    })
    expect((await end()).body.error.message).toContain('on call')
    await supervisor.post(`/api/monitoring/on-call/${call.body.id}/end`)
    await operator.post('/api/monitoring/take-over', { post: 'operator', relieves: null, note: '' })
    expect((await end()).body.error.message).toContain('at a post')
    await operator.post('/api/monitoring/hand-over', { note: 'Done.', leaves: true })
    expect((await end()).status).toBe(200)
    expect((await end()).status).toBe(404)
  })
})

describe('EMP-4.1 who is on call', () => {
  test('stands in the order of calling, is moved, and is taken off', async () => {
    const people = [await staff(null, { name: 'Dee Diaz' }), await staff(null, { name: 'Eli Evans' })]
    const put = (staffId: string, place: number, body = {}) =>
      supervisor.post('/api/monitoring/on-call', {
        staffId,
        place,
        fromDay: tomorrow.toString(),
        from: '18:00',
        toDay: tomorrow.add({ days: 1 }).toString(),
        to: '08:00',
        ...body,
      })
    const first = await put(people[0]!, 1)
    await put(people[1]!, 2)
    const names = async () =>
      (await supervisor.get('/api/monitoring/on-call')).body.onCall.map((each: { name: string }) => each.name)
    expect(await names()).toEqual(['Dee Diaz', 'Eli Evans'])
    const move = (version: number) =>
      supervisor.post(`/api/monitoring/on-call/${first.body.id}/place`, { place: 3, version })
    expect((await move(1)).status).toBe(200)
    expect((await move(1)).status).toBe(409)
    expect(await names()).toEqual(['Eli Evans', 'Dee Diaz'])
    expect((await supervisor.get('/api/monitoring/on-call?format=csv')).body).toContain(
      '3,Dee Diaz,916 555 0100',
    )
    expect((await put(people[0]!, 1, { to: null })).body.error.fields[0].path).toBe('to')
    expect((await put(people[0]!, 1, { toDay: tomorrow.toString() })).body.error.fields[0].path).toBe('toDay')
    const silent = await staff(null, { name: 'No Phone', phone: '', email: 'n@p.example' })
    expect((await put(silent, 1)).body.error.fields[0].path).toBe('staffId')
    expect((await supervisor.post(`/api/monitoring/on-call/${first.body.id}/end`)).status).toBe(200)
    expect((await supervisor.post(`/api/monitoring/on-call/${first.body.id}/end`)).status).toBe(404)
    expect(await names()).toEqual(['Eli Evans'])
  })
})
