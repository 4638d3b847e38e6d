import type pg from 'pg'
import { isDatabaseAway } from '../../platform/database.ts'

/**
 * Runs a part of a transaction that may fail without the rest: what it wrote is undone, and its error is told. A lost
 * database is no failure of the part and is thrown on.
 */
export async function attempt<T>(
  client: pg.ClientBase,
  run: () => Promise<T>,
): Promise<{ value: T } | { error: string }> {
  await client.query('savepoint part')
  try {
    const value = await run()
    await client.query('release savepoint part')
    return { value }
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    await client.query('rollback to savepoint part')
    return { error: String((error as Error)?.stack ?? error) }
  }
}
