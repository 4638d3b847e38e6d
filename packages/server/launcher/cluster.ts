import path from 'node:path'
import { embeddedBinaries } from './binaries.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { databaseKeys, type Role, roleName } from './database-keys.ts'
import { DATABASE, ensureRoles } from './database-roles.ts'
import { errorCode, LaunchFailure } from './failure.ts'
import { makeCluster, SUPERUSER } from './initdb.ts'
import { LogFile } from './log-file.ts'
import {
  type Postmaster,
  resetSuperuser,
  type StartOptions,
  startPostmaster,
  stopOrphan,
} from './postmaster.ts'
import { holdLock } from './process-lock.ts'
import { closedTo, type ServerUser, serverUser } from './server-user.ts'
import { type Settings, standardSettings, THROW_AWAY } from './settings.ts'

/** PostgreSQL's code for a password that does not fit. */
const WRONG_PASSWORD = '28P01'

/** How to start the embedded PostgreSQL. */
export interface PostgresOptions {
  /** The instance's data folder; the cluster is `postgres` inside it. Made when it is not there. */
  readonly dataDir: string
  /** Where the role passwords are (`database.json`); default `<dataDir>/keys`. */
  readonly keysDir?: string | undefined
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
  /** Stays the same over restarts, and with it every address. */
  readonly port: number
  readonly pid: number
  /** For setup and backup only; never given to a process that serves requests. */
  readonly superuserUrl: string
  /** True when this start made the cluster. */
  readonly isNew: boolean
  /** The connection address of a role, in the office's database unless another is named. */
  url(role: Role, database?: string): string
  /** Settles when the server process that runs now has ended, whoever ended it. */
  ended(): Promise<void>
  /** Starts the server again on the same port after it ended. */
  restart(): Promise<void>
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
  const folder = openDataFolder(options.dataDir)
  const release = holdLock(path.join(folder.root, 'instance.lock'), `The data in ${folder.root}`)
  const log = new LogFile(path.join(folder.log, 'postgres.log'))
  let held = true
  const letGo = () => {
    if (!held) return
    held = false
    log.close()
    release()
  }
  try {
    return await start(folder, log, options, letGo)
  } catch (error) {
    letGo()
    throw error
  }
}

async function start(
  folder: DataFolder,
  log: LogFile,
  options: PostgresOptions,
  letGo: () => void,
): Promise<Postgres> {
  const durable = options.durable ?? true
  const { cluster } = folder
  const user = await serverUser(cluster)
  if (user !== null) checkReach(user, folder.root)
  const binaries = await embeddedBinaries(user)
  const { keys } = databaseKeys(options.keysDir ?? path.join(folder.root, 'keys'))
  const { made } = await makeCluster({ cluster, binaries, user, password: keys.superuser, durable })
  if (!made && (await stopOrphan(cluster)))
    options.notice?.('A database server left over from a killed run was stopped.')
  const settings = { ...standardSettings(), ...(durable ? {} : THROW_AWAY), ...options.settings }
  const server: StartOptions = { cluster, binaries, user, log, settings, port: options.port }

  let postmaster: Postmaster = await startPostmaster(server)
  const { port } = postmaster
  const url = (name: string, password: string, database: string) =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${database}`
  const superuserUrl = url(SUPERUSER, keys.superuser, 'postgres')
  try {
    await ensureRoles({ superuserUrl, keys, setPasswords: false })
  } catch (error) {
    await postmaster.stop()
    if (made || errorCode(error) !== WRONG_PASSWORD) throw error
    // A restored backup, or a lost file of passwords: the cluster has others than the keys folder. Whoever may
    // run the server on these files may set them.
    await resetSuperuser(server, keys.superuser)
    postmaster = await startPostmaster({ ...server, port })
    await ensureRoles({ superuserUrl, keys, setPasswords: true })
  }
  return {
    port,
    get pid() {
      return postmaster.pid
    },
    superuserUrl,
    isNew: made,
    url: (role, database = DATABASE) => url(roleName(role), keys[role], database),
    ended: () => postmaster.ended,
    restart: async () => {
      postmaster = await startPostmaster({ ...server, port })
    },
    stop: async () => {
      await postmaster.stop()
      letGo()
    },
  }
}

function checkReach(user: ServerUser, root: string): void {
  const closed = closedTo(user, root)
  if (closed === null) return
  throw new LaunchFailure(
    `PostgreSQL runs as the user "${user.name}", who may not pass through ${closed} to the data in ${root}: choose a folder under open parents with --data.`,
  )
}
