import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { chown, type FileHandle, lstat, mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** A file of a backup: where, how long, and the SHA-256 of its bytes in hex. */
export interface CopiedFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

const CHUNK = 1024 * 1024
const PAGE = 8192

/** Waiting for the disk costs more than the work: so many files are under way at once. */
const AT_ONCE = 8

/** Does `work` for each item, some at a time; the results are in the order of the items. */
export async function forEachFile<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const hand = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  return results
}

/** Copies one file and digests what was written. Nothing is on stable media before {@link putOnMedia}. */
export async function copyFile(
  from: string,
  to: string,
  owner?: { uid: number; gid: number },
): Promise<Omit<CopiedFile, 'path'>> {
  const source = await open(from, constants.O_RDONLY)
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      return await pump(source, target)
    } finally {
      await target.close()
      if (owner !== undefined) await chown(to, owner.uid, owner.gid)
    }
  } finally {
    await source.close()
  }
}

/** Size and SHA-256 of a file. */
export async function digestFile(file: string): Promise<Omit<CopiedFile, 'path'>> {
  const source = await open(file, constants.O_RDONLY)
  try {
    return await pump(source, null)
  } finally {
    await source.close()
  }
}

async function pump(source: FileHandle, target: FileHandle | null): Promise<Omit<CopiedFile, 'path'>> {
  const hash = createHash('sha256')
  // Most files of a cluster are a page or two; the file may grow while it is read.
  const length = Math.min(CHUNK, (await source.stat()).size + PAGE)
  const buffer = Buffer.allocUnsafe(length)
  let size = 0
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, length, size)
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') }
    const part = buffer.subarray(0, bytesRead)
    hash.update(part)
    if (target !== null) await target.write(part, 0, bytesRead, size)
    size += bytesRead
  }
}

/** A folder below a root: its files and its subfolders, as paths relative to the root, in a stable order. */
export interface Tree {
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** Lists a folder. What `skip` says yes to is left out, a folder with all that is in it. */
export async function listTree(
  root: string,
  skip: (relative: string) => boolean = () => false,
): Promise<Tree> {
  const folders: string[] = []
  const files: string[] = []
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const relative = path.join(folder, entry.name)
      if (skip(relative)) continue
      if (entry.isDirectory()) {
        folders.push(relative)
        await visit(relative)
      } else if (entry.isFile()) files.push(relative)
    }
  }
  await visit('')
  return { folders, files }
}

/** Bytes of all files of a folder; files that go away meanwhile count as nothing. */
export async function treeSize(root: string): Promise<number> {
  const { files } = await listTree(root)
  const sizes = await Promise.all(files.map((file) => lstat(path.join(root, file)).catch(() => null)))
  return sizes.reduce((sum, stat) => sum + (stat?.size ?? 0), 0)
}

/** Makes the folders of a tree below `root`. */
export async function makeFolders(
  root: string,
  folders: readonly string[],
  owner?: { uid: number; gid: number },
): Promise<void> {
  for (const folder of ['', ...folders]) {
    const made = path.join(root, folder)
    await mkdir(made, { recursive: true, mode: 0o700 })
    if (owner !== undefined) await chown(made, owner.uid, owner.gid)
  }
}

/**
 * Puts everything written on the disk that holds `folder` onto stable media: for a thousand files one order
 * costs a fraction of an order for each.
 */
export async function putOnMedia(folder: string): Promise<void> {
  await promisify(execFile)('sync', process.platform === 'linux' ? ['-f', folder] : [])
}
