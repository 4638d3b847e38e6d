import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.ts'
import { needSpace } from './data-folder.ts'
import { LaunchFailure } from './failure.ts'
import type { ServerUser } from './server-user.ts'

/** Name of PostgreSQL's own superuser; only the launcher uses it, for setup and backup. */
export const SUPERUSER = 'postgres'

/** A new cluster with its first WAL segments, and room to begin work. */
const SPACE_FOR_A_CLUSTER = 256 * 1024 * 1024

/**
 * Makes the cluster if there is none. It is built beside its place and moved there when complete, so a start
 * that was cut off leaves nothing that looks like a cluster. The collation is PostgreSQL's own C.UTF-8: no index
 * depends on the libraries of the machine.
 */
export async function makeCluster(options: {
  cluster: string
  binaries: Binaries
  user: ServerUser | null
  password: string
  durable: boolean
}): Promise<{ made: boolean }> {
  const { cluster, user } = options
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return { made: false }
  needSpace(path.dirname(cluster), SPACE_FOR_A_CLUSTER, 'a new database')
  const fresh = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  await rm(fresh, { recursive: true, force: true })
  try {
    await mkdir(fresh, { mode: 0o700 })
    await writeFile(passwordFile, options.password, { mode: 0o600 })
    if (user !== null) await Promise.all([fresh, passwordFile].map((file) => chown(file, user.uid, user.gid)))
    await initdb(options.binaries, fresh, passwordFile, user, options.durable)
    await rename(fresh, cluster)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(fresh, { recursive: true, force: true })
  }
  return { made: true }
}

async function initdb(
  binaries: Binaries,
  cluster: string,
  passwordFile: string,
  user: ServerUser | null,
  durable: boolean,
): Promise<void> {
  const child = spawn(
    binaries.initdb,
    [
      ['--pgdata', cluster],
      ['--username', SUPERUSER],
      ['--pwfile', passwordFile],
      ['--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8'],
      ['--locale', 'C'],
      ['--locale-provider', 'builtin'],
      ['--builtin-locale', 'C.UTF-8'],
      ['--data-checksums', '--no-instructions'],
      durable ? [] : ['--no-sync'],
    ].flat(),
    { ...identity(user), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, , errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  if (code === 0) return
  if (/No space left on device/.test(errors))
    throw new LaunchFailure(
      `The disk with ${path.dirname(cluster)} is full: free some space, then start again.`,
    )
  throw new LaunchFailure(`PostgreSQL could not make its database in ${cluster}: ${lastWords(errors)}`)
}

/** How a program of PostgreSQL is started: as the server's user, in a folder that user can always reach. */
export function identity(user: ServerUser | null): {
  cwd: string
  uid?: number
  gid?: number
  env: NodeJS.ProcessEnv
} {
  // Nothing of the caller's environment (PGDATA, PGPORT, LD_PRELOAD) changes what the server does.
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return user === null ? { cwd: '/', env } : { cwd: '/', env, uid: user.uid, gid: user.gid }
}

/** The line of a server's output that says why: its last FATAL, PANIC or error line, in one line. */
export function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const reason = lines.findLast((line) => /\b(FATAL|PANIC|error|ERROR):/.test(line)) ?? lines.at(-1)
  return reason?.replace(/^.*?\b(FATAL|PANIC|error|ERROR):\s*/, '').trim() ?? 'no reason given'
}
