import type { Selectable } from 'kysely'
import { verb, type Work } from '../../platform/act.ts'
import type { DB } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { requireAuthority } from '../../programs/index.ts'
import { monitoringPack } from './authority.ts'

/**
 * Approves a version that another person entered: it applies from then on, or from the later time it names
 * (EMP-7.3). Whoever tells the watch its numbers hears of it.
 * @throws Problem `not-found`; `already-done`; `cannot-be` when withdrawn; `not-allowed` for who entered it, or
 * without the rank
 */
export const approveGuideline = verb(
  'monitoring.approve-guideline',
  async (work, { guidelineId }: { guidelineId: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const row = await holdGuideline(work, guidelineId)
    if (row.withdrawn_at) throw new Problem('cannot-be', 'This version was withdrawn. Enter it again.')
    if (row.approved_at) throw new Problem('already-done', 'This version is approved already.')
    const { clause } = await requireAuthority(work, {
      decision: 'monitoring-parameters',
      pack: monitoringPack(ctx.agency),
      requestedBy: row.entered_by,
    })
    await db
      .updateTable('monitoring.guideline')
      .set({ approved_at: ctx.now, approved_by: ctx.actor, approval_clause: clause })
      .where('id', '=', row.id)
      .execute()
    await emit('monitoring.guideline-approved', { guideline: row.id, subject: row.subject })
    return { id: row.id }
  },
)

/**
 * Withdraws a version. One that applies stops at once, and what applied before it applies again; what was done
 * under it stays done. Alarms that are open keep the protocol they were opened with.
 * @throws Problem `not-found`; `already-done`; `not-allowed` without the rank, where it was approved
 */
export const withdrawGuideline = verb(
  'monitoring.withdraw-guideline',
  async (work, { guidelineId, reason }: { guidelineId: string; reason: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const row = await holdGuideline(work, guidelineId)
    if (row.withdrawn_at) throw new Problem('already-done', 'This version is withdrawn already.')
    if (row.approved_at)
      await requireAuthority(work, {
        decision: 'monitoring-parameters',
        pack: monitoringPack(ctx.agency),
      })
    await db
      .updateTable('monitoring.guideline')
      .set({ withdrawn_at: ctx.now, withdrawn_by: ctx.actor, withdrawal_reason: reason })
      .where('id', '=', row.id)
      .execute()
    await emit('monitoring.guideline-withdrawn', { guideline: row.id, subject: row.subject })
    return { id: row.id }
  },
)

async function holdGuideline(
  { db }: Work<'monitoring'>,
  guidelineId: string,
): Promise<Selectable<DB['monitoring.guideline']>> {
  const row = await db
    .selectFrom('monitoring.guideline')
    .selectAll()
    .where('id', '=', guidelineId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('version of a guideline')
  return row
}
