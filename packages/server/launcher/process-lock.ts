import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { errorCode, LaunchFailure } from './failure.ts'

interface Holder {
  readonly pid: number
  /** When the process began, as the system tells it: a number used again by another process does not match. */
  readonly began: string
}

/**
 * Holds `file` for this process: a second start on the same data fails with the number of the first. A lock
 * whose process is gone (killed, power loss) is taken over. Returns the release.
 */
export function holdLock(file: string, what: string): () => void {
  const draft = `${file}.${process.pid}`
  const me: Holder = { pid: process.pid, began: beganAt(process.pid) ?? '' }
  writeFileSync(draft, JSON.stringify(me))
  try {
    // A link either is made whole or fails because the name is taken; two starts can never both have it.
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file)
        return () => rmSync(file, { force: true })
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
      const holder = read(file)
      if ((holder !== null && isAlive(holder)) || attempt > 20)
        throw new LaunchFailure(
          `${what} is in use by another instance (process ${holder?.pid ?? 'unknown'}). Stop that one first, or choose another folder with --data.`,
        )
      discardDead(file)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The process that holds `file`; null when nobody does. */
export function lockHolder(file: string): number | null {
  const holder = read(file)
  return holder !== null && isAlive(holder) ? holder.pid : null
}

/** Moves a dead lock aside; puts it back when another start took the lock over in between. */
function discardDead(file: string): void {
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  const holder = read(aside)
  if (holder !== null && isAlive(holder) && !existsSync(file)) linkSync(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): Holder | null {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof found.pid === 'number' ? { pid: found.pid, began: String(found.began ?? '') } : null
  } catch {
    return null
  }
}

function isAlive(holder: Holder): boolean {
  if (!processExists(holder.pid)) return false
  const began = beganAt(holder.pid)
  return began === null || holder.began === '' || began === holder.began
}

/** Whether a process with this number is there, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Linux: clock ticks since boot (field 22, counted after the command's closing bracket); else what ps prints. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    if (process.platform === 'linux') return null
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}
