import { migrate } from '../platform/migrate.ts'
import { backUp } from './backup.ts'
import type { DataFolder } from './data-folder.ts'
import { errorText, LaunchFailure } from './failure.ts'
import type { OfficeDatabase } from './office-database.ts'

/**
 * Migrates the database to this release, after a backup when it holds anything.
 * @param say told, in one line each, what was done
 * @param directory of the migrations, when they are not this release's
 * @throws LaunchFailure naming the migration that failed and the backup from before it; the database stays as
 * the migrations before it left it
 */
export async function bringUpToDate(
  database: Pick<OfficeDatabase, 'ownerUrl' | 'embedded'>,
  folder: DataFolder,
  keysDir: string,
  say: (line: string) => void,
  directory?: string,
): Promise<void> {
  let isUpgrade = false
  let saved: string | null = null
  const beforeFirst = async () => {
    isUpgrade = true
    if (database.embedded === null)
      return say("Migrating the database of DATABASE_URL; its backup is its administrator's matter.")
    const { superuserUrl } = database.embedded
    saved = await backUp({ folder, keysDir, superuserUrl, reason: 'before-migration' })
    say(`Backup before the migration: ${saved}`)
  }
  try {
    const { applied } = await migrate(database.ownerUrl, { beforeFirst, ...(directory ? { directory } : {}) })
    if (isUpgrade) say(`Migrated: ${applied.join(', ')}`)
  } catch (error) {
    if (error instanceof LaunchFailure) throw error
    const backup = saved === null ? '' : `. The backup from before it: ${saved}`
    throw new LaunchFailure(`${errorText(error)}${backup}`)
  }
}
