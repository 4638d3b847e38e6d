import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import { programOf } from '../program.ts'
import { endingOf, type ReturnReason } from '../return-reasons.ts'
import type { EnrolmentState } from '../steps.ts'
import { mayLoseGoodTime } from './may-be-lost.ts'

type Tx = RoomTx<'programs'>

/** A return for a rule violation: its day, and what the pack calls the ending. */
export interface Violation {
  returnedOn: Temporal.PlainDate
  ending: string
}

/** The latest return for which good time may be lost (SCC-2.D); a flash incarceration is one (own). Null: none. */
export async function lastViolation(
  tx: Tx,
  enrolment: { id: string; pack: string },
): Promise<Violation | null> {
  const returns = await tx
    .selectFrom('programs.step')
    .select(['on_day', 'about'])
    .where('enrolment_id', '=', enrolment.id)
    .where('kind', '=', 'returned-to-court')
    .orderBy('number', 'desc')
    .execute()
  const pack = programOf(enrolment)
  for (const { on_day, about } of returns) {
    const { reason } = about as { reason?: ReturnReason }
    const ending = reason && endingOf(reason)
    if (ending && mayLoseGoodTime(pack, ending)) return { returnedOn: on_day, ending }
  }
  return null
}

/** Whether detention at home has begun: only who took part can lose good time for it (own). */
export async function wasAtHome(tx: Tx, enrolmentId: string): Promise<boolean> {
  const placed = await tx
    .selectFrom('programs.step')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', '=', 'placed')
    .limit(1)
    .executeTakeFirst()
  return placed !== undefined
}

/** What is completed stays completed, and who was denied had no good time to lose. */
export const isOverFor = (state: EnrolmentState): boolean => state === 'completed' || state === 'denied'
