import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { openAlarms } from '../alarms/open-alarms.ts'
import { upsertHappenings } from '../path/rows.ts'
import { committed, happening } from '../testing/happenings.ts'
import { asWatch, writeFixes, writeStanding } from '../testing/positions.ts'
import { type Wearer, wearer } from '../testing/watched.ts'

let office: TestOffice
let deputy: TestAccount
let home: Wearer
let out: Wearer
let now: Temporal.Instant
const looking = { sitting: randomUUID(), purpose: 'supervision' }
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  home = await wearer(deputy)
  out = await wearer(deputy)
  now = wallNow()
})
afterAll(() => office.stop())

const worn = (one: Wearer) => ({ ...one, agencyId: deputy.agencyId })

/** The answer's columns as people. */
function peopleIn(body: Record<string, never[]>): Map<string, Record<string, unknown>> {
  const names = [
    'family',
    'given',
    'alarms',
    'contact',
    'at',
    'lat',
    'lon',
    'accuracy',
    'battery',
    'later',
  ] as const
  return new Map(
    body.id!.map((id, i) => [
      id,
      {
        ...Object.fromEntries(names.map((name) => [name, body[name]![i]])),
        state: body.states![body.state![i]!],
        pack: body.packs![body.pack![i]!],
      },
    ]),
  )
}

describe('the live map', () => {
  const ask = async () => peopleIn((await deputy.post('/api/monitoring/map', { looking })).body)

  test('somebody whose unit was never heard of is there too, without a place', async () => {
    expect((await ask()).get(home.personId)).toMatchObject({
      state: 'never-heard',
      at: null,
      lat: null,
      battery: null,
    })
  })

  test('where each unit was last, and what holds', async () => {
    await writeStanding(office, worn(home), { at: now, lat: 38.58, lon: -121.49, battery: 0.456 })
    await writeStanding(office, worn(out), { at: now, lat: 38.7, lon: -121.2, matters: ['zone-left'] })
    const people = await ask()
    expect(people.get(home.personId)).toMatchObject({
      state: 'fine',
      lat: 38.58,
      lon: -121.49,
      accuracy: 12,
      battery: 46,
      at: Math.floor(now.epochMilliseconds / 1000),
      pack: 'contra-costa/work-alternative',
    })
    expect(people.get(out.personId)).toMatchObject({ state: 'out-of-place', alarms: 0 })
  })

  test('an open alarm is the gravest; a standing of who wore the unit before is not theirs', async () => {
    await asWatch(office, (client) =>
      committed(client, async () => {
        await client.query(`select set_config('inlieu.agency', $1, true)`, [deputy.agencyId])
        const found = [
          happening(out.personId, 'strap', 0, { at: now.epochMilliseconds, knownAt: now.epochMilliseconds }),
        ]
        await upsertHappenings(client, deputy.agencyId, found, 1)
        await openAlarms(client, deputy.agencyId, found, now)
      }),
    )
    expect((await ask()).get(out.personId)).toMatchObject({ state: 'alarm', alarms: 1 })
    const position = await deputy.post(`/api/monitoring/people/${out.personId}/position`, { looking })
    expect(position.body).toMatchObject({
      alarms: [{ kind: 'strap', severity: 'critical' }],
      units: [{ lat: 38.7, matters: ['zone-left'], level: 'active' }],
    })
    expect(JSON.stringify(position.body)).not.toContain('commitment')
  })

  test('who no longer wears a unit has gone from it', async () => {
    const gone = await wearer(deputy)
    expect((await ask()).has(gone.personId)).toBe(true)
    const { status, body } = await deputy.post(`/api/equipment/units/${gone.unitId}/remove`, {
      code: 'program-ended',
    })
    expect([status, body]).toEqual([200, body])
    expect((await ask()).has(gone.personId)).toBe(false)
  })

  test('as a file, filtered as the page is', async () => {
    const all = await deputy.post('/api/monitoring/map/file', { looking })
    expect(all.body.trim().split('\r\n')).toHaveLength(3)
    expect(all.body).toMatch(/,Work Alternative Program,,As it should,0,/)
    const alarms = await deputy.post('/api/monitoring/map/file', { looking, state: 'alarm' })
    expect(alarms.body.trim().split('\r\n')).toHaveLength(2)
    const nobody = await deputy.post('/api/monitoring/map/file', { looking, name: 'no such name' })
    expect(nobody.body.trim().split('\r\n')).toHaveLength(1)
  })
})

describe('a moment that is past', () => {
  let silent: Wearer
  const moment = (minutesAgo: number, milliseconds = 0) =>
    now.subtract({ minutes: minutesAgo }).add({ milliseconds })
  const ask = async (at: Temporal.Instant) =>
    peopleIn((await deputy.post('/api/monitoring/map/moment', { looking, at: at.toString() })).body)

  beforeAll(async () => {
    await writeFixes(office, worn(home), [
      { at: moment(50), lat: 38.5, lon: -121.5 },
      { at: moment(40), lat: 38.6, lon: -121.5 },
      { at: moment(39), lat: 38.61, lon: -121.5, accuracy: 5000 },
      { at: moment(38), lat: 38.62, lon: -121.5, lastKnown: true },
      { at: moment(37), lat: null, lon: null },
    ])
    silent = await wearer(deputy)
    await writeFixes(office, worn(silent), [
      { at: moment(29), lat: 38.5, lon: -121.5, delay: 0 },
      { at: moment(26), lat: 38.6, lon: -121.5, delay: 360 },
      { at: moment(15), lat: 38.6, lon: -121.5, delay: 0 },
      { at: moment(28), lat: 38.6, lon: -121.5, delay: 960 },
    ])
  })

  test.each([
    ['just before', -1, 38.5],
    ['at', 0, 38.6],
    ['just after', 1, 38.6],
  ])('%s a position was measured', async (_when, milliseconds, lat) => {
    expect((await ask(moment(40, milliseconds))).get(home.personId)).toMatchObject({ lat })
  })

  test('a position that nothing can be decided by is passed over', async () => {
    expect((await ask(moment(30))).get(home.personId)).toMatchObject({ lat: 38.6 })
  })

  test.each([
    ['before it came', 25, 29, true],
    ['when it had come', 20, 20, false],
  ])(
    'stored and sent later: last heard is when something had come, %s',
    async (_when, minutes, heard, later) => {
      expect((await ask(moment(minutes))).get(silent.personId)).toMatchObject({
        contact: Math.floor(moment(heard).epochMilliseconds / 1000),
        at: Math.floor(moment(26).epochMilliseconds / 1000),
        later,
      })
    },
  )

  test('an old backlog that came after what is newer is a contact too', async () => {
    expect((await ask(moment(10))).get(silent.personId)).toMatchObject({
      contact: Math.floor(moment(12).epochMilliseconds / 1000),
      at: Math.floor(moment(15).epochMilliseconds / 1000),
      later: false,
    })
  })

  test('nobody wore it yet', async () => {
    expect((await ask(moment(70))).has(home.personId)).toBe(false)
  })

  test('an alarm shows from when it was opened, a state from when it happened until it ended', async () => {
    const silent = happening(home.personId, 'no-contact', 0, { at: moment(36).epochMilliseconds })
    const back = happening(home.personId, 'restored', 0, {
      at: moment(32).epochMilliseconds,
      ends: silent.key,
    })
    await asWatch(office, (client) =>
      committed(client, async () => {
        await client.query(`select set_config('inlieu.agency', $1, true)`, [deputy.agencyId])
        await upsertHappenings(client, deputy.agencyId, [silent, back], 2)
      }),
    )
    const stateAt = async (minutes: number) => (await ask(moment(minutes))).get(home.personId)!.state
    expect([await stateAt(37), await stateAt(36), await stateAt(33), await stateAt(32)]).toEqual([
      'fine',
      'silent',
      'silent',
      'fine',
    ])
    expect((await ask(moment(1))).get(out.personId)).toMatchObject({ alarms: 0 })
  })
})
