import type { RoomTx } from '../../platform/database.ts'
import type { LeaveKind } from '../leave/codes.ts'
import type { ContractMatter } from './terms.ts'

/** What somebody's contract would be made of now. */
export async function contractMatter(tx: RoomTx<'home'>, enrolmentId: string): Promise<ContractMatter> {
  const kinds = await tx
    .selectFrom('home.v_absence_kinds')
    .select('kinds')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  const conditions = await tx
    .selectFrom('home.condition')
    .select(['id', 'content', 'order_reference'])
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_at', 'is', null)
    .orderBy('set_at')
    .orderBy('id')
    .execute()
  return {
    kinds: kinds ? (kinds.kinds as LeaveKind[]) : null,
    conditions: conditions.map(({ id, content, order_reference }) => ({
      id,
      content,
      orderReference: order_reference,
    })),
  }
}
