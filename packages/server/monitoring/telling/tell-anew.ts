import { type Kysely, sql } from 'kysely'
import { actAsOffice } from '../../access/index.ts'
import { verb } from '../../platform/act.ts'
import type { DB } from '../../platform/database.ts'
import { tellPeople } from './tell-people.ts'

/**
 * Tells the watch of whoever wears a unit and has a day with other hours: a release may read such days differently from
 * the one before it, and what was told then would hold until somebody changed something of the person (EMP-1.2).
 * Whoever was told the same already is told nothing, so that it can be said at every start.
 * @returns how many rows were told
 */
export const tellOfDays = verb('monitoring.tell-of-days', async (work, _: object): Promise<number> => {
  const rows = await work.db
    .selectFrom('home.v_dated_hours as h')
    .innerJoin('equipment.v_fitting as f', (join) =>
      join.onRef('f.agency_id', '=', 'h.agency_id').onRef('f.person_id', '=', 'h.person_id'),
    )
    .where('f.removed_at', 'is', null)
    .select('h.person_id')
    .distinct()
    .execute()
  return tellPeople(
    work,
    rows.map(({ person_id }) => person_id),
  )
})

/**
 * The same for every agency, as the worker when it starts. One agency that fails keeps no other waiting.
 * @throws AggregateError with what failed, when all have been told
 */
export async function tellAnew(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{
    agency_id: string
  }>`select agency_id from access.agencies_for_worker()`.execute(db)
  const failures: unknown[] = []
  for (const { agency_id: agencyId } of rows) {
    await actAsOffice(db, agencyId, tellOfDays, {}).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Telling the watch of ${failures.length} offices`)
}
