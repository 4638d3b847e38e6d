import { capacityLeft, type Places } from '@inlieu/law'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import { parametersOn, programOf } from '../../programs/index.ts'

/** The capacity of a pack that people in home detention count against. */
const capacity = 'supervised'

/**
 * How many places of a program are free on a day (EMP-0.8, EMP-2.4). Counted is who holds a place and who wears a
 * unit, whichever of the two somebody has.
 */
export async function placesLeft(
  tx: RoomTx<'home'>,
  packName: string,
  today: Temporal.PlainDate,
): Promise<Places> {
  const parameters = await parametersOn(tx, packName, today)
  const { rows } = await sql<{ people: number }>`
    select count(*)::integer as people from (
      select enrolment_id from home.slot where pack = ${packName} and given_at is not null and freed_at is null
      union
      select f.enrolment_id from equipment.v_fitting f
      join programs.v_enrolment e on e.agency_id = f.agency_id and e.id = f.enrolment_id
      where e.pack = ${packName} and f.removed_at is null
    ) counted`.execute(tx)
  return capacityLeft(programOf({ pack: packName }), parameters, capacity, rows[0]!.people)
}
