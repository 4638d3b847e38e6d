import { sql } from 'kysely'
import type { z } from 'zod'
import { verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { recordLiveLook } from '../looks/live-look.ts'
import type { Sitting } from '../looks/purposes.ts'
import { columnsOf, type mapAnswer, type PersonOnMap, peopleOf, type UnitOnMap } from './people-on-map.ts'

/**
 * Everybody who wears a unit, where it was last and how they stand, in one answer; the look is recorded in the same
 * act (monitoring rule 8). The watch writes the standings; this only reads them.
 */
export const lookAtMap = verb(
  'monitoring.look-at-map',
  async (work, looking: Sitting): Promise<z.output<typeof mapAnswer>> => {
    const people = await peopleNow(work.db)
    await recordLiveLook(
      work,
      looking,
      people.map(({ id }) => id),
    )
    return { now: work.ctx.now, asOf: work.ctx.now, ...columnsOf(people) }
  },
)

/** Everybody who wears a unit, as they stand. */
export async function peopleNow(db: RoomTx<'monitoring'>): Promise<PersonOnMap[]> {
  const { rows } = await sql<UnitOnMap>`
    select f.person_id, p.family_name, p.given_names, p.suffix, e.pack, d.display_name as officer,
      floor(extract(epoch from s.contact_at))::integer as contact, floor(extract(epoch from s.at))::integer as at,
      s.lat, s.lon, s.accuracy, s.battery, false as later, coalesce(s.matters, '{}') as matters
    from equipment.v_fitting f
    join people.v_person p on p.agency_id = f.agency_id and p.id = f.person_id
    join programs.v_enrolment e on e.agency_id = f.agency_id and e.id = f.enrolment_id
    left join home.v_deputy d
      on d.agency_id = f.agency_id and d.enrolment_id = f.enrolment_id and d.ended_at is null
    left join monitoring.standing s
      on s.agency_id = f.agency_id and s.unit_id = f.unit_id and s.person_id = f.person_id
    where f.removed_at is null
    order by p.family_name, p.given_names, f.person_id`.execute(db)
  return peopleOf(rows, await openAlarms(db))
}

/** How many alarms are open for each person; a drill is none. */
async function openAlarms(db: RoomTx<'monitoring'>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('monitoring.alarm')
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('alarms')])
    .where('closed_at', 'is', null)
    .where('drill', '=', false)
    .where('person_id', 'is not', null)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(({ person_id, alarms }) => [person_id!, alarms]))
}
