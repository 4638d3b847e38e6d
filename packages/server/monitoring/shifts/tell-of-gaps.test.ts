import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { act } from '../../platform/act.ts'
import { dayIn } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { watchStaffing } from './watch-staffing.ts'

// EMP-7.1: a round of the staffing writes to each once, whatever it finds.

const zone = 'America/Los_Angeles'
const addresses = ['one@center.example', 'two@center.example']

let office: TestOffice
let supervisor: TestAccount
let day: Temporal.PlainDate
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())
beforeEach(async () => {
  const agency = await office.agency()
  supervisor = await office.account(['operator-supervisor'], agency)
  day = supervisor.ctx.today.add({ days: 3 })
  await staff(supervisor, addresses[0]!)
  await staff(await office.account(['operator-supervisor'], agency), addresses[1]!)
})

async function staff(who: TestAccount | null, email = ''): Promise<string> {
  const { status, body } = await supervisor.post('/api/monitoring/staff', {
    accountId: who?.id ?? null,
    name: who?.username ?? 'Somebody',
    phone: '916 555 0100',
    email,
    texts: false,
    note: '',
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.id
}

/** Plans one shift of that day for somebody, from eight to eight. */
async function plan(post: 'supervisor' | 'operator'): Promise<void> {
  const [fromDay, lastDay] = [day.toString(), day.toString()]
  const shift = {
    staffId: await staff(null),
    post,
    fromDay,
    lastDay,
    weekdays: [],
    from: '08:00',
    to: '20:00',
  }
  expect((await supervisor.post('/api/monitoring/shifts', shift)).status).toBe(200)
}

/** Messages that a round at a time of that day wrote. */
async function round(time: string) {
  const now = day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
  const all = () =>
    ownerQuery(office.urls, supervisor.agencyId, async (client) => {
      const { rows } = await client.query('select * from monitoring.message order by asked_at, address')
      return rows
    })
  const before = await all()
  await act(office.database.db, { ...supervisor.ctx, now, today: dayIn(zone, now) }, watchStaffing, {})
  const known = new Set(before.map(({ id }) => id))
  return (await all()).filter(({ id }) => !known.has(id))
}

test('two gaps ahead are one message to each of them, which lists both; the next round writes nothing', async () => {
  await plan('supervisor')
  await plan('operator')
  const told = (await round('12:00')).filter(({ body }) => body.includes('planned from'))
  expect(told.map(({ address }) => address)).toEqual(addresses)
  expect(told[0].body.match(/^- (no supervisor|too few operators) planned from/gm)).toHaveLength(2)
  expect(told[0].body).toContain('Please fill the shifts.')
  expect((await round('12:01')).filter(({ body }) => body.includes('planned from'))).toEqual([])
})

test('with no channel nobody is called asked: who is to be called stands on the board, each under their number', async () => {
  const agency = supervisor.agencyId
  await ownerQuery(office.urls, agency, (client) =>
    client.query(
      `insert into monitoring.shift (agency_id, id, staff_id, post, from_at, to_at, planned_at, planned_by)
       select agency_id, gen_random_uuid(), id, 'supervisor', clock_timestamp() - interval '1 hour',
         clock_timestamp() + interval '8 hours', clock_timestamp(), $2 from monitoring.staff
       where agency_id = $1 and email = $3`,
      [agency, supervisor.id, addresses[0]],
    ),
  )
  await act(office.database.db, supervisor.ctx, watchStaffing, {})
  // Nobody is an operator either: that is a gap of its own, and they stand in no order.
  const gapNow = async () =>
    (await supervisor.get('/api/monitoring/shifts')).body.gapsNow.find(
      ({ post }: { post: string }) => post === 'supervisor',
    )
  expect(await gapNow()).toMatchObject({
    post: 'supervisor',
    told: 0,
    toCall: [{ name: supervisor.username, phone: '916 555 0100' }],
  })

  const said = async (state: string) => {
    await ownerQuery(office.urls, agency, (client) =>
      client.query('update monitoring.message set state = $2 where agency_id = $1', [agency, state]),
    )
    const { told, toCall } = await gapNow()
    return [told, toCall.length]
  }
  expect(await said('asked')).toEqual([1, 0])
  expect(await said('delivered')).toEqual([1, 0])
  expect(await said('refused')).toEqual([0, 1])
})
