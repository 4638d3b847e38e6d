import type { RoomTx } from '../platform/database.ts'
import type { CreditedDay } from './sentence-input.ts'

/** Days of work credited to an enrolment (WAP-CRED.1), oldest first. */
export async function creditedDays(tx: RoomTx<'programs'>, enrolmentId: string): Promise<CreditedDay[]> {
  const rows = await tx
    .selectFrom('work.v_contract_day')
    .select(['day', 'credited_days'])
    .where('enrolment_id', '=', enrolmentId)
    .where('credited_days', '>', 0)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, credited: row.credited_days ?? 0 }))
}
