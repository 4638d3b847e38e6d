import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringUpToDate } from './bring-up-to-date.ts'
import { dataFolder } from './data-folder.ts'
import { embeddedDatabase, type OfficeDatabase } from './office-database.ts'
import { makeTestFolder, startPostgres } from './postgres.ts'

let base: string
let database: OfficeDatabase
const said: string[] = []

beforeAll(async () => {
  base = await makeTestFolder()
  mkdirSync(path.join(base, 'migrations'))
  database = embeddedDatabase(await startPostgres({ dataDir: path.join(base, 'data'), durable: false }))
})
afterAll(async () => {
  await database.close()
  rmSync(base, { recursive: true, force: true })
})

const write = (name: string, sql: string) => writeFileSync(path.join(base, 'migrations', name), sql)

const run = () => {
  said.length = 0
  const data = path.join(base, 'data')
  return bringUpToDate(
    database,
    dataFolder(data),
    path.join(data, 'keys'),
    (line) => said.push(line),
    path.join(base, 'migrations'),
  )
}

const backups = () => readdirSync(path.join(base, 'data/backups')).length

test('an empty database is migrated without a backup and without words', async () => {
  write('0001-first.sql', 'create table public.first (id int)')
  await run()
  expect(said).toEqual([])
  expect(existsSync(path.join(base, 'data/backups'))).toBe(false)
})

test('one that holds something is backed up first', async () => {
  write('0002-second.sql', 'create table public.second (id int)')
  await run()
  expect(said[0]).toMatch(/^Backup before the migration: .*-before-migration$/)
  expect(said[1]).toBe('Migrated: 0002-second')
  expect(backups()).toBe(1)
})

test('nothing to do: nothing said, no backup', async () => {
  await run()
  expect(said).toEqual([])
  expect(backups()).toBe(1)
})

test('a migration that fails half-way leaves no trace, and the line names it and the backup', async () => {
  write('0003-third.sql', 'create table public.third (id int)')
  write('0004-broken.sql', 'create table public.half (id int); insert into public.nowhere values (1)')
  await expect(run()).rejects.toThrow(
    /^Migration 0004-broken failed and was rolled back: .*"public.nowhere" does not exist\. The backup from before it: \S+$/,
  )
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query(
    `select to_regclass('public.third') is not null as third, to_regclass('public.half') is not null as half`,
  )
  await client.end()
  expect(rows).toEqual([{ third: true, half: false }])
})

test('data of a newer release is refused', async () => {
  rmSync(path.join(base, 'migrations/0004-broken.sql'))
  rmSync(path.join(base, 'migrations/0003-third.sql'))
  await expect(run()).rejects.toThrow('0003-third, which this release does not know: start the newer release')
})
