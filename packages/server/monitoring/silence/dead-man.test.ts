import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { rowsOf } from '../testing/watched.ts'
import { DeadMan } from './dead-man.ts'

// A watch that does not run is told of outside of the house, once, and so is its return.

let office: TestOffice
let supervisor: TestAccount
let worker: ReturnType<typeof openDatabase>
let watch: pg.Client
beforeAll(async () => {
  office = await testOffice()
  supervisor = await office.account(['operator-supervisor'])
  const staff = {
    accountId: supervisor.id,
    name: 'Supervisor Example',
    phone: '',
    email: 'center@county.example',
    texts: false,
    note: '',
  }
  expect((await supervisor.post('/api/monitoring/staff', staff)).body).toHaveProperty('id')
  worker = openDatabase(office.urls.worker, 2)
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
})
afterAll(async () => {
  await watch.end()
  await worker.close()
  await office.stop()
})

const beat = (n: number) =>
  watch.query(
    `insert into monitoring.heartbeat (started_at, evaluated_at, batch, people, waiting) values ($1, $1, $2, 0, 0)
     on conflict (only_row) do update set evaluated_at = excluded.evaluated_at, batch = excluded.batch`,
    [wallNow().add({ seconds: n }).toString(), n],
  )
const silences = () =>
  rowsOf(
    office,
    supervisor.agencyId,
    'select told, ended_at is not null as over from monitoring.silence order by found_at',
  )
const titles = async () =>
  (await rowsOf(office, supervisor.agencyId, 'select title from monitoring.message order by asked_at')).map(
    ({ title }) => title,
  )

test('below, at and above a minute without a sign of life; told once; its return is told', async () => {
  const deadMan = new DeadMan(worker.db)
  await beat(1)
  await deadMan.look(1_000)
  await deadMan.look(60_999)
  expect(await silences()).toEqual([])
  await deadMan.look(61_000)
  expect(await silences()).toEqual([{ told: 1, over: false }])
  await deadMan.look(66_000)
  expect(await titles()).toEqual(['The watch does not run'])
  await beat(2)
  await deadMan.look(71_000)
  expect(await silences()).toEqual([{ told: 1, over: true }])
  expect(await titles()).toEqual(['The watch does not run', 'The watch runs again'])
})

test('a sign each look is no silence, however long', async () => {
  const deadMan = new DeadMan(worker.db)
  for (let n = 0; n < 30; n++) {
    await beat(10 + n)
    await deadMan.look(n * 5_000)
  }
  expect(await silences()).toHaveLength(1)
})

test('a silence that an earlier process found ends with the first sign that the next one sees move', async () => {
  const earlier = new DeadMan(worker.db)
  await earlier.look(0)
  await earlier.look(60_000)
  const next = new DeadMan(worker.db)
  await next.look(0)
  await beat(100)
  await next.look(5_000)
  expect((await silences()).at(-1)).toEqual({ told: 1, over: true })
})
