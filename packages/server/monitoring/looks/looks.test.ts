import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { rowsOf, type Wearer, wearer } from '../testing/watched.ts'
import { lookAtMap } from '../tracks/live-map.ts'
import { recordLook } from './record-look.ts'

let office: TestOffice
let deputy: TestAccount
let supervisor: TestAccount
let wears: Wearer
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  supervisor = await office.account(['sergeant'])
  wears = await wearer(deputy)
})
afterAll(() => office.stop())

interface LookRow {
  id: string
  actor: string
  purpose: string
  why: string
  scope: string
  crowd_id: string
  people: number
  period_from: Temporal.Instant
  period_to: Temporal.Instant
}
const looks = (sitting: string) =>
  rowsOf<LookRow>(
    office,
    deputy.agencyId,
    `select l.*, c.people from monitoring.look l join monitoring.crowd c on c.id = l.crowd_id where sitting = $1 order by l.at`,
    [sitting],
  )

const supervision = (sitting: string) => ({ looking: { sitting, purpose: 'supervision' } })

describe('monitoring rule 8: no position without a look', () => {
  let sitting: string
  beforeEach(() => {
    sitting = randomUUID()
  })

  test('the map: who, why, over which time, at whom; audited, and told to those who answer for it', async () => {
    const { status, body } = await deputy.post('/api/monitoring/map', {
      looking: { sitting, purpose: 'court', why: 'M-1204-77' },
    })
    expect(status).toBe(200)
    expect(body.id).toContain(wears.personId)
    const [look, ...more] = await looks(sitting)
    expect(more).toEqual([])
    expect(look).toMatchObject({
      actor: deputy.id,
      purpose: 'court',
      why: 'M-1204-77',
      scope: 'map',
      people: body.id.length,
    })
    const shown = await rowsOf(
      office,
      deputy.agencyId,
      'select person_id from monitoring.crowd_person where crowd_id = $1',
      [look!.crowd_id],
    )
    expect(shown.map(({ person_id }) => person_id).sort()).toEqual([...body.id].sort())
    const trail = await rowsOf(
      office,
      deputy.agencyId,
      `select actor, verb from audit.entry where record = 'look' and row_id = $1`,
      [look!.id],
    )
    expect(trail).toEqual([{ actor: deputy.id, verb: 'monitoring.look-at-map' }])
    const heard = await rowsOf(
      office,
      deputy.agencyId,
      `select subject from platform.event where kind = 'monitoring.looked' and subject ->> 'look' = $1`,
      [look!.id],
    )
    expect(heard).toHaveLength(1)
  })

  test.each([
    [299, 1],
    [300, 2],
    [301, 2],
  ])('a live look holds for five minutes: after %i seconds there are %i', async (seconds, count) => {
    const at = (after: number): Context => ({
      ...deputy.ctx,
      now: Temporal.Instant.from('2026-03-02T20:00:00Z').add({ seconds: after }),
    })
    const looking = { sitting, purpose: 'supervision', why: '' } as const
    await act(office.database.db, at(0), lookAtMap, looking)
    await act(office.database.db, at(seconds), lookAtMap, looking)
    expect(await looks(sitting)).toHaveLength(count)
  })

  test('another person on the map, another purpose, another account: another look', async () => {
    await deputy.post('/api/monitoring/map', supervision(sitting))
    await deputy.post('/api/monitoring/map', supervision(sitting))
    expect(await looks(sitting)).toHaveLength(1)
    await wearer(deputy)
    await deputy.post('/api/monitoring/map', supervision(sitting))
    const [first, second] = await looks(sitting)
    expect(second!.people).toBe(first!.people + 1)
    await deputy.post('/api/monitoring/map', { looking: { sitting, purpose: 'field' } })
    await supervisor.post('/api/monitoring/map', { looking: { sitting, purpose: 'field' } })
    expect((await looks(sitting)).map(({ actor, purpose }) => [actor, purpose])).toEqual([
      [deputy.id, 'supervision'],
      [deputy.id, 'supervision'],
      [deputy.id, 'field'],
      [supervisor.id, 'field'],
    ])
  })

  test('opening a person, a moment, a day and a file are looks of their own', async () => {
    const { today, now } = deputy.ctx
    const person = `/api/monitoring/people/${wears.personId}`
    const moment = now.subtract({ minutes: 30 })
    const asked: [string, Record<string, unknown>][] = [
      [`${person}/position`, {}],
      [`${person}/position`, {}],
      ['/api/monitoring/map/moment', { at: moment.toString() }],
      [`${person}/days/${today}`, {}],
      [`${person}/days/${today}/file`, {}],
      ['/api/monitoring/map/file', {}],
    ]
    for (const [url, more] of asked) {
      const { status, body } = await deputy.post(url, { ...supervision(sitting), ...more })
      expect(status, `${url} ${JSON.stringify(body)}`).toBe(200)
    }
    const recorded = await looks(sitting)
    expect(recorded.map(({ scope }) => scope)).toEqual([
      'person',
      'person',
      'moment',
      'day',
      'export',
      'export',
    ])
    expect(recorded[2]!.period_from.toString()).toBe(moment.toString())
    const day = recorded[3]!
    expect(day.people).toBe(1)
    expect(day.period_from.toString()).toBe(
      today.toZonedDateTime('America/Los_Angeles').toInstant().toString(),
    )
  })

  test('the purpose is asked: none, an alarm by hand, a court without its line', async () => {
    for (const looking of [
      undefined,
      {},
      { sitting, purpose: 'alarm' },
      { sitting, purpose: 'curiosity' },
      { sitting, purpose: 'court' },
      { sitting, purpose: 'other', why: '   ' },
      { sitting: 'mine', purpose: 'supervision' },
      { sitting, purpose: 'court', why: 'x'.repeat(301) },
    ]) {
      const { status, body } = await deputy.post('/api/monitoring/map', { looking })
      expect(status, JSON.stringify(looking)).toBe(400)
      expect(body.id).toBeUndefined()
    }
    expect(await looks(sitting)).toEqual([])
    const { body } = await deputy.post('/api/monitoring/map', { looking: { sitting, purpose: 'court' } })
    expect(body.error.fields).toEqual([
      { path: 'looking.why', message: 'Say in a line what it is about: a docket, a request, a name.' },
    ])
  })

  test('a person of another office, and one of nowhere, are not there, and nobody looked', async () => {
    const stranger = await office.account(['deputy'], await office.agency())
    for (const personId of [wears.personId, randomUUID()]) {
      for (const what of ['position', `days/${deputy.ctx.today}`, `days/${deputy.ctx.today}/file`]) {
        const { status } = await stranger.post(
          `/api/monitoring/people/${personId}/${what}`,
          supervision(sitting),
        )
        expect(status, what).toBe(404)
      }
    }
    const { body } = await stranger.post('/api/monitoring/map', supervision(sitting))
    expect(body.id).toEqual([])
    expect(await looks(sitting)).toEqual([])
  })

  test('a day or a moment to come, and a day that does not exist', async () => {
    const { today, now } = deputy.ctx
    const person = `/api/monitoring/people/${wears.personId}`
    const tomorrow = await deputy.post(`${person}/days/${today.add({ days: 1 })}`, supervision(sitting))
    expect([tomorrow.status, tomorrow.body.error.fields[0].path]).toEqual([422, 'date'])
    expect((await deputy.post(`${person}/days/2026-02-30`, supervision(sitting))).status).toBe(400)
    const at = now.add({ minutes: 5 }).toString()
    const later = await deputy.post('/api/monitoring/map/moment', { ...supervision(sitting), at })
    expect([later.status, later.body.error.fields[0].path]).toEqual([422, 'at'])
    expect(await looks(sitting)).toEqual([])
  })

  test('a clerk never sees where somebody is (people.md)', async () => {
    const clerk = await office.account(['clerk'])
    expect((await clerk.post('/api/monitoring/map', supervision(sitting))).status).toBe(403)
    expect((await clerk.get('/api/monitoring/looks')).status).toBe(403)
  })

  test('an answer is kept nowhere, whatever key the page sends', async () => {
    const key = randomUUID()
    for (const _ of [1, 2])
      await deputy.post(`/api/monitoring/people/${wears.personId}/position`, supervision(sitting), {
        'idempotency-key': key,
      })
    expect(await looks(sitting)).toHaveLength(2)
    const kept = await rowsOf(office, deputy.agencyId, 'select 1 from platform.answer where key = $1', [key])
    expect(kept).toEqual([])
  })

  test('what is recorded stays as it is', async () => {
    const rights = await rowsOf<{ may: boolean }>(
      office,
      deputy.agencyId,
      `select has_table_privilege('inlieu_app', t, 'UPDATE') or has_table_privilege('inlieu_app', t, 'DELETE') as may
       from unnest(array['monitoring.look', 'monitoring.crowd', 'monitoring.crowd_person']) as t`,
    )
    expect(rights.map(({ may }) => may)).toEqual([false, false, false])
  })

  test('an alarm is its own purpose: with its alarm, and no other with one', async () => {
    const look = {
      name: 'monitoring.test-look',
      room: 'monitoring',
      run: (work: Parameters<typeof recordLook>[0], alarmId: string | undefined) =>
        recordLook(work, {
          purpose: alarmId ? 'supervision' : 'alarm',
          scope: 'alarm',
          periodFrom: work.ctx.now,
          periodTo: work.ctx.now.add({ minutes: 1 }),
          personIds: [wears.personId],
          ...(alarmId ? { alarmId } : {}),
        }),
    } as const
    for (const alarmId of [undefined, randomUUID()])
      await expect(deputy.act(look, alarmId)).rejects.toMatchObject({ code: 'cannot-be' })
  })
})

describe('who looked at whom', () => {
  const list = async (query: string) => (await supervisor.get(`/api/monitoring/looks?${query}`)).body

  test('by person, account, purpose, what and day; the latest first', async () => {
    const sitting = randomUUID()
    const one = await wearer(deputy)
    const { today } = deputy.ctx
    await deputy.post('/api/monitoring/map', supervision(sitting))
    await deputy.post(`/api/monitoring/people/${one.personId}/days/${today}`, {
      looking: { sitting, purpose: 'participant', why: 'asked for the leave of Friday' },
    })
    const mine = (await list(`personId=${one.personId}`)).looks
    expect(mine.map(({ scope }: { scope: string }) => scope)).toEqual(['day', 'map'])
    expect(mine[0]).toMatchObject({
      actorName: 'Test deputy',
      why: 'asked for the leave of Friday',
      people: 1,
      names: [{ id: one.personId }],
    })
    expect((await list(`personId=${one.personId}&scope=map`)).total).toBe(1)
    expect((await list(`personId=${one.personId}&purpose=participant`)).total).toBe(1)
    expect((await list(`personId=${one.personId}&actorId=${supervisor.id}`)).total).toBe(0)
    expect((await list(`personId=${one.personId}&from=${today}&to=${today}`)).total).toBe(2)
    expect((await list(`personId=${one.personId}&from=${today.add({ days: 1 })}`)).total).toBe(0)
    expect((await list(`personId=${one.personId}&to=${today.subtract({ days: 1 })}`)).total).toBe(0)
    const short = await list('limit=1')
    expect([short.looks.length, short.total > 1]).toEqual([1, true])
  })

  test('a look at many stands as their number, with the names behind it', async () => {
    for (const _ of [1, 2, 3]) await wearer(deputy)
    const sitting = randomUUID()
    await deputy.post('/api/monitoring/map', supervision(sitting))
    const [look] = (await list('scope=map')).looks
    expect(look.names).toEqual([])
    const { body } = await supervisor.get(`/api/monitoring/looks/${look.id}/people`)
    expect([body.people.length, body.total]).toEqual([look.people, look.people])
    expect((await supervisor.get(`/api/monitoring/looks/${randomUUID()}/people`)).status).toBe(404)
  })

  test('as a file; not for another office', async () => {
    const { status, body } = await supervisor.get('/api/monitoring/looks?format=csv')
    expect(status).toBe(200)
    expect(body).toMatch(/^\ufeffWhen,Who,Purpose,About/)
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.get('/api/monitoring/looks')).body).toEqual({ looks: [], total: 0 })
  })
})
