import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestFolder, type Postgres, startPostgres } from './postgres.ts'
import { processExists } from './process-lock.ts'

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts the database in a process of its own, which can be killed; tells its pid and the server's. */
async function startElsewhere(
  dataDir: string,
): Promise<{ launcher: ChildProcess; server: number; guard: number }> {
  const launcher = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'testing/hold-postgres.ts'), dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = (await once(createInterface({ input: launcher.stdout! }), 'line')) as [string]
  return { launcher, ...(JSON.parse(line) as { server: number; guard: number }) }
}

async function killNow(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

describe('a new data folder', () => {
  let dataDir: string
  let postgres: Postgres
  beforeAll(async () => {
    dataDir = await makeTestFolder()
    postgres = await startPostgres({ dataDir })
  })
  afterAll(async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('gets roles that sign in and can do nothing else by themselves', async () => {
    const roles = await query(
      postgres.superuserUrl,
      `select rolname, rolcanlogin, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as more
       from pg_roles where rolname like 'inlieu%' order by rolname`,
    )
    expect(roles).toEqual(
      ['inlieu_app', 'inlieu_auditor', 'inlieu_ingest', 'inlieu_owner', 'inlieu_worker'].map((rolname) => ({
        rolname,
        rolcanlogin: true,
        more: false,
      })),
    )
  })

  test('gets a database that belongs to the owner and that only our roles may enter', async () => {
    const [database] = await query(
      postgres.superuserUrl,
      `select pg_get_userbyid(datdba) as owner, has_database_privilege('inlieu_app', oid, 'create') as app_creates,
         array_to_string(datacl, ' ') ~ '(^| )=' as open_to_all from pg_database where datname = 'inlieu'`,
    )
    expect(database).toEqual({ owner: 'inlieu_owner', app_creates: false, open_to_all: false })
    await expect(query(postgres.url('app'), 'create table public.t ()')).rejects.toThrow('permission denied')
  })

  test('compares text by its own rules, checks its pages, and writes through to the disk', async () => {
    const [found] = await query(
      postgres.superuserUrl,
      `select datlocprovider::text as provider, datlocale as locale, current_setting('data_checksums') as checksums,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('listen_addresses') as listens
       from pg_database where datname = 'inlieu'`,
    )
    expect(found).toEqual({
      provider: 'b',
      locale: 'C.UTF-8',
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      listens: '127.0.0.1',
    })
  })

  test('refuses every role without its password', async () => {
    for (const name of ['postgres', 'inlieu_owner', 'inlieu_app'])
      await expect(
        query(`postgres://${name}:wrong@127.0.0.1:${postgres.port}/postgres`, 'select 1'),
      ).rejects.toThrow('password authentication failed')
  })

  test('keeps the passwords in a file that only its owner reads', () => {
    expect(statSync(path.join(dataDir, 'keys/database.json')).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(dataDir, 'keys')).mode & 0o777).toBe(0o700)
  })

  test('is refused to a second start, with the process that has it', async () => {
    await expect(startPostgres({ dataDir })).rejects.toThrow(
      `The data in ${dataDir} is in use by another instance (process ${process.pid})`,
    )
    expect(await query(postgres.url('app'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('leaves key values of a conflict and failed statements out of the log', async () => {
    const owner = postgres.url('owner')
    await query(owner, 'create table public.secret (name text primary key)')
    await query(owner, `insert into public.secret values ('Marlowe')`)
    await expect(query(owner, `insert into public.secret values ('Marlowe')`)).rejects.toThrow(
      'duplicate key',
    )
    const log = readFileSync(path.join(dataDir, 'log/postgres.log'), 'utf8')
    expect(log).toContain('duplicate key value violates unique constraint')
    expect(log).not.toContain('Marlowe')
  })
})

describe('a data folder that was used before', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await makeTestFolder()
    const postgres = await startPostgres({ dataDir })
    await query(postgres.url('owner'), 'create table public.kept (id int primary key)')
    await query(postgres.url('owner'), 'insert into public.kept select generate_series(1, 100)')
    await postgres.stop()
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  const count = async (postgres: Postgres) =>
    (await query<{ count: number }>(postgres.url('owner'), 'select count(*)::int from public.kept'))[0]?.count

  test('starts again with all that was there', async () => {
    const postgres = await startPostgres({ dataDir })
    expect(postgres.isNew).toBe(false)
    expect(await count(postgres)).toBe(100)
    await postgres.stop()
  })

  test('starts again when the file of passwords is lost, with new ones', async () => {
    const file = path.join(dataDir, 'keys/database.json')
    const old = readFileSync(file, 'utf8')
    rmSync(file)
    const postgres = await startPostgres({ dataDir })
    expect(await count(postgres)).toBe(100)
    expect(await query(postgres.url('app'), 'select current_user as me')).toEqual([{ me: 'inlieu_app' }])
    expect(readFileSync(file, 'utf8')).not.toBe(old)
    await postgres.stop()
  })

  test('names the damaged file of passwords and what to do', async () => {
    const { writeFile, rename } = await import('node:fs/promises')
    const file = path.join(dataDir, 'keys/database.json')
    await rename(file, `${file}.whole`)
    await writeFile(file, '{')
    await expect(startPostgres({ dataDir })).rejects.toThrow(`The key file ${file} is damaged`)
    await rename(`${file}.whole`, file)
  })

  test('a server that a killed launcher left running is stopped, not adopted', async () => {
    const { launcher, server, guard } = await startElsewhere(dataDir)
    process.kill(guard, 'SIGKILL')
    await killNow(launcher)
    expect(processExists(server)).toBe(true)
    const notices: string[] = []
    const postgres = await startPostgres({ dataDir, notice: (line) => notices.push(line) })
    expect(notices).toEqual(['A database server left over from a killed run was stopped.'])
    expect(processExists(server)).toBe(false)
    expect(await count(postgres)).toBe(100)
    await postgres.stop()
  })

  test('a launcher that is killed takes its server with it', async () => {
    const { launcher, server } = await startElsewhere(dataDir)
    await killNow(launcher)
    await expect.poll(() => processExists(server), { timeout: 10_000 }).toBe(false)
  })

  test('every commit that was answered is there after the server is killed in the middle of others', async () => {
    const postgres = await startPostgres({ dataDir })
    await query(postgres.url('owner'), 'create table public.acked (id int primary key)')
    let answered = 0
    const writer = (async () => {
      const client = new pg.Client({ connectionString: postgres.url('owner') })
      client.on('error', () => {})
      await client.connect()
      try {
        for (let id = 1; ; id++) {
          await client.query('insert into public.acked values ($1)', [id])
          answered = id
        }
      } catch {
        await client.end().catch(() => {})
      }
    })()
    await expect.poll(() => answered, { timeout: 10_000 }).toBeGreaterThan(200)
    const ended = postgres.ended()
    process.kill(postgres.pid, 'SIGKILL')
    await ended
    await writer
    await expect.poll(() => postgres.restart().then(() => 'up', String), { timeout: 20_000 }).toBe('up')
    const [found] = await query<{ count: number; last: number }>(
      postgres.url('owner'),
      'select count(*)::int, max(id) as last from public.acked',
    )
    expect(found!.count).toBe(found!.last)
    expect(found!.last).toBeGreaterThanOrEqual(answered)
    await postgres.stop()
  })
})
