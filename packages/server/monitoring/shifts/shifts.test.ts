import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Verb } from '../../platform/act.ts'
import { dayIn } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { addStaff, planShift } from '../testing/center.ts'
import { somebody } from '../testing/happenings.ts'
import { testWatch } from '../testing/open-alarm.ts'
import { lookAtStaffing } from './staffing-rounds.ts'
import { handOver, takeOver } from './take-over.ts'
import { watchStaffing } from './watch-staffing.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

// An office of its own for each test: who is there in one has no part in another.
let supervisor: TestAccount
let operator: TestAccount
let tomorrow: Temporal.PlainDate
beforeEach(async () => {
  const agency = await office.agency()
  supervisor = await office.account(['operator-supervisor'], agency)
  operator = await office.account(['operator'], agency)
  tomorrow = supervisor.ctx.today.add({ days: 1 })
})

const zone = 'America/Los_Angeles'

/** Runs a verb as an account at another time. */
function later<I, R>(who: TestAccount, now: Temporal.Instant, verb: Verb<'monitoring', I, R>, input: I) {
  return act(office.database.db, { ...who.ctx, now, today: dayIn(zone, now) }, verb, input)
}

const staff = (who: TestAccount | null, more: Record<string, unknown> = {}) => addStaff(supervisor, who, more)
const plan = (staffId: string, body: Record<string, unknown> = {}) => planShift(supervisor, staffId, body)
const board = async (query = '') => (await supervisor.get(`/api/monitoring/shifts${query}`)).body
const clock = (day: Temporal.PlainDate, time: string) =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
const gaps = () =>
  ownerQuery(office.urls, supervisor.agencyId, async (client) => {
    const { rows } = await client.query('select * from monitoring.gap order by kind, post, from_at')
    return rows
  })
const messages = () =>
  ownerQuery(office.urls, supervisor.agencyId, async (client) => {
    const { rows } = await client.query(
      'select * from monitoring.message where agency_id = $1 order by asked_at, address',
      [supervisor.agencyId],
    )
    return rows
  })

describe('EMP-7.1 the plan', () => {
  test('an office that never planned a shift has no gaps', async () => {
    await later(supervisor, supervisor.ctx.now, watchStaffing, {})
    expect(await gaps()).toEqual([])
    expect((await board()).planned).toBe(false)
  })

  test('a gap of the next seven days is found as soon as the plan leaves it, and closed when it is filled', async () => {
    const ana = await staff(operator)
    expect((await plan(ana)).status).toBe(200)
    const open = (await gaps()).filter((gap) => gap.post === 'supervisor' && gap.closed_at === null)
    expect(open.map((gap) => gap.from_at.toString())).toEqual([clock(tomorrow, '20:00').toString()])
    const shown = (await board(`?from=${tomorrow}`)).gaps.filter(
      (gap: { post: string }) => gap.post === 'supervisor',
    )
    expect(shown[0]).toMatchObject({ from: clock(tomorrow, '20:00').toString(), there: 0, needed: 1 })

    const ben = await staff(null, { name: 'Ben Brown' })
    const rest = tomorrow.add({ days: 9 })
    expect((await plan(ben, { from: '20:00', to: '08:00', lastDay: rest.toString() })).status).toBe(200)
    expect(
      (await plan(ana, { fromDay: tomorrow.add({ days: 1 }).toString(), lastDay: rest.toString() })).status,
    ).toBe(200)
    const after = (await gaps()).filter((gap) => gap.post === 'supervisor')
    expect(after.map((gap) => gap.closed_because)).toEqual(after.map(() => 'filled'))
  })

  test('a cancelled shift opens its gap at once, with who and why on record', async () => {
    const ana = await staff(operator)
    const cover = await plan(ana, {
      lastDay: tomorrow.add({ days: 9 }).toString(),
      from: '06:00',
      to: '06:00',
    })
    expect((await gaps()).filter((gap) => gap.post === 'supervisor')).toEqual([])
    const cancel = (reason: string) =>
      supervisor.post(`/api/monitoring/shifts/${cover.body.ids[2]}/cancel`, { reason })
    expect((await cancel('')).status).toBe(400)
    expect((await cancel('Ill.')).status).toBe(200)
    expect((await cancel('Ill.')).status).toBe(409)
    const [gap] = (await gaps()).filter((each) => each.post === 'supervisor')
    expect([gap.from_at, gap.to_at].map(String)).toEqual([
      clock(tomorrow.add({ days: 2 }), '06:00').toString(),
      clock(tomorrow.add({ days: 3 }), '06:00').toString(),
    ])
  })

  test('supervisors are written to once when a gap comes near, not before', async () => {
    await staff(supervisor, { email: 'sup@center.example' })
    const ana = await staff(operator)
    await plan(ana, { fromDay: tomorrow.add({ days: 2 }).toString() })
    const ends = clock(tomorrow.add({ days: 2 }), '20:00')
    const told = async () => (await messages()).filter((message) => message.body.includes('no supervisor'))
    await later(supervisor, ends.subtract({ hours: 24, seconds: 1 }), watchStaffing, {})
    expect(await told()).toEqual([])
    await later(supervisor, ends.subtract({ hours: 24 }), watchStaffing, {})
    await later(supervisor, ends.subtract({ hours: 23 }), watchStaffing, {})
    expect(await told()).toMatchObject([{ address: 'sup@center.example', state: 'no-channel' }])
  })

  test.each([
    ['a shift that is over', { fromDay: '2020-01-01' }, 'fromDay'],
    ['a last day before the first', { lastDay: '2020-01-01' }, 'lastDay'],
    ['a plan of more than 92 days', { lastDay: '2199-12-31' }, 'lastDay'],
    ['a day of the week that the plan does not reach', { weekdays: ['other'] }, 'weekdays'],
  ])('%s is refused at its field', async (_what, body, field) => {
    const other = (tomorrow.dayOfWeek % 7) + 1
    const weekdays = 'weekdays' in body ? [other] : []
    const refused = await plan(await staff(operator), { ...body, weekdays })
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, field])
  })

  test('nobody is planned for two shifts at once; the day is named', async () => {
    const ana = await staff(operator)
    await plan(ana)
    const refused = await plan(ana, { post: 'operator', from: '19:00', to: '23:00' })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].message).toContain(tomorrow.toString())
    expect((await plan(ana, { post: 'operator', from: '20:00', to: '23:00' })).status).toBe(200)
  })
})

describe('EMP-7.1 who is there', () => {
  test('a post that nobody takes over is a gap from the minute the shift begins; the next is asked each ten minutes', async () => {
    const ana = await staff(operator, { email: 'ana@center.example' })
    await staff(supervisor, { email: 'sup@center.example' })
    const dee = await staff(null, { name: 'Dee Diaz', phone: '916 555 0142', texts: true })
    await plan(ana, { post: 'operator' })
    await plan(await staff(null, { name: 'Sam Stone' }))
    await supervisor.post('/api/monitoring/on-call', {
      staffId: dee,
      place: 1,
      fromDay: tomorrow.toString(),
      from: '00:00',
      toDay: null,
      to: null,
    })
    const begins = clock(tomorrow, '08:00')
    const operators = async () =>
      (await messages())
        .filter((each) => each.body.includes('too few operators since'))
        .map((each) => each.address)
    await later(supervisor, begins.subtract({ seconds: 1 }), watchStaffing, {})
    expect(await operators()).toEqual([])
    await later(supervisor, begins.add({ seconds: 20 }), watchStaffing, {})
    expect(await operators()).toEqual(['ana@center.example'])
    await later(supervisor, begins.add({ minutes: 10, seconds: 19 }), watchStaffing, {})
    expect(await operators()).toEqual(['ana@center.example'])
    await later(supervisor, begins.add({ minutes: 10, seconds: 20 }), watchStaffing, {})
    await later(supervisor, begins.add({ minutes: 30 }), watchStaffing, {})
    await later(supervisor, begins.add({ minutes: 50 }), watchStaffing, {})
    expect(await operators()).toEqual(['ana@center.example', 'sup@center.example', '916 555 0142'])
    const [gap] = (await gaps()).filter((each) => each.kind === 'in-fact' && each.post === 'operator')
    expect([gap.from_at.toString(), gap.asked, gap.closed_at]).toEqual([begins.toString(), 3, null])

    const filled = begins.add({ minutes: 51 })
    await later(operator, filled, takeOver, { post: 'operator', relieves: null, note: '' })
    const [closed] = (await gaps()).filter((each) => each.kind === 'in-fact' && each.post === 'operator')
    expect([closed.closed_because, closed.to_at.toString()]).toEqual(['filled', filled.toString()])
  })

  test('whoever is asked next has not been asked, though the list is another by then', async () => {
    const ana = await staff(operator, { email: 'ana@center.example' })
    await staff(supervisor, { email: 'sup@center.example' })
    const dee = await staff(null, { name: 'Dee Diaz', phone: '916 555 0142', texts: true })
    const { body } = await plan(ana, { post: 'operator' })
    await plan(await staff(null, { name: 'Sam Stone' }))
    const onCall = {
      staffId: dee,
      place: 1,
      fromDay: tomorrow.toString(),
      from: '00:00',
      toDay: null,
      to: null,
    }
    await supervisor.post('/api/monitoring/on-call', onCall)
    const begins = clock(tomorrow, '08:00')
    const asked = async () =>
      (await messages())
        .filter((each) => each.body.includes('too few operators since'))
        .map((each) => each.address)
    await later(supervisor, begins.add({ seconds: 20 }), watchStaffing, {})
    expect(await asked()).toEqual(['ana@center.example'])
    await supervisor.post(`/api/monitoring/shifts/${body.ids[0]}/cancel`, { reason: 'Ill.' })
    for (const minutes of [11, 22, 33]) await later(supervisor, begins.add({ minutes }), watchStaffing, {})
    expect(await asked()).toEqual(['ana@center.example', 'sup@center.example', '916 555 0142'])
  })

  test('who takes over names whom they relieve, with a note that names what is open', async () => {
    const other = await office.account(['operator'], operator.agencyId)
    const first = await operator.post('/api/monitoring/take-over', {
      post: 'operator',
      relieves: null,
      note: '',
    })
    expect(first.status).toBe(200)
    const help = await operator.post('/api/monitoring/help', {
      caller: 'Deputy Ortega',
      phone: '',
      kind: 'equipment',
      request: 'A strap is missing.',
      personId: null,
      calledAt: null,
    })
    expect(help.status).toBe(200)
    const relief = (note: string) =>
      other.post('/api/monitoring/take-over', { post: 'operator', relieves: first.body.id, note })
    const refused = await relief('')
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, 'note'])
    expect(
      (await operator.post('/api/monitoring/hand-over', { note: 'Strap for Ortega.', leaves: false })).status,
    ).toBe(200)
    expect((await board()).present).toMatchObject([{ name: 'Test operator', noteWritten: true }])
    expect((await relief('')).status).toBe(200)
    const shown = await board()
    expect(shown.present.map((each: { accountId: string }) => each.accountId)).toEqual([other.id])
    expect(shown.notes).toMatchObject([
      {
        note: 'Strap for Ortega.',
        takenBy: 'Test operator',
        open: { helpRequests: [{ caller: 'Deputy Ortega' }] },
      },
    ])
    expect((await relief('')).status).toBe(409)
  })

  test('what is open is named as the queue has it: whose, how grave, until when, who has it', async () => {
    const watch = await testWatch(office)
    const people = await Promise.all(
      ['Reyes', 'Stone'].map((name) => somebody(office, operator.agencyId, name)),
    )
    const low = await watch.alarm(operator.agencyId, people[0]!, 'battery-low')
    const strap = await watch.alarm(operator.agencyId, people[1]!, 'strap')
    await watch.stop()
    await operator.post(`/api/monitoring/alarms/${strap}/acknowledge`, {})
    const { alarms } = (await operator.get('/api/monitoring/alarms')).body
    const open = (await board()).open.alarms
    expect(open.map(({ id }: { id: string }) => id)).toEqual(alarms.map(({ id }: { id: string }) => id))
    const named = (id: string) => open.find((one: { id: string }) => one.id === id)
    expect(named(low)).toMatchObject({
      who: expect.stringMatching(/Reyes/),
      holder: null,
      nextDuty: 'acknowledge',
    })
    expect(named(strap)).toMatchObject({
      severity: 'critical',
      holder: 'Test operator',
      dueAt: expect.any(String),
    })
  })

  test('who leaves an empty post behind writes a note all the same, and the gap is there at once', async () => {
    const ana = await staff(operator)
    await plan(ana, { post: 'operator' })
    const begins = clock(tomorrow, '08:00')
    await later(operator, begins, takeOver, { post: 'operator', relieves: null, note: '' })
    const leaves = begins.add({ minutes: 30 })
    await expect(later(supervisor, leaves, handOver, { note: 'Bye.', leaves: true })).rejects.toThrow(
      'at no post',
    )
    await later(operator, leaves, handOver, { note: 'Called away.', leaves: true })
    const [gap] = (await gaps()).filter((each) => each.kind === 'in-fact' && each.post === 'operator')
    expect(gap.from_at.toString()).toBe(leaves.toString())
    expect((await board()).notes).toMatchObject([{ note: 'Called away.', takenAt: null }])
  })

  test('only a supervisor of the center takes the supervisor’s post; nobody takes two', async () => {
    const take = (who: TestAccount, post: string) =>
      who.post('/api/monitoring/take-over', { post, relieves: null, note: '' })
    expect((await take(operator, 'supervisor')).status).toBe(403)
    expect((await take(supervisor, 'supervisor')).status).toBe(200)
    expect((await take(supervisor, 'operator')).status).toBe(409)
    const deputy = await office.account(['deputy'], operator.agencyId)
    expect((await take(deputy, 'operator')).status).toBe(403)
  })

  test('the worker looks at every office', async () => {
    const { openDatabase } = await import('../../platform/database.ts')
    const worker = openDatabase(office.urls.worker, 2)
    try {
      const ana = await staff(operator)
      await plan(ana)
      await ownerQuery(office.urls, supervisor.agencyId, (client) =>
        client.query(
          `update monitoring.shift set from_at = from_at - interval '3 days', to_at = to_at - interval '3 days'`,
        ),
      )
      await lookAtStaffing(worker.db)
      expect((await gaps()).filter((each) => each.kind === 'in-fact').map((each) => each.post)).toEqual([
        'operator',
        'supervisor',
      ])
    } finally {
      await worker.close()
    }
  })
})
