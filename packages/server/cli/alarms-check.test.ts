import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres } from '../launcher/cluster.ts'
import { makeTestFolder } from '../launcher/test-cluster.ts'
import { migrate } from '../platform/migrate.ts'
import { alarmsCheckCommand } from './alarms-check.ts'

// The command on an instance of its own, that is not running: it starts the database for the time of the check.

let folder: string
const agency = randomUUID()
const alarm = randomUUID()
beforeAll(async () => {
  folder = await makeTestFolder()
  await withOwner(async (client) => {
    await client.query(
      `insert into access.agency (id, slug, name, county, state, time_zone) values ($1, 'one', 'Office One', 'X', 'CA', 'America/Los_Angeles')`,
      [agency],
    )
    const account = randomUUID()
    await client.query(
      `insert into access.account (agency_id, id, username, display_name, password_hash, created_at) values ($1, $2, 'ana', 'Ana', '-', '2026-03-02T20:00:00Z')`,
      [agency, account],
    )
    await client.query(
      `with a as (insert into monitoring.alarm (agency_id, id, incident, kind, severity, happened_at, opened_at, why, drill, opened_by)
         values ($1, $2, 'drill', 'strap', 'critical', '2026-03-02T20:00:00Z', '2026-03-02T20:00:00Z', 'A drill', true, $3)
         returning agency_id, id, opened_at),
       d as (insert into monitoring.duty (agency_id, id, alarm_id, kind, made_at, due_at)
         select agency_id, gen_random_uuid(), id, 'resolve', opened_at, opened_at from a)
       insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, by)
       select agency_id, gen_random_uuid(), id, 'opened', opened_at, $3 from a`,
      [agency, alarm, account],
    )
  })
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function withOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const postgres = await startPostgres({
    dataDir: folder,
    keysDir: path.join(folder, 'keys'),
    durable: false,
  })
  try {
    await migrate(postgres.url('owner'))
    const client = new pg.Client({ connectionString: postgres.url('owner') })
    await client.connect()
    await client.query(`select set_config('inlieu.agency', $1, false)`, [agency])
    await work(client)
    await client.end()
  } finally {
    await postgres.stop()
  }
}

async function run(): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
  try {
    const code = await alarmsCheckCommand.run(['--data', folder])
    return { code, said: lines.join('') }
  } finally {
    written.mockRestore()
  }
}

test('says of each office that what was opened less what was closed is the queue, and exits with 0', async () => {
  expect(await run()).toEqual({
    code: 0,
    said: 'Office One: 1 opened + 0 opened again - 0 closed = 1; in the queue 1.\nThe alarms balance.\n',
  })
}, 60_000)

test('exits with 1 when an alarm left the queue without having been closed', async () => {
  await withOwner(async (client) => {
    await client.query(
      `update monitoring.alarm set closed_at = opened_at, closed_by = opened_by, closed_code = 'false' where id = $1`,
      [alarm],
    )
  })
  const { code, said } = await run()
  expect(code).toBe(1)
  expect(said).toContain('1 opened + 0 opened again - 0 closed = 1; in the queue 0.')
  expect(said).toContain('1 whose record says otherwise than they do.')
  expect(said).toContain('The alarms of 1 of 1 agencies do NOT balance.')
}, 60_000)
