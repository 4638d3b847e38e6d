import { join } from 'node:path'
import { type Addresses, withDatabase } from '../packages/server/cli/instance.ts'
import { type DataFolder, dataFolder } from '../packages/server/launcher/data-folder.ts'
import { inOffice, type Watched } from '../packages/server/testing/load/holds.ts'

/** Works with the database of an instance: the running one, or one started for the time of the work. */
export function atDatabase<T>(
  dataDir: string,
  work: (at: Addresses, folder: DataFolder) => Promise<T>,
): Promise<T> {
  const folder = dataFolder(dataDir)
  return withDatabase({ folder, keysDir: join(folder.root, 'keys') }, (at) => work(at, folder))
}

/** The running instance's database as the checks of a load look at it. */
export function watchedOf(dataDir: string): Promise<Watched> {
  return atDatabase(dataDir, async ({ owner, superuser }) => {
    const nowhere = { owner, agencyId: '00000000-0000-0000-0000-000000000000' }
    const [agency] = await inOffice<{ id: string }>(
      nowhere,
      "select id from access.agency where slug = 'demonstration'",
    )
    return { owner, superuser: superuser ?? owner, agencyId: agency!.id }
  })
}
