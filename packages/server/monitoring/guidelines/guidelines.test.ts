import { parameterTable } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../../platform/read.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { plainClient } from '../plain-client.ts'
import { defaultProtocol } from './default-protocols.ts'
import { defaultStaffing, numberProblems, type Staffing, staffingNumbers, watchNumbers } from './numbers.ts'
import { type NumbersFrom, parametersFrom, staffingAt } from './numbers-in-force.ts'

let office: TestOffice
let enters: TestAccount
let approves: TestAccount
beforeAll(async () => {
  office = await testOffice()
  enters = await office.account(['sergeant'])
  approves = await office.account(['lieutenant'])
})
afterAll(() => office.stop())

const own = defaultProtocol('strap')
const enter = (body: Record<string, unknown>, account = enters) =>
  account.post('/api/monitoring/guidelines', {
    protocol: null,
    numbers: null,
    from: null,
    reason: 'Agreed with the agency.',
    ...body,
  })
const approve = (id: string, account = approves) =>
  account.post(`/api/monitoring/guidelines/${id}/approve`, {})
const withdraw = (id: string, account = approves) =>
  account.post(`/api/monitoring/guidelines/${id}/withdraw`, { reason: 'Taken back.' })
const detail = async (of: string, account = enters) =>
  (await account.get(`/api/monitoring/guidelines/${encodeURIComponent(of)}`)).body

describe('EMP-7.3 a protocol', () => {
  test('applies once another named officer has approved it; until then the default is stated', async () => {
    const changed = { ...own, minutes: { acknowledge: 3, notify: 4, resolve: 50 } }
    const entered = await enter({ subject: 'protocol:strap', protocol: changed })
    expect(entered.status).toBe(200)
    expect(entered.body.number).toBe(1)
    const before = await detail('protocol:strap')
    expect(before.guideline).toMatchObject({ source: 'default', number: null, protocol: own, waiting: 1 })
    expect(before.default).toEqual(own)

    expect((await approve(entered.body.id)).status).toBe(200)
    const after = await detail('protocol:strap')
    expect(after.guideline).toMatchObject({ source: 'kind', number: 1, protocol: changed, waiting: 0 })
    expect(after.guideline.approvedByName).toBe('Test lieutenant')
    expect(after.versions[0]).toMatchObject({ state: 'approved', applies: true, approvalClause: 'EMP-7.3' })
  })

  test('its steps are written in English, and in Spanish where somebody writes it', async () => {
    const steps = own.steps.map((step, place) =>
      place === 0 ? { ...step, textEs: 'Llame al participante.' } : step,
    )
    const { body, status } = await enter({ subject: 'protocol:carrier-outage', protocol: { ...own, steps } })
    expect(status).toBe(200)
    expect((await approve(body.id)).status).toBe(200)
    expect((await detail('protocol:carrier-outage')).guideline.protocol.steps).toEqual(steps)
    const missing = own.steps.map((step) => ({ ...step, text: '', textEs: 'Llame.' }))
    const refused = await enter({ subject: 'protocol:carrier-outage', protocol: { ...own, steps: missing } })
    expect(refused.status).toBe(400)
    expect(refused.body.error.fields[0].path).toBe('protocol.steps.0.text')
    const long = own.steps.map((step) => ({ ...step, textEs: 'x'.repeat(301) }))
    expect(
      (await enter({ subject: 'protocol:carrier-outage', protocol: { ...own, steps: long } })).status,
    ).toBe(400)
  })

  test('is not approved by who entered it, not even in the database', async () => {
    const { body } = await enter({ subject: 'protocol:case', protocol: own })
    const refused = await approve(body.id, enters)
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toContain('EMP-7.3')
    const forced = ownerQuery(office.urls, enters.agencyId, (client) =>
      client.query(
        'update monitoring.guideline set approved_by = entered_by, approved_at = entered_at where id = $1',
        [body.id],
      ),
    )
    await expect(forced).rejects.toThrow('guideline_two_people')
    expect((await detail('protocol:case')).guideline.source).toBe('default')
  })

  test('is neither entered nor approved by those who work the alarms', async () => {
    const operator = await office.account(['operator-supervisor'])
    expect((await enter({ subject: 'protocol:sos', protocol: own }, operator)).status).toBe(403)
    const { body } = await enter({ subject: 'protocol:sos', protocol: own })
    expect((await approve(body.id, operator)).status).toBe(403)
    expect((await operator.get('/api/monitoring/guidelines')).status).toBe(200)
  })

  test('approved twice, withdrawn twice, or approved when withdrawn, is refused', async () => {
    const { body } = await enter({ subject: 'protocol:fall', protocol: own })
    expect((await approve(body.id)).status).toBe(200)
    expect((await approve(body.id)).status).toBe(409)
    expect((await withdraw(body.id)).status).toBe(200)
    expect((await withdraw(body.id)).status).toBe(409)
    expect((await approve(body.id)).status).toBe(422)
  })

  test('withdrawn, the version before it applies again, and the list tells what applied when', async () => {
    const first = await enter({ subject: 'protocol:jamming', protocol: own })
    await approve(first.body.id)
    const second = await enter({ subject: 'protocol:jamming', protocol: { ...own, severity: 'low' } })
    await approve(second.body.id)
    const during = Temporal.Now.instant().toString()
    expect((await detail('protocol:jamming')).guideline.number).toBe(2)
    await withdraw(second.body.id)
    expect((await detail('protocol:jamming')).guideline.number).toBe(1)
    const { body } = await enters.get(`/api/monitoring/guidelines?at=${during}`)
    const then = body.guidelines.find((each: { subject: string }) => each.subject === 'protocol:jamming')
    expect(then).toMatchObject({ number: 2, protocol: { severity: 'low' } })
  })

  test('may hold from a later time; what one dated ahead changes is not there before', async () => {
    const from = Temporal.Now.instant().add({ hours: 48 })
    const { body } = await enter({ subject: 'protocol:shielding', protocol: own, from: from.toString() })
    await approve(body.id)
    expect((await detail('protocol:shielding')).guideline.source).toBe('default')
    const later = await enters.get(`/api/monitoring/guidelines?at=${from.toString()}`)
    const ahead = later.body.guidelines.find(
      (each: { subject: string }) => each.subject === 'protocol:shielding',
    )
    expect(ahead.source).toBe('kind')
    const far = Temporal.Now.instant().add({ hours: 24 * 400 })
    const refused = await enter({ subject: 'protocol:shielding', protocol: own, from: far.toString() })
    expect(refused.body.error.fields[0].path).toBe('from')
  })

  test.each([
    [
      'a time to notify before the time to acknowledge',
      { minutes: { acknowledge: 5, notify: 4, resolve: 60 } },
    ],
    ['a time to resolve before the time to notify', { minutes: { acknowledge: 1, notify: 9, resolve: 8 } }],
    ['no time at all', { minutes: { acknowledge: 0, notify: 4, resolve: 60 } }],
    ['two steps of one code', { steps: [own.steps[0], own.steps[0]] }],
    ['a way that is none', { steps: [{ ...own.steps[0], channel: 'pigeon' }] }],
    ['the same to escalate to twice', { escalate: ['on-call', 'on-call'] }],
  ])('with %s is not understood', async (_what, wrong) => {
    const refused = await enter({ subject: 'protocol:strap', protocol: { ...own, ...wrong } })
    expect(refused.status).toBe(400)
    expect(refused.body.error.fields[0].path).toContain('protocol')
  })

  test('numbers in place of steps, or the other way about, are refused at the field', async () => {
    const steps = await enter({ subject: 'protocol:strap', numbers: { contactActive: 60 } })
    expect([steps.status, steps.body.error.fields[0].path]).toEqual([422, 'protocol'])
    const given = await enter({ subject: 'parameters', protocol: own })
    expect([given.status, given.body.error.fields[0].path]).toEqual([422, 'numbers'])
    expect((await enter({ subject: 'protocol:returned', protocol: own })).status).toBe(400)
  })
})

describe('EMP-7.3 the parameters of the watch', () => {
  const from = (account: TestAccount, at: Temporal.Instant) =>
    read<'monitoring', NumbersFrom[]>(office.database.db, account.ctx, (tx) =>
      parametersFrom(plainClient(tx), account.agencyId, at),
    )

  test('every number of the watch stands there with its default, unit and source, and fits its limits', async () => {
    expect(watchNumbers.map((each) => each.name)).toEqual(Object.keys(parameterTable))
    for (const each of [...watchNumbers, ...staffingNumbers]) {
      expect(numberProblems([each], { [each.name]: each.default }), each.name).toEqual([])
      expect(each.source, each.name).not.toBe('')
    }
    const { rows } = await detail('parameters')
    expect(rows).toContainEqual({
      name: 'contactActive',
      default: 900,
      unit: 's',
      source: 'EMP-8.1, own',
      least: 1,
      most: 604_800,
      whole: true,
    })
  })

  test('are told with what an approved later version will change, the agency’s own only', async () => {
    const now = Temporal.Now.instant()
    expect(await from(enters, now)).toEqual([{ from: now, values: {}, guidelineId: null }])
    const first = await enter({ subject: 'parameters', numbers: { contactActive: 600 } })
    await approve(first.body.id)
    const ahead = now.add({ hours: 24 }).round('second')
    const second = await enter({ subject: 'parameters', numbers: { leaveFixes: 2 }, from: ahead.toString() })
    await approve(second.body.id)
    await enter({ subject: 'parameters', numbers: { leaveFixes: 9 } })

    const at = Temporal.Now.instant()
    expect(await from(enters, at)).toEqual([
      { from: at, values: { contactActive: 600 }, guidelineId: first.body.id },
      { from: ahead, values: { leaveFixes: 2 }, guidelineId: second.body.id },
    ])
    const elsewhere = await office.account(['sergeant'], await office.agency())
    expect(await from(elsewhere, at)).toEqual([{ from: at, values: {}, guidelineId: null }])
    expect((await approve(first.body.id, elsewhere)).status).toBe(404)
    expect((await withdraw(first.body.id, elsewhere)).status).toBe(404)
  })

  test('an approval is an event that names what it is about', async () => {
    const { body } = await enter({ subject: 'parameters', numbers: { contactActive: 700 } })
    await approve(body.id)
    const events = await ownerQuery(office.urls, enters.agencyId, (client) =>
      client.query(
        `select kind, subject from platform.event where subject ->> 'guideline' = $1 order by id`,
        [body.id],
      ),
    )
    expect(events.rows).toEqual([
      { kind: 'monitoring.guideline-entered', subject: { guideline: body.id, subject: 'parameters' } },
      { kind: 'monitoring.guideline-approved', subject: { guideline: body.id, subject: 'parameters' } },
    ])
  })

  test.each([
    ['below', { batteryLow: 0.009 }, false],
    ['at the least', { batteryLow: 0.01 }, true],
    ['at the most', { batteryLow: 1 }, true],
    ['above', { batteryLow: 1.01 }, false],
    ['half a fix', { leaveFixes: 1.5 }, false],
    ['no fix', { leaveFixes: 0 }, false],
    ['one fix', { leaveFixes: 1 }, true],
    ['no seconds where the count alone decides', { leaveSeconds: 0 }, true],
    ['no seconds of silence', { contactActive: 0 }, false],
    ['a horizon under ten minutes', { horizon: 599 }, false],
    ['a horizon of ten minutes', { horizon: 600 }, true],
    ['a number that is none', { goodTime: 1 }, false],
  ])('%s', (_what, given, fits) => {
    expect(numberProblems(watchNumbers, given as unknown as Record<string, number>).length === 0).toBe(fits)
  })

  test('out of its limits is refused at its field', async () => {
    const refused = await enter({ subject: 'parameters', numbers: { leaveFixes: 0, horizon: 1 } })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields).toEqual([
      { path: 'numbers.leaveFixes', message: 'From 1 to 60.' },
      { path: 'numbers.horizon', message: 'From 600 to 86400.' },
    ])
  })
})

describe('EMP-7.1 the numbers of staffing', () => {
  test('are the stated defaults until approved', async () => {
    const at = () =>
      read<'monitoring', Staffing>(office.database.db, enters.ctx, (tx) =>
        staffingAt(plainClient(tx), enters.agencyId, Temporal.Now.instant()),
      )
    expect(await at()).toEqual(defaultStaffing)
    const { body } = await enter({ subject: 'staffing', numbers: { operatorsAtLeast: 3 } })
    expect(await at()).toEqual(defaultStaffing)
    await approve(body.id)
    expect(await at()).toEqual({ ...defaultStaffing, operatorsAtLeast: 3 })
  })
})

describe('the list', () => {
  test('names what waits for approval, oldest first, and answers as CSV', async () => {
    const { body } = await enters.get('/api/monitoring/guidelines')
    expect(body.waiting.length).toBeGreaterThan(1)
    const entered = body.waiting.map((each: { enteredAt: string }) => each.enteredAt)
    expect(entered).toEqual([...entered].sort())
    const file = await enters.get('/api/monitoring/guidelines?format=csv')
    expect(file.body).toContain('Protocol zone left,High,5,12,120')
  })

  test('of a subject that is none is not understood', async () => {
    expect((await enters.get('/api/monitoring/guidelines/protocol%3Anothing')).status).toBe(400)
  })
})
