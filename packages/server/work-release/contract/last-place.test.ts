import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { bookedPerson, openTestSite, type TestCase, today, weekdayFrom } from '../testing/lay-out.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const monday = () => weekdayFrom(today().add({ days: 7 }), 1)
const make = (who: TestAccount, of: TestCase, days: { day: string; siteId: string }[], version = 0) =>
  who.post(`/api/work-release/enrolments/${of.enrolmentId}/contract`, { version, days, reason: 'Asked' })

async function counted(agencyId: string) {
  return ownerQuery(office.urls, agencyId, async (client) => {
    const { rows } = await client.query(
      `select d.site_id, d.day, d.taken, d.capacity,
         (select count(*)::integer from work.contract_day c
          where c.site_id = d.site_id and c.day = d.day and c.until_version is null) as people
       from work.site_day d`,
    )
    return rows as { taken: number; capacity: number; people: number }[]
  })
}

test('two clerks in the same second cannot oversell the last place: exactly one of them has it', async () => {
  const clerks = [await office.account(['clerk']), await office.account(['clerk'])]
  for (let round = 0; round < 5; round++) {
    const siteId = await openTestSite(clerks[0]!, 1)
    const people = [
      await bookedPerson(office, clerks[0]!.agencyId, { days: 1 }),
      await bookedPerson(office, clerks[0]!.agencyId, { days: 1 }),
    ]
    const days = [{ day: monday().toString(), siteId }]
    const answers = await Promise.all(clerks.map((clerk, index) => make(clerk, people[index]!, days)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const refused = answers.find((answer) => answer.status === 409)!
    expect(refused.body.error).toMatchObject({ code: 'full', fields: [{ path: 'days' }] })
    expect(refused.body.error.message).toContain('is full (1 of 1)')
  }
})

test('one contract saved twice at once is made once', async () => {
  const clerk = await office.account(['clerk'])
  const siteId = await openTestSite(clerk, 5)
  const one = await bookedPerson(office, clerk.agencyId, { days: 1 })
  const days = [{ day: monday().toString(), siteId }]
  const answers = await Promise.all([make(clerk, one, days), make(clerk, one, days)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
  expect(answers.find((answer) => answer.status === 409)!.body.error.code).toBe('conflict')
})

test('the same save sent again by its key is answered as before', async () => {
  const clerk = await office.account(['clerk'])
  const siteId = await openTestSite(clerk, 5)
  const one = await bookedPerson(office, clerk.agencyId, { days: 1 })
  const body = { version: 0, days: [{ day: monday().toString(), siteId }], reason: 'Asked' }
  const key = { 'idempotency-key': '9b2f6a52-3d53-4c0b-93d3-6f8f9e6f1a11' }
  const first = await clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/contract`, body, key)
  const again = await clerk.post(`/api/work-release/enrolments/${one.enrolmentId}/contract`, body, key)
  expect(again).toEqual(first)
  expect(again.status).toBe(200)
})

test('a place is not taken while the site is being closed for the day, and the other way round', async () => {
  const clerk = await office.account(['clerk'])
  for (let round = 0; round < 5; round++) {
    const siteId = await openTestSite(clerk, 1)
    const one = await bookedPerson(office, clerk.agencyId, { days: 1 })
    const day = monday().toString()
    const [made, closed] = await Promise.all([
      make(clerk, one, [{ day, siteId }]),
      clerk.post(`/api/work-release/sites/${siteId}/exceptions`, { onDay: day, kind: 'closed' }),
    ])
    expect([made.status, closed.status].sort(), `${made.status} ${closed.status}`).not.toEqual([200, 200])
    expect(made.status === 200 || closed.status === 200).toBe(true)
  }
})

test('lowering places under those taken is refused with who they are', async () => {
  const clerk = await office.account(['clerk'])
  const siteId = await openTestSite(clerk, 2)
  const one = await bookedPerson(office, clerk.agencyId, { days: 1 })
  await make(clerk, one, [{ day: monday().toString(), siteId }])
  const name = `Rivera, ${one.personId.slice(0, 6)}`
  const refusals = [
    await clerk.post(`/api/work-release/sites/${siteId}/capacity`, {
      fromDay: today().toString(),
      places: [0, 2, 2, 2, 2, 2, 2],
    }),
    await clerk.post(`/api/work-release/sites/${siteId}/exceptions`, {
      onDay: monday().toString(),
      kind: 'closed',
    }),
    await clerk.post('/api/work-release/holidays', { onDay: monday().toString(), name: 'A holiday' }),
  ]
  for (const refusal of refusals) {
    expect(refusal.status).toBe(422)
    expect(JSON.stringify(refusal.body.error.fields)).toContain(name)
  }
  const { body: page } = await clerk.get(`/api/work-release/sites/${siteId}`)
  const contractLastDay = monday().subtract({ days: 1 }).toString()
  const ended = await clerk.post(`/api/work-release/sites/${siteId}`, {
    version: 1,
    ...page.site,
    contractLastDay,
  })
  expect(ended.body.error.fields[0]).toMatchObject({
    path: 'contractLastDay',
    message: expect.stringContaining(name),
  })
  // One place is enough for the one who is down for it.
  const lowered = { fromDay: today().toString(), places: [1, 0, 0, 0, 0, 0, 0] }
  expect((await clerk.post(`/api/work-release/sites/${siteId}/capacity`, lowered)).status).toBe(200)
})

test('eight at once over few places: no deadlock, nothing oversold, and every place counted', async () => {
  const actors = await Promise.all(Array.from({ length: 8 }, () => office.account(['clerk'])))
  const clerk = actors[0]!
  const sites = [await openTestSite(clerk, 6), await openTestSite(clerk, 6), await openTestSite(clerk, 6)]
  const week = [0, 1, 2, 3, 4].map((ahead) => monday().add({ days: ahead }).toString())
  const people = await Promise.all(
    Array.from({ length: 24 }, () => bookedPerson(office, clerk.agencyId, { days: 3 })),
  )
  const before = await deadlocks(clerk.agencyId)
  const answers = await Promise.all(
    actors.flatMap((actor, index) =>
      [0, 1, 2].map((turn) => busy(actor, people[index * 3 + turn]!, index + turn)),
    ),
  )
  expect(await deadlocks(clerk.agencyId)).toBe(before)
  for (const { status } of answers.flat()) expect([200, 409, 422]).toContain(status)
  expect(answers.flat().filter(({ status }) => status === 200).length).toBeGreaterThan(10)
  for (const day of await counted(clerk.agencyId)) {
    expect(day.taken).toBe(day.people)
    expect(day.taken).toBeLessThanOrEqual(day.capacity)
  }

  /** Books, moves, and now and then changes the plan of a site: everything that touches places. */
  async function busy(actor: TestAccount, of: TestCase, seed: number) {
    const pick = (shift: number) =>
      [0, 1, 2].map((n) => ({
        day: week[(seed + shift + n * 2) % 5]!,
        siteId: sites[(seed + n + shift) % 3]!,
      }))
    const first = await make(actor, of, pick(0))
    const moved = await make(actor, of, pick(1), 1)
    const planned = await actor.post(`/api/work-release/sites/${sites[seed % 3]}/capacity`, {
      fromDay: today().toString(),
      places: Array(7).fill(6 + (seed % 3)),
    })
    return [first, moved, planned]
  }
})

async function deadlocks(agencyId: string): Promise<number> {
  return ownerQuery(office.urls, agencyId, async (client) => {
    await client.query('select pg_stat_force_next_flush()')
    const { rows } = await client.query(
      'select deadlocks from pg_stat_database where datname = current_database()',
    )
    return Number(rows[0].deadlocks)
  })
}
