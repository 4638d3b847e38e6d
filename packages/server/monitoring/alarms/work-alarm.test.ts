import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { happening, somebody } from '../testing/happenings.ts'
import { justNow, type TestWatch, testUnit, testWatch, wears } from '../testing/open-alarm.ts'

let office: TestOffice
let watch: TestWatch
let ana: TestAccount
let ben: TestAccount
let supervisor: TestAccount
let agency: string
let person: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  ana = await office.account(['operator'])
  ben = await office.account(['operator'])
  supervisor = await office.account(['operator-supervisor'])
  agency = ana.agencyId
})
beforeEach(async () => {
  person = await somebody(office, agency)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const at = (alarm: string) => `/api/monitoring/alarms/${alarm}`
const page = async (alarm: string, who = ana) => (await who.get(at(alarm))).body
const open = async (who = ana) => (await who.get('/api/monitoring/alarms?limit=5000')).body
const step = (alarm: string, code: string, deed: object, who = ana) =>
  who.post(`${at(alarm)}/steps`, { code, deed })
const seen = async (alarm: string) => (await page(alarm)).record.at(-1).number
const close = async (alarm: string, different: object = {}, who = ana) =>
  who.post(`${at(alarm)}/close`, {
    code: 'false',
    note: '',
    whyNot: 'Nothing to do',
    seen: await seen(alarm),
    ...different,
  })
const rows = <R>(sql: string, values: unknown[] = []): Promise<R[]> =>
  ownerQuery(office.urls, agency, async (client) => (await client.query(sql, values)).rows as R[])
const events = (alarm: string) =>
  rows(`select kind from platform.event where subject ->> 'alarm' = $1 order by id`, [alarm])

describe('EMP-8.4 taking an alarm on', () => {
  test('two at once: one has it, the other is told who', async () => {
    const alarm = await watch.alarm(agency, person)
    const answers = await Promise.all([
      ana.post(`${at(alarm)}/acknowledge`),
      ben.post(`${at(alarm)}/acknowledge`),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
    const refused = answers.find((one) => one.status === 409)!.body.error
    expect(refused.message).toBe('Test operator has this alarm.')
    expect(refused.conflict).toMatchObject({
      changedBy: 'Test operator',
      current: { acknowledgedBy: 'Test operator' },
    })
    const { alarm: shown, duties } = await page(alarm)
    expect(shown).toMatchObject({ acknowledgedBy: 'Test operator', nextDuty: 'notify' })
    expect(duties[0]).toMatchObject({ kind: 'acknowledge', doneBy: 'Test operator', missedAt: null })
    expect(await events(alarm)).toEqual([{ kind: 'monitoring.alarm-changed' }])
  })

  test('taking it over from who has it; who has it already is told so', async () => {
    const alarm = await watch.alarm(agency, person)
    await ana.post(`${at(alarm)}/acknowledge`)
    expect((await ana.post(`${at(alarm)}/take-over`, {})).status).toBe(409)
    expect((await ben.post(`${at(alarm)}/take-over`, { note: 'End of shift' })).status).toBe(200)
    expect((await page(alarm)).record.at(-1)).toMatchObject({
      kind: 'acknowledged',
      note: 'End of shift',
      about: { from: ana.id },
    })
  })

  test('who does the first step has taken it on', async () => {
    const alarm = await watch.alarm(agency, person)
    await step(alarm, 'call-participant', { as: 'call', outcome: 'no-answer' })
    expect((await page(alarm)).alarm.acknowledgedBy).toBe('Test operator')
  })

  test('a clerk sees no alarm, another agency none of these', async () => {
    const alarm = await watch.alarm(agency, person)
    const clerk = await office.account(['clerk'])
    const elsewhere = await office.account(['operator'], await office.agency())
    expect((await clerk.get('/api/monitoring/alarms')).status).toBe(403)
    expect((await elsewhere.get(at(alarm))).status).toBe(404)
    expect((await elsewhere.post(`${at(alarm)}/acknowledge`)).status).toBe(404)
    expect((await open(elsewhere)).alarms).toEqual([])
  })
})

describe('monitoring rule 5, the steps of the protocol', () => {
  test('each step is timed and kept; a call that nobody answered is still to be done', async () => {
    const alarm = await watch.alarm(agency, person)
    const steps = async () =>
      Object.fromEntries(
        (await page(alarm)).steps.map((one: { code: string; state: string }) => [one.code, one.state]),
      )
    expect(await steps()).toEqual({ 'call-participant': 'to-do', 'call-on-call': 'to-do', dispatch: 'to-do' })
    await step(alarm, 'call-participant', { as: 'call', phone: '916 555 0101', outcome: 'no-answer' })
    expect((await steps())['call-participant']).toBe('tried')
    await step(alarm, 'call-participant', {
      as: 'call',
      phone: '916 555 0101',
      outcome: 'reached',
      note: 'It was the shower',
    })
    await step(alarm, 'call-participant', { as: 'call', phone: '916 555 0101', outcome: 'no-answer' })
    // Done once is done; every try stays on record.
    expect(await steps()).toMatchObject({ 'call-participant': 'done', 'call-on-call': 'to-do' })
    const record = (await page(alarm)).record.filter((one: { kind: string }) => one.kind === 'step')
    expect(record.map((one: { about: { outcome: string } }) => one.about.outcome)).toEqual([
      'no-answer',
      'reached',
      'no-answer',
    ])
  })

  test('the agency is told: a call that reached the officer on call ends the duty to notify, one that did not does not', async () => {
    const alarm = await watch.alarm(agency, person)
    const notified = async () =>
      (await page(alarm)).duties.find((one: { kind: string }) => one.kind === 'notify').doneAt !== null
    await step(alarm, 'call-on-call', { as: 'call', outcome: 'no-answer' })
    expect(await notified()).toBe(false)
    await step(alarm, 'call-on-call', { as: 'call', outcome: 'reached' })
    expect(await notified()).toBe(true)
  })

  test('a signal is a command that waits for the unit; what the unit cannot do is said', async () => {
    const unit = await testUnit(office, agency)
    await wears(office, agency, { person, unit, by: ana.id })
    const alarm = await watch.alarm(agency, person, 'zone-left')
    const refused = await step(alarm, 'signal', { as: 'signal', signal: 'tone' })
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, 'signal'])
    expect((await step(alarm, 'signal', { as: 'signal', signal: 'vibrate' })).body).toEqual({
      outcome: 'queued',
    })
    const commands = await rows(
      'select unit_id, kind, alarm_id, sent_at from monitoring.command where unit_id = $1',
      [unit],
    )
    expect(commands).toEqual([{ unit_id: unit, kind: 'vibrate', alarm_id: alarm, sent_at: null }])
  })

  test('who wears nothing cannot be signaled, and the step is left out with its reason', async () => {
    const alarm = await watch.alarm(agency, person, 'zone-left')
    expect((await step(alarm, 'signal', { as: 'signal', signal: 'vibrate' })).status).toBe(422)
    await step(alarm, 'signal', { as: 'skip', note: 'No unit' })
    expect((await page(alarm)).steps.find((one: { code: string }) => one.code === 'signal').state).toBe(
      'left-out',
    )
  })

  test('with no channel set a message says so, and the step is still to be done: call', async () => {
    const alarm = await watch.alarm(agency, person, 'breath-missed')
    const answer = await step(alarm, 'email-officer', {
      as: 'message',
      to: 'officer@sheriff.example',
      text: 'A test was missed.',
    })
    expect(answer.body).toEqual({ outcome: 'no-channel' })
    const shown = await page(alarm)
    expect(shown.steps.find((one: { code: string }) => one.code === 'email-officer').state).toBe('tried')
    expect(shown.record.at(-1).messageState).toBe('no-channel')
    await step(alarm, 'email-officer', { as: 'call', outcome: 'reached', phone: '916 555 0100' })
    expect(
      (await page(alarm)).steps.find((one: { code: string }) => one.code === 'email-officer').state,
    ).toBe('done')
  })

  test('a step that is not of this alarm, or done in a way it cannot be, is refused', async () => {
    const alarm = await watch.alarm(agency, person)
    expect((await step(alarm, 'nothing', { as: 'note', note: 'x' })).status).toBe(404)
    expect((await step(alarm, 'call-participant', { as: 'note', note: 'x' })).status).toBe(422)
    expect((await step(alarm, 'call-participant', { as: 'call', outcome: 'maybe' })).status).toBe(400)
  })

  test('what the participant answered is captured in their words', async () => {
    const alarm = await watch.alarm(agency, person)
    await ana.post(`${at(alarm)}/replies`, { via: 'call', words: 'The strap caught on the door.' })
    await ana.post(`${at(alarm)}/notes`, { note: 'Sounded calm.' })
    expect((await page(alarm)).record.slice(-2)).toMatchObject([
      { kind: 'reply', note: 'The strap caught on the door.', about: { via: 'call' } },
      { kind: 'note', note: 'Sounded calm.' },
    ])
  })
})

test('what was said and noted while somebody else closed it is kept; anything else is told who closed it and as what', async () => {
  const alarm = await watch.alarm(agency, person)
  await close(alarm, {}, supervisor)
  expect((await ana.post(`${at(alarm)}/replies`, { via: 'call', words: 'I was asleep.' })).status).toBe(200)
  expect((await ana.post(`${at(alarm)}/notes`, { note: 'Sounded calm.' })).status).toBe(200)
  const shown = await page(alarm)
  expect(shown.record.slice(-3)).toMatchObject([
    { kind: 'closed', code: 'false' },
    { kind: 'reply', note: 'I was asleep.' },
    { kind: 'note', note: 'Sounded calm.' },
  ])
  // Listening to somebody does not take it on again.
  expect(shown.alarm).toMatchObject({
    closedBy: 'Test operator-supervisor',
    acknowledgedBy: 'Test operator-supervisor',
  })
  const refused = await step(alarm, 'call-participant', { as: 'call', outcome: 'reached' })
  expect([refused.status, refused.body.error.message]).toEqual([
    409,
    'Test operator-supervisor closed this alarm meanwhile as “False”. Open it again if it is not over.',
  ])
})

describe('closing', () => {
  test('needs the steps done, or the reason why not', async () => {
    const alarm = await watch.alarm(agency, person)
    const refused = await close(alarm, { whyNot: '' })
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, 'whyNot'])
    expect(refused.body.error.message).toContain('Call the participant')
    for (const code of ['call-participant', 'call-on-call'])
      await step(alarm, code, { as: 'call', outcome: 'reached' })
    await step(alarm, 'dispatch', { as: 'dispatch', where: `${alarm} Oak St` })
    expect((await close(alarm, { code: 'inspected', whyNot: '' })).status).toBe(200)
    expect((await page(alarm)).alarm).toMatchObject({
      closedCode: 'inspected',
      closedBy: 'Test operator',
      nextDuty: null,
    })
  })

  test('withdrawn, returned and a drill only where it is so; other only with words', async () => {
    const alarm = await watch.alarm(agency, person)
    for (const [different, path] of [
      [{ code: 'withdrawn' }, 'code'],
      [{ code: 'returned' }, 'code'],
      [{ code: 'drill-over' }, 'code'],
      [{ code: 'other' }, 'note'],
    ] as const) {
      const refused = await close(alarm, different)
      expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, path])
    }
    expect((await close(alarm, { code: 'other', note: 'Moved house' })).status).toBe(200)
  })

  test('what the watch added after the page was shown is seen first', async () => {
    const low = justNow(happening(person, 'battery-low', 0))
    await watch.says(agency, [low])
    const [{ id: alarm }] = (await open()).alarms.filter(
      (one: { person: { id: string } }) => one.person?.id === person,
    )
    const before = await seen(alarm)
    await watch.says(agency, [{ ...justNow(happening(person, 'battery-dead', 0)), incident: low.key }])
    const refused = await close(alarm, { seen: before })
    expect(refused.status).toBe(409)
    expect(refused.body.error.conflict.changedBy).toBe('The watch')
    expect((await close(alarm)).status).toBe(200)
  })

  test('closed twice: the second is told who closed it', async () => {
    const alarm = await watch.alarm(agency, person)
    const both = await Promise.all([close(alarm), close(alarm, {}, ben)])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    expect(both.find((one) => one.status === 409)!.body.error.message).toContain(
      'Test operator closed this alarm',
    )
  })

  test('EMP-8.6 of strap, case and a call for help the watch is told that a person ended it; of others not', async () => {
    const strap = await watch.alarm(agency, person, 'strap')
    const silent = await watch.alarm(agency, person, 'no-contact')
    await close(strap)
    await close(silent)
    expect(await rows('select content from monitoring.told where person_id = $1', [person])).toEqual([
      { content: { kind: 'settled', of: 'strap' } },
    ])
  })

  test('opened again it stands in the queue as before; the closing stays on record', async () => {
    const alarm = await watch.alarm(agency, person)
    await close(alarm)
    expect((await open()).alarms.map((one: { id: string }) => one.id)).not.toContain(alarm)
    expect((await ben.post(`${at(alarm)}/reopen`, { reason: 'The officer found it cut' })).status).toBe(200)
    expect((await open()).alarms.map((one: { id: string }) => one.id)).toContain(alarm)
    const { alarm: shown, record } = await page(alarm)
    expect(shown).toMatchObject({ closedAt: null, closedCode: null, nextDuty: 'notify' })
    expect(record.map((one: { kind: string }) => one.kind)).toEqual([
      'opened',
      'acknowledged',
      'closed',
      'reopened',
    ])
    expect((await ben.post(`${at(alarm)}/reopen`, { reason: 'Again' })).status).toBe(409)
  })

  test('an incident that is open as another alarm is worked there', async () => {
    const first = justNow(happening(person, 'battery-low', 0))
    await watch.says(agency, [first])
    const mine = (one: { person: { id: string } }) => one.person?.id === person
    const [{ id: alarm }] = (await open()).alarms.filter(mine)
    await close(alarm)
    await watch.says(agency, [{ ...justNow(happening(person, 'battery-dead', 0)), incident: first.key }])
    const refused = await ana.post(`${at(alarm)}/reopen`, { reason: 'Too early' })
    expect(refused.status).toBe(409)
    const [next] = (await open()).alarms.filter(mine)
    expect(refused.body.error.message).toContain(`alarm ${next.number}`)
    expect((await page(next.id)).after).toMatchObject({ id: alarm })
  })
})

describe('drills', () => {
  test('a supervisor begins one: it has its clocks, reaches nobody outside, and closes as a drill', async () => {
    expect((await ana.post('/api/monitoring/drills', { kind: 'strap', story: 'x' })).status).toBe(403)
    const begun = await supervisor.post('/api/monitoring/drills', {
      kind: 'breath-missed',
      story: 'Somebody missed a test.',
    })
    expect(begun.status).toBe(200)
    const alarm = begun.body.id
    expect((await page(alarm)).alarm).toMatchObject({
      drill: true,
      person: null,
      severity: 'medium',
      nextDuty: 'acknowledge',
    })
    expect(await events(alarm)).toEqual([{ kind: 'monitoring.alarm-opened' }])
    const { body } = await step(alarm, 'email-officer', {
      as: 'message',
      to: 'o@sheriff.example',
      text: 'Drill',
    })
    expect(body).toEqual({ outcome: 'drill' })
    await watch.passes(officeNow().add({ hours: 30 }))
    expect(
      await rows('select 1 from monitoring.message where alarm_id = $1 and agency_id = $2', [alarm, agency]),
    ).toEqual([])
    expect((await page(alarm)).record.some((one: { kind: string }) => one.kind === 'missed')).toBe(true)
    expect((await close(alarm)).status).toBe(422)
    expect((await close(alarm, { code: 'drill-over', whyNot: '' })).status).toBe(200)
    expect((await ana.post(`${at(alarm)}/reopen`, { reason: 'Once more' })).status).toBe(200)
  })
})
