import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { happening, somebody } from '../testing/happenings.ts'
import { justNow, type TestWatch, testUnit, testWatch, wears } from '../testing/open-alarm.ts'
import { alarmBooks, balances } from './balance.ts'

let office: TestOffice
let watch: TestWatch
let operator: TestAccount
let agency: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
})
beforeEach(async () => {
  agency = await office.agency()
  operator = await office.account(['operator'], agency)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const rows = <R>(sql: string, values: unknown[] = []): Promise<R[]> =>
  ownerQuery(office.urls, agency, async (client) => (await client.query(sql, values)).rows as R[])
const queue = async (query = '') => (await operator.get(`/api/monitoring/alarms?limit=5000${query}`)).body
const close = async (alarm: string) => {
  const { record } = (await operator.get(`/api/monitoring/alarms/${alarm}`)).body
  const body = { code: 'false', note: '', whyNot: 'Test', seen: record.at(-1).number }
  expect((await operator.post(`/api/monitoring/alarms/${alarm}/close`, body)).status).toBe(200)
}

describe('nothing disappears from the list while it is open', () => {
  test('the oldest duty first, however old and however many came since', async () => {
    const people = await Promise.all([
      somebody(office, agency),
      somebody(office, agency),
      somebody(office, agency),
    ])
    const low = await watch.alarm(agency, people[0]!, 'battery-low')
    const high = await watch.alarm(agency, people[1]!, 'zone-left')
    const critical = await watch.alarm(agency, people[2]!, 'strap')
    const ids = async (query = '') => (await queue(query)).alarms.map((one: { id: string }) => one.id)
    // Due in an hour, in five minutes, in two.
    expect(await ids()).toEqual([critical, high, low])
    await rows(`update monitoring.duty set due_at = due_at - interval '3 years' where alarm_id = $1`, [low])
    expect(await ids()).toEqual([low, critical, high])
    expect(await ids('&severity=critical')).toEqual([critical])
    expect(await ids(`&person=${people[1]}`)).toEqual([high])
    expect(await ids('&state=closed')).toEqual([])
    await close(high)
    expect(await ids()).toEqual([low, critical])
    expect(await ids('&state=closed')).toEqual([high])
    const { pulse } = await queue()
    expect(pulse).toMatchObject({ open: 2, unacknowledged: 2, late: 0 })
    await rows('update monitoring.duty set escalate_at = due_at where alarm_id = $1', [low])
    await watch.passes(officeNow())
    expect((await queue()).pulse).toMatchObject({ open: 2, late: 1 })
  })

  test('as CSV, with every alarm of the list', async () => {
    const alarm = await watch.alarm(agency, await somebody(office, agency, '=Rivera'), 'zone-left')
    const { body } = await operator.get('/api/monitoring/alarms?format=csv')
    expect(body.split('\r\n')).toHaveLength(3)
    expect(body).toContain('Zone left')
    expect(body).not.toContain(alarm)
  })

  test('in hundreds of open ones the list is there at once, by its indexes', async () => {
    const person = await somebody(office, agency)
    await watch.says(
      agency,
      Array.from({ length: 400 }, (_one, place) => ({
        ...justNow(happening(person, 'no-contact', 0)),
        key: `k${place}`,
        incident: `k${place}`,
      })),
    )
    expect((await queue()).alarms).toHaveLength(400)
    const plan = await rows<{ 'QUERY PLAN': string }>(
      'explain select * from monitoring.v_alarm where closed_at is null and agency_id = platform.agency() order by next_due_at limit 200',
    )
    const text = plan.map((line) => line['QUERY PLAN']).join('\n')
    expect(text).not.toMatch(/Seq Scan on duty|Seq Scan on alarm_happening/)
  })
})

describe('a dead watch looks dead', () => {
  const beats = (secondsAgo: number) =>
    watch.client.query(
      `insert into monitoring.heartbeat (started_at, evaluated_at, batch, people, waiting) values ($1, $1, 1, 7, 0)
       on conflict (only_row) do update set evaluated_at = excluded.evaluated_at`,
      [officeNow().subtract({ seconds: secondsAgo }).toString()],
    )
  const pulse = async () => (await operator.get('/api/monitoring/pulse')).body

  test('the pulse says when it last evaluated, and that it never did', async () => {
    await watch.client.query('select 1')
    expect(await pulse()).toMatchObject({ secondsAgo: null, evaluatedAt: null })
    await beats(10)
    expect((await pulse()).secondsAgo).toBeGreaterThanOrEqual(10)
    await beats(0)
    expect((await pulse()).secondsAgo).toBeLessThan(10)
  })

  test('the people followed are this office’s own; of another’s nobody learns', async () => {
    await beats(0)
    expect((await pulse()).people).toBe(0)
    const person = await somebody(office, agency)
    await wears(office, agency, { person, unit: await testUnit(office, agency), by: operator.id })
    const another = await office.agency()
    const there = await office.account(['operator'], another)
    for (const _ of [1, 2])
      await wears(office, another, {
        person: await somebody(office, another),
        unit: await testUnit(office, another),
        by: there.id,
      })
    expect((await pulse()).people).toBe(1)
    expect((await there.get('/api/monitoring/pulse')).body.people).toBe(2)
    // Who wears nothing any more is followed no more.
    await rows(
      `update equipment.fitting set removed_at = $2, removed_by = $3, removal_code = 'completed' where person_id = $1`,
      [person, officeNow().toString(), operator.id],
    )
    expect((await pulse()).people).toBe(0)
  })
})

describe('monitoring rule 8, the evidence', () => {
  const evidenceOf = (alarm: string, who = operator) => who.post(`/api/monitoring/alarms/${alarm}/evidence`)

  async function atHome() {
    const person = await somebody(office, agency)
    const unit = await testUnit(office, agency)
    await wears(office, agency, { person, unit, by: operator.id })
    const left = justNow(happening(person, 'zone-left', 0))
    const fix = (secondsBefore: number, lat: number) => ({
      at: left.at - secondsBefore * 1000,
      lat,
      lon: -121.49,
    })
    const track = [fix(120, 38.58), fix(60, 38.581), fix(0, 38.59)]
    await watch.client.query('select monitoring.ensure_days($1, $2)', [
      officeNow()
        .subtract({ hours: 24 * 20 })
        .toString()
        .slice(0, 10),
      officeNow().add({ hours: 24 }).toString().slice(0, 10),
    ])
    for (const [place, one] of track.entries()) {
      await watch.client.query(
        `insert into monitoring.fix (agency_id, unit_id, at, digest, received_at, batch, person_id, lat, lon, accuracy, battery)
         values ($1, $2, to_timestamp($3::float8 / 1000), $4, to_timestamp($3::float8 / 1000), 1, $5, $6, $7, 8, 0.4)`,
        [agency, unit, one.at, place, person, one.lat, one.lon],
      )
    }
    await watch.client.query(
      `insert into monitoring.standing (agency_id, unit_id, person_id, contact_at, battery, at, lat, lon, accuracy)
       values ($1, $2, $3, $4, 0.4, $4, 38.59, -121.49, 8)`,
      [agency, unit, person, officeNow().toString()],
    )
    left.evidence.fixes = [{ key: 'f', ...track[2]!, accuracy: 8, distance: 310 }]
    left.evidence.why = 'Three fixes beyond the line.'
    const [news] = await watch.says(agency, [left])
    return { person, unit, alarm: news!.subject.alarm, left, track }
  }

  test('the track around it, what decided, the unit now; and the look is on record with its alarm', async () => {
    const { alarm, person, unit } = await atHome()
    const { status, body } = await evidenceOf(alarm)
    expect(status).toBe(200)
    expect(body.fixes.map((one: { lat: number; decided: boolean }) => [one.lat, one.decided])).toEqual([
      [38.58, false],
      [38.581, false],
      [38.59, true],
    ])
    expect(body.fixes[2].distance).toBe(310)
    expect(body.happenings).toMatchObject([{ kind: 'zone-left', why: 'Three fixes beyond the line.' }])
    expect(body.units).toMatchObject([{ unitId: unit, battery: expect.closeTo(0.4), lat: 38.59 }])
    const looks = () =>
      rows(
        `select l.actor, l.purpose, l.alarm_id, c.person_id from monitoring.look l
         join monitoring.crowd_person c on c.agency_id = l.agency_id and c.crowd_id = l.crowd_id where l.alarm_id = $1`,
        [alarm],
      )
    const one = { actor: operator.id, purpose: 'alarm', alarm_id: alarm, person_id: person }
    expect(await looks()).toEqual([one])
    // What is shown is renewed as the alarm changes: one look holds for five minutes.
    await evidenceOf(alarm)
    expect(await looks()).toEqual([one])
    await rows(`select 1`)
    const other = await office.account(['operator'], agency)
    await evidenceOf(alarm, other)
    expect(await looks()).toHaveLength(2)
  })

  test('who may not see where people are sees none of it, and nothing is on record', async () => {
    const { alarm } = await atHome()
    const clerk = await office.account(['clerk'], agency)
    const elsewhere = await office.account(['operator'])
    expect((await evidenceOf(alarm, clerk)).status).toBe(403)
    expect((await evidenceOf(alarm, elsewhere)).status).toBe(404)
    expect(await rows('select 1 from monitoring.look where alarm_id = $1', [alarm])).toEqual([])
  })

  test('the list and the page of an alarm say nothing of where anybody is', async () => {
    const { alarm } = await atHome()
    const said = JSON.stringify([await queue(), (await operator.get(`/api/monitoring/alarms/${alarm}`)).body])
    expect(said).not.toMatch(/38\.5|121\.4/)
  })

  test('what decided is shown also when the track is no longer there', async () => {
    const person = await somebody(office, agency)
    const left = justNow(happening(person, 'zone-left', 0))
    left.evidence.fixes = [{ key: 'f', at: left.at, lat: 38.6, lon: -121.5, accuracy: 12, distance: 44 }]
    const [news] = await watch.says(agency, [left])
    const { body } = await evidenceOf(news!.subject.alarm)
    expect(body.fixes).toMatchObject([{ lat: 38.6, decided: true, distance: 44, battery: null }])
  })

  test('what decided is shown also when more came since than is shown', async () => {
    const { alarm, person, unit, left } = await atHome()
    await rows(
      `insert into monitoring.fix (agency_id, unit_id, at, digest, received_at, batch, person_id, lat, lon, flags)
       select $1, $2, to_timestamp($4::float8 / 1000) + n * interval '1 millisecond', n, clock_timestamp(), 1, $3, 38.6, -121.5, 0
       from generate_series(1, 620) n`,
      [agency, unit, person, left.at],
    )
    const { fixes, more } = (await evidenceOf(alarm)).body
    expect([fixes.length, more]).toEqual([601, true])
    expect(fixes[0]).toMatchObject({ decided: true, distance: 310 })
  })

  test('the zone as it stood when it happened, not as it is now', async () => {
    const { person } = await atHome()
    const zone = randomUUID()
    await rows(
      `with z as (insert into home.zone (agency_id, id, enrolment_id, person_id, version)
         select agency_id, $2, enrolment_id, person_id, 2 from equipment.fitting where person_id = $1 returning agency_id, id)
       insert into home.zone_version (agency_id, id, zone_id, number, name, rule, area, buffer_m, at, by, why)
       select z.agency_id, gen_random_uuid(), z.id, n, 'Home', 'inclusion',
         jsonb_build_object('kind', 'circle', 'center', '[-121.49, 38.58]'::jsonb, 'radius', n * 100), 0, '2026-01-05T18:00:00Z', $3, 'first'
       from z cross join generate_series(1, 2) n`,
      [person, zone, operator.id],
    )
    const left = justNow(happening(person, 'zone-left', 0, { zone }))
    left.evidence.zoneVersion = '1'
    const [news] = await watch.says(agency, [left])
    expect((await evidenceOf(news!.subject.alarm)).body.zones).toEqual([
      {
        id: zone,
        name: 'Home',
        rule: 'inclusion',
        version: '1',
        buffer: 0,
        area: { kind: 'circle', center: [-121.49, 38.58], radius: 100 },
      },
    ])
    expect(
      (await queue(`&person=${person}`)).alarms.map((one: { zone: string | null }) => one.zone),
    ).toContain('Home')
  })

  test('what is normal for this place and hour: days on which a fix was here at this time', async () => {
    const { alarm, unit, person, left } = await atHome()
    const dayMs = 86_400_000
    // Yesterday here, the day before elsewhere, three days ago at another hour.
    for (const [place, [at, lat]] of [
      [left.at - dayMs, 38.59],
      [left.at - 2 * dayMs, 38.7],
      [left.at - 3 * dayMs + 5 * 3_600_000, 38.59],
    ].entries()) {
      await watch.client.query(
        `insert into monitoring.fix (agency_id, unit_id, at, digest, received_at, batch, person_id, lat, lon, accuracy)
         values ($1, $2, to_timestamp($3::float8 / 1000), $4, to_timestamp($3::float8 / 1000), 1, $5, $6, -121.49, 8)`,
        [agency, unit, at, 100 + place, person, lat],
      )
    }
    const { usual } = (await evidenceOf(alarm)).body
    expect(usual).toMatchObject({ days: 14, daysHeard: 2, daysHere: 1, ofThisKind: 0, atThisPlace: 0 })
  })

  test('a dead spot that was noted stands with the alarms within it', async () => {
    const { alarm } = await atHome()
    const note = (lat: number) =>
      operator.post('/api/monitoring/dead-spots', {
        lat,
        lon: -121.49,
        radiusM: 100,
        note: `Garage ${lat}`,
        alarmId: alarm,
      })
    // A hundred meters are 0.0009 degrees.
    const within = (await note(38.5908)).body.id
    await note(38.592)
    const spots = async () =>
      (await evidenceOf(alarm)).body.deadSpots.map((one: { note: string }) => one.note)
    expect(await spots()).toEqual(['Garage 38.5908'])
    expect((await operator.get('/api/monitoring/dead-spots')).body.spots).toHaveLength(2)
    expect((await operator.post(`/api/monitoring/dead-spots/${within}/end`)).status).toBe(200)
    expect((await operator.post(`/api/monitoring/dead-spots/${within}/end`)).status).toBe(409)
    expect(await spots()).toEqual([])
    const clerk = await office.account(['clerk'], agency)
    expect((await clerk.post('/api/monitoring/dead-spots', {})).status).toBe(403)
  })
})

describe('opened less closed is the queue', () => {
  async function books() {
    const { pool, close: end } = openDatabase(office.urls.worker, 1)
    const client = await pool.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      return (await alarmBooks(client)).find((one) => one.agencyId === agency)!
    } finally {
      client.release(true)
      await end()
    }
  }

  test('after a day of opening, folding, closing and opening again, of every agency by itself', async () => {
    const person = await somebody(office, agency)
    const first = await watch.alarm(agency, person, 'strap')
    const second = await watch.alarm(agency, await somebody(office, agency), 'zone-left')
    await watch.alarm(agency, await somebody(office, agency), 'no-contact')
    await close(first)
    await close(second)
    await operator.post(`/api/monitoring/alarms/${first}/reopen`, { reason: 'Again' })
    const counted = await books()
    expect(counted).toMatchObject({
      opened: 3,
      reopened: 1,
      closed: 2,
      queue: 2,
      unheard: 0,
      withoutDuty: 0,
      contradicted: 0,
    })
    expect(counted.name).toBe('Other Office')
    expect(balances(counted)).toBe(true)
    expect((await queue()).alarms).toHaveLength(counted.queue)
  })

  test('does not balance when something was closed behind its back, or a finding was never raised', async () => {
    const person = await somebody(office, agency)
    const alarm = await watch.alarm(agency, person)
    await rows(
      `update monitoring.alarm set closed_at = $2, closed_by = $3, closed_code = 'false' where id = $1`,
      [alarm, officeNow().toString(), operator.id],
    )
    expect(await books()).toMatchObject({ opened: 1, closed: 0, queue: 0, contradicted: 1 })
    expect(balances(await books())).toBe(false)
  })

  test('a finding of the watch that nobody was asked to look at shows', async () => {
    const person = await somebody(office, agency)
    await watch.client.query(
      `insert into monitoring.happening (agency_id, key, person_id, kind, severity, at, known_at, confirmed_at, late, withdrawn, incident, evidence, batch)
       values ($1, 'lost', $2, 'strap', 'critical', $3, $3, $3, false, false, 'lost', '{}', 1)`,
      [agency, person, officeNow().toString()],
    )
    expect(await books()).toMatchObject({ unheard: 1 })
    expect(balances(await books())).toBe(false)
  })
})
