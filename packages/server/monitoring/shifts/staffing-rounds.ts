import { type Kysely, sql } from 'kysely'
import { actAsOffice } from '../../access/index.ts'
import type { DB } from '../../platform/database.ts'
import { watchStaffing } from './watch-staffing.ts'

/** Milliseconds between two looks at the staffing of every center. */
export const staffingEvery = 30_000

/**
 * Looks at the staffing of every agency once (EMP-7.1), as the worker. One agency that fails keeps no other waiting.
 * @throws AggregateError with what failed, when all have been looked at
 */
export async function lookAtStaffing(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{
    agency_id: string
  }>`select agency_id from access.agencies_for_worker()`.execute(db)
  const failures: unknown[] = []
  for (const { agency_id: agencyId } of rows) {
    await actAsOffice(db, agencyId, watchStaffing, {}).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `The staffing of ${failures.length} offices`)
}
