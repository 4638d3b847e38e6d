import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { startPostgres } from '../launcher/cluster.ts'
import { type DataFolder, dataFolder } from '../launcher/data-folder.ts'
import { databaseKeys, roleName } from '../launcher/database-keys.ts'
import { DATABASE } from '../launcher/database-roles.ts'
import { defaultDataDir } from '../launcher/default-data.ts'
import { externalUrls, type RoleUrls } from '../launcher/external-database.ts'
import { LaunchFailure } from '../launcher/failure.ts'
import { SUPERUSER } from '../launcher/initdb.ts'
import { lockHolder } from '../launcher/process-lock.ts'

/** The instance that a command is about. */
export interface Instance {
  readonly folder: DataFolder
  readonly keysDir: string
}

/** The addresses of an instance's database while a command works with it. */
export interface Addresses extends RoleUrls {
  /** Null when the server is not ours (DATABASE_URL). */
  readonly superuser: string | null
}

/** The instance named by --data and --keys, or the usual one of this checkout. */
export async function namedInstance(named: { data?: string; keys?: string }): Promise<Instance> {
  const folder = dataFolder(named.data ?? (await defaultDataDir()).folder)
  return { folder, keysDir: path.resolve(named.keys ?? path.join(folder.root, 'keys')) }
}

/**
 * Works with an instance's database: the running one, or one started for the time of the work.
 * @throws LaunchFailure when there is no instance in the folder
 */
export async function withDatabase<T>(instance: Instance, work: (at: Addresses) => Promise<T>): Promise<T> {
  const { folder, keysDir } = instance
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return work({ ...(await externalUrls(DATABASE_URL, keysDir)), superuser: null })
  if (!existsSync(path.join(folder.cluster, 'PG_VERSION')))
    throw new LaunchFailure(`There is no data in ${folder.root}: name the data folder with --data.`)
  const holder = lockHolder(path.join(folder.root, 'instance.lock'))
  if (holder !== null) return work(await running(instance, holder))
  const postgres = await startPostgres({ dataDir: folder.root, keysDir })
  try {
    const { superuserUrl: superuser } = postgres
    return await work({
      owner: postgres.url('owner'),
      app: postgres.url('app'),
      worker: postgres.url('worker'),
      ingest: postgres.url('ingest'),
      superuser,
    })
  } finally {
    await postgres.stop()
  }
}

async function running({ folder, keysDir }: Instance, holder: number): Promise<Addresses> {
  const { keys } = databaseKeys(keysDir)
  // A running server says its port in the fourth line.
  const state = await readFile(path.join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = state.split('\n')[3]
  if (port === undefined)
    throw new LaunchFailure(
      `The instance in ${folder.root} (process ${holder}) is just starting or stopping: try again.`,
    )
  const url = (name: string, password: string, database: string) =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${database}`
  const ours = (role: keyof RoleUrls) => url(roleName(role), keys[role], DATABASE)
  return {
    owner: ours('owner'),
    app: ours('app'),
    worker: ours('worker'),
    ingest: ours('ingest'),
    superuser: url(SUPERUSER, keys.superuser, 'postgres'),
  }
}
