import { type Happening, kinds } from '@inlieu/watch'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { openAlarms } from './open-alarms.ts'

// What the watch does in its own transaction, as its own role, on a real database.

let office: TestOffice
let watch: pg.Client
let operator: TestAccount
let agency: string
let person: string
beforeAll(async () => {
  office = await testOffice()
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
  operator = await office.account(['operator'])
  agency = operator.agencyId
})
beforeEach(async () => {
  person = await somebody(office, agency)
})
afterAll(async () => {
  await watch.end()
  await office.stop()
})

const said = (happenings: Happening[], at: number) =>
  committed(watch, () => openAlarms(watch, agency, happenings, minute(at)))

async function rows<R>(sql: string, values: unknown[] = [person]): Promise<R[]> {
  return ownerQuery(office.urls, agency, async (client) => (await client.query(sql, values)).rows as R[])
}
interface Seen {
  id: string
  kind: string
  severity: string
  withdrawn: boolean
  late: boolean
  happenings: number
  ended: boolean
  next_duty: string | null
  closed_code: string | null
  after_alarm_id: string | null
}
const alarms = () =>
  rows<Seen>(
    `select id, kind, severity, withdrawn, late, happenings, ended_at is not null as ended, next_duty, closed_code, after_alarm_id
     from monitoring.v_alarm where person_id = $1 order by number`,
  )
const steps = async () =>
  (
    await rows<{ kind: string; code: string }>(
      `select s.kind, s.code from monitoring.alarm_step s join monitoring.alarm a on a.agency_id = s.agency_id and a.id = s.alarm_id
       where a.person_id = $1 order by s.number`,
    )
  ).map((step) => `${step.kind} ${step.code}`)

/** Closed by a person, as the verb does it. */
const close = (id: string, code: string) =>
  rows(
    `with duties as (update monitoring.duty set done_at = $2, done_by = $3, dropped = true where alarm_id = $1 and done_at is null)
     update monitoring.alarm set closed_at = $2, closed_by = $3, closed_code = $4 where id = $1 returning id`,
    [id, minute(60).toString(), operator.id, code],
  )

describe('monitoring rule 4, opening', () => {
  test('one happening opens one alarm with its duties, and says so', async () => {
    const news = await said([happening(person, 'strap', 0)], 1)
    const [alarm] = await alarms()
    expect(news).toEqual([
      { agencyId: agency, kind: 'monitoring.alarm-opened', subject: { alarm: alarm!.id, person } },
    ])
    expect(alarm).toMatchObject({
      kind: 'strap',
      severity: 'critical',
      happenings: 1,
      next_duty: 'acknowledge',
    })
    const duties = await rows<{ kind: string; minutes: number }>(
      `select kind, extract(epoch from due_at - made_at)::int / 60 as minutes from monitoring.duty
       where alarm_id = $1 order by due_at`,
      [alarm!.id],
    )
    // The default's minutes: acknowledged, agency told (NIJ 1004.00, 5.3.5), resolved.
    expect(duties).toEqual([
      { kind: 'acknowledge', minutes: 2 },
      { kind: 'notify', minutes: 4 },
      { kind: 'resolve', minutes: 60 },
    ])
  })

  test('a note opens nothing', async () => {
    expect(await said([happening(person, 'returned', 0), happening(person, 'retest-due', 1)], 1)).toEqual([])
    expect(await alarms()).toEqual([])
  })

  test('what is withdrawn before anybody was told of it opens nothing', async () => {
    expect(await said([happening(person, 'zone-left', 0, { withdrawn: true })], 1)).toEqual([])
    expect(await alarms()).toEqual([])
  })

  test('a zone may say how grave it is; otherwise the protocol does', async () => {
    await said([happening(person, 'zone-left', 0, { severity: 'critical' })], 1)
    expect((await alarms()).map((one) => one.severity)).toEqual(['critical'])
  })

  test('the place is that of the last fix of the evidence, else where the unit last was', async () => {
    const evidence = happening(person, 'zone-left', 0)
    const fix = (key: string, lat: number) => ({ key, at: evidence.at, lat, lon: -121.49, accuracy: 8 })
    evidence.evidence.fixes = [fix('a', 38.57), fix('b', 38.58)]
    const unit = (await rows<{ id: string }>(`select gen_random_uuid() as id`, []))[0]!.id
    await committed(watch, () =>
      watch.query(
        `insert into monitoring.standing (agency_id, unit_id, person_id, contact_at, at, lat, lon) values ($1, $2, $3, $4, $4, 38.9, -121.1)`,
        [agency, unit, person, minute(0).toString()],
      ),
    )
    await said([evidence, happening(person, 'no-contact', 20)], 21)
    const places = await rows(`select kind, lat from monitoring.alarm where person_id = $1 order by kind`)
    expect(places).toEqual([
      { kind: 'no-contact', lat: 38.9 },
      { kind: 'zone-left', lat: 38.58 },
    ])
  })

  test('EMP-8.6 late data: an alarm that was found late is marked so', async () => {
    await said([happening(person, 'zone-left', 0, { late: true })], 90)
    expect((await alarms())[0]!.late).toBe(true)
  })

  test('the watch writes for one agency what belongs to it', async () => {
    const elsewhere = await office.agency()
    const theirs = await somebody(office, elsewhere)
    await committed(watch, () => openAlarms(watch, elsewhere, [happening(theirs, 'strap', 0)], minute(1)))
    const seen = await rows<{ n: number }>(
      'select count(*)::int as n from monitoring.v_alarm where person_id = $1',
      [theirs],
    )
    expect(seen).toEqual([{ n: 0 }])
  })
})

describe('one cause, one incident', () => {
  const incident = () => happening(person, 'battery-low', 0).key
  const battery = (kind: 'battery-low' | 'battery-critical' | 'battery-dead', at: number) =>
    happening(person, kind, at, { incident: incident() })

  test('what comes of the same cause joins, and makes it graver: then it is acknowledged anew', async () => {
    await said([battery('battery-low', 0)], 1)
    const [opened] = await alarms()
    await rows(
      `with done as (update monitoring.duty set done_at = $2, done_by = $3 where alarm_id = $1 and kind = 'acknowledge')
       update monitoring.alarm set acknowledged_at = $2, acknowledged_by = $3 where id = $1 returning id`,
      [opened!.id, minute(2).toString(), operator.id],
    )
    const news = await said([battery('battery-critical', 60)], 61)
    expect(news.map((one) => one.kind)).toEqual(['monitoring.alarm-changed'])
    const [alarm, ...others] = await alarms()
    expect(others).toEqual([])
    expect(alarm).toMatchObject({
      kind: 'battery-low',
      severity: 'medium',
      happenings: 2,
      next_duty: 'acknowledge',
    })
    expect(await rows('select acknowledged_at from monitoring.v_alarm where person_id = $1')).toEqual([
      { acknowledged_at: null },
    ])
    expect(await steps()).toEqual([
      'opened battery-low',
      'folded battery-critical',
      'raised battery-critical',
    ])
  })

  test('a battery that fell further is over when it is charged again', async () => {
    await said([battery('battery-low', 0), battery('battery-critical', 60)], 61)
    expect((await alarms())[0]).toMatchObject({ ended: false })
    const [critical] = await rows(
      `select h.key from monitoring.alarm_happening h join monitoring.alarm a on a.id = h.alarm_id
       where a.person_id = $1 and h.kind = 'battery-critical'`,
    )
    await said(
      [happening(person, 'restored', 90, { incident: incident(), ends: String(Object(critical).key) })],
      91,
    )
    expect((await alarms())[0]).toMatchObject({ ended: true })
  })

  test('what is no graver joins without asking anybody again', async () => {
    await said([battery('battery-critical', 0)], 1)
    await said([battery('battery-dead', 60)], 61)
    expect(await steps()).toEqual(['opened battery-critical', 'folded battery-dead'])
    const duties = await rows(
      `select d.kind from monitoring.duty d join monitoring.alarm a on a.id = d.alarm_id where a.person_id = $1 and d.kind = 'acknowledge'`,
    )
    expect(duties).toHaveLength(1)
  })

  test('of one batch: opened and made graver at once is worked by the graver protocol alone', async () => {
    await said([battery('battery-dead', 60), battery('battery-low', 0)], 61)
    const [alarm, ...others] = await alarms()
    expect(others).toEqual([])
    expect(alarm).toMatchObject({ kind: 'battery-low', severity: 'medium', happenings: 2 })
    expect(
      await rows(
        `select p.kind from monitoring.alarm_protocol p join monitoring.alarm a on a.id = p.alarm_id where a.person_id = $1`,
      ),
    ).toEqual([{ kind: 'battery-dead' }])
  })

  test('after it was closed the next of the same cause is an alarm of its own that names it', async () => {
    await said([battery('battery-low', 0)], 1)
    const [first] = await alarms()
    await close(first!.id, 'handled')
    await said([battery('battery-dead', 90)], 91)
    const [, second] = await alarms()
    expect(second).toMatchObject({ kind: 'battery-dead', closed_code: null, after_alarm_id: first!.id })
  })

  test('another cause is another alarm', async () => {
    await said([happening(person, 'strap', 0), happening(person, 'no-contact', 0)], 1)
    expect((await alarms()).map((one) => one.kind).sort()).toEqual(['no-contact', 'strap'])
  })

  test('EMP-8.6 a strap that was found to have opened earlier stays the alarm it was', async () => {
    const later = happening(person, 'strap', 10)
    await said([later], 11)
    const earlier = happening(person, 'strap', 5, { late: true })
    await said([earlier, { ...later, joined: earlier.key, incident: earlier.key }], 12)
    const found = await alarms()
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ happenings: 2, late: true })
    expect(await steps()).toEqual(['opened strap', 'joined strap', 'folded strap'])
  })
})

describe('monitoring rule 1, later evidence', () => {
  const left = (different: Partial<Happening> = {}) =>
    happening(person, 'zone-left', 0, { zone: 'home', ...different })
  const back = (different: Partial<Happening> = {}) =>
    happening(person, 'returned', 9, { zone: 'home', ends: left().key, incident: left().key, ...different })

  test('withdrawn by later evidence: noted and shown, and open until a person closes it', async () => {
    await said([left()], 1)
    const news = await said([left({ withdrawn: true })], 30)
    expect(news.map((one) => one.kind)).toEqual(['monitoring.alarm-changed'])
    expect(await alarms()).toMatchObject([{ withdrawn: true, closed_code: null, next_duty: 'acknowledge' }])
    expect(await steps()).toEqual(['opened zone-left', 'withdrawn zone-left'])
  })

  test('supported again after it was withdrawn: noted, and where somebody closed it on that, a new alarm', async () => {
    await said([left()], 1)
    await said([left({ withdrawn: true })], 30)
    await said([left()], 31)
    expect(await alarms()).toMatchObject([{ withdrawn: false }])
    await said([left({ withdrawn: true })], 32)
    const [first] = await alarms()
    await close(first!.id, 'withdrawn')
    await said([left()], 61)
    expect((await alarms())[1]).toMatchObject({
      kind: 'zone-left',
      closed_code: null,
      after_alarm_id: first!.id,
    })
  })

  test('returned is noted on the alarm, which stays open until a person closes it', async () => {
    await said([left()], 1)
    await said([back()], 10)
    expect(await alarms()).toMatchObject([{ ended: true, closed_code: null, happenings: 1 }])
    expect(await steps()).toEqual(['opened zone-left', 'ended returned'])
  })

  test('left and returned in one batch, in any order', async () => {
    await said([back(), left()], 10)
    expect(await alarms()).toMatchObject([{ ended: true }])
  })

  test('a return that later evidence withdraws: it is open again, as a new alarm where it was closed on that', async () => {
    await said([left()], 1)
    await said([back()], 10)
    await said([back({ withdrawn: true })], 20)
    expect(await alarms()).toMatchObject([{ ended: false }])
    await said([back()], 21)
    const [first] = await alarms()
    await close(first!.id, 'returned')
    await said([back({ withdrawn: true })], 61)
    expect(await alarms()).toMatchObject([
      { id: first!.id, closed_code: 'returned' },
      { kind: 'zone-left', closed_code: null, after_alarm_id: first!.id, ended: false, happenings: 1 },
    ])
  })

  test('graver than it was said before: after closing it is a new alarm', async () => {
    await said([left({ severity: 'medium' })], 1)
    const [first] = await alarms()
    await close(first!.id, 'handled')
    await said([left({ severity: 'critical' })], 61)
    expect((await alarms())[1]).toMatchObject({ severity: 'critical', closed_code: null })
  })
})

describe('monitoring rule 6, nothing doubled', () => {
  const story = () => {
    const low = happening(person, 'battery-low', 0)
    const dead = happening(person, 'battery-dead', 40, { incident: low.key })
    const restored = happening(person, 'restored', 50, { ends: dead.key, incident: low.key })
    const strap = happening(person, 'strap', 20)
    return { low, dead, restored, strap }
  }

  test('the same batch again has no effect and says nothing', async () => {
    const { low, dead, restored, strap } = story()
    await said([low, strap, dead, restored], 51)
    const before = [await alarms(), await steps()]
    expect(await said([low, strap, dead, restored], 52)).toEqual([])
    expect([await alarms(), await steps()]).toEqual(before)
  })

  test('after a crash: rolled back and run again in other batches, it is the same', async () => {
    const { low, dead, restored, strap } = story()
    await watch.query('begin')
    await openAlarms(watch, agency, [low, strap], minute(21))
    await watch.query('rollback')
    expect(await alarms()).toEqual([])
    await said([low], 22)
    await said([strap, low], 23)
    await said([low, strap, dead], 45)
    await said([dead, restored], 51)
    expect(await steps()).toEqual([
      'opened battery-low',
      'opened strap',
      'folded battery-dead',
      'raised battery-dead',
      'ended restored',
    ])
    expect(await alarms()).toHaveLength(2)
  })

  test('every kind that asks for somebody opens exactly one alarm', async () => {
    const asking = Object.entries(kinds).filter(([, row]) => row.severity !== 'note')
    const all = asking.map(([kind], place) => happening(person, kind as Happening['kind'], place))
    await said(all, 100)
    await said(all, 101)
    expect((await alarms()).map((one) => one.kind).sort()).toEqual(asking.map(([kind]) => kind).sort())
  })

  test('an outage of two thousand is opened in few statements', async () => {
    const people = Array.from({ length: 2000 }, () => person)
    const all = people.map((who, place) => happening(who, 'no-contact', place / 60))
    let statements = 0
    const counted = {
      query: (text: string, values?: unknown[]) => {
        statements++
        return watch.query(text, values)
      },
    }
    const news = await committed(watch, () => openAlarms(counted, agency, all, minute(40)))
    expect(news).toHaveLength(2000)
    expect(statements).toBeLessThan(12)
  })
})
