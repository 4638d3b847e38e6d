import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeBody } from '../../home/testing/detention-case.ts'
import {
  drawTestZone,
  type HomeCase,
  homePoint,
  openHomeCase,
  wearUnit,
  zoneBody,
} from '../../home/testing/home-case.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type TestFix, writeFixes } from '../testing/positions.ts'

// Somebody who goes from home to a school a kilometer away for an hour at noon, on each of three days.

const school = { lat: 38.5916, lon: -121.4944 }
const noons = [10, 7, 3]

let office: TestOffice
let deputy: TestAccount
let now: Temporal.Instant
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  now = deputy.ctx.now
})
afterAll(() => office.stop())

/** Noon of a day in the office, or an hour beside it: far from midnight, whenever the test runs. */
const noon = (daysAgo: number): Temporal.Instant =>
  now.toZonedDateTimeISO('UTC').startOfDay().add({ hours: 20 }).subtract({ days: daysAgo }).toInstant()

function walk(daysAgo: number): TestFix[] {
  return Array.from({ length: 120 }, (_, minute) => ({
    at: noon(daysAgo).add({ minutes: minute - 30 }),
    ...(minute >= 30 && minute < 90 ? school : { lat: homePoint[1], lon: homePoint[0] }),
    accuracy: 8,
  }))
}

async function openWalker(): Promise<HomeCase> {
  const one = await openHomeCase(office, deputy)
  const unitId = await wearUnit(office, deputy, one, noon(20).toString())
  const worn = { agencyId: deputy.agencyId, personId: one.personId, unitId }
  await writeFixes(office, worn, noons.flatMap(walk))
  return one
}

const { why: _, ...drawn } = zoneBody()
const path = (one: HomeCase) => `/api/monitoring/enrolments/${one.enrolmentId}/what-if`
const tryIt = async (one: HomeCase, proposed: unknown) => {
  const answer = await deputy.post(path(one), { proposed })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const kindsOf = (answer: { alarms: { kind: string; effect: string }[] }) =>
  answer.alarms.map(({ kind, effect }) => `${kind} ${effect}`)
const around = (point: { lat: number; lon: number }, radius: number) => ({
  kind: 'circle',
  center: [point.lon, point.lat],
  radius,
})

describe('a change tried on the last 14 days', () => {
  test('an exclusion zone would have alarmed at each visit', async () => {
    const one = await openWalker()
    const zone = { ...drawn, rule: 'exclusion', name: 'School', area: around(school, 150) }
    const answer = await tryIt(one, { kind: 'zone', zoneId: null, zone })
    expect(kindsOf(answer)).toEqual(Array(3).fill('zone-entered new'))
    expect(answer).toMatchObject({ fixes: 360, asSet: 0, withChange: 3, onRecord: 0 })
    const [last] = answer.alarms
    expect(last).toMatchObject({ zoneId: null, zoneName: 'School', onRecord: false, severity: 'critical' })
    expect(Date.parse(last.at)).toBe(noon(3).epochMilliseconds)
    // An hour later the person was back, which is said once it is confirmed.
    expect(Date.parse(last.endedAt) - Date.parse(last.at)).toBe(3_600_000)
  })

  test('a home that is widened lets the alarms go; nothing is changed by trying', async () => {
    const one = await openWalker()
    const id = await drawTestZone(deputy, one)
    const wide = { ...drawn, area: around({ lat: homePoint[1], lon: homePoint[0] }, 2000) }
    const answer = await tryIt(one, { kind: 'zone', zoneId: id, zone: wide })
    expect(kindsOf(answer)).toEqual(Array(3).fill('zone-left gone'))
    expect(answer).toMatchObject({ asSet: 3, withChange: 0 })
    const same = await tryIt(one, { kind: 'zone', zoneId: id, zone: drawn })
    expect(kindsOf(same)).toEqual(Array(3).fill('zone-left same'))
    expect((await deputy.get(`${one.home}/zones`)).body.zones).toMatchObject([{ id, version: 1 }])
  })

  test('a zone that is taken off lets its alarms go', async () => {
    const one = await openWalker()
    const zoneId = await drawTestZone(deputy, one)
    expect(kindsOf(await tryIt(one, { kind: 'zone-end', zoneId }))).toEqual(Array(3).fill('zone-left gone'))
  })

  test('EMP-1.2 weekly hours: only what lies in them alarms', async () => {
    const one = await openWalker()
    const zone = await drawTestZone(deputy, one)
    const local = noon(7).toZonedDateTimeISO('America/Los_Angeles')
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    const only = { zone, days: [names[local.dayOfWeek - 1]], from: '00:00', to: '24:00' }
    const answer = await tryIt(one, { kind: 'schedule', weekly: [only] })
    const expected = noons.map((days) =>
      noon(days).toZonedDateTimeISO('America/Los_Angeles').dayOfWeek === local.dayOfWeek ? 'same' : 'gone',
    )
    expect(answer.alarms.map(({ effect }: { effect: string }) => effect).sort()).toEqual(expected.sort())
    expect(answer.withChange).toBe(1)
  })

  test('EMP-1.2 a day that differs is tried on the same days of the week behind, and on them alone', async () => {
    const one = await openWalker()
    const zoneId = await drawTestZone(deputy, one)
    const today = deputy.ctx.today
    const alike = noon(3).toZonedDateTimeISO('America/Los_Angeles').toPlainDate()
    const onDay = today.add({ days: (alike.dayOfWeek - today.dayOfWeek + 7) % 7 }).toString()
    const answer = await tryIt(one, { kind: 'day', zoneId, onDay, from: null, to: null })
    // Ten days ago was the same day of the week as three days ago.
    expect(kindsOf(answer)).toEqual(['zone-left gone', 'zone-left same', 'zone-left gone'])
    for (const [from, to] of [
      ['99:99', '08:00'],
      ['ab', 'cd'],
      ['08:00', null],
      ['', ''],
    ]) {
      const wrong = await deputy.post(path(one), { proposed: { kind: 'day', zoneId, onDay, from, to } })
      expect(wrong.status, `${from} ${to}`).toBe(422)
    }
    const elsewhere = { proposed: { kind: 'day', zoneId: randomUUID(), onDay, from: null, to: null } }
    expect((await deputy.post(path(one), elsewhere)).body.error.fields[0].path).toBe('zoneId')
  })

  test('leave that was granted holds in a trial too', async () => {
    const one = await openWalker()
    const zone = await drawTestZone(deputy, one)
    const at = (instant: Temporal.Instant) =>
      instant.toZonedDateTimeISO('America/Los_Angeles').toPlainDateTime().toString({ smallestUnit: 'minute' })
    const from = noon(7).subtract({ minutes: 10 })
    const to = noon(7).add({ minutes: 80 })
    await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(
        `insert into home.leave (agency_id, id, enrolment_id, person_id, kind, whereto, why, from_local, to_local, repeat_days,
           from_at, to_at, asked_at, asked_by, decided_at, decided_by, outcome, code, note)
         values ($1, $2, $3, $4, 'medical', 'Clinic', 'Checkup', $5, $6, '{}', $7, $8, $7, $9, $7, $9, 'granted', 'confirmed', '')`,
        [
          deputy.agencyId,
          randomUUID(),
          one.enrolmentId,
          one.personId,
          at(from),
          at(to),
          from.toString(),
          to.toString(),
          deputy.id,
        ],
      ),
    )
    const answer = await tryIt(one, { kind: 'zone', zoneId: zone, zone: drawn })
    expect(answer.alarms.map((alarm: { at: string }) => Date.parse(alarm.at))).toEqual([
      noon(3).epochMilliseconds,
      noon(10).epochMilliseconds,
    ])
  })

  test('what the watch made at the time is named, withdrawn alarms are not', async () => {
    const one = await openWalker()
    const zone = await drawTestZone(deputy, one)
    const [first, second] = (await tryIt(one, { kind: 'zone', zoneId: zone, zone: drawn })).alarms
    await ownerQuery(office.urls, deputy.agencyId, async (client) => {
      for (const [alarm, withdrawn] of [
        [first, false],
        [second, true],
      ])
        await client.query(
          `insert into monitoring.happening (agency_id, key, person_id, kind, zone, severity, at, known_at, confirmed_at, late,
             withdrawn, incident, evidence, batch)
           values ($1, $2, $3, 'zone-left', $4, 'high', $5, $5, $5, false, $6, $2, '{}', 1)`,
          [deputy.agencyId, alarm.key, one.personId, zone, alarm.at, withdrawn],
        )
    })
    const answer = await tryIt(one, { kind: 'zone', zoneId: zone, zone: drawn })
    expect(answer.onRecord).toBe(1)
    expect(answer.alarms.map(({ onRecord }: { onRecord: boolean }) => onRecord)).toEqual([true, false, false])
  })

  test('without positions there is nothing to try against, and that is said', async () => {
    const one = await openHomeCase(office, deputy)
    expect(await tryIt(one, { kind: 'zone', zoneId: null, zone: drawn })).toMatchObject({
      fixes: 0,
      alarms: [],
    })
  })
})

describe('who may, and what is refused', () => {
  test('monitoring rule 8: each trial is a look on record, with its period', async () => {
    const one = await openWalker()
    await tryIt(one, { kind: 'zone', zoneId: null, zone: drawn })
    const { rows } = await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(
        `select l.actor, l.period_to - l.period_from as span from monitoring.look l
         join monitoring.crowd_person c on c.crowd_id = l.crowd_id where l.scope = 'what-if' and c.person_id = $1`,
        [one.personId],
      ),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ actor: deputy.id, span: { days: 14 } })
  })

  test('a clerk tries nothing; another office finds nobody', async () => {
    const one = await openHomeCase(office, deputy)
    const body = { proposed: { kind: 'zone', zoneId: null, zone: drawn } }
    const clerk = await office.account(['clerk'])
    expect((await clerk.post(path(one), body)).status).toBe(403)
    const stranger = await office.account(['deputy'], await office.agency())
    expect((await stranger.post(path(one), body)).status).toBe(404)
  })

  test('a drawing or hours that are wrong are refused with what and where', async () => {
    const one = await openHomeCase(office, deputy)
    const cross = [
      [
        [-121.5, 38.5],
        [-121.4, 38.6],
        [-121.4, 38.5],
        [-121.5, 38.6],
      ],
    ]
    const zone = { ...drawn, area: { kind: 'polygon', coordinates: cross } }
    const drawing = await deputy.post(path(one), { proposed: { kind: 'zone', zoneId: null, zone } })
    expect(drawing.status).toBe(422)
    expect(drawing.body.error.fields[0]).toMatchObject({ path: 'area' })
    expect(drawing.body.error.fields[0].message).toMatch(/^The outline crosses itself/)
    const weekly = [{ zone: randomUUID(), days: ['mon'], from: '08:00', to: '17:00' }]
    const hours = await deputy.post(path(one), { proposed: { kind: 'schedule', weekly } })
    expect(hours.status).toBe(422)
    expect(hours.body.error.fields[0].path).toBe('weekly.0.zone')
  })
})

describe('where a zone lies, before it is saved', () => {
  const home = { lat: homePoint[1], lon: homePoint[0] }
  const remarksOf = async (one: HomeCase, different: object) => {
    const zone = { ...drawn, name: 'Tried', ...different }
    return (await tryIt(one, { kind: 'zone', zoneId: null, zone })).remarks
  }

  test('EMP-8.2 far from the home: below 200 km nothing is said, above it how far', async () => {
    const one = await openHomeCase(office, deputy)
    await deputy.post(`${one.home}/places`, homeBody(home))
    const north = (km: number) => ({ area: around({ ...home, lat: home.lat + km / 111.03 }, 1000) })
    expect(await remarksOf(one, north(200))).toEqual([])
    expect(await remarksOf(one, north(202))).toEqual([{ kind: 'far', km: 201, from: 'home' }])
    const paris = await remarksOf(one, { area: around({ lat: 48.85, lon: 2.35 }, 100) })
    expect(paris).toEqual([{ kind: 'far', km: expect.any(Number), from: 'home' }])
    expect(paris[0].km).toBeGreaterThan(5000)
  })

  test('EMP-8.2 a zone as wide as a county: below, at and above 50 km', async () => {
    const one = await openHomeCase(office, deputy)
    const wide = (radius: number) => remarksOf(one, { area: around(home, radius) })
    expect(await wide(24_999)).toEqual([])
    expect(await wide(25_000)).toEqual([{ kind: 'wide', km: 50 }])
    expect(await wide(100_000)).toEqual([{ kind: 'wide', km: 200 }])
  })

  test('EMP-8.2 a zone to stay out of that lies over the home, by its moved line too', async () => {
    const one = await openHomeCase(office, deputy)
    await deputy.post(`${one.home}/places`, homeBody(home))
    const beside = { area: around({ ...home, lat: home.lat + 0.002 }, 100), rule: 'exclusion' }
    expect(await remarksOf(one, beside)).toEqual([])
    const covers = [{ kind: 'covers', place: expect.any(String), isHome: true }]
    expect(await remarksOf(one, { ...beside, bufferM: 200 })).toEqual(covers)
    expect(await remarksOf(one, { area: around(home, 100), rule: 'exclusion' })).toEqual(covers)
  })

  test('EMP-8.2 a zone to be in that holds the home and names no place: no move would tell of it', async () => {
    const one = await openHomeCase(office, deputy)
    const { body } = await deputy.post(`${one.home}/places`, homeBody(home))
    const unnamed = [{ kind: 'unnamed', place: homeBody().name }]
    expect(await remarksOf(one, { area: around(home, 100) })).toEqual(unnamed)
    expect(await remarksOf(one, { area: around(home, 100), placeId: body.id })).toEqual([])
    const beside = around({ ...home, lat: home.lat + 0.002 }, 100)
    expect(await remarksOf(one, { area: beside })).toEqual([])
    expect(await remarksOf(one, { area: beside, bufferM: 200 })).toEqual(unnamed)
  })

  test('a name that another zone has is told at its field', async () => {
    const one = await openHomeCase(office, deputy)
    await drawTestZone(deputy, one)
    const again = await deputy.post(path(one), { proposed: { kind: 'zone', zoneId: null, zone: drawn } })
    expect(again.body.error.fields[0].path).toBe('name')
  })
})
