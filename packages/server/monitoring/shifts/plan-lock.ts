import { sql } from 'kysely'
import type { Work } from '../../platform/act.ts'

/** One at a time changes who is planned or present in an office: two who look at once would each miss the other. */
export async function holdPlan({ ctx, db }: Work<'monitoring'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('monitoring.shift'), hashtext(${ctx.agency.id}))`.execute(
    db,
  )
}
