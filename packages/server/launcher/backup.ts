import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { wallNow } from '../platform/clock.ts'
import { type DataFolder, needSpace, unusable } from './data-folder.ts'
import { DATABASE } from './database-roles.ts'
import { errorCode, LaunchFailure } from './failure.ts'
import {
  type CopiedFile,
  copyFile,
  digestFile,
  listTree,
  makeFolders,
  putOnMedia,
  treeSize,
} from './folder-copy.ts'
import { type Manifest, manifestFile } from './manifest.ts'
import { holdLock } from './process-lock.ts'
import { sealingKeyId } from './sealing-key.ts'
import { clearStaleDrafts, writerFile } from './stale-drafts.ts'

/** Inside a backup: the cluster, and what testifies about it from outside. */
export const CLUSTER_PART = 'postgres'
export const SEAL_HEADS_PART = 'seal-heads.jsonl'

/** What is made anew at each start, or belongs to the running server only. */
const NOT_COPIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|^(postmaster\.(pid|opts)|backup_label.*|\.s\.PGSQL\..*)$|(^|\/)(pgsql_tmp.*|pg_internal\.init.*)$/

/** Some WAL segments beyond the files themselves. */
const SPACE_FOR_WAL = 128 * 1024 * 1024

/** What to back up and why. */
export interface BackupOptions {
  readonly folder: DataFolder
  readonly keysDir: string
  readonly superuserUrl: string
  /** A word or two for the folder's name: `by-hand`, `before-migration`. */
  readonly reason: string
  /** The folder that gets the backup's own folder; default `backups` in the data. */
  readonly to?: string
}

/**
 * Copies a running cluster: its files between the start and the stop of a backup, then the WAL written
 * meanwhile, which makes them consistent. Work goes on during it. The keys are never part of it.
 * @returns the new backup's folder
 * @throws LaunchFailure when the disk has not enough space, before anything is written
 */
export async function backUp(options: BackupOptions): Promise<string> {
  const parent = options.to ?? options.folder.backups
  // Elsewhere a draft may be another machine's.
  await clearStaleDrafts(options.folder.backups)
  const draft = await makeDraft(parent, options)
  const release = holdLock(writerFile(draft), 'The draft of this backup')
  try {
    const manifest = await copyAll(options, draft)
    await writeFile(manifestFile(draft), `${JSON.stringify(manifest, null, 1)}\n`, {
      mode: 0o600,
      flush: true,
    })
    release()
    // The name of a finished backup appears only when all of it would survive a power loss.
    await putOnMedia(draft)
    const target = draft.replace(/\.part$/, '')
    await rename(draft, target)
    await putOnMedia(parent)
    return target
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (errorCode(error) === 'ENOSPC') throw unusable(parent, error)
    throw error
  }
}

async function makeDraft(parent: string, { folder, reason }: BackupOptions): Promise<string> {
  try {
    await mkdir(parent, { recursive: true, mode: 0o700 })
    needSpace(parent, (await treeSize(folder.cluster)) + SPACE_FOR_WAL, 'the backup')
    const time = wallNow().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
    return await claimDraft(parent, `${time.replaceAll(':', '')}-${reason}`)
  } catch (error) {
    throw error instanceof LaunchFailure ? error : unusable(parent, error)
  }
}

/** A draft under a name that no backup has: the second of one second gets a number. */
async function claimDraft(parent: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const target = path.join(parent, n === 1 ? name : `${name}-${n}`)
    if (existsSync(target)) continue
    try {
      await mkdir(`${target}.part`, { mode: 0o700 })
      return `${target}.part`
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

async function copyAll(options: BackupOptions, draft: string): Promise<Manifest> {
  const { folder } = options
  // The heads first: a seal that is named outside must be in the copy of the database too.
  const heads = await copyIfThere(folder.sealHeads, draft, SEAL_HEADS_PART)
  const about = await describe(options)
  const cluster = await copyCluster(options, path.join(draft, CLUSTER_PART))
  const inside = (name: string) => path.join(CLUSTER_PART, name)
  return {
    ...about,
    folders: cluster.folders.map(inside),
    files: [...heads, ...cluster.files.map((file) => ({ ...file, path: inside(file.path) }))],
  }
}

async function describe(options: BackupOptions): Promise<Omit<Manifest, 'folders' | 'files'>> {
  const office = new URL(options.superuserUrl)
  office.pathname = `/${DATABASE}`
  const facts = await withClient(office.href, async (client) => {
    const has = async (table: string) =>
      (await client.query('select to_regclass($1) is not null as there', [table])).rows[0].there as boolean
    const version = await client.query(`select current_setting('server_version') as version`)
    const migration = (await has('migration.applied'))
      ? await client.query('select name from migration.applied order by number desc limit 1')
      : null
    const seal = (await has('audit.seal'))
      ? await client.query(
          `select id::int, encode(hash, 'hex') as hash from audit.seal order by id desc limit 1`,
        )
      : null
    return {
      postgres: version.rows[0].version as string,
      migration: (migration?.rows[0]?.name ?? null) as string | null,
      sealHead: (seal?.rows[0] ?? null) as Manifest['sealHead'],
    }
  })
  return {
    format: 1,
    made: wallNow().toString(),
    reason: options.reason,
    architecture: process.arch,
    sealingKey: await sealingKeyId(options.keysDir).catch(() => null),
    ...facts,
  }
}

interface Copied {
  folders: readonly string[]
  files: CopiedFile[]
}

function copyCluster({ folder, superuserUrl }: BackupOptions, target: string): Promise<Copied> {
  return withClient(superuserUrl, async (client) => {
    if ((await readdir(path.join(folder.cluster, 'pg_tblspc'))).length > 0)
      throw new LaunchFailure('This cluster has tablespaces, which a backup cannot hold.')
    // The slot keeps the server from recycling the WAL of this time, however long the copy takes; it goes with
    // the session.
    await client.query(
      `select pg_create_physical_replication_slot('inlieu_backup_' || pg_backend_pid(), true, true)`,
    )
    await client.query(`select pg_backup_start('inlieu', fast => true)`)
    const { folders, files: names } = await listTree(folder.cluster, (name) => NOT_COPIED.test(name))
    await makeFolders(target, folders)
    const files: CopiedFile[] = []
    // A table dropped meanwhile takes its file away; the WAL says so too.
    for (const name of names)
      files.push(...(await copyIfThere(path.join(folder.cluster, name), target, name)))
    const stop = await client.query<{ segment: string; label: string }>(
      `select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(wait_for_archive => false)`,
    )
    const { segment, label } = stop.rows[0]!
    files.push(await writeLabel(target, label), ...(await copyWal(folder.cluster, target, label, segment)))
    return { folders, files }
  })
}

/** The file that tells the server, at its first start on the copy, where to begin reading the WAL. */
async function writeLabel(target: string, label: string): Promise<CopiedFile> {
  await writeFile(path.join(target, 'backup_label'), label, { mode: 0o600 })
  return { path: 'backup_label', ...(await digestFile(path.join(target, 'backup_label'))) }
}

async function copyWal(cluster: string, target: string, label: string, last: string): Promise<CopiedFile[]> {
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label)?.[1]
  const there = (await readdir(path.join(cluster, 'pg_wal'))).sort()
  const needed = there.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= (first ?? '') && name <= last)
  if (first === undefined || needed[0] !== first || needed.at(-1) !== last)
    throw new Error(`The WAL of the backup is not complete: ${first} to ${last}, found ${needed.join(', ')}.`)
  const files: CopiedFile[] = []
  for (const name of [...there.filter((other) => /\.history$/.test(other)), ...needed]) {
    const place = path.join('pg_wal', name)
    files.push({ path: place, ...(await copyFile(path.join(cluster, place), path.join(target, place))) })
  }
  return files
}

async function copyIfThere(from: string, target: string, name: string): Promise<CopiedFile[]> {
  try {
    return [{ path: name, ...(await copyFile(from, path.join(target, name))) }]
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
