import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { lockHolder } from './process-lock.ts'

/** Says in a draft which process writes it. */
export const writerFile = (draft: string): string => path.join(draft, 'writer.lock')

/**
 * Removes what backups left unfinished in this data's own folder of backups when their process was killed. A
 * draft whose writer lives, or that does not say who wrote it, stays: it may be somebody's.
 * @returns the names of the drafts removed
 */
export async function clearStaleDrafts(backups: string): Promise<string[]> {
  const names = await readdir(backups).catch(() => [])
  const stale = names.filter((name) => {
    const writer = writerFile(path.join(backups, name))
    return name.endsWith('.part') && existsSync(writer) && lockHolder(writer) === null
  })
  for (const name of stale) await rm(path.join(backups, name), { recursive: true, force: true })
  return stale
}
