import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { DataFolder } from './data-folder.ts'
import { createDatabase, DATABASE } from './database-roles.ts'
import { LaunchFailure } from './failure.ts'
import type { OfficeDatabase } from './office-database.ts'

/** In the data folder while the demonstration is being loaded, before anybody could work in it. */
const MARK = 'demonstration.unfinished'

/** Loads the demonstration; cut off half-way, the next start begins it anew. */
export async function loadWhole(folder: DataFolder, load: () => Promise<void>): Promise<void> {
  const mark = path.join(folder.root, MARK)
  writeFileSync(mark, '', { flush: true })
  await load()
  rmSync(mark)
}

/** Makes the database anew when a start was cut off while it loaded the demonstration into it. */
export async function clearUnfinished(folder: DataFolder, database: OfficeDatabase): Promise<void> {
  const mark = path.join(folder.root, MARK)
  if (!existsSync(mark)) return
  if (database.embedded === null)
    throw new LaunchFailure(
      `An earlier start did not finish loading the demonstration into the database of DATABASE_URL: give an empty database, and remove ${mark}.`,
    )
  const client = new pg.Client({ connectionString: database.embedded.superuserUrl })
  await client.connect()
  try {
    await client.query(`drop database if exists ${DATABASE} with (force)`)
    await createDatabase(client, DATABASE)
  } finally {
    await client.end()
  }
  rmSync(mark)
}
