import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { chown, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { errorCode, LaunchFailure } from './failure.ts'
import { identity, lastWords, SUPERUSER } from './initdb.ts'
import type { LogFile } from './log-file.ts'
import { freePort } from './ports.ts'
import { processExists } from './process-lock.ts'
import type { ServerUser } from './server-user.ts'
import type { Settings } from './settings.ts'

/** A running server and the way to end it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>
  /** Ends the server in order (open transactions are rolled back) and waits until it is gone. */
  stop(): Promise<void>
}

/** What a start of the server needs. */
export interface StartOptions {
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: ServerUser | null
  readonly settings: Settings
  readonly log: LogFile
  readonly port: number | undefined
}

const POLL_MS = 5
/** How long an orderly stop may take before the server is told to stop at once (it then recovers at its start). */
const STOP_MS = 30_000
const PORT_ATTEMPTS = 5
/** The longest path of a Unix socket, on the system where it is shortest. */
const LONGEST_SOCKET_PATH = 103

/** Starts the server on 127.0.0.1 and waits until it answers, recovery after a crash included. */
export async function startPostmaster(start: StartOptions): Promise<Postmaster> {
  await writeAccessRules(start)
  for (let attempt = 1; ; attempt++) {
    const port = start.port ?? (await freePort())
    const child = launch(start, port)
    try {
      await untilReady(child, start)
    } catch (error) {
      // Another program may have taken the free port between our look and the server's bind.
      const portTaken = /Address already in use|could not create any TCP\/IP sockets/.test(start.log.tail())
      if (portTaken && start.port === undefined && attempt < PORT_ATTEMPTS) continue
      throw error
    }
    const pid = child.pid!
    const release = leash(pid, start.user)
    const ended = exitOf(child).then(release)
    return { pid, port, ended, stop: () => stop(child) }
  }
}

/** Ends a server that a killed launcher left running on this cluster; says whether there was one. */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pid = postmasterFile(cluster)?.pid
  if (pid === undefined || !isPostgresOf(pid, cluster)) return false
  signal(pid, 'SIGINT')
  if (!(await gone(pid, STOP_MS))) {
    signal(pid, 'SIGQUIT')
    if (!(await gone(pid, STOP_MS)))
      throw new LaunchFailure(
        `A PostgreSQL left over from an earlier run (process ${pid}) does not stop: end it, then start again.`,
      )
  }
  return true
}

function launch(start: StartOptions, port: number): ChildProcess {
  const settings: Settings = {
    ...start.settings,
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories:
      `${start.cluster}/.s.PGSQL.65535`.length <= LONGEST_SOCKET_PATH ? start.cluster : '',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(start.binaries.postgres, ['-D', start.cluster, ...flags], {
    ...identity(start.user),
    // A session of its own: Ctrl-C in the terminal reaches the launcher, which stops things in their order.
    detached: true,
    stdio: ['ignore', start.log.descriptor, start.log.descriptor],
  })
}

/** Only passwords open the server, and only from this machine. */
async function writeAccessRules({ cluster, user }: StartOptions): Promise<void> {
  const file = path.join(cluster, 'pg_hba.conf')
  const rules = [
    '# Written at each start by Inlieu.',
    'local all all scram-sha-256',
    'host all all 127.0.0.1/32 scram-sha-256',
  ]
  await writeFile(file, `${rules.join('\n')}\n`, { mode: 0o600 })
  if (user !== null) await chown(file, user.uid, user.gid)
}

async function untilReady(child: ChildProcess, { cluster, log }: StartOptions): Promise<void> {
  const ended = { yes: false }
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) =>
      reject(new LaunchFailure(`PostgreSQL could not be started: ${error.message}`)),
    )
    child.once('exit', () => {
      ended.yes = true
      reject(new LaunchFailure(`PostgreSQL did not start: ${lastWords(log.tail())} (see ${log.file})`))
    })
  })
  const ready = (async () => {
    while (!ended.yes) {
      const file = postmasterFile(cluster)
      if (file?.pid === child.pid && file?.status === 'ready') return
      await pause(POLL_MS)
    }
  })()
  await Promise.race([failed, ready])
  failed.catch(() => {}) // an exit later on is the supervisor's matter
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = exitOf(child)
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
  await exited
  clearTimeout(late)
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/**
 * Ends the server when this process dies without a word: a shell waits on a pipe that only this process holds,
 * and at its end asks the server to stop. Returns what lets the server go when it has ended by itself.
 */
function leash(pid: number, user: ServerUser | null): () => void {
  const guard = spawn('/bin/sh', ['-c', `read -r word || kill -INT ${pid}`], {
    ...identity(user),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {}) // without a shell the next start still finds and stops the orphan
  guard.stdin?.on('error', () => {})
  guard.unref()
  if (guard.stdin !== null && 'unref' in guard.stdin) (guard.stdin as import('node:net').Socket).unref()
  return () => guard.stdin?.end('released\n')
}

/** What the server says of itself in postmaster.pid (line 1 the process, 4 the port, 8 the state). */
function postmasterFile(cluster: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A process number may be in use again by something else: it must be a postgres, and of this cluster. */
function isPostgresOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !processExists(pid)) return false
  let command: string[]
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return process.platform !== 'linux' // no /proc: postmaster.pid in our own 0700 folder is the evidence
  }
  const at = command.indexOf('-D')
  const folder = at < 0 ? undefined : command[at + 1]
  return /postgres$/.test(command[0] ?? '') && folder !== undefined && samePlace(folder, cluster)
}

function samePlace(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += POLL_MS * 4) {
    if (!processExists(pid)) return true
    await pause(POLL_MS * 4)
  }
  return !processExists(pid)
}

/**
 * Sets the superuser's password in a cluster that is not running, for a cluster whose password file was lost or
 * which was restored from another machine.
 */
export async function resetSuperuser(start: StartOptions, password: string): Promise<void> {
  const child = spawn(start.binaries.postgres, ['--single', '-D', start.cluster, 'postgres'], {
    ...identity(start.user),
    stdio: ['pipe', start.log.descriptor, start.log.descriptor],
  })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  child.stdin?.end(`alter role ${SUPERUSER} password '${password}'\n`)
  if ((await exit) !== 0)
    throw new LaunchFailure(
      `The database's password could not be set: ${lastWords(start.log.tail())} (see ${start.log.file})`,
    )
}
