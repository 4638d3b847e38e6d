import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { somebody } from '../testing/happenings.ts'
import { type TestWatch, testWatch } from '../testing/open-alarm.ts'

// The file of an alarm, as it is given out of the room.

let office: TestOffice
let watch: TestWatch
let operator: TestAccount
let agency: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  operator = await office.account(['operator'])
  agency = operator.agencyId
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const rows = <R>(sql: string, values: unknown[] = []): Promise<R[]> =>
  ownerQuery(office.urls, agency, async (client) => (await client.query(sql, values)).rows as R[])

test('monitoring rule 8: the whole record and what decided, no telephones; each taking is a look', async () => {
  const person = await somebody(office, agency)
  const at = officeNow().epochMilliseconds - 60_000
  const decided = { key: 'f', at, lat: 38.57, lon: -121.49, accuracy: 8, distance: 130 }
  const alarm = await watch.alarm(agency, person, 'zone-left', {
    evidence: {
      ...{ why: 'Gone.', fixes: [decided], inputs: [] },
      ...{ parameters: { leaveFixes: 3, rowWithin: 900 }, values: { fixesBeyond: 3 } },
    },
  })
  const take = () => operator.post(`/api/monitoring/alarms/${alarm}/file`, {})
  const deeds = [
    { code: 'call-participant', deed: { as: 'call', phone: '916 555 0177', outcome: 'no-answer' } },
    { code: 'call-on-call', deed: { as: 'call', phone: '916 555 0178', outcome: 'reached' } },
  ]
  for (const deed of deeds)
    expect((await operator.post(`/api/monitoring/alarms/${alarm}/steps`, deed)).status).toBe(200)
  const { status, body } = await take()
  expect(JSON.stringify(body)).not.toMatch(/916 ?555/)
  expect([status, body.takenBy]).toEqual([200, 'Test operator'])
  expect(body.findings).toMatchObject([
    {
      kind: 'zone-left',
      parameters: [
        { name: 'rowWithin', value: 900, unit: 's' },
        { name: 'leaveFixes', value: 3, unit: 'fixes' },
      ],
    },
  ])
  expect(body.fixes).toMatchObject([{ lat: 38.57, distance: 130, decided: true }])
  expect(body.record.map(({ kind }: { kind: string }) => kind)).toEqual([
    'opened',
    'acknowledged',
    'step',
    'step',
  ])
  expect(body.record.at(-1).about).toMatchObject({ as: 'call', outcome: 'reached' })
  expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['phones']))
  expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['contacts']))
  await take()
  const looks = await rows('select purpose, scope from monitoring.look where alarm_id = $1', [alarm])
  expect(looks).toEqual(Array(2).fill({ purpose: 'alarm', scope: 'export' }))
  expect((await operator.post(`/api/monitoring/alarms/${randomUUID()}/file`, {})).status).toBe(404)
})
