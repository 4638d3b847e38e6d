import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LaunchFailure } from './failure.ts'
import { InstanceLock } from './instance-lock.ts'
import { startTestCluster, type TestCluster } from './postgres.ts'

let cluster: TestCluster
let superuser: pg.Client
beforeAll(async () => {
  cluster = await startTestCluster()
  superuser = new pg.Client({ connectionString: cluster.superuserUrl })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await cluster.stop()
})

const holders = async () =>
  (
    await superuser.query(`select pid from pg_locks where locktype = 'advisory' and granted order by pid`)
  ).rows.map((row) => row.pid as number)

const take = (lost: (failure: LaunchFailure) => void = () => {}) =>
  InstanceLock.take(cluster.url('owner'), lost)

test('is one instance’s; another is told whose', async () => {
  const lock = await take()
  await expect(take()).rejects.toThrow(
    new RegExp(`in use by another instance \\(inlieu launcher ${process.pid} on `),
  )
  await lock.release()
  await (await take()).release()
})

test('is taken again when the server cut the connection', async () => {
  const lock = await take()
  const [before] = await holders()
  await superuser.query('select pg_terminate_backend($1)', [before])
  await expect
    .poll(async () => (await holders()).map((pid) => pid === before), { timeout: 10_000 })
    .toEqual([false])
  await lock.release()
  await expect.poll(holders).toEqual([])
})

test('taken by another in between, the instance is told to end', async () => {
  const told: string[] = []
  const lock = await take((failure) => told.push(failure.message))
  // The first takes it again as soon as it is cut: it is cut until the other was quicker.
  let other: Awaited<ReturnType<typeof take>> | undefined
  for (let tries = 0; other === undefined && tries < 100; tries++) {
    await superuser.query('select pg_terminate_backend(pid) from pg_locks where locktype = $1', ['advisory'])
    other = await take().catch(() => undefined)
  }
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1)
  expect(told[0]).toContain('in use by another instance')
  await lock.release()
  await other?.release()
})
