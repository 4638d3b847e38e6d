import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { Problem } from '../../platform/problem.ts'
import { requireAuthority } from '../../programs/index.ts'
import { adjustedDaysOf, readEnrolment } from './enrolment.ts'

/** Permission to begin within the notice, for one contract. */
export interface EarlyStart {
  id: string
  reason: string
  allowedBy: string
  allowedAt: Temporal.Instant
}

/** The permission that no contract has used yet, or null. */
export async function unusedEarlyStart(tx: RoomTx<'work'>, enrolmentId: string): Promise<EarlyStart | null> {
  const row = await tx
    .selectFrom('work.early_start as e')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'e.agency_id').onRef('a.id', '=', 'e.allowed_by'),
    )
    .select(['e.id', 'e.reason', 'e.allowed_at', 'a.display_name'])
    .where('e.enrolment_id', '=', enrolmentId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('work.contract as c')
            .select('c.id')
            .whereRef('c.agency_id', '=', 'e.agency_id')
            .whereRef('c.early_start_id', '=', 'e.id'),
        ),
      ),
    )
    .orderBy('e.allowed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { id: row.id, reason: row.reason, allowedBy: row.display_name ?? '', allowedAt: row.allowed_at }
    : null
}

/**
 * A supervisor allows one contract a first day within the notice (WAP-P6.1, own).
 * @throws Problem `not-allowed` with the clause; `already-done` when one is unused; as the enrolment refuses
 */
export const allowEarlyStart = verb(
  'work.allow-early-start',
  async (work, input: { enrolmentId: string; reason: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (!ctx.permissions.has('schedule.allow-early'))
      throw new Problem('not-allowed', 'A supervisor allows a first day within the notice (WAP-P6.1).')
    const enrolment = await readEnrolment(db, ctx, input.enrolmentId)
    adjustedDaysOf(enrolment)
    await requireAuthority(work, { decision: 'early-start', pack: enrolment.pack })
    const unused = await unusedEarlyStart(db, input.enrolmentId)
    if (unused)
      throw new Problem('already-done', `${unused.allowedBy} has allowed it already: ${unused.reason}`)
    const id = randomUUID()
    await db
      .insertInto('work.early_start')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: input.enrolmentId,
        reason: input.reason,
        allowed_at: ctx.now,
        allowed_by: ctx.actor!,
      })
      .execute()
    await emit('work.early-start-allowed', { enrolment: input.enrolmentId })
    return { id }
  },
)
