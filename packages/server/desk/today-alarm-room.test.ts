import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { somebody } from '../monitoring/testing/happenings.ts'
import { type TestWatch, testWatch } from '../monitoring/testing/open-alarm.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
let watch: TestWatch
let agency: string
let operator: TestAccount
let supervisor: TestAccount
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
})
beforeEach(async () => {
  agency = await office.agency('Center', 'law-as-it-stands', 'Sacramento')
  operator = await office.account(['operator'], agency)
  supervisor = await office.account(['operator-supervisor'], agency)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

interface Shown {
  kind: string
  count: number
  items: { subjectId: string; personName: string | null; detail: Record<string, unknown> }[]
}

async function today(who = operator): Promise<Shown[]> {
  const { status, body } = await who.get('/api/desk/today')
  expect(status).toBe(200)
  return body.duties
}

/** Kinds with the subjects of each, in the order of Today. */
const kindsOf = async (who = operator): Promise<[string, string[]][]> =>
  (await today(who)).map(({ kind, items }) => [kind, items.map(({ subjectId }) => subjectId)])

const ask = (text: string, values: unknown[] = []) =>
  ownerQuery(office.urls, agency, (client) => client.query(text, values))

const strap = async () => watch.alarm(agency, await somebody(office, agency), 'strap')

const on = (alarm: string, verb: string, body: object = {}, who = operator) =>
  who.post(`/api/monitoring/alarms/${alarm}/${verb}`, body)

/** Its time was over ten minutes ago, and the watch has seen it. */
const runOut = (alarm: string, kind: string) =>
  ask(
    `update monitoring.duty set due_at = clock_timestamp() - interval '10 minutes', missed_at = clock_timestamp()
     where agency_id = $1 and alarm_id = $2 and kind = $3`,
    [agency, alarm, kind],
  )

/** The agency has been told. */
const told = (alarm: string) =>
  ask(
    `update monitoring.duty set done_at = clock_timestamp(), done_by = $3
     where agency_id = $1 and alarm_id = $2 and kind = 'notify'`,
    [agency, alarm, operator.id],
  )

describe('EMP-8.4 what an alarm owes', () => {
  test('stands in one list: for everybody until somebody has it, then theirs to tell of and to resolve', async () => {
    expect(await kindsOf()).toEqual([])
    const alarm = await strap()
    const other = await office.account(['operator'], agency)
    expect(await kindsOf()).toEqual([['alarm-to-acknowledge', [alarm]]])
    expect(await kindsOf(other)).toEqual([['alarm-to-acknowledge', [alarm]]])
    expect((await on(alarm, 'acknowledge')).status).toBe(200)
    expect(await kindsOf()).toEqual([['alarm-to-notify', [alarm]]])
    expect(await kindsOf(other)).toEqual([])
    await told(alarm)
    expect(await kindsOf()).toEqual([['alarm-to-resolve', [alarm]]])
    expect(await kindsOf(other)).toEqual([])
  })

  test('what ran out first stands first, and says whose, what, how grave and until when', async () => {
    const low = await watch.alarm(agency, await somebody(office, agency), 'battery-low')
    const first = await strap()
    const late = await watch.alarm(agency, await somebody(office, agency), 'battery-low')
    await runOut(late, 'acknowledge')
    expect(await kindsOf()).toEqual([['alarm-to-acknowledge', [late, first, low]]])
    const [{ items }] = (await today()) as [Shown]
    expect(items[1]).toMatchObject({
      personName: expect.stringContaining('Rivera'),
      detail: {
        kind: 'strap',
        severity: 'critical',
        drill: null,
        duty: 'acknowledge',
        number: expect.any(Number),
      },
    })
    expect(JSON.stringify(items)).not.toMatch(/"lat"|"lon"|"why"/)
  })

  test('a drill is marked as one', async () => {
    await supervisor.post('/api/monitoring/drills', { kind: 'sos', story: 'As if', personId: null })
    expect((await today())[0]!.items[0]!.detail).toMatchObject({ drill: 'drill', kind: 'sos' })
  })

  test.each([49, 50, 51])(
    'of %i that nobody has all are counted and at most 50 shown, the oldest',
    async (many) => {
      const newest = await strap()
      const person = await somebody(office, agency)
      await ask(
        `with opened as (insert into monitoring.alarm
         (agency_id, id, person_id, incident, kind, severity, happened_at, opened_at, why)
         select $1, gen_random_uuid(), $2, 'many|' || n, 'no-contact', 'high', clock_timestamp(), clock_timestamp(), 'None'
         from generate_series(2, $3) n returning id)
       insert into monitoring.duty (agency_id, id, alarm_id, kind, made_at, due_at)
       select $1, gen_random_uuid(), id, 'acknowledge', clock_timestamp(), clock_timestamp() - interval '1 hour'
       from opened`,
        [agency, person, many],
      )
      const [shown] = (await today()) as [Shown]
      expect(shown).toMatchObject({ kind: 'alarm-to-acknowledge', count: many })
      expect(shown.items).toHaveLength(Math.min(many, 50))
      expect(shown.items.some(({ subjectId }) => subjectId === newest)).toBe(many <= 50)
    },
  )

  test('a supervisor also has those of which a time ran out at somebody else', async () => {
    const alarm = await strap()
    await on(alarm, 'acknowledge')
    expect(await kindsOf(supervisor)).toEqual([])
    await runOut(alarm, 'resolve')
    await runOut(alarm, 'notify')
    const [shown] = (await today(supervisor)) as [Shown]
    expect(shown).toMatchObject({
      kind: 'alarm-that-ran-out',
      count: 1,
      items: [{ subjectId: alarm, detail: { by: 'Test operator' } }],
    })
    expect(await kindsOf()).toEqual([['alarm-to-notify', [alarm]]])
    const own = await strap()
    await on(own, 'acknowledge', {}, supervisor)
    await runOut(own, 'notify')
    expect(await kindsOf(supervisor)).toEqual([
      ['alarm-that-ran-out', [alarm]],
      ['alarm-to-notify', [own]],
    ])
  })
})

test('whether somebody is sent again is another supervisor’s until it is decided, and again when asked again', async () => {
  const alarm = await strap()
  const asked = async (who: TestAccount) =>
    (await kindsOf(who)).some(([kind, subjects]) => kind === 'dispatch-to-decide' && subjects.includes(alarm))
  const asks = () => on(alarm, 'ask-dispatch', { where: '5 Elm St', note: 'Open again' }, supervisor)
  const other = await office.account(['operator-supervisor'], agency)
  expect(await asked(other)).toBe(false)
  expect((await asks()).status).toBe(200)
  expect([await asked(other), await asked(supervisor), await asked(operator)]).toEqual([true, false, false])
  expect((await on(alarm, 'decide-dispatch', { approve: false, reason: 'No' }, other)).status).toBe(200)
  expect(await asked(other)).toBe(false)
  await asks()
  expect(await asked(other)).toBe(true)
  await on(alarm, 'decide-dispatch', { approve: true, reason: 'Go' }, other)
  expect(await asked(other)).toBe(false)
})

test('EMP-7.2 a request for help is owed until it is answered', async () => {
  const { body } = await operator.post('/api/monitoring/help', {
    caller: 'Deputy Ortega',
    phone: '',
    kind: 'equipment',
    request: 'Is she home?',
    personId: null,
    calledAt: null,
  })
  expect(await kindsOf()).toEqual([['help-to-answer', [body.id]]])
  expect((await today())[0]!.items[0]!.detail).toMatchObject({ number: body.number, caller: 'Deputy Ortega' })
  await operator.post(`/api/monitoring/help/${body.id}/answer`, { answer: 'Yes.' })
  expect(await kindsOf()).toEqual([])
})

test('EMP-7.1 a post without anybody is everyone’s, a shift that nobody is planned for the supervisor’s', async () => {
  for (const kind of ['in-fact', 'planned'])
    await ask(
      `insert into monitoring.gap (agency_id, id, kind, post, from_at, found_at)
       values ($1, gen_random_uuid(), $2, 'supervisor', clock_timestamp(), clock_timestamp())`,
      [agency, kind],
    )
  const kinds = async (who: TestAccount) => (await kindsOf(who)).map(([kind]) => kind)
  expect(await kinds(operator)).toEqual(['post-to-fill'])
  expect(await kinds(supervisor)).toEqual(['post-to-fill', 'shift-to-fill'])
  await ask(
    `update monitoring.gap set closed_at = clock_timestamp(), closed_because = 'filled' where agency_id = $1`,
    [agency],
  )
  expect(await kinds(supervisor)).toEqual([])
})

test('a hand-over note waits for who comes to its post, and not for its author', async () => {
  const notes = async (who: TestAccount) =>
    (await today(who)).filter(({ kind }) => kind === 'note-to-read').flatMap(({ items }) => items)
  const leave = async (who: TestAccount, post: string) => {
    await who.post('/api/monitoring/take-over', { post, relieves: null, note: '' })
    await who.post('/api/monitoring/hand-over', { note: 'Strap for Ortega.', leaves: true })
  }
  await leave(operator, 'operator')
  await leave(supervisor, 'supervisor')
  const next = await office.account(['operator'], agency)
  expect((await notes(operator)).length).toBe(0)
  expect((await notes(next)).map(({ detail }) => [detail.name, detail.post])).toEqual([
    ['Test operator', 'operator'],
  ])
  expect((await notes(supervisor)).map(({ detail }) => detail.post)).toEqual(['operator'])
  const another = await office.account(['operator-supervisor'], agency)
  expect((await notes(another)).length).toBe(2)
  expect(JSON.stringify(await today(another))).not.toContain('Strap for Ortega')
  await next.post('/api/monitoring/take-over', { post: 'operator', relieves: null, note: '' })
  expect((await notes(another)).map(({ detail }) => detail.post)).toEqual(['supervisor'])
})

describe('somebody whom no message reached', () => {
  /** A message so long ago, of the watch unless somebody asked for it. */
  const message = (
    alarm: string,
    {
      ago = '1 minute',
      state = 'refused',
      by = null,
    }: { ago?: string; state?: string; by?: string | null } = {},
  ) =>
    ask(
      `insert into monitoring.message
         (agency_id, id, medium, address, recipient, body, alarm_id, asked_at, asked_by, state, state_at)
       values ($1, gen_random_uuid(), 'text', '916 555 0100', 'Sergeant Lee', 'Alarm', $2,
         clock_timestamp() - $3::interval, $4, $5, clock_timestamp())`,
      [agency, alarm, ago, by, state],
    )
  const untold = async () => (await today()).find(({ kind }) => kind === 'person-to-call')?.items ?? []

  test('is one call to each whom it was for, while the time that ran out is owed', async () => {
    const [one, other] = [await strap(), await strap()]
    await message(one)
    await message(other, { state: 'no-channel' })
    expect(await untold()).toEqual([])
    await runOut(one, 'acknowledge')
    await runOut(other, 'acknowledge')
    expect(await untold()).toMatchObject([
      {
        detail: {
          name: 'Sergeant Lee',
          address: '916 555 0100',
          times: 2,
          alarm: expect.any(String),
          gap: null,
        },
      },
    ])
    await on(one, 'acknowledge')
    expect(await untold()).toMatchObject([{ detail: { times: 1, alarm: other } }])
    await on(other, 'acknowledge')
    expect(await untold()).toEqual([])
  })

  test('is to be called also where there was no address: for an alarm, and for a post', async () => {
    const staff = { accountId: null, email: '', texts: false, note: '' }
    const add = (name: string, phone: string) =>
      supervisor.post('/api/monitoring/staff', { ...staff, name, phone })
    const { body: lee } = await add('Sergeant Lee', '916 555 0100')
    const { body: own } = await supervisor.post('/api/monitoring/staff', {
      ...staff,
      accountId: operator.id,
      name: 'The one who looks',
      phone: '916 555 0102',
    })
    const alarm = await strap()
    await ask(
      `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, note, about)
       values ($1, gen_random_uuid(), $2, 'escalated', clock_timestamp(), 'acknowledge', 'Deputy Ortega',
         '{"state": "no-address", "phone": "916 555 0101"}')`,
      [agency, alarm],
    )
    await ask(
      `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, note, about)
       values ($1, gen_random_uuid(), $2, 'escalated', clock_timestamp(), 'acknowledge', 'The one who looks',
         jsonb_build_object('state', 'no-address', 'phone', '', 'staff', $3::text))`,
      [agency, alarm, own.id],
    )
    await ask(
      `with gap as (insert into monitoring.gap (agency_id, id, kind, post, from_at, found_at)
         values ($1, gen_random_uuid(), 'in-fact', 'supervisor', clock_timestamp(), clock_timestamp()) returning id)
       insert into monitoring.gap_asked (agency_id, gap_id, staff_id, at)
       select $1, id, $2, clock_timestamp() from gap`,
      [agency, lee.id],
    )
    const toCall = (await untold()).map(({ detail }) => [detail.name, detail.address, detail.alarm])
    expect(toCall.toSorted()).toEqual([
      ['Deputy Ortega', '916 555 0101', alarm],
      ['Sergeant Lee', '916 555 0100', null],
    ])
    await on(alarm, 'acknowledge')
    expect((await untold()).map(({ detail }) => detail.name)).toEqual(['Sergeant Lee'])
  })

  test('of a step of the protocol: while the agency is to be told', async () => {
    const alarm = await strap()
    await message(alarm, { by: operator.id })
    expect(await untold()).toHaveLength(1)
    await told(alarm)
    expect(await untold()).toEqual([])
  })

  test.each([
    ['sent', 0],
    ['delivered', 0],
    ['asked', 0],
    ['refused', 1],
    ['no-channel', 1],
  ])('that is %s: %i', async (state, shown) => {
    const alarm = await strap()
    await runOut(alarm, 'acknowledge')
    await message(alarm, { state })
    expect(await untold()).toHaveLength(shown)
  })

  test.each([
    ['23 hours 59 minutes', 1],
    ['24 hours', 0],
    ['24 hours 1 minute', 0],
  ])('%s ago: %i', async (ago, shown) => {
    const alarm = await strap()
    await runOut(alarm, 'acknowledge')
    await message(alarm, { ago })
    expect(await untold()).toHaveLength(shown)
  })
})

test('EMP-7.3 a version of a guideline waits for everybody who approves but for who entered it', async () => {
  const author = await office.account(['sergeant'], agency)
  const approver = await office.account(['sergeant'], agency)
  const waiting = async (who: TestAccount) =>
    (await today(who)).filter(({ kind }) => kind === 'guideline-to-approve').flatMap(({ items }) => items)
  const { body } = await author.post('/api/monitoring/guidelines', {
    subject: 'staffing',
    protocol: null,
    numbers: { operatorsAtLeast: 2 },
    reason: 'More people are followed',
    from: null,
  })
  expect(await waiting(author)).toEqual([])
  expect(await waiting(operator)).toEqual([])
  expect(await waiting(approver)).toMatchObject([{ subjectId: body.id, detail: { subject: 'staffing' } }])
  await author.post(`/api/monitoring/guidelines/${body.id}/withdraw`, { reason: 'Not now' })
  expect(await waiting(approver)).toEqual([])
})

test('a clerk has none of it, and another office hears of none', async () => {
  await strap()
  expect(await kindsOf(await office.account(['clerk'], agency))).toEqual([])
  expect(await kindsOf(await office.account(['operator'], await office.agency('Elsewhere')))).toEqual([])
})
