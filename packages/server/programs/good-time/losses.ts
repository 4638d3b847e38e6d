import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'

/** Good time lost by a decision, in days of one commitment (SCC-2.D). */
export interface GoodTimeLoss {
  id: string
  commitmentId: string
  days: number
  /** The return for a rule violation that it goes with, and what the pack calls that ending. */
  returnedOn: Temporal.PlainDate
  ending: string
  /** From this day it is lost. */
  onDay: Temporal.PlainDate
  /** The decision that this one stands in the place of. */
  insteadOf: string | null
  reason: string
  clause: string
  decidedAt: Temporal.Instant
  decidedBy: string
  /** No later decision stands in its place. */
  stands: boolean
}

/** The decisions on good time lost in an enrolment, in the order in which they were taken. */
export async function lossesOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<GoodTimeLoss[]> {
  const rows = await tx
    .selectFrom('programs.v_good_time_loss')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    commitmentId: row.commitment_id,
    days: row.days,
    returnedOn: row.returned_on,
    ending: row.ending,
    onDay: row.on_day,
    insteadOf: row.instead_of,
    reason: row.reason,
    clause: row.clause,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    stands: row.stands,
  }))
}
