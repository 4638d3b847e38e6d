import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { act } from '../../platform/act.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { upsertHappenings } from '../path/rows.ts'
import { committed, happening } from '../testing/happenings.ts'
import { testWatch } from '../testing/open-alarm.ts'
import { asWatch, type TestFix, writeFixes } from '../testing/positions.ts'
import { rowsOf, tell, type Wearer, wearer } from '../testing/watched.ts'
import type { dayAnswer } from './day-answer.ts'
import { lookAtDay } from './person-day.ts'

type Day = z.output<typeof dayAnswer>

let office: TestOffice
let deputy: TestAccount
let one: Wearer
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  one = await wearer(deputy)
  // Worn through all of the days that are shown.
  await ownerQuery(office.urls, deputy.agencyId, (client) =>
    client.query(`update equipment.fitting set fitted_at = '2026-03-01T00:00:00Z' where unit_id = $1`, [
      one.unitId,
    ]),
  )
})
afterAll(() => office.stop())

const worn = () => ({ ...one, agencyId: deputy.agencyId })
const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('America/Los_Angeles').toInstant()

/** A day as it is seen at a moment (local time). */
const dayAt = (date: string, now: string): Promise<Day> =>
  act(office.database.db, { ...deputy.ctx, now: at(now) }, lookAtDay, {
    personId: one.personId,
    date: Temporal.PlainDate.from(date),
    looking: { sitting: randomUUID(), purpose: 'supervision', why: '' },
  })

describe('a person’s day', () => {
  const day = '2026-03-04'
  const home = { lat: 38.58, lon: -121.49 }

  test('monitoring rule 8: from an alarm, the alarm is the purpose; the look is one of its own', async () => {
    const other = await wearer(deputy)
    const watch = await testWatch(office)
    const alarmId = await watch.alarm(deputy.agencyId, one.personId, 'zone-left')
    await watch.stop()
    const look = (personId: string, of = alarmId) =>
      deputy.post(`/api/monitoring/people/${personId}/days/${day}`, {
        looking: { sitting: randomUUID(), purpose: 'alarm', alarmId: of },
      })
    const { status, body } = await look(one.personId)
    expect([status, body.alarm]).toEqual([200, { id: alarmId, number: expect.any(Number) }])
    const looks = await rowsOf(
      office,
      deputy.agencyId,
      'select purpose, scope, alarm_id from monitoring.look where alarm_id = $1',
      [alarmId],
    )
    expect(looks).toEqual([{ purpose: 'alarm', scope: 'day', alarm_id: alarmId }])
    expect((await look(other.personId)).body).toMatchObject({ error: { code: 'cannot-be' } })
    expect((await look(one.personId, randomUUID())).status).toBe(404)
  })

  beforeAll(async () => {
    const fix = (time: string, more: Partial<TestFix> = {}): TestFix => ({
      at: at(`${day}T${time}`),
      ...home,
      ...more,
    })
    await writeFixes(office, worn(), [
      { at: at('2026-03-03T23:59:59'), ...home },
      fix('00:00:00', { battery: 0.9 }),
      fix('00:01:00', { battery: 0.9 }),
      fix('00:02:00', { accuracy: 300 }),
      fix('00:03:00', { lastKnown: true }),
      fix('00:04:00', { accuracy: 20 }),
      fix('00:06:00', { battery: 0.88 }),
      // Half an hour without anything, then what was stored comes in one go.
      fix('00:36:00', { lat: 38.6, delay: 600 }),
      fix('00:37:00', { lat: 38.62, delay: 540, battery: 0.5 }),
      { at: at('2026-03-05T00:00:00'), ...home },
    ])
    await tell(office, deputy.agencyId, one.personId, at('2026-03-02T12:00'), {
      worn: true,
      devices: [one.unitId],
      zones: [
        {
          id: 'home',
          name: 'Home',
          rule: 'inclusion',
          area: { kind: 'circle', center: [-121.49, 38.58], radius: 90 },
          version: '1',
        },
      ],
    })
    await tell(office, deputy.agencyId, one.personId, at(`${day}T00:30`), {
      zones: [
        {
          id: 'home',
          name: 'Home',
          rule: 'inclusion',
          area: { kind: 'circle', center: [-121.49, 38.58], radius: 120 },
          version: '2',
        },
      ],
    })
    await asWatch(office, (client) =>
      committed(client, async () => {
        const left = happening(one.personId, 'zone-left', 0, {
          at: at(`${day}T00:36`).epochMilliseconds,
          zone: 'home',
          late: true,
          why: 'three fixes beyond the line',
        })
        const other = happening(one.personId, 'no-contact', 0, {
          at: at('2026-03-05T01:00').epochMilliseconds,
        })
        await upsertHappenings(client, deputy.agencyId, [left, other], 1)
      }),
    )
  })

  test('its positions, from the office’s midnight until before the next; the unfit with the reason', async () => {
    const { fixes, from, to, units } = await dayAt(day, '2026-03-10T12:00')
    expect([from, to].map(String)).toEqual(['2026-03-04T08:00:00Z', '2026-03-05T08:00:00Z'])
    expect(fixes.at).toHaveLength(8)
    expect(fixes.at[0]).toBe(at(`${day}T00:00`).epochMilliseconds)
    expect(fixes.unfit).toEqual([null, null, 'accuracy', 'last-known', null, null, null, null])
    expect(fixes.battery).toEqual([90, 90, null, null, null, 88, null, 50])
    expect(fixes.delay.slice(-2)).toEqual([600_000, 540_000])
    expect(fixes.unit).toEqual(fixes.at.map(() => 0))
    expect(units).toMatchObject([{ id: one.unitId, level: 'active', removed: false }])
  })

  test('where one stayed, and what is not known', async () => {
    const { stops, gaps } = await dayAt(day, '2026-03-10T12:00')
    expect(stops).toHaveLength(1)
    expect([stops[0]!.from, stops[0]!.to].map(String)).toEqual([
      '2026-03-04T08:00:00Z',
      '2026-03-04T08:06:00Z',
    ])
    expect(gaps.map(({ from, to }) => [String(from), String(to)])).toEqual([
      ['2026-03-04T08:06:00Z', '2026-03-04T08:36:00Z'],
      ['2026-03-04T08:37:00Z', '2026-03-05T08:00:00Z'],
    ])
    expect(gaps[0]).toMatchObject({ before: [38.58, -121.49], after: [38.6, -121.49] })
  })

  test('zones as they stood, and what the watch found', async () => {
    const { zones, happenings } = await dayAt(day, '2026-03-10T12:00')
    expect(zones.map(({ version, from, to }) => [version, String(from), String(to)])).toEqual([
      ['1', '2026-03-04T08:00:00Z', '2026-03-04T08:30:00Z'],
      ['2', '2026-03-04T08:30:00Z', '2026-03-05T08:00:00Z'],
    ])
    expect(happenings).toMatchObject([
      { kind: 'zone-left', late: true, withdrawn: false, why: 'three fixes beyond the line', alarmId: null },
    ])
  })

  test('EMP-8.3 zones of a set that bound the person stand with the set’s name', async () => {
    const set = randomUUID()
    const area = { kind: 'circle', center: [-121.5, 38.6], radius: 150 }
    const kept = [{ id: randomUUID(), name: 'Elm School', area, buffer: 0, severity: null }]
    await ownerQuery(office.urls, deputy.agencyId, async (client) => {
      await client.query(
        `insert into home.template_set (agency_id, id, name, version) values ($1, $2, 'Schools', 1)`,
        [deputy.agencyId, set],
      )
      await client.query(
        `insert into home.template_version (agency_id, id, set_id, number, zones, at, by, why)
         values ($1, $2, $3, 1, $4, '2026-03-01T00:00:00Z', $5, 'Board')`,
        [deputy.agencyId, randomUUID(), set, JSON.stringify(kept), deputy.id],
      )
    })
    const next = '2026-03-06'
    await tell(office, deputy.agencyId, one.personId, at(`${next}T10:00`), {
      templates: [`${set}@1`],
    })
    const { zones } = await dayAt(next, '2026-03-10T12:00')
    expect(zones.map(({ name, set, rule, from }) => [name, set, rule, String(from)])).toEqual([
      ['Home', null, 'inclusion', '2026-03-06T08:00:00Z'],
      ['Elm School', 'Schools', 'exclusion', '2026-03-06T18:00:00Z'],
    ])
  })

  test('how well the unit did', async () => {
    const { units } = await dayAt(day, '2026-03-10T12:00')
    expect(units[0]!.quality).toEqual({
      minutes: 1440,
      minutesWithFix: 6,
      fixes: 8,
      unfit: 2,
      medianAccuracy: 10,
      longestGap: 1403,
      late: 2,
      clockOffsetMs: 2000,
    })
  })

  test('a day that is not over ends now', async () => {
    const { to, units, gaps } = await dayAt(day, `${day}T00:40:00`)
    expect(String(to)).toBe('2026-03-04T08:40:00Z')
    expect(units[0]!.quality.minutes).toBe(40)
    expect(gaps).toHaveLength(1)
  })

  test('a day of twenty-three hours, when the clocks went forward', async () => {
    const { from, to, units } = await dayAt('2026-03-08', '2026-03-10T12:00')
    expect(from.until(to).total('hours')).toBe(23)
    expect(units[0]!.quality).toMatchObject({ minutes: 1380, fixes: 0, longestGap: 1380 })
  })

  test('a day on which nobody wore anything is empty, and a look all the same', async () => {
    const before = await dayAt('2026-02-20', '2026-03-10T12:00')
    expect([before.units, before.fixes.at, before.gaps, before.stops]).toEqual([[], [], [], []])
  })
})

describe('as a file', () => {
  test('each position in the office’s time, with why it was unfit', async () => {
    const { status, body } = await deputy.post(
      `/api/monitoring/people/${one.personId}/days/2026-03-04/file`,
      {
        looking: { sitting: randomUUID(), purpose: 'supervision' },
      },
    )
    expect(status).toBe(200)
    const lines = body.trim().split('\r\n')
    expect(lines).toHaveLength(9)
    expect(lines[3]).toMatch(
      /^2026-03-04T00:02:00-08:00,2026-03-04T00:02:02-08:00,BT-\w+,38\.58,-121\.49,300,,,not accurate enough$/,
    )
  })
})
