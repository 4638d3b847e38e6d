import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { wallNow } from '../platform/clock.ts'
import { CLUSTER_PART, SEAL_HEADS_PART } from './backup.ts'
import { startPostgres } from './cluster.ts'
import { type DataFolder, needSpace, openDataFolder, unusable } from './data-folder.ts'
import { errorCode, LaunchFailure } from './failure.ts'
import { copyFile, forEachFile, makeFolders, putOnMedia } from './folder-copy.ts'
import { type Manifest, readManifest, verifyFiles } from './manifest.ts'
import { holdLock } from './process-lock.ts'
import { sealingKeyId } from './sealing-key.ts'
import { type ServerUser, serverUser } from './server-user.ts'

/** What to restore and where to. */
export interface RestoreOptions {
  readonly backup: string
  readonly dataDir: string
  readonly keysDir: string
  /** Data that is there already is moved aside. Without this it is a failure. */
  readonly replace: boolean
  /** Restore although the sealing key is not there: sealed values stay closed. */
  readonly withoutKey: boolean
}

/** What was done. */
export interface Restored {
  readonly manifest: Manifest
  /** Where the data that was there is now; null when there was none. */
  readonly movedTo: string | null
}

/**
 * Puts a backup in the place of an instance's data, after checking every byte of it against its manifest, and
 * starts the database once to prove that it works. Nothing is deleted: data that was there is moved aside.
 * @throws LaunchFailure in one line, with nothing changed
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const manifest = await readManifest(options.backup)
  checkArchitecture(options.backup, manifest)
  await verifyFiles(options.backup, manifest)
  if (!options.withoutKey) await checkKey(options.keysDir, manifest)
  const folder = openDataFolder(options.dataDir)
  const movedTo = await inTheLock(folder, async () => {
    const bytes = manifest.files.reduce((sum, file) => sum + file.size, 0)
    needSpace(folder.root, bytes, 'the restored data')
    if (hasData(folder) && !options.replace)
      throw new LaunchFailure(
        `There is data in ${folder.root} already. Nothing was changed: choose an empty folder, or give --replace to have it moved aside.`,
      )
    return putInPlace(options.backup, manifest, folder)
  })
  const postgres = await startPostgres({ dataDir: folder.root, keysDir: options.keysDir })
  await postgres.stop()
  return { manifest, movedTo }
}

function checkArchitecture(backup: string, manifest: Manifest): void {
  if (manifest.architecture === process.arch) return
  throw new LaunchFailure(
    `The backup ${backup} was made on a machine of another kind (${manifest.architecture}, this is ${process.arch}): restore it there.`,
  )
}

async function checkKey(keysDir: string, manifest: Manifest): Promise<void> {
  if (manifest.sealingKey === null) return
  const file = path.join(keysDir, 'seal.key')
  const found = existsSync(file) ? await sealingKeyId(keysDir) : null
  if (found === manifest.sealingKey) return
  const what = found === null ? `${file} is not there` : `${file} is key ${found}`
  throw new LaunchFailure(
    `This backup's sealed values open with key ${manifest.sealingKey}, and ${what}. Nothing was changed: put that key's file there, or name its folder with --keys; if it is lost for good, --without-key restores everything else.`,
  )
}

function hasData(folder: DataFolder): boolean {
  return existsSync(folder.cluster)
}

async function inTheLock<T>(folder: DataFolder, work: () => Promise<T>): Promise<T> {
  const release = holdLock(path.join(folder.root, 'instance.lock'), `The data in ${folder.root}`)
  try {
    return await work()
  } finally {
    release()
  }
}

async function putInPlace(backup: string, manifest: Manifest, folder: DataFolder): Promise<string | null> {
  const user = await serverUser(folder.cluster)
  const fresh = `${folder.cluster}.restored`
  await rm(fresh, { recursive: true, force: true })
  try {
    await copyOut(backup, manifest, fresh, user)
    const movedTo = await moveAside(folder)
    await rename(fresh, folder.cluster)
    const heads = path.join(backup, SEAL_HEADS_PART)
    if (existsSync(heads)) await copyFile(heads, folder.sealHeads)
    await putOnMedia(folder.root)
    return movedTo
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw errorCode(error) === 'ENOSPC' ? unusable(folder.root, error) : error
  }
}

async function copyOut(
  backup: string,
  manifest: Manifest,
  fresh: string,
  user: ServerUser | null,
): Promise<void> {
  const owner = user ?? undefined
  const inside = (name: string) => path.join(fresh, path.relative(CLUSTER_PART, name))
  await makeFolders(
    fresh,
    manifest.folders.map((name) => path.relative(CLUSTER_PART, name)),
    owner,
  )
  const files = manifest.files.filter((file) => file.path.startsWith(`${CLUSTER_PART}/`))
  await forEachFile(files, async (file) => {
    const copied = await copyFile(path.join(backup, file.path), inside(file.path), owner)
    if (copied.sha256 !== file.sha256)
      throw new LaunchFailure(`The backup changed while it was read: ${file.path}.`)
  })
  await putOnMedia(fresh)
}

async function moveAside(folder: DataFolder): Promise<string | null> {
  const parts = [
    { from: folder.cluster, name: CLUSTER_PART },
    { from: folder.sealHeads, name: SEAL_HEADS_PART },
  ].filter((part) => existsSync(part.from))
  if (parts.length === 0) return null
  const time = wallNow().round({ smallestUnit: 'millisecond', roundingMode: 'floor' }).toString()
  const aside = path.join(folder.root, `replaced-${time.replaceAll(':', '')}`)
  await mkdir(aside, { mode: 0o711 })
  for (const part of parts) await rename(part.from, path.join(aside, part.name))
  return aside
}
