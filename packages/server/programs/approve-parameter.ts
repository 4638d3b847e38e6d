import type { Selectable } from 'kysely'
import { verb, type Work } from '../platform/act.ts'
import type { DB } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { requireAuthority } from './require-authority.ts'

/**
 * Approves a value that another person entered; from its day on it holds.
 * @throws Problem `not-found`; `already-done`; `not-allowed` for who entered it, or without the rank
 */
export const approveParameter = verb(
  'programs.approve-parameter',
  async (work, { parameterId }: { parameterId: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const row = await holdParameter(work, parameterId)
    if (row.withdrawn_at) throw new Problem('cannot-be', 'This value was withdrawn. Enter it again.')
    if (row.approved_at) throw new Problem('already-done', 'This value is approved already.')
    await requireAuthority(work, {
      decision: 'parameter-change',
      pack: row.pack,
      requestedBy: row.entered_by,
    })
    await db
      .updateTable('programs.parameter')
      .set({ approved_at: ctx.now, approved_by: ctx.actor })
      .where('id', '=', row.id)
      .execute()
    await emit('programs.parameter-approved', { parameter: row.id })
    return { id: row.id }
  },
)

/**
 * Takes back a value that has had no effect: not approved yet, or approved for a later day. It stays on record.
 * @throws Problem `not-found`; `already-done`; `cannot-be` once it holds; `not-allowed` without the rank, where
 * it was approved
 */
export const withdrawParameter = verb(
  'programs.withdraw-parameter',
  async (work, { parameterId, reason }: { parameterId: string; reason: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const row = await holdParameter(work, parameterId)
    if (row.withdrawn_at) throw new Problem('already-done', 'This value is withdrawn already.')
    if (row.approved_at) {
      if (row.from_day.toString() <= ctx.today.toString())
        throw new Problem('cannot-be', 'This value holds already. Enter another from a later day.')
      await requireAuthority(work, { decision: 'parameter-change', pack: row.pack })
    }
    await db
      .updateTable('programs.parameter')
      .set({ withdrawn_at: ctx.now, withdrawn_by: ctx.actor, withdrawal_reason: reason })
      .where('id', '=', row.id)
      .execute()
    await emit('programs.parameter-withdrawn', { parameter: row.id })
    return { id: row.id }
  },
)

async function holdParameter(
  { db }: Work<'programs'>,
  parameterId: string,
): Promise<Selectable<DB['programs.parameter']>> {
  const row = await db
    .selectFrom('programs.parameter')
    .selectAll()
    .where('id', '=', parameterId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', 'This value is not on record in this office. Load the page again.')
  return row
}
