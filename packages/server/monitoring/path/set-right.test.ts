import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptedPerson, fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import { wallNow } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { rowsOf, secretOf, type TestWatch, testWatch, until, wearer } from '../testing/watched.ts'
import { checkWatch } from './check.ts'

// What is entered after it was done: whose the messages in between are.

let office: TestOffice
let deputy: TestAccount
let watch: TestWatch
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  watch = await testWatch(office)
}, 60_000)
afterAll(async () => {
  await watch.close()
  await office.stop()
})

const at = (secondsAgo: number) =>
  wallNow()
    .subtract({ milliseconds: secondsAgo * 1000 })
    .round('millisecond')
const position = (secondsAgo: number, more: Record<string, unknown> = {}) => ({
  at: at(secondsAgo).toString(),
  lat: 38.58,
  lon: -121.5,
  accuracy: 8,
  ...more,
})

const isTold = () =>
  until(
    async () =>
      (await rowsOf(office, deputy.agencyId, 'select from monitoring.told where batch is null')).length === 0,
  )
const whose = async (unitId: string) => {
  const rows = await rowsOf<{ person_id: string | null }>(
    office,
    deputy.agencyId,
    'select person_id from monitoring.fix where unit_id = $1 order by at',
    [unitId],
  )
  return rows.map(({ person_id }) => person_id)
}
const alarmsOf = async (personId: string) => {
  const rows = await rowsOf<{ kind: string }>(
    office,
    deputy.agencyId,
    'select kind from monitoring.alarm where person_id = $1',
    [personId],
  )
  return rows.map(({ kind }) => kind)
}

test('a unit put on and entered later: what it measured since it was put on is its wearer’s, and raises their alarms', async () => {
  const unitId = await receiveTestUnit(deputy)
  const secret = await secretOf(deputy, unitId, 'json')
  const person = await acceptedPerson(deputy)
  await watch.records(secret, [position(60), position(30, { strap: true }), position(20)])
  expect(await whose(unitId)).toEqual([null, null, null])
  await fitTestUnit(deputy, unitId, person.enrolmentId, { at: at(45).toString() })
  await isTold()
  expect(await whose(unitId)).toEqual([null, person.personId, person.personId])
  expect(await alarmsOf(person.personId)).toContain('strap')
  // The map shows it from now on, not from the next message on.
  expect(
    await rowsOf(
      office,
      deputy.agencyId,
      'select person_id, lat, matters from monitoring.standing where unit_id = $1',
      [unitId],
    ),
  ).toEqual([{ person_id: person.personId, lat: 38.58, matters: ['strap'] }])
})

test('a hand-over entered later: what was measured after it is the second person’s', async () => {
  const first = await wearer(deputy)
  const second = await acceptedPerson(deputy)
  await watch.records(first.secret, [position(60), position(30), position(20)])
  expect(await whose(first.unitId)).toEqual([first.personId, first.personId, first.personId])
  const body = { enrolmentId: second.enrolmentId, level: 'active', note: '', at: at(45).toString() }
  expect((await deputy.post(`/api/equipment/units/${first.unitId}/hand-over`, body)).status).toBe(200)
  await isTold()
  expect(await whose(first.unitId)).toEqual([first.personId, second.personId, second.personId])
})

test('a removal entered later: what was measured after it is nobody’s', async () => {
  const one = await wearer(deputy)
  await watch.records(one.secret, [position(60), position(20)])
  const body = { code: 'program-ended', note: '', goesTo: 'in-stock', at: at(45).toString() }
  const removed = await deputy.post(`/api/equipment/units/${one.unitId}/remove`, body)
  expect(removed.status, JSON.stringify(removed.body)).toBe(200)
  await isTold()
  expect(await whose(one.unitId)).toEqual([one.personId, null])
})

test('whoever wears a unit after somebody does not stand where that person was', async () => {
  const first = await wearer(deputy)
  await watch.records(first.secret, [position(20, { battery: 0.5 })])
  const second = await acceptedPerson(deputy)
  const body = { enrolmentId: second.enrolmentId, level: 'active', note: '' }
  expect((await deputy.post(`/api/equipment/units/${first.unitId}/hand-over`, body)).status).toBe(200)
  await isTold()
  await watch.records(first.secret, [{ at: wallNow().toString(), event: 'heartbeat' }])
  const standing = () =>
    rowsOf(
      office,
      deputy.agencyId,
      'select person_id, lat, at, battery from monitoring.standing where unit_id = $1',
      [first.unitId],
    )
  expect(await standing()).toEqual([{ person_id: second.personId, lat: null, at: null, battery: 0.5 }])
  // Their own position stands, and stays when a message comes without one.
  await watch.records(first.secret, [{ ...position(0), at: wallNow().toString() }])
  await watch.records(first.secret, [{ at: wallNow().toString(), event: 'heartbeat' }])
  expect(await standing()).toMatchObject([{ person_id: second.personId, lat: 38.58 }])
})

test('a restart takes it in as it was set right, and the record follows from its inputs', async () => {
  const { db, close } = openDatabase(office.urls.ingest, 2)
  const before = await rowsOf(office, deputy.agencyId, 'select key from monitoring.happening order by key')
  expect((await checkWatch(db, at(3600), wallNow())).differences).toEqual([])
  await watch.close()
  watch = await testWatch(office)
  expect(watch.log[0]).toMatch(/0 happenings missing, 0 people not evaluated/)
  expect(await rowsOf(office, deputy.agencyId, 'select key from monitoring.happening order by key')).toEqual(
    before,
  )
  await close()
})
