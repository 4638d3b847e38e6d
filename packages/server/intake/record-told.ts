import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { type ToldItem, toldItems } from './appointment-fields.ts'
import { readEnrolment } from './enrolment.ts'

export const toldBody = z.strictObject({ items: z.array(z.enum(toldItems)).min(1).max(toldItems.length) })

/** Records what the person was told later than when the appointment was made (WAP-APPT.1). */
export const recordTold = verb(
  'intake.record-told',
  async (work: Work<'intake'>, input: { enrolmentId: string; items: readonly ToldItem[] }) => {
    await readEnrolment(work.db, input.enrolmentId, work.ctx.today)
    const written = await writeTold(work, input.enrolmentId, input.items)
    if (written > 0) await work.emit('intake.person-told', { enrolment: input.enrolmentId })
    return { done: true as const }
  },
)

/** Keeps each item once, with when and by whom it was said first. @returns how many were new */
export async function writeTold(
  { ctx, db }: Work<'intake'>,
  enrolmentId: string,
  items: readonly ToldItem[],
): Promise<number> {
  if (items.length === 0) return 0
  const written = await db
    .insertInto('intake.told')
    .values(
      [...new Set(items)].map((item) => ({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: enrolmentId,
        item,
        at: ctx.now,
        by: ctx.actor!,
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'enrolment_id', 'item']).doNothing())
    .returning('id')
    .execute()
  return written.length
}
