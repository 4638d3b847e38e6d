import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { LaunchFailure } from './failure.ts'

const run = promisify(execFile)

/** The system user PostgreSQL runs as. PostgreSQL refuses to run as root and wants a user with a name. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** True when this process is root, so that PostgreSQL must run as somebody else. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The user root drops to: the owner of an existing cluster, else `postgres`, else `nobody`. The system's
 * users are never changed. Null when this process is not root: PostgreSQL then runs as the caller.
 */
export async function serverUser(clusterDir: string): Promise<ServerUser | null> {
  if (!isRoot()) return null
  const owner = existsSync(clusterDir) ? statSync(clusterDir).uid : 0
  const candidates = owner === 0 ? ['postgres', 'nobody'] : [String(owner)]
  for (const candidate of candidates) {
    const user = await lookUp(candidate)
    if (user !== null) return user
  }
  throw new LaunchFailure(
    owner === 0
      ? 'PostgreSQL may not run as root, and this system has neither a user "postgres" nor "nobody": start Inlieu as an ordinary user.'
      : `The data in ${clusterDir} belongs to user id ${owner}, which this system does not know: give it to a user that exists (chown -R).`,
  )
}

async function lookUp(nameOrId: string): Promise<ServerUser | null> {
  try {
    const [name, uid, gid] = await Promise.all(['-un', '-u', '-g'].map((what) => run('id', [what, nameOrId])))
    return { name: name!.stdout.trim(), uid: Number(uid!.stdout), gid: Number(gid!.stdout) }
  } catch {
    return null
  }
}

/**
 * The first folder on the way down to `target` that `user` may not pass through (or `target` itself, when the
 * user may not read it); null when all is open. Parts that do not exist yet do not count.
 */
export function closedTo(user: ServerUser, target: string): string | null {
  const steps: string[] = []
  for (let step = path.resolve(target); ; step = path.dirname(step)) {
    steps.unshift(step)
    if (step === path.dirname(step)) break
  }
  for (const step of steps) {
    const stat = statSync(step, { throwIfNoEntry: false })
    if (stat === undefined) return null
    const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0
    const granted = (stat.mode >> shift) & 0o7
    const needed = stat.isDirectory() ? 0o1 : 0o4
    if ((granted & needed) === 0) return step
  }
  return null
}
