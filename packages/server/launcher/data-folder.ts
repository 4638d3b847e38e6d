import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { errorCode, errorText, LaunchFailure } from './failure.ts'
import { isRoot } from './server-user.ts'

/** The places inside one data folder. */
export interface DataFolder {
  readonly root: string
  readonly cluster: string
  readonly log: string
  readonly backups: string
  /** Each seal of the audit trail, one JSON line, outside the database that it testifies about. */
  readonly sealHeads: string
}

/** Names the places of a data folder; touches nothing. */
export function dataFolder(root: string): DataFolder {
  const absolute = path.resolve(root)
  return {
    root: absolute,
    cluster: path.join(absolute, 'postgres'),
    log: path.join(absolute, 'log'),
    backups: path.join(absolute, 'backups'),
    sealHeads: path.join(absolute, 'seal-heads.jsonl'),
  }
}

/**
 * Makes the data folder if it is not there and checks that this process may use it. Under root it stays root's
 * and lets the server's user pass through without reading; each place inside has its own, narrower mode.
 */
export function openDataFolder(root: string): DataFolder {
  const folder = dataFolder(root)
  try {
    mkdirSync(folder.root, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    accessSync(folder.root, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(folder.root, error)
  }
  return folder
}

/** One line for a folder that cannot be read or written. */
export function unusable(folder: string, error: unknown): LaunchFailure {
  const code = errorCode(error)
  if (code === 'ENOSPC')
    return new LaunchFailure(`The disk with ${folder} is full: free some space, then start again.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new LaunchFailure(
      `The folder ${folder} may not be read and written by this user (${code}): change its owner, or choose another with --data.`,
    )
  return new LaunchFailure(`The folder ${folder} cannot be used: ${errorText(error)}.`)
}

const MEGABYTE = 1024 * 1024

/** Fails when the disk that holds `folder` has less than `bytes` free, before anything is written. */
export function needSpace(folder: string, bytes: number, purpose: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  throw new LaunchFailure(
    `Not enough space for ${purpose}: the disk with ${folder} has ${Math.floor(free / MEGABYTE)} MB free and ${Math.ceil(bytes / MEGABYTE)} MB are needed. Free some space, then try again.`,
  )
}
