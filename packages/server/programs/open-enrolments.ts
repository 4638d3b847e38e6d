import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { RoomTx } from '../platform/database.ts'
import { type EnrolmentState, isEnded } from './steps.ts'

/**
 * The enrolment that a person has open in a program, if any. Waits for anybody who is opening one for the same
 * person at this moment: a person has one at a time.
 */
export async function otherOpenEnrolment(
  tx: RoomTx<'programs'>,
  personId: string,
  pack: string,
  ctx: Context,
): Promise<{ id: string; number: string } | null> {
  // The state is derived, so no index can hold "one open at a time"; this lock does.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.agency.id} ${personId} ${pack}`}, 1))`.execute(
    tx,
  )
  const rows = await sql<{ id: string; number: string; state: EnrolmentState }>`
    select e.id, e.number, s.state
    from programs.enrolment e
    join programs.enrolment_state(${ctx.today}) s on s.agency_id = e.agency_id and s.enrolment_id = e.id
    where e.person_id = ${personId} and e.pack = ${pack}`.execute(tx)
  return rows.rows.find((row) => !isEnded(row.state)) ?? null
}
