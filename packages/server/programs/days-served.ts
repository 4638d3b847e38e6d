import { sql } from 'kysely'
import type { RoomTx } from '../platform/database.ts'
import type { CreditedDay } from './sentence-input.ts'

/** Days of work credited to an enrolment (WAP-CRED.1), oldest first. */
export async function creditedDays(tx: RoomTx<'programs'>, enrolmentId: string): Promise<CreditedDay[]> {
  const view = await sql<{ exists: boolean }>`
    select to_regclass('work.v_contract_day') is not null as exists`.execute(tx)
  if (!view.rows[0]!.exists) return []
  const days = await sql<CreditedDay>`
    select day, credited_days as credited from work.v_contract_day
    where enrolment_id = ${enrolmentId} and credited_days > 0 order by day`.execute(tx)
  return days.rows
}
