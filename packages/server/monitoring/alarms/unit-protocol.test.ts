import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { defaultProtocol } from '../guidelines/default-protocols.ts'
import { committed } from '../testing/happenings.ts'
import { type TestWatch, testUnit, testWatch } from '../testing/open-alarm.ts'
import { openUnitAlarm } from './open-unit-alarm.ts'

let office: TestOffice
let watch: TestWatch
let operator: TestAccount
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  operator = await office.account(['operator'])
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

/** The page of an alarm about a unit that nobody wears, whose strap was opened. */
async function opened() {
  const { agencyId } = operator
  const unitId = await testUnit(office, agencyId)
  const now = officeNow()
  const [news] = await committed(watch.client, () =>
    openUnitAlarm(watch.client, agencyId, { unitId, kind: 'strap', at: now, why: 'Cut.' }, now),
  )
  return (await operator.get(`/api/monitoring/alarms/${news!.subject.alarm}`)).body
}

test('EMP-7.3 a unit that nobody wears: what the agency has approved for the kind grades and times it, the steps are its own', async () => {
  const before = await opened()
  expect([before.alarm.severity, before.protocol.approved, before.protocol.minutes]).toEqual([
    'critical',
    false,
    defaultProtocol('strap').minutes,
  ])
  const sergeant = await office.account(['sergeant'])
  const minutes = { acknowledge: 1, notify: 1, resolve: 1 }
  const entered = await sergeant.post('/api/monitoring/guidelines', {
    subject: 'protocol:strap',
    protocol: { ...defaultProtocol('strap'), severity: 'medium', minutes },
    ...{ numbers: null, from: null, reason: 'Agreed with the agency.' },
  })
  const lieutenant = await office.account(['lieutenant'])
  expect((await lieutenant.post(`/api/monitoring/guidelines/${entered.body.id}/approve`, {})).status).toBe(
    200,
  )
  const after = await opened()
  expect([after.alarm.severity, after.protocol.approved, after.protocol.minutes]).toEqual([
    'medium',
    true,
    minutes,
  ])
  const codes = (page: typeof after) => page.steps.map(({ code }: { code: string }) => code)
  expect(codes(after)).toEqual(codes(before))
  expect(codes(after)).toContain('inspect')
})
