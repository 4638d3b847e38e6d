import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { noContract, openTestSite, today, weekdayFrom } from '../testing/lay-out.ts'
import { deltasOf, overfull } from './take-places.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const monday = () => weekdayFrom(today().add({ days: 14 }), 1)
const grid = async (site: string, from: Temporal.PlainDate, lastDay = from) =>
  (await clerk.get(`/api/work-release/sites/${site}/days?from=${from}&lastDay=${lastDay}`)).body.days
const places = async (site: string, on: Temporal.PlainDate) => (await grid(site, on))[0]

describe('places of a site by day', () => {
  test('follow the plan of the day of the week, and a later plan from its first day on', async () => {
    const site = await openTestSite(clerk, [4, 3, 2, 1, 5, 0, 0])
    const first = monday()
    const week = await grid(site, first, first.add({ days: 6 }))
    expect(week.map((day: { capacity: number }) => day.capacity)).toEqual([4, 3, 2, 1, 5, 0, 0])
    const fromDay = first.add({ days: 2 }).toString()
    await clerk.post(`/api/work-release/sites/${site}/capacity`, { fromDay, places: [9, 9, 9, 9, 9, 9, 9] })
    const after = await grid(site, first, first.add({ days: 3 }))
    expect(after.map((day: { capacity: number }) => day.capacity)).toEqual([4, 3, 9, 9])
  })

  test('a plan that begins in the past beside another is refused; one of the same day is replaced', async () => {
    const site = await openTestSite(clerk, 2)
    const plan = (fromDay: Temporal.PlainDate, number: number) =>
      clerk.post(`/api/work-release/sites/${site}/capacity`, {
        fromDay: fromDay.toString(),
        places: Array(7).fill(number),
      })
    expect((await plan(today().subtract({ days: 1 }), 3)).body.error.fields[0].path).toBe('fromDay')
    expect((await plan(today(), 3)).status).toBe(200)
    expect((await plan(today(), 4)).status).toBe(200)
    expect((await places(site, monday())).capacity).toBe(4)
  })

  test.each([
    ['six numbers', [1, 1, 1, 1, 1, 1]],
    ['a number below none', [1, 1, 1, 1, 1, 1, -1]],
    ['half a person', [1, 1, 1, 1, 1, 1, 0.5]],
    ['more than a site can hold', [1, 1, 1, 1, 1, 1, 501]],
  ])('%s is no plan', async (_name, numbers) => {
    const site = await openTestSite(clerk)
    const plan = { fromDay: today().toString(), places: numbers }
    expect((await clerk.post(`/api/work-release/sites/${site}/capacity`, plan)).status).toBe(400)
  })

  test('an exception closes one day or gives it another number, and is taken back', async () => {
    const site = await openTestSite(clerk, 2)
    const on = monday()
    const except = (kind: string, number?: number) =>
      clerk.post(`/api/work-release/sites/${site}/exceptions`, {
        onDay: on.toString(),
        kind,
        places: number,
        note: 'Strike',
      })
    await except('closed')
    expect(await places(site, on)).toMatchObject({ capacity: 0, because: 'closed' })
    const other = await except('other-number', 7)
    expect(await places(site, on)).toMatchObject({ capacity: 7, because: 'other-number' })
    const end = () => clerk.post(`/api/work-release/sites/${site}/exceptions/${other.body.id}/end`)
    expect((await end()).status).toBe(200)
    expect(await places(site, on)).toMatchObject({ capacity: 2, because: 'plan' })
    expect((await end()).status).toBe(404)
  })

  test('a day that is gone cannot be excepted', async () => {
    const site = await openTestSite(clerk)
    const body = { onDay: today().subtract({ days: 1 }).toString(), kind: 'closed' }
    expect(
      (await clerk.post(`/api/work-release/sites/${site}/exceptions`, body)).body.error.fields[0].path,
    ).toBe('onDay')
  })

  test('a holiday closes every site but one that said otherwise, and is taken back', async () => {
    const [open, shut] = [await openTestSite(clerk, 2), await openTestSite(clerk, 2)]
    const on = monday().add({ days: 21 })
    await clerk.post(`/api/work-release/sites/${open}/exceptions`, {
      onDay: on.toString(),
      kind: 'other-number',
      places: 1,
    })
    const holiday = await clerk.post('/api/work-release/holidays', {
      onDay: on.toString(),
      name: 'Cesar Chavez Day',
    })
    expect(await places(shut, on)).toMatchObject({ capacity: 0, because: 'holiday' })
    expect(await places(open, on)).toMatchObject({ capacity: 1 })
    const again = await clerk.post('/api/work-release/holidays', { onDay: on.toString(), name: 'Again' })
    expect(again.body.error.message).toContain('Cesar Chavez Day')
    expect((await clerk.get('/api/work-release/holidays')).body.holidays).toMatchObject([
      { name: 'Cesar Chavez Day' },
    ])
    expect((await clerk.post(`/api/work-release/holidays/${holiday.body.id}/end`)).status).toBe(200)
    expect((await places(shut, on)).capacity).toBe(2)
  })

  test('WAP-SITE.1 without a contract there are none; the last day is covered and the day after it is not', async () => {
    const bare = await openTestSite(clerk, 5, noContract)
    expect(await places(bare, monday())).toMatchObject({ capacity: 0, because: 'no-contract' })
    const ending = await openTestSite(clerk, 5, { contractLastDay: monday().toString() })
    expect((await places(ending, monday().subtract({ days: 1 }))).capacity).toBe(5)
    expect((await places(ending, monday())).capacity).toBe(5)
    expect(await places(ending, monday().add({ days: 1 }))).toMatchObject({
      capacity: 0,
      because: 'contract-over',
    })
  })

  test('a grid of no days, of too many, or of an unknown site is refused', async () => {
    const site = await openTestSite(clerk)
    const ask = (id: string, from: string, lastDay: string) =>
      clerk.get(`/api/work-release/sites/${id}/days?from=${from}&lastDay=${lastDay}`)
    expect((await ask(site, '2026-03-02', '2026-03-01')).status).toBe(422)
    expect((await ask(site, '2026-03-02', '2029-03-01')).status).toBe(422)
    expect((await ask('3f2504e0-4f89-41d3-9a0c-0305e82c3301', '2026-03-02', '2026-03-02')).status).toBe(404)
  })
})

describe('the constraint behind the verbs', () => {
  test('nobody oversells a day or lowers it under what is taken, whatever way they come', async () => {
    const site = await openTestSite(clerk)
    const change = (statement: string) =>
      ownerQuery(office.urls, clerk.agencyId, (client) => client.query(statement)).catch(
        (error: { constraint: string }) => error.constraint,
      )
    await change(`insert into work.site_day (agency_id, site_id, day, capacity, taken)
      values ('${clerk.agencyId}', '${site}', '2026-03-02', 2, 2)`)
    expect(await change(`update work.site_day set taken = 3 where site_id = '${site}'`)).toBe(
      'site_day_not_oversold',
    )
    expect(await change(`update work.site_day set capacity = 1 where site_id = '${site}'`)).toBe(
      'site_day_not_oversold',
    )
    expect(await change(`update work.site_day set taken = -1 where site_id = '${site}'`)).toBe(
      'site_day_not_oversold',
    )
  })

  test('the office’s role sees the days of its own office only', async () => {
    const site = await openTestSite(clerk)
    const stranger = await office.agency()
    const count = async (agency: string) =>
      office.database.db.transaction().execute(async (tx) => {
        await sql`select set_config('inlieu.agency', ${agency}, true)`.execute(tx)
        const days = await sql<{
          n: number
        }>`select count(*) as n from work.site_days(${site}, '2026-03-02', '2026-03-09')`.execute(tx)
        return days.rows[0]!.n
      })
    expect(await count(clerk.agencyId)).toBe(7)
    expect(await count(stranger)).toBe(0)
  })
})

describe('what changes by site and day', () => {
  const on = Temporal.PlainDate.from('2026-03-02')
  test('a place given back and taken again is no change', () => {
    const place = { siteId: 'a', day: on }
    expect(deltasOf({ take: [place], release: [place] })).toEqual([])
    expect(deltasOf({ take: [place], release: [] })).toEqual([{ ...place, delta: 1 }])
  })
  test.each([
    [1, false],
    [2, false],
    [3, true],
  ])('with %i taken of three, one more is too many: %s', (taken, refused) => {
    const held = [{ siteId: 'a', day: on, capacity: 3, taken: taken }]
    expect(overfull(held, [{ siteId: 'a', day: on, delta: 1 }]).length > 0).toBe(refused)
  })
})

test('a site that is not there takes no plan', async () => {
  const body = { fromDay: today().toString(), places: [1, 1, 1, 1, 1, 1, 1] }
  expect(
    (await clerk.post('/api/work-release/sites/3f2504e0-4f89-41d3-9a0c-0305e82c3301/capacity', body)).status,
  ).toBe(404)
})
