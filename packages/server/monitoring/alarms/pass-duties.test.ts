import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { timePassed } from '../path/time-passed.ts'
import { type DutyList, dutyList } from '../testing/duty-list.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { testUnit, wears } from '../testing/open-alarm.ts'
import { askedInOrder } from './escalation.ts'
import { openAlarms } from './open-alarms.ts'
import { openUnitAlarm, unitSaysOver } from './open-unit-alarm.ts'

let office: TestOffice
let watch: pg.Client
let operator: TestAccount
let agency: string
let list: DutyList
beforeAll(async () => {
  office = await testOffice()
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
})
beforeEach(async () => {
  agency = await office.agency()
  list = dutyList(office, agency, minute(0))
  operator = await office.account(['operator'], agency)
})
afterAll(async () => {
  await watch.end()
  await office.stop()
})

const rows = <R>(sql: string, values: unknown[] = []): Promise<R[]> =>
  ownerQuery(office.urls, agency, async (client) => (await client.query(sql, values)).rows as R[])

/** An alarm opened at the beginning. */
async function opened(kind: 'strap' | 'battery-low' = 'strap'): Promise<string> {
  const person = await somebody(office, agency)
  const [news] = await committed(watch, () =>
    openAlarms(watch, agency, [happening(person, kind, 0)], minute(0)),
  )
  return news!.subject.alarm
}

const pass = (at: number) => committed(watch, () => timePassed(watch, null, minute(at)))
const steps = (alarm: string) =>
  rows<{ kind: string; code: string; note: string; about: Record<string, string | null> }>(
    `select kind, code, note, about from monitoring.alarm_step where alarm_id = $1 and kind in ('missed', 'escalated') order by number`,
    [alarm],
  )
const told = async (alarm: string) =>
  (await steps(alarm)).map((one) => `${one.kind} ${one.code} ${one.note}`.trim())

describe('EMP-8.4 a time that runs out', () => {
  test.each([
    ['before', 1.99, []],
    ['when it is due', 2, ['missed acknowledge', 'escalated acknowledge']],
    ['after', 2.5, ['missed acknowledge', 'escalated acknowledge']],
  ])('%s: two minutes to acknowledge', async (_word, at, expected) => {
    const alarm = await opened()
    await pass(at)
    expect(await told(alarm)).toEqual(expected)
  })

  test('is noted once, and stays owed: oldest duty first', async () => {
    const alarm = await opened()
    const news = await pass(2)
    expect(news).toMatchObject([{ agencyId: agency, kind: 'monitoring.alarm-changed', subject: { alarm } }])
    expect(await pass(2)).toEqual([])
    expect(await rows('select next_duty, next_due_at, next_missed_at from monitoring.v_alarm')).toEqual([
      { next_duty: 'acknowledge', next_due_at: minute(2), next_missed_at: minute(2) },
    ])
  })

  test('asks everybody on call one after the other, then the supervisor, then nobody twice', async () => {
    await list.onCall(1, 'Ana', { email: 'ana@sheriff.example' })
    await list.onCall(2, 'Ben', { phone: '916 555 0102', texts: true })
    await list.supervisor('Cy')
    const alarm = await opened()
    for (const at of [2, 3, 4]) await pass(at)
    // Two more minutes for each who is asked.
    const acknowledging = async () => (await told(alarm)).filter((one) => one.includes('acknowledge'))
    expect(await acknowledging()).toEqual([
      'missed acknowledge',
      'escalated acknowledge Ana',
      'escalated acknowledge Ben',
    ])
    for (const at of [6, 8, 10, 12, 30]) await pass(at)
    expect(await acknowledging()).toEqual([
      'missed acknowledge',
      'escalated acknowledge Ana',
      'escalated acknowledge Ben',
      'escalated acknowledge Cy',
    ])
  })

  test('with no channel set the step says so and keeps the number to call, never that it was sent', async () => {
    await list.onCall(1, 'Ana', { email: 'ana@sheriff.example', phone: '916 555 0101' })
    const alarm = await opened()
    await pass(2)
    const [, asked] = await steps(alarm)
    expect(asked!.about).toMatchObject({
      as: 'on-call',
      state: 'no-channel',
      phone: '916 555 0101',
      way: 'email',
    })
    const messages = await rows<{ alarm_id: string; body: string }>(
      'select alarm_id, body from monitoring.message where agency_id = $1',
      [agency],
    )
    expect(messages).toMatchObject([{ alarm_id: alarm }])
    const askedLast = async () => (await operator.get(`/api/monitoring/alarms/${alarm}`)).body.alarm.askedLast
    expect(await askedLast()).toEqual({ name: 'Ana', phone: '916 555 0101', state: 'call' })
    const became = async (state: string) => {
      await rows('update monitoring.message set state = $2 where alarm_id = $1', [alarm, state])
      return (await askedLast()).state
    }
    expect(await became('asked')).toBe('waits')
    expect(await became('sent')).toBe('sent')
    expect(await became('refused')).toBe('call')
    // Once the duty is met nobody is asked any more.
    await operator.post(`/api/monitoring/alarms/${alarm}/acknowledge`)
    expect(await askedLast()).toBeNull()
    expect(messages[0]!.body).not.toContain('Rivera')
  })

  test('who has no address is to be called; where nobody is on call, that is said', async () => {
    await list.onCall(1, 'Ana', { phone: '916 555 0101' })
    const one = await opened()
    await pass(2)
    expect((await steps(one))[1]!.about).toMatchObject({ state: 'no-address', message: null })
    await list.endOnCall(minute(2))
    const other = await opened()
    await pass(2)
    expect((await steps(other))[1]!.about).toEqual({ state: 'nobody' })
  })

  test('after the watch stood still for an hour it asks the next, not all at once', async () => {
    await list.onCall(1, 'Ana')
    await list.supervisor('Cy')
    const alarm = await opened()
    await pass(60)
    const acknowledging = (await told(alarm)).filter((one) => one.includes('acknowledge'))
    expect(acknowledging).toEqual(['missed acknowledge', 'escalated acknowledge Ana'])
  })

  test('what was done in time asks nobody', async () => {
    const alarm = await opened()
    await rows(`update monitoring.duty set done_at = $2, done_by = $3 where alarm_id = $1`, [
      alarm,
      minute(1).toString(),
      operator.id,
    ])
    await pass(1000)
    expect(await told(alarm)).toEqual([])
  })

  test('a duty in somebody’s hands is left to the next second', async () => {
    const alarm = await opened()
    const hands = new pg.Client({ connectionString: office.urls.app })
    await hands.connect()
    try {
      await hands.query('begin')
      await hands.query(`select set_config('inlieu.agency', $1, true)`, [agency])
      await hands.query('select from monitoring.alarm where id = $1 for update', [alarm])
      expect(await pass(2)).toEqual([])
      await hands.query('rollback')
      expect(await pass(3)).toHaveLength(1)
    } finally {
      await hands.end()
    }
  })
})

describe('askedInOrder', () => {
  const who = (name: string) => ({ staffId: name, accountId: null, name, phone: '', email: '', texts: false })
  const reach = { supervisors: [who('Cy')], onCall: [who('Ana'), who('Ben')] }
  const names = (escalate: ('on-call' | 'supervisor')[]) =>
    askedInOrder({ escalate }, reach).map((one) => one.who.name)

  test('the supervisor comes at the end in any case, and nobody twice', () => {
    expect(names(['on-call', 'supervisor'])).toEqual(['Ana', 'Ben', 'Cy'])
    expect(names(['on-call'])).toEqual(['Ana', 'Ben', 'Cy'])
    expect(names([])).toEqual(['Cy'])
    expect(names(['supervisor', 'on-call'])).toEqual(['Cy', 'Ana', 'Ben'])
  })
})

test('a unit that nobody wears has steps of its own, with its state and who wore it last', async () => {
  const unit = await testUnit(office, agency)
  const person = await somebody(office, agency)
  await wears(office, agency, { person, unit, by: operator.id })
  await rows(
    `update equipment.fitting set removed_at = clock_timestamp(), removed_by = $2, removal_code = 'ended',
       removal_note = 'In the tray by the door.' where unit_id = $1`,
    [unit, operator.id],
  )
  const [news] = await committed(watch, () =>
    openUnitAlarm(
      watch,
      agency,
      { unitId: unit, kind: 'strap', at: minute(0), why: 'Strap open.' },
      minute(0),
    ),
  )
  const page = (await operator.get(`/api/monitoring/alarms/${news!.subject.alarm}`)).body
  expect(page.steps.map((one: { code: string; channel: string }) => `${one.code} ${one.channel}`)).toEqual([
    'find note',
    'signal device',
    'inspect note',
    'set-state note',
    'write note',
  ])
  expect(page.steps.every((one: { textEs: string | null }) => one.textEs !== null)).toBe(true)
  expect(page.duties.map((one: { kind: string }) => one.kind)).toEqual(['acknowledge', 'resolve'])
  expect(page.unitKept).toMatchObject({
    state: 'in-stock',
    lastFitting: { person: { id: person }, removalNote: 'In the tray by the door.' },
  })
})

describe('openUnitAlarm', () => {
  const unit = async () => {
    const ids = { model: randomUUID(), unit: randomUUID() }
    await rows(
      `with model as (insert into equipment.model (agency_id, id, maker, name, kind, positions, levels, added_at)
         values ($1, $2, 'Acme', $4, 'gps', true, '{active}', $5) returning id)
       insert into equipment.unit (agency_id, id, model_id, serial, acquired_on) select $1, $3, id, $4, '2026-01-05' from model`,
      [agency, ids.model, ids.unit, ids.unit.slice(0, 8), minute(0).toString()],
    )
    return ids.unit
  }
  const says = (unitId: string, at: number) =>
    committed(watch, () =>
      openUnitAlarm(
        watch,
        agency,
        { unitId, kind: 'strap', at: minute(at), why: 'Nobody wears it.' },
        minute(at),
      ),
    )

  test('an alarm from a unit that nobody wears is an incident of the unit, opened once while it is open', async () => {
    const unitId = await unit()
    const news = await says(unitId, 0)
    expect(news).toEqual([
      { agencyId: agency, kind: 'monitoring.alarm-opened', subject: { alarm: news[0]!.subject.alarm } },
    ])
    expect(await says(unitId, 0)).toEqual([])
    expect(await says(unitId, 1)).toEqual([])
    await rows(`update monitoring.alarm set closed_at = $1, closed_by = $2, closed_code = 'handled'`, [
      minute(2).toString(),
      operator.id,
    ])
    expect(await says(unitId, 3)).toEqual([])
    expect(await rows('select times from monitoring.unit_incident where unit_id = $1', [unitId])).toEqual([
      { times: 4 },
    ])
    expect(await says(unitId, 63)).toHaveLength(1)
    expect(await rows('select unit_id, kind from monitoring.v_alarm where closed_at is null')).toEqual([
      { unit_id: unitId, kind: 'strap' },
    ])
  })

  const close = () =>
    rows(
      `update monitoring.alarm set closed_at = $1, closed_by = $2, closed_code = 'handled' where closed_at is null`,
      [minute(2).toString(), operator.id],
    )

  test.each([
    [59.9, 0],
    [60, 1],
    [60.1, 1],
  ])('closed, and said again after %f minutes, of 60: %i alarms more', async (minutes, alarms) => {
    const unitId = await unit()
    await says(unitId, 1)
    await close()
    expect(await says(unitId, 1 + minutes)).toHaveLength(alarms)
  })

  test('closed while the unit says it each half hour: it stays one incident for as long as that goes on', async () => {
    const unitId = await unit()
    await says(unitId, 0)
    await close()
    for (const at of [30, 60, 90, 120]) expect(await says(unitId, at)).toEqual([])
    expect(await says(unitId, 180)).toHaveLength(1)
  })

  test('closed, and the unit said meanwhile that it is no longer so: the next is an incident of its own', async () => {
    const unitId = await unit()
    await says(unitId, 0)
    await committed(watch, () => unitSaysOver(watch, agency, { unitId, kind: 'strap', at: minute(1) }))
    expect(await says(unitId, 2)).toEqual([])
    await committed(watch, () => unitSaysOver(watch, agency, { unitId, kind: 'strap', at: minute(3) }))
    await close()
    expect(await says(unitId, 4)).toHaveLength(1)
  })
})
