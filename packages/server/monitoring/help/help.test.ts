import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../../platform/act.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { wearer } from '../testing/watched.ts'
import { answerHelp } from './log-help.ts'

let office: TestOffice
let operator: TestAccount
beforeAll(async () => {
  office = await testOffice()
  operator = await office.account(['operator'])
})
afterAll(() => office.stop())

const log = (body: Record<string, unknown> = {}, who = operator) =>
  who.post('/api/monitoring/help', {
    caller: 'Deputy Ortega',
    phone: '916 555 0131',
    kind: 'where-somebody-is',
    request: 'Is she home?',
    personId: null,
    calledAt: null,
    ...body,
  })
const found = async (id: string) =>
  (await operator.get('/api/monitoring/help')).body.requests.find((each: { id: string }) => each.id === id)

describe('EMP-7.2 a request for help by telephone', () => {
  test('is logged with its number and its time, and answered', async () => {
    const first = await log()
    const second = await log({ kind: 'equipment' })
    expect([first.status, second.body.number - first.body.number]).toEqual([200, 1])
    const open = await found(first.body.id)
    expect(open).toMatchObject({ caller: 'Deputy Ortega', answeredAt: null, late: false })
    const minutes = Temporal.Instant.from(open.calledAt).until(open.dueAt).total('minutes')
    expect(minutes).toBe(15)
    const answer = await operator.post(`/api/monitoring/help/${first.body.id}/answer`, {
      answer: 'Home since 18:00.',
    })
    expect(answer.body).toEqual({ late: false })
    expect(await found(first.body.id)).toMatchObject({
      answer: 'Home since 18:00.',
      answeredByName: 'Test operator',
    })
    const again = await operator.post(`/api/monitoring/help/${first.body.id}/answer`, { answer: 'Again.' })
    expect(again.status).toBe(409)
    expect(
      (await operator.post(`/api/monitoring/help/${second.body.id}/answer`, { answer: ' ' })).status,
    ).toBe(400)
  })

  test.each([
    ['a second before its time', -1, false],
    ['at its time', 0, false],
    ['a second after', 1, true],
  ])('answered %s', async (_what, seconds, late) => {
    const { body } = await log()
    const due = Temporal.Instant.from((await found(body.id)).dueAt)
    const ctx = { ...operator.ctx, now: due.add({ seconds }) }
    expect(await act(office.database.db, ctx, answerHelp, { helpId: body.id, answer: 'Done.' })).toEqual({
      late,
    })
    expect((await found(body.id)).late).toBe(late)
  })

  test('entered later, its time runs from the call, and what is late shows', async () => {
    const now = Temporal.Now.instant()
    const { body } = await log({ calledAt: now.subtract({ minutes: 20 }).toString() })
    expect((await found(body.id)).late).toBe(true)
    const ahead = await log({ calledAt: now.add({ minutes: 5 }).toString() })
    expect(ahead.body.error.fields[0].path).toBe('calledAt')
    const old = await log({ calledAt: now.subtract({ hours: 25 }).toString() })
    expect(old.body.error.fields[0].path).toBe('calledAt')
  })

  test('open ones come first, the one due first on top; as CSV too', async () => {
    const { body } = await operator.get('/api/monitoring/help')
    const states = body.requests.map((each: { answeredAt: string | null }) => each.answeredAt === null)
    expect(states).toEqual([...states].sort((one, other) => Number(other) - Number(one)))
    const due = body.requests
      .filter((each: { answeredAt: string | null }) => each.answeredAt === null)
      .map((each: { dueAt: string }) => each.dueAt)
    expect(due).toEqual([...due].sort())
    const file = await operator.get('/api/monitoring/help?format=csv&state=answered')
    expect(file.body).toContain('Deputy Ortega')
    const none = await operator.get('/api/monitoring/help?from=2020-01-01&lastDay=2020-01-02')
    expect(none.body.requests).toEqual([])
  })

  test('is about somebody who wears a unit, found by name or serial and linked', async () => {
    const deputy = await office.account(['deputy'])
    const one = await wearer(deputy)
    const { body: unit } = await deputy.get(`/api/equipment/units/${one.unitId}`)
    const asked = async (q: string, who = operator) =>
      (await who.get(`/api/monitoring/help/people?q=${encodeURIComponent(q)}`)).body.people
    const [person] = await asked(unit.serial)
    expect(person).toMatchObject({ id: one.personId, serials: [unit.serial] })
    const [family, given] = person.name.split(', ')
    for (const typed of [person.name, `${given} ${family}`, family.slice(1), family.toUpperCase()])
      expect((await asked(typed)).map(({ id }: { id: string }) => id)).toContain(one.personId)
    for (const typed of ['Nobody of that name', '%', '_', '?']) expect(await asked(typed)).toEqual([])
    const { body } = await log({ personId: one.personId })
    expect(await found(body.id)).toMatchObject({ personId: one.personId, personName: person.name })
    expect((await operator.get('/api/monitoring/help?format=csv')).body).toContain(`"${person.name}"`)
    const stranger = await office.account(['operator'], await office.agency())
    expect(await asked(unit.serial, stranger)).toEqual([])
    expect((await deputy.get('/api/monitoring/help/people?q=a')).status).toBe(403)
    await deputy.post(`/api/equipment/units/${one.unitId}/remove`, { code: 'program-ended' })
    expect(await asked(unit.serial)).toEqual([])
  })

  test('a deputy reads the log and does not write it; another office sees nothing of it', async () => {
    const deputy = await office.account(['deputy'])
    expect((await deputy.get('/api/monitoring/help')).status).toBe(200)
    expect((await log({}, deputy)).status).toBe(403)
    const { body } = await log()
    const stranger = await office.account(['operator'], await office.agency())
    expect((await stranger.get('/api/monitoring/help')).body.requests).toEqual([])
    expect((await stranger.post(`/api/monitoring/help/${body.id}/answer`, { answer: 'x' })).status).toBe(404)
    const unknown = await log({ personId: crypto.randomUUID() })
    expect(unknown.body.error.fields[0].path).toBe('personId')
  })
})
