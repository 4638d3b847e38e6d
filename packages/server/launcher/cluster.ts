import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { embeddedBinaries } from './binaries.ts'
import { openDataFolder } from './data-folder.ts'
import { databaseKeys, type Role, roleName } from './database-keys.ts'
import { DATABASE, ensureRoles } from './database-roles.ts'
import { LaunchFailure } from './failure.ts'
import { makeCluster, SUPERUSER } from './initdb.ts'
import { LogFile } from './log-file.ts'
import { resetSuperuser, startPostmaster, stopOrphan } from './postmaster.ts'
import { holdLock } from './process-lock.ts'
import { closedTo, serverUser } from './server-user.ts'
import { type Settings, standardSettings, THROW_AWAY } from './settings.ts'

/** How to start the embedded PostgreSQL. */
export interface PostgresOptions {
  /** The instance's data folder; the cluster is `postgres` inside it. Made when it is not there. */
  readonly dataDir: string
  /** Where the role passwords are (`database.json`); default `<dataDir>/keys`. */
  readonly keysDir?: string
  /** Settings of PostgreSQL over the standard ones. */
  readonly settings?: Settings
  /** False only for throw-away clusters: nothing is put on stable media. */
  readonly durable?: boolean
  /** Default: a free port. */
  readonly port?: number
  /** Told, in one line each, of things an operator should know (an orphan was stopped). */
  readonly notice?: (line: string) => void
}

/** A running embedded PostgreSQL. */
export interface Postgres {
  readonly port: number
  readonly pid: number
  /** The server's process, for whoever watches over it. */
  readonly process: ChildProcess
  /** For setup and backup only; never given to a process that serves requests. */
  readonly superuserUrl: string
  /** True when this start made the cluster. */
  readonly isNew: boolean
  /** The connection address of a role, in the office's database unless another is named. */
  url(role: Role, database?: string): string
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a data folder: makes the cluster, its roles and its database when they are
 * missing, stops a server that a killed launcher left behind, listens on 127.0.0.1 only.
 *
 * @throws LaunchFailure with one line for the operator: data in use, folder closed, disk full, or the reason
 * from the server's own log.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const durable = options.durable ?? true
  const folder = openDataFolder(options.dataDir)
  const release = holdLock(path.join(folder.root, 'instance.lock'), `The data in ${folder.root}`)
  const log = new LogFile(path.join(folder.log, 'postgres.log'))
  const letGo = () => {
    log.close()
    release()
  }
  try {
    const user = await serverUser(folder.cluster)
    const closed = user === null ? null : closedTo(user, folder.root)
    if (closed !== null)
      throw new LaunchFailure(
        `PostgreSQL runs as the user "${user?.name}", who may not pass through ${closed} to the data in ${folder.root}: choose a folder under open parents with --data.`,
      )
    const binaries = await embeddedBinaries(user)
    const { keys, isNew: newKeys } = databaseKeys(options.keysDir ?? path.join(folder.root, 'keys'))
    const server = { cluster: folder.cluster, binaries, user, log }
    const { made } = await makeCluster({ ...server, password: keys.superuser, durable })
    if (!made && (await stopOrphan(folder.cluster)))
      options.notice?.('A database server left over from a killed run was stopped.')
    const settings = { ...standardSettings(), ...(durable ? {} : THROW_AWAY), ...options.settings }
    const passwordsDiffer = !made && newKeys
    if (passwordsDiffer) await resetSuperuser({ ...server, settings }, keys.superuser)
    const postmaster = await startPostmaster({ ...server, settings, port: options.port })
    const url = (name: string, password: string, database: string) =>
      `postgres://${name}:${password}@127.0.0.1:${postmaster.port}/${database}`
    const superuserUrl = url(SUPERUSER, keys.superuser, 'postgres')
    const stop = async () => {
      await postmaster.stop()
      letGo()
    }
    try {
      await ensureRoles({ superuserUrl, keys, setPasswords: passwordsDiffer })
    } catch (error) {
      await postmaster.stop()
      throw error
    }
    return {
      port: postmaster.port,
      pid: postmaster.pid,
      process: postmaster.process,
      superuserUrl,
      isNew: made,
      url: (role, database = DATABASE) => url(roleName(role), keys[role], database),
      stop,
    }
  } catch (error) {
    letGo()
    throw error
  }
}
