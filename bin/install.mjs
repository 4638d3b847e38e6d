// Keeps node_modules equal to package-lock.json.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const STAMP = 'node_modules/.inlieu-installed'
const HEARTBEAT_MS = 2_000
const SILENT_MS = 30_000

/**
 * Installs what the lock file names when something else, or nothing, is installed. `changed` says whether it did.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  const wanted = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}\n`
  if (isCurrent(root, wanted, lockText)) return { changed: false }
  const release = await oneAtATime(root)
  try {
    if (isCurrent(root, wanted, lockText)) return { changed: true } // another start has just installed
    console.error(
      'Installing the packages that package-lock.json names. This is done once and takes a minute or two.',
    )
    await npmCi(root)
    writeFileSync(path.join(root, STAMP), wanted)
  } finally {
    release()
  }
  return { changed: true }
}

function isCurrent(root, wanted, lockText) {
  const stamp = path.join(root, STAMP)
  if (readIfThere(stamp) === wanted) return true
  if (!npmInstalledExactly(root, lockText)) return false
  try {
    writeFileSync(stamp, wanted)
  } catch {
    // Somebody else's checkout, which this user may only read: the comparison is made at each start.
  }
  return true
}

/** After an `npm ci` or `npm install` by hand: npm's own record of what it installed, against the lock file. */
function npmInstalledExactly(root, lockText) {
  const record = readIfThere(path.join(root, 'node_modules/.package-lock.json'))
  if (record === null) return false
  const locked = JSON.parse(lockText).packages
  const installed = JSON.parse(record).packages
  const same = (one, other) =>
    one.version === other.version && one.integrity === other.integrity && one.link === other.link
  return (
    Object.keys(installed).every((place) => place in locked) &&
    Object.entries(locked).every(([place, entry]) => {
      if (place === '') return true
      if (place in installed) return same(entry, installed[place])
      return entry.optional === true && !isForThisPlatform(entry)
    })
  )
}

function isForThisPlatform(entry) {
  return (
    entry.os?.includes(process.platform) === true &&
    entry.cpu?.includes(process.arch) === true &&
    entry.libc === undefined
  )
}

/** npm replaces all of node_modules, so the folder's own programs must not be what runs it. */
function npmCi(root) {
  const outside = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes(`node_modules${path.sep}`))
  const env = { ...process.env, PATH: outside.join(path.delimiter) }
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: root, env, stdio: 'inherit' })
    child.on('error', (error) =>
      reject(new Error(`npm cannot be run (${error.message}): install npm, then start again.`)),
    )
    child.on('exit', (code, signal) => {
      if (code === 0) resolve(undefined)
      else
        reject(
          new Error(
            `Installing failed: npm ci ended with ${signal ?? code}; npm says why above. Start again to retry.`,
          ),
        )
    })
  })
}

/**
 * Waits until no other start is installing into this checkout, then holds the place; returns the release. A lock
 * whose process is gone, or which its holder has not touched for half a minute, is taken over.
 */
async function oneAtATime(root) {
  const lock = path.join(root, '.cache/installing')
  mkdirSync(path.dirname(lock), { recursive: true })
  const watch = new LockWatch(lock)
  while (!tryToHold(lock)) {
    if (watch.isAbandoned()) discard(lock)
    else await pause(200)
  }
  const beat = setInterval(() => writeFileSync(lock, String(process.pid)), HEARTBEAT_MS)
  return () => {
    clearInterval(beat)
    rmSync(lock, { force: true })
  }
}

function tryToHold(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Error(`The packages cannot be installed here: ${error.message}.`)
  }
}

/** Follows somebody else's lock for as long as this process waits for it. */
class LockWatch {
  #lock
  #touched = 0
  #seenAt = performance.now()
  #said = false

  constructor(lock) {
    this.#lock = lock
  }

  isAbandoned() {
    const stat = statSync(this.#lock, { throwIfNoEntry: false })
    if (stat === undefined) return false
    if (stat.mtimeMs !== this.#touched) {
      this.#touched = stat.mtimeMs
      this.#seenAt = performance.now()
    }
    const holder = Number(readIfThere(this.#lock) ?? 0)
    // A file without a number is one that is being written at this moment.
    if (holder > 0 && !isRunning(holder)) return true
    if (!this.#said)
      console.error(`Another start (process ${holder}) is installing the packages; waiting for it.`)
    this.#said = true
    return performance.now() - this.#seenAt > SILENT_MS
  }
}

/** Moves an abandoned lock aside; puts it back when another waiter took the place over in between. */
function discard(lock) {
  const aside = `${lock}.${process.pid}`
  const abandoned = readIfThere(lock)
  try {
    renameSync(lock, aside)
    if (readIfThere(aside) !== abandoned) linkSync(aside, lock)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  }
}
