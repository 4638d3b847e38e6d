import { rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrate } from '../platform/migrate.ts'
import { externalUrls } from './external-database.ts'
import { freePort } from './ports.ts'
import { makeTestFolder, startTestCluster, type TestCluster } from './postgres.ts'

let cluster: TestCluster
let base: string
let keysDir: string

const url = (role: string, database = 'county', password = 'pw') =>
  `postgres://${role}:${password}@127.0.0.1:${cluster.port}/${database}`

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

// A server that knows nothing of us: ours without our roles.
beforeAll(async () => {
  base = await makeTestFolder()
  cluster = await startTestCluster()
  await asSuperuser(
    'drop database inlieu',
    'drop role inlieu_owner, inlieu_app, inlieu_worker, inlieu_ingest, inlieu_auditor',
    `create role county login createrole password 'pw'`,
    `create role weak login password 'pw'`,
    'create database county owner county',
    `create database latin owner county encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
  )
})
afterAll(async () => {
  await cluster.stop()
  rmSync(base, { recursive: true, force: true })
})
beforeEach(() => {
  keysDir = path.join(base, 'keys')
})

test('a server that does not answer', async () => {
  const port = await freePort()
  await expect(externalUrls(`postgres://county:pw@127.0.0.1:${port}/county`, keysDir)).rejects.toThrow(
    `(127.0.0.1:${port}/county) does not answer: nothing listens there`,
  )
})

test('an address that is none', async () => {
  for (const wrong of ['nonsense', 'http://127.0.0.1/county'])
    await expect(externalUrls(wrong, keysDir)).rejects.toThrow('DATABASE_URL is not understood')
})

test('a wrong password, never repeated in the message', async () => {
  const failure = await externalUrls(url('county', 'county', 'hunter2'), keysDir).catch(String)
  expect(failure).toContain('refuses the role or its password')
  expect(failure).not.toContain('hunter2')
})

test('a database that is not there, or is not UTF8', async () => {
  await expect(externalUrls(url('county', 'nowhere'), keysDir)).rejects.toThrow(
    'has no database of that name',
  )
  await expect(externalUrls(url('county', 'latin'), keysDir)).rejects.toThrow('has the encoding SQL_ASCII')
})

test('a role that may not make roles is told which are needed', async () => {
  await expect(externalUrls(url('weak'), keysDir)).rejects.toThrow(
    /"weak" of DATABASE_URL may not create roles.*inlieu_owner, inlieu_app, inlieu_worker, inlieu_ingest, inlieu_auditor/,
  )
})

test('a role that may make roles: ours are made, the database migrates as our owner, a second start finds them', async () => {
  const urls = await externalUrls(url('county'), keysDir)
  expect(new URL(urls.owner).username).toBe('inlieu_owner')
  await migrate(urls.owner)
  const app = new pg.Client({ connectionString: urls.app })
  await app.connect()
  const { rows } = await app.query('select count(*)::int from access.agency')
  expect(rows).toEqual([{ count: 0 }])
  await app.end()
  expect(await externalUrls(url('county'), keysDir)).toEqual(urls)
})

test('passwords that were lost are set anew', async () => {
  const old = await externalUrls(url('county'), keysDir)
  const fresh = await externalUrls(url('county'), path.join(base, 'new-keys'))
  expect(fresh.app).not.toBe(old.app)
  const app = new pg.Client({ connectionString: fresh.app })
  await app.connect()
  await app.end()
})
