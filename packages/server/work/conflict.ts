import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'

/**
 * Says who changed a record first, when, and what stands now, keyed by the names of the form's fields, so that
 * the page can show it beside what was typed.
 */
export async function conflict(
  tx: RoomTx<'work'>,
  record: { name: string; table: string; rowId: string; current: Record<string, unknown> },
): Promise<Problem> {
  const found = await sql<{ at: Temporal.Instant; name: string }>`
    select e.at, coalesce(a.display_name, 'The office') as name
    from audit.entry e
    left join access.v_account a on a.agency_id = e.agency_id and a.id = e.actor
    where e.room = 'work' and e.record = ${record.table} and e.row_id = ${record.rowId} and e.operation <> 'look'
    order by e.id desc limit 1`.execute(tx)
  const last = found.rows[0]
  const changedBy = last?.name ?? 'Somebody'
  return new Problem('conflict', `${changedBy} changed ${record.name} first. Look at both and save again.`, {
    conflict: { changedBy, changedAt: last?.at.toString() ?? '', current: record.current },
  })
}
