import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type TestWatch, testUnit, testWatch } from '../testing/open-alarm.ts'
import { openUnitAlarm } from './open-unit-alarm.ts'

let office: TestOffice
let watch: TestWatch
let operator: TestAccount
let clerk: TestAccount
let agency: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
})
beforeEach(async () => {
  agency = await office.agency()
  operator = await office.account(['operator'], agency)
  clerk = await office.account(['clerk'], agency)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const read = async (query = '') => (await operator.get(`/api/monitoring/alarms?state=closed${query}`)).body
const found = async (query: string) =>
  (await read(query)).alarms.map(({ id }: { id: string }) => id).toSorted()
const person = async (familyName: string, givenNames: string): Promise<string> =>
  (await clerk.post('/api/people', { familyName, givenNames })).body.personId
const numberOf = async (alarm: string): Promise<number> =>
  (await operator.get(`/api/monitoring/alarms/${alarm}`)).body.alarm.number

async function close(alarm: string, code = 'false'): Promise<string> {
  const { record } = (await operator.get(`/api/monitoring/alarms/${alarm}`)).body
  const body = { code, note: 'Looked at', whyNot: 'Test', seen: record.at(-1).number }
  const { status, body: answered } = await operator.post(`/api/monitoring/alarms/${alarm}/close`, body)
  expect([status, answered]).toEqual([200, expect.anything()])
  return alarm
}

describe('closed alarms are found again', () => {
  test('by each word of a name, in any order; by their own number', async () => {
    const ana = await close(await watch.alarm(agency, await person('Rivera', 'Ana María'), 'zone-left'))
    const luis = await close(await watch.alarm(agency, await person('Rivera', 'Luis'), 'zone-left'))
    expect(await found('&who=riv')).toEqual([ana, luis].toSorted())
    expect(await found('&who=Rivera, Ana')).toEqual([ana])
    expect(await found('&who=maria riv')).toEqual([ana])
    expect(await found('&who=luis ana')).toEqual([])
    expect(await found(`&who=${await numberOf(luis)}`)).toEqual([luis])
    expect(await found('&who=999999999999999')).toEqual([])
    expect(await found('&who=..')).toEqual([])
  })

  test('by a part of the serial number of a unit that nobody wears', async () => {
    const unitId = await testUnit(office, agency)
    await watch.client.query('begin')
    const [news] = await openUnitAlarm(
      watch.client,
      agency,
      { unitId, kind: 'battery-low', at: officeNow().subtract({ seconds: 5 }), why: 'Low.' },
      officeNow(),
    )
    await watch.client.query('commit')
    const alarm = await close(news!.subject.alarm!, 'other')
    await close(await watch.alarm(agency, await person('Rivera', 'Ana'), 'zone-left'))
    expect(await found(`&who=${unitId.slice(0, 6).toUpperCase()}`)).toEqual([alarm])
  })

  test('by the reason, the kind and the days, which narrow together', async () => {
    const one = await person('Rivera', 'Ana')
    const [left, strap, old] = [
      await close(await watch.alarm(agency, one, 'zone-left'), 'allowed'),
      await close(await watch.alarm(agency, one, 'battery-low'), 'other'),
      await close(await watch.alarm(agency, one, 'no-contact'), 'network'),
    ]
    await ownerQuery(office.urls, agency, (client) =>
      client.query(`update monitoring.alarm set opened_at = opened_at - interval '10 days' where id = $1`, [
        old,
      ]),
    )
    const today = operator.ctx.today
    expect(await found('&code=allowed')).toEqual([left])
    expect(await found('&code=allowed&kind=battery-low')).toEqual([])
    expect(await found('&kind=battery-low&code=other&who=ana')).toEqual([strap])
    expect(await found(`&to=${today.subtract({ days: 9 })}`)).toEqual([old])
    expect(await found(`&from=${today.subtract({ days: 1 })}`)).toEqual([left, strap].toSorted())
    expect((await operator.get('/api/monitoring/alarms?code=because')).status).toBe(400)
  })
})

describe('nothing is cut without a word', () => {
  test('the total is of all that fit the filter, whatever the limit; the file says what it leaves out', async () => {
    const one = await person('Rivera', 'Ana')
    for (const kind of ['zone-left', 'battery-low', 'no-contact'] as const)
      await close(await watch.alarm(agency, one, kind), 'other')
    const seen = async (query: string) => {
      const { alarms, total } = await read(query)
      return [alarms.length, total]
    }
    expect(await seen('&limit=2')).toEqual([2, 3])
    expect(await seen('&limit=3')).toEqual([3, 3])
    expect(await seen('&limit=4')).toEqual([3, 3])
    expect(await seen('&limit=1&kind=zone-left')).toEqual([1, 1])
    expect(await seen('&limit=1&severity=low')).toEqual([1, 1])
    const open = await watch.alarm(agency, one, 'strap')
    await watch.alarm(agency, await person('Rivera', 'Luis'), 'strap')
    const { body } = await operator.get('/api/monitoring/alarms?severity=critical&limit=1')
    expect([body.alarms[0].id, body.total, body.pulse.open]).toEqual([open, 2, 2])

    const named = async (query: string) => {
      const url = `/api/monitoring/alarms?format=csv&${query}`
      const { headers, body: file } = await office.app.inject({ url, headers: operator.headers })
      return [headers['content-disposition'], file.trim().split('\r\n').length - 1]
    }
    const { today } = operator.ctx
    expect(await named('state=closed&limit=2')).toEqual([
      expect.stringContaining(`closed-alarms-${today}-the-first-2-of-3.csv`),
      2,
    ])
    expect(await named('state=closed&limit=3&kind=zone-left')).toEqual([
      expect.stringContaining(`closed-alarms-${today}.csv`),
      1,
    ])
    expect(await named('severity=critical&limit=5000')).toEqual([
      expect.stringContaining(`alarms-${today}.csv`),
      2,
    ])
  })
})
