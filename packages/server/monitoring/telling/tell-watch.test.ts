import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  drawTestZone,
  type HomeCase,
  homeDetention,
  homePoint,
  openHomeCase,
  toldOf,
  wearUnit,
  zoneBody,
} from '../../home/testing/home-case.ts'
import { take } from '../../programs/testing/case.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { tellOfUnit } from './tell-watch.ts'

let office: TestOffice
let deputy: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  sergeant = await office.account(['sergeant'])
})
afterAll(() => office.stop())

const openOne = (): Promise<HomeCase> => openHomeCase(office, deputy)
const lastOf = async (one: HomeCase) => (await toldOf(office, deputy, one.personId)).at(-1)
const changeOf = async (one: HomeCase) => (await lastOf(one))?.content.change
const countOf = async (one: HomeCase) => (await toldOf(office, deputy, one.personId)).length
/** Tells what the room of equipment says when it has fitted a unit. */
const sayFitted = (unit: string, one: HomeCase) =>
  deputy.act(tellOfUnit, { unit, person: one.personId, enrolment: one.enrolmentId, fitting: 'of the unit' })
const nights = (zone: string) => [
  { zone, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '18:00', to: '08:00' },
]
/** A local time of the office, some days from now. */
const local = (days: number, time: string) => `${deputy.ctx.today.add({ days })}T${time}`

describe('what the watch is told', () => {
  test('EMP-8.2 a zone drawn is told whole in the same act, from that moment on', async () => {
    const one = await openOne()
    const before = deputy.ctx.now
    const zone = await drawTestZone(deputy, one)
    const [row, ...more] = await toldOf(office, deputy, one.personId)
    expect(more).toEqual([])
    expect(row.content).toEqual({
      kind: 'setting',
      change: {
        zones: [
          {
            id: zone,
            version: '1',
            name: 'Home',
            rule: 'inclusion',
            area: { kind: 'circle', center: [...homePoint], radius: 100 },
          },
        ],
        templates: [],
        schedule: null,
        exceptions: [],
        worn: false,
        devices: [],
        level: 'active',
        positions: true,
        carrier: null,
        tests: [],
        parameters: {},
      },
    })
    expect(row.at.epochMilliseconds).toBeGreaterThanOrEqual(before.epochMilliseconds)
    expect(row.at.epochMilliseconds).toBe(row.told_at.epochMilliseconds)
  })

  test('EMP-8.2 a change is told with its version; the same drawing again tells nothing', async () => {
    const one = await openOne()
    const zone = await drawTestZone(deputy, one)
    const body = zoneBody({ area: { kind: 'circle', center: homePoint, radius: 200 } })
    expect((await deputy.post(`/api/home/zones/${zone}`, { ...body, version: 1 })).body).toEqual({
      version: 2,
    })
    expect((await changeOf(one)).zones).toMatchObject([{ version: '2', area: { radius: 200 } }])
    expect((await deputy.post(`/api/home/zones/${zone}`, { ...body, version: 2 })).body).toEqual({
      version: 2,
    })
    expect(await countOf(one)).toBe(2)
  })

  test('a zone taken off is told', async () => {
    const one = await openOne()
    const zone = await drawTestZone(deputy, one)
    await deputy.post(`/api/home/zones/${zone}/end`, { version: 1, because: 'Moved away' })
    expect((await changeOf(one)).zones).toEqual([])
  })

  test('EMP-1.2 weekly hours and the hours of one day are told in local time', async () => {
    const one = await openOne()
    const zone = await drawTestZone(deputy, one)
    const set = { version: 0, weekly: nights(zone), why: 'Contract' }
    expect((await deputy.post(`${one.home}/schedule`, set)).status).toBe(200)
    expect((await changeOf(one)).schedule).toEqual({
      timeZone: 'America/Los_Angeles',
      weekly: nights(zone),
      exceptions: [],
      leave: [],
    })
    const onDay = deputy.ctx.today.add({ days: 3 }).toString()
    const hours = { zoneId: zone, onDay, from: null, to: null, why: 'Court' }
    const added = await deputy.post(`${one.home}/dated-hours`, hours)
    expect((await changeOf(one)).schedule.exceptions).toEqual([{ zone, date: onDay }])
    await deputy.post(`/api/home/dated-hours/${added.body.id}/end`, { because: 'Court is off' })
    expect((await changeOf(one)).schedule.exceptions).toEqual([])
  })

  test('EMP-1.2 a day that differs leaves a home without weekly hours in force on all other days, and the page says so', async () => {
    const one = await openOne()
    const zone = await drawTestZone(deputy, one)
    const onDay = deputy.ctx.today.add({ days: 3 }).toString()
    const hours = { zoneId: zone, onDay, from: '18:00', to: '23:00', why: 'Court' }
    expect((await deputy.post(`${one.home}/dated-hours`, hours)).status).toBe(200)
    const { weekly, exceptions } = (await changeOf(one)).schedule
    expect(weekly).toEqual([{ ...nights(zone)[0], from: '00:00', to: '24:00' }])
    expect(exceptions).toEqual([{ zone, date: onDay, from: '18:00', to: '23:00' }])
    expect((await deputy.get(`${one.home}/schedule`)).body.zones).toMatchObject([{ standing: 'always' }])
    expect((await deputy.get(`${one.home}/zones`)).body.zones).toMatchObject([{ standing: 'always' }])
  })

  test('EMP-1.2 a leave is told when it is granted, with its own span; asked or denied it tells nothing', async () => {
    const one = await openOne()
    await drawTestZone(deputy, one)
    const form = {
      kind: 'medical',
      whereto: 'Clinic',
      why: 'Checkup',
      from: local(1, '09:00'),
      to: local(1, '12:00'),
    }
    const asked = await deputy.post(`${one.home}/leave`, form)
    const other = await deputy.post(`${one.home}/leave`, form)
    await sergeant.post(`/api/home/leave/${other.body.id}/decision`, {
      outcome: 'denied',
      code: 'not-confirmed',
      version: 1,
    })
    expect(await countOf(one)).toBe(1)
    await sergeant.post(`/api/home/leave/${asked.body.id}/decision`, {
      outcome: 'granted',
      code: 'confirmed',
      version: 1,
    })
    const told = await lastOf(one)
    expect(told.content.change.schedule.leave).toEqual([{ from: form.from, to: form.to, reason: 'medical' }])
    expect(told.at.epochMilliseconds).toBeLessThan(Date.parse(`${form.from}-08:00`) - 3_600_000)
    await sergeant.post(`/api/home/leave/${asked.body.id}/end`, { code: 'taken-back', version: 2 })
    expect((await changeOf(one)).schedule).toBeNull()
  })

  test('a leave that repeats is told date by date', async () => {
    const one = await openOne()
    const form = {
      kind: 'treatment',
      whereto: 'Meeting',
      why: 'Twice a week',
      from: local(1, '18:00'),
      to: local(1, '20:00'),
      repeatDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      repeatUntil: deputy.ctx.today.add({ days: 3 }).toString(),
    }
    const asked = await deputy.post(`${one.home}/leave`, form)
    await sergeant.post(`/api/home/leave/${asked.body.id}/decision`, {
      outcome: 'granted',
      code: 'regular',
      version: 1,
    })
    expect((await changeOf(one)).schedule.leave.map(({ from }: { from: string }) => from)).toEqual(
      [1, 2, 3].map((days) => local(days, '18:00')),
    )
  })

  test('EMP-8.3 an exception per person and zone is told with its span, and its end', async () => {
    const one = await openOne()
    const zone = await drawTestZone(deputy, one, { rule: 'exclusion', name: 'School' })
    const body = { zoneId: zone, from: local(1, '08:00'), to: local(1, '15:00'), why: 'Own school' }
    const granted = await deputy.post(`${one.home}/zone-exceptions`, body)
    const [told] = (await changeOf(one)).exceptions
    expect(told.zone).toBe(zone)
    expect(told.to - told.from).toBe(7 * 3_600_000)
    await deputy.post(`/api/home/zone-exceptions/${granted.body.id}/end`, { because: 'Left the school' })
    expect((await changeOf(one)).exceptions).toEqual([])
  })
})

describe('units', () => {
  test('a fitting entered afterwards counts from when it was done; the watch reads the unit again', async () => {
    const one = await openOne()
    const unit = await wearUnit(office, deputy, one, '2026-01-02T18:00:00Z')
    await sayFitted(unit, one)
    const told = await lastOf(one)
    expect(told.at.toString()).toBe('2026-01-02T18:00:00Z')
    expect(told.content.change).toMatchObject({
      worn: true,
      devices: [unit],
      level: 'active',
      positions: true,
      carrier: 'Carrier One',
    })
    const { rows } = await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(`select kind, at from monitoring.told where unit_id = $1`, [unit]),
    )
    expect(rows).toEqual([{ kind: 'unit', at: told.at }])
  })

  test('a fitting dated before what was told last holds right after it, and takes nothing of it away', async () => {
    const one = await openOne()
    const zone = await drawTestZone(deputy, one)
    const [drawn] = await toldOf(office, deputy, one.personId)
    const unit = await wearUnit(office, deputy, one)
    await sayFitted(unit, one)
    const told = await lastOf(one)
    expect(told.at.epochMilliseconds).toBe(drawn.at.epochMilliseconds + 1)
    expect(told.content.change.zones).toMatchObject([{ id: zone }])
  })
})

describe('template sets', () => {
  const school = { name: 'School', area: { kind: 'circle', center: [-121.5, 38.6], radius: 150 } }
  const openSet = async (name: string) => {
    const opened = await sergeant.post('/api/home/zone-sets', { name, zones: [school], why: 'Board' })
    return opened.body.id as string
  }

  test('EMP-8.3 drawn once, applied to a program: told to who wears a unit there, and again with each version', async () => {
    const one = await openOne()
    const bare = await openOne()
    await sayFitted(await wearUnit(office, deputy, one), one)
    const set = await openSet('Schools')
    const used = await sergeant.post(`/api/home/zone-sets/${set}/uses`, {
      reach: 'program',
      pack: homeDetention,
      why: 'Policy',
    })
    expect(used.status).toBe(200)
    expect((await changeOf(one)).templates).toEqual([`${set}@1`])
    expect(await countOf(bare)).toBe(0)

    const page = (await sergeant.get(`/api/home/zone-sets/${set}`)).body
    const wider = [{ ...page.zones[0], bufferM: 50 }]
    await sergeant.post(`/api/home/zone-sets/${set}`, {
      name: 'Schools',
      zones: wider,
      why: 'Wider',
      version: 1,
    })
    expect((await changeOf(one)).templates).toEqual([`${set}@2`])
    const { rows } = await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(`select content from monitoring.told where kind = 'template' order by id`),
    )
    expect(rows.map(({ content }) => content)).toEqual([
      { set, version: 1 },
      { set, version: 2 },
    ])

    await sergeant.post(`/api/home/zone-set-uses/${used.body.id}/end`, { because: 'Policy changed' })
    expect((await changeOf(one)).templates).toEqual([])
  })

  test('EMP-8.3 an exception names one zone of a set', async () => {
    const one = await openOne()
    const set = await openSet('Parks')
    const page = (await sergeant.get(`/api/home/zone-sets/${set}`)).body
    const body = {
      zoneId: page.zones[0].id,
      from: local(1, '08:00'),
      to: local(1, '15:00'),
      why: 'Own school',
    }
    expect((await deputy.post(`${one.home}/zone-exceptions`, body)).status).toBe(422)
    await sergeant.post(`/api/home/zone-sets/${set}/uses`, {
      reach: 'person',
      enrolmentId: one.enrolmentId,
      why: 'Order',
    })
    expect((await deputy.post(`${one.home}/zone-exceptions`, body)).status).toBe(200)
    expect((await changeOf(one)).exceptions).toMatchObject([{ zone: page.zones[0].id }])
  })
})

describe('nothing is lost and nothing is said twice', () => {
  test('of eight changes at once each is in what was told last, in an order of times', async () => {
    const one = await openOne()
    await Promise.all(
      Array.from({ length: 8 }, (_, place) => drawTestZone(deputy, one, { name: `Zone ${place}` })),
    )
    const told = await toldOf(office, deputy, one.personId)
    expect(told.map(({ content }) => content.change.zones.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const times = told.map(({ at }) => at.epochMilliseconds)
    expect(new Set(times).size).toBe(8)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('an enrolment that ended binds nobody any more; one of somebody who is not followed tells nothing', async () => {
    const one = await openOne()
    const bare = await openOne()
    await drawTestZone(deputy, one)
    for (const { enrolmentId } of [one, bare]) await take(deputy, enrolmentId, 'returned-to-court')
    expect((await changeOf(one)).zones).toEqual([])
    expect(await countOf(bare)).toBe(0)
  })
})
