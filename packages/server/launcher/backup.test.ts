import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { backUp } from './backup.ts'
import { dataFolder } from './data-folder.ts'
import { makeTestFolder, startPostgres } from './postgres.ts'
import { restore } from './restore.ts'

const KEY = 'ab'.repeat(32)
const OTHER_KEY = 'cd'.repeat(32)

let base: string
let backup: string
let ofOneSecond: string[]
let answeredBefore: number

const at = (name: string) => path.join(base, name)

beforeAll(async () => {
  base = await makeTestFolder()
  mkdirSync(at('keys'))
  writeFileSync(at('keys/seal.key'), `${KEY}\n`)
  const postgres = await startPostgres({ dataDir: at('data'), keysDir: at('keys') })
  writeFileSync(at('data/seal-heads.jsonl'), '{"id":1,"hash":"aa"}\n')
  const client = new pg.Client({ connectionString: postgres.url('owner') })
  await client.connect()
  await client.query('create table public.kept (id int primary key, words text)')
  await client.query(`insert into public.kept select g, repeat('words ', 50) from generate_series(1, 5000) g`)
  // Somebody goes on working during the backup.
  let last = 5000
  let working = true
  const work = (async () => {
    while (working) await client.query(`insert into public.kept values ($1, 'during')`, [++last])
  })()
  await vi.waitFor(() => expect(last).toBeGreaterThan(5010))
  answeredBefore = last - 1
  const what = { folder: dataFolder(at('data')), keysDir: at('keys'), superuserUrl: postgres.superuserUrl }
  backup = await backUp({ ...what, reason: 'by-hand', to: at('backups') })
  working = false
  await work
  const twice = { ...what, reason: 'twice', to: at('twice') }
  ofOneSecond = await Promise.all([backUp(twice), backUp(twice)])
  await client.end()
  await postgres.stop()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const restoreTo = (name: string, more: Partial<Parameters<typeof restore>[0]> = {}) =>
  restore({ backup, dataDir: at(name), keysDir: at('keys'), replace: false, withoutKey: false, ...more })

async function rowsIn(name: string): Promise<{ count: number; last: number }> {
  const postgres = await startPostgres({ dataDir: at(name), keysDir: at('keys') })
  const client = new pg.Client({ connectionString: postgres.url('owner') })
  await client.connect()
  const { rows } = await client.query('select count(*)::int, max(id) as last from public.kept')
  await client.end()
  await postgres.stop()
  return rows[0]
}

describe('a backup', () => {
  test('is named after its time and reason, and holds no key', () => {
    expect(path.basename(backup)).toMatch(/^\d{4}-\d\d-\d\dT\d{6}Z-by-hand$/)
    const files = readdirSync(backup, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /key|database\.json/.test(file))).toEqual([])
  })

  test('two of one second stand under two names', () => {
    expect(readdirSync(at('twice')).toSorted()).toEqual(
      ofOneSecond.map((made) => path.basename(made)).toSorted(),
    )
    expect(new Set(ofOneSecond).size).toBe(2)
  })

  test('names the key that its sealed values need, by id only', () => {
    const manifest = readFileSync(path.join(backup, 'manifest.json'), 'utf8')
    expect(JSON.parse(manifest)).toMatchObject({
      sealingKey: '9a2db2e2',
      postgres: '18.4',
      reason: 'by-hand',
    })
    expect(manifest).not.toContain(KEY)
  })

  test('made while somebody works holds everything that was answered before it, and no hole', async () => {
    await restoreTo('restored')
    const { count, last } = await rowsIn('restored')
    expect(count).toBe(last)
    expect(last).toBeGreaterThanOrEqual(answeredBefore)
    expect(readFileSync(at('restored/seal-heads.jsonl'), 'utf8')).toBe('{"id":1,"hash":"aa"}\n')
  })

  test('does not overwrite data, and with --replace moves it aside', async () => {
    await expect(restoreTo('restored')).rejects.toThrow(`There is data in ${at('restored')} already`)
    const { movedTo } = await restoreTo('restored', { replace: true })
    expect(readdirSync(movedTo!).sort()).toEqual(['postgres', 'seal-heads.jsonl'])
    expect((await rowsIn('restored')).last).toBeGreaterThanOrEqual(answeredBefore)
  })

  test('is refused while an instance runs on the data', async () => {
    const postgres = await startPostgres({ dataDir: at('busy'), keysDir: at('keys') })
    await expect(restoreTo('busy', { replace: true })).rejects.toThrow('is in use by another instance')
    await postgres.stop()
  })
})

describe('a backup whose key is not there', () => {
  test('is refused with the id of the key it needs', async () => {
    await expect(restoreTo('elsewhere', { keysDir: at('no-keys') })).rejects.toThrow(
      `open with key 9a2db2e2, and ${at('no-keys/seal.key')} is not there. Nothing was changed`,
    )
    mkdirSync(at('other-keys'))
    writeFileSync(at('other-keys/seal.key'), `${OTHER_KEY}\n`)
    await expect(restoreTo('elsewhere', { keysDir: at('other-keys') })).rejects.toThrow('is key ')
    expect(readdirSync(base)).not.toContain('elsewhere')
  })

  test('can be restored without it, when it is lost for good', async () => {
    const { movedTo } = await restoreTo('keyless', { keysDir: at('new-keys'), withoutKey: true })
    expect(movedTo).toBeNull()
  })
})

describe('a damaged backup', () => {
  test('is refused with the name of the file', async () => {
    const file = path.join(backup, 'postgres/PG_VERSION')
    appendFileSync(file, ' ')
    await expect(restoreTo('damaged')).rejects.toThrow('postgres/PG_VERSION is not what was saved')
    rmSync(file)
    await expect(restoreTo('damaged')).rejects.toThrow('postgres/PG_VERSION is missing or cannot be read')
    expect(readdirSync(base)).not.toContain('damaged')
  })

  test('is refused when the manifest is gone, damaged, or names a place outside', async () => {
    const bad = at('bad-backup')
    mkdirSync(bad)
    await expect(restoreTo('damaged', { backup: bad })).rejects.toThrow('is no backup of Inlieu')
    writeFileSync(path.join(bad, 'manifest.json'), '{')
    await expect(restoreTo('damaged', { backup: bad })).rejects.toThrow('is damaged')
    const manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'))
    manifest.files = [{ path: '../../etc/passwd', size: 1, sha256: '' }]
    writeFileSync(path.join(bad, 'manifest.json'), JSON.stringify(manifest))
    await expect(restoreTo('damaged', { backup: bad })).rejects.toThrow('is damaged')
  })
})
