import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  home,
  rowsOf,
  secretOf,
  type TestWatch,
  tell,
  testWatch,
  until,
  type Wearer,
  wearer,
} from '../testing/watched.ts'
import { checkWatch } from './check.ts'

// From a message at a door to an alarm on record, with the real watch on real PostgreSQL.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
let one: Wearer
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  one = await wearer(deputy)
  watch = await testWatch(office)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const at = (secondsAgo: number) => wallNow().subtract({ milliseconds: Math.round(secondsAgo * 1000) })
const inside = (secondsAgo: number) => ({
  at: at(secondsAgo).toString(),
  lat: 38.58,
  lon: -121.5,
  accuracy: 8,
  battery: 0.8,
})
const outside = (secondsAgo: number) => ({
  at: at(secondsAgo).toString(),
  lat: 38.59,
  lon: -121.5,
  accuracy: 8,
})

const alarms = () =>
  rowsOf<{ kind: string; person_id: string }>(
    office,
    deputy.agencyId,
    'select kind, person_id, opened_at from monitoring.alarm where person_id = $1',
    [one.personId],
  )

describe('a message at the plain door', () => {
  test('is on record before it is acknowledged', async () => {
    const sent = inside(30)
    expect(await watch.records(one.secret, [sent])).toEqual({
      status: 200,
      body: { accepted: 1, setAside: [], commands: [] },
    })
    const [row] = await rowsOf(
      office,
      deputy.agencyId,
      'select person_id, lat, lon, accuracy, battery from monitoring.fix where unit_id = $1',
      [one.unitId],
    )
    expect(row).toMatchObject({ person_id: one.personId, lat: 38.58, lon: -121.5, accuracy: 8, battery: 0.8 })
  })

  test('sent again has no effect', async () => {
    const sent = inside(25)
    await watch.records(one.secret, [sent, sent])
    await watch.records(one.secret, [sent])
    const rows = await rowsOf(
      office,
      deputy.agencyId,
      'select from monitoring.fix where unit_id = $1 and at = $2',
      [one.unitId, Temporal.Instant.from(sent.at).round('millisecond').toString()],
    )
    expect(rows).toHaveLength(1)
  })

  test('a second record of the same second that tells of the strap is a fix of its own', async () => {
    const sent = inside(20)
    await watch.records(one.secret, [sent, { ...sent, strap: true }])
    const rows = await rowsOf(
      office,
      deputy.agencyId,
      'select flags from monitoring.fix where unit_id = $1 and at = $2',
      [one.unitId, Temporal.Instant.from(sent.at).round('millisecond').toString()],
    )
    expect(rows).toHaveLength(2)
    expect((await alarms()).map(({ kind }) => kind)).toContain('strap')
  })

  test('says how the unit stands, its clock beside ours', async () => {
    const [row] = await rowsOf(
      office,
      deputy.agencyId,
      'select * from monitoring.standing where unit_id = $1',
      [one.unitId],
    )
    expect(row).toMatchObject({ person_id: one.personId, lat: 38.58, battery: 0.8, matters: ['strap'] })
    expect(row!.clock_offset_ms).toBeGreaterThan(19_000)
    expect(row!.clock_offset_ms).toBeLessThan(26_000)
  })
})

describe('home in its hours', () => {
  test('who leaves it is alarmed on, with the news for open pages; who returns is noted', async () => {
    await tell(office, deputy.agencyId, one.personId, at(600), {
      zones: [home],
      worn: true,
      devices: [one.unitId],
    })
    await until(
      async () =>
        (await rowsOf(office, deputy.agencyId, 'select from monitoring.told where batch is null')).length ===
        0,
    )
    await watch.records(one.secret, [outside(15), outside(10), outside(5), outside(1)])
    expect((await alarms()).map(({ kind }) => kind)).toContain('zone-left')
    const news = await rowsOf(
      office,
      deputy.agencyId,
      'select kind, subject from platform.news order by number',
    )
    expect(news.at(-1)).toMatchObject({ kind: 'monitoring.alarm-opened', subject: { person: one.personId } })
  })
})

describe('units and wearers', () => {
  test('a strap of a unit that nobody wears opens an incident of the equipment', async () => {
    const { receiveTestUnit } = await import('../../equipment/testing/units.ts')
    const unitId = await receiveTestUnit(deputy)
    const secret = await secretOf(deputy, unitId, 'json')
    const answer = await watch.records(secret, [{ at: at(3).toString(), event: 'strap' }])
    expect(answer.body).toMatchObject({ accepted: 1 })
    const rows = await rowsOf(
      office,
      deputy.agencyId,
      'select kind, person_id from monitoring.alarm where unit_id = $1',
      [unitId],
    )
    expect(rows).toEqual([{ kind: 'strap', person_id: null }])
  })

  test('after a hand-over what was measured before is still of the one before', async () => {
    const { acceptedPerson } = await import('../../equipment/testing/units.ts')
    const first = await wearer(deputy)
    const measured = inside(2)
    const next = await acceptedPerson(deputy)
    const body = { enrolmentId: next.enrolmentId, level: 'active', note: '' }
    expect((await deputy.post(`/api/equipment/units/${first.unitId}/hand-over`, body)).status).toBe(200)
    await until(
      async () =>
        (await rowsOf(office, deputy.agencyId, 'select from monitoring.told where batch is null')).length ===
        0,
    )
    await watch.records(first.secret, [measured, inside(-1)])
    const rows = await rowsOf(
      office,
      deputy.agencyId,
      'select person_id from monitoring.fix where unit_id = $1 order by at',
      [first.unitId],
    )
    expect(rows.map(({ person_id }) => person_id)).toEqual([first.personId, next.personId])
  })
})

describe('what cannot be taken', () => {
  test.each([
    ['before 2000', { at: '1970-01-01T00:00:00Z', lat: 38, lon: -121 }, 'before-2000'],
    ['of next year', { at: '2060-01-01T00:00:00Z', lat: 38, lon: -121 }, 'future'],
    ['of two months ago', { at: '2020-01-01T00:00:00Z', lat: 38, lon: -121 }, 'too-old'],
    ['off the globe', { at: at(5).toString(), lat: 138, lon: -121 }, 'out-of-range'],
    ['without a time', { lat: 38, lon: -121 }, 'not-understood'],
    ['with an event that is none', { at: at(5).toString(), event: 'party' }, 'not-understood'],
    ['that is no object', 'here', 'not-understood'],
  ])('a record %s is set aside whole, with its reason, and the others count', async (_, record, reason) => {
    const good = inside(Math.random() * 3)
    const { status, body } = await watch.records(one.secret, [record, good])
    expect(status).toBe(200)
    expect((body as { setAside: { reason: string }[] }).setAside[0]!.reason).toBe(reason)
    const rows = await rowsOf(
      office,
      deputy.agencyId,
      'select reason, body from monitoring.set_aside where unit_id = $1 order by id desc limit 1',
      [one.unitId],
    )
    expect(rows[0]).toEqual({ reason, body: JSON.stringify(record) })
  })

  test('a strap in a message whose clock is wrong still counts, from when it came', async () => {
    const other = await wearer(deputy)
    await watch.records(other.secret, [{ at: '1970-01-01T00:00:00Z', lat: 0, lon: 0, strap: true }])
    const rows = await rowsOf(
      office,
      deputy.agencyId,
      'select kind from monitoring.alarm where person_id = $1',
      [other.personId],
    )
    expect(rows).toContainEqual({ kind: 'strap' })
  })
})

describe('the watch itself', () => {
  test('a second one on the same database does not start', async () => {
    await expect(testWatch(office)).rejects.toThrow('Another watch runs')
  })

  test('shows when it last evaluated', async () => {
    const [beat] = await rowsOf(
      office,
      deputy.agencyId,
      'select evaluated_at, not_evaluated from monitoring.heartbeat',
    )
    expect(wallNow().since(beat!.evaluated_at).total('seconds')).toBeLessThan(5)
    expect(beat!.not_evaluated).toBe(0)
  })

  test('the alarms on record are those that the stored inputs give', async () => {
    const { db, close } = openDatabase(office.urls.ingest, 2)
    const checked = await checkWatch(db, at(3600), wallNow())
    expect(checked.people).toBeGreaterThan(1)
    expect(checked.happenings).toBeGreaterThan(1)
    expect(checked.differences).toEqual([])
    // One that no input gives, and one that is gone, are both found.
    const [row] = await rowsOf(
      office,
      deputy.agencyId,
      `select key from monitoring.happening where kind = 'strap' limit 1`,
    )
    const watchRole = new pg.Client({ connectionString: office.urls.ingest })
    await watchRole.connect()
    await watchRole.query(`update monitoring.happening set withdrawn = true where key = $1`, [row!.key])
    await watchRole.query(
      `insert into monitoring.happening select agency_id, key || 'x', person_id, kind, zone, severity, at, known_at,
         confirmed_at, late, false, joined, ends, cause, incident, evidence, batch from monitoring.happening where key = $1`,
      [row!.key],
    )
    const found = await checkWatch(db, at(3600), wallNow())
    expect(found.differences.map(({ is, key }) => [is, key])).toEqual([
      ['missing', row!.key],
      ['unfounded', `${row!.key}x`],
    ])
    await watchRole.query(
      `update monitoring.happening set withdrawn = key like '%x' where key like $1 || '%'`,
      [row!.key],
    )
    await watchRole.end()
    await close()
  })

  test('after a restart nothing is missing and nothing is said twice', async () => {
    const before = await rowsOf(office, deputy.agencyId, 'select key from monitoring.happening order by key')
    await watch.close()
    watch = await testWatch(office)
    expect(watch.log[0]).toMatch(/0 happenings missing, 0 people not evaluated/)
    const after = await rowsOf(office, deputy.agencyId, 'select key from monitoring.happening order by key')
    expect(after).toEqual(before)
  })
})
