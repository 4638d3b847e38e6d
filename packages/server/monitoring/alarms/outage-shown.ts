import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'

/** People whom an alarm's page names, at most: who is silent comes first, whose unit was heard again after them. */
const mostNamed = 300

/** Whose units an outage is made of (field 6). Never where they are. */
export const outageShown = z.object({
  carrier: z.string(),
  units: z.int(),
  /** Of them, those that are silent still. */
  silent: z.int(),
  people: z.array(
    z.object({
      id,
      name: z.string(),
      /** When the silence was an alarm. */
      silentAt: instant,
      backAt: instant.nullable(),
      /** An alarm of their own, where they have one beside this. */
      own: z.object({ id, number: z.int() }).nullable(),
    }),
  ),
})

/** The people of an outage; null where an alarm is about none. */
export async function showOutage(
  db: RoomTx<'monitoring'>,
  alarm: { id: string; kind: string; drill: boolean },
): Promise<z.output<typeof outageShown> | null> {
  if (alarm.kind !== 'carrier-outage' || alarm.drill) return null
  const { rows } = await sql<{
    id: string
    name: string
    silentAt: Temporal.Instant
    backAt: Temporal.Instant | null
    ownId: string | null
    ownNumber: number | null
    units: number
    silent: number
    incident: string
  }>`
    with part as (
      select key from monitoring.alarm_happening where alarm_id = ${alarm.id} and kind = 'no-contact'
      union
      select happening_key from monitoring.alarm_step
      where alarm_id = ${alarm.id} and kind = 'folded' and about ? 'outage')
    select h.person_id as id, concat_ws(' ', p.given_names, p.family_name, nullif(p.suffix, '')) as name, l.at as "silentAt", l.ended_at as "backAt",
      case when a.id <> o.id then a.id end as "ownId", case when a.id <> o.id then a.number::integer end as "ownNumber",
      count(*) over ()::integer as units,
      count(*) filter (where l.ended_at is null and not l.withdrawn) over ()::integer as silent, o.incident
    from part
    join monitoring.alarm o on o.id = ${alarm.id}
    join monitoring.alarm_happening l on l.agency_id = o.agency_id and l.key = part.key
    join monitoring.alarm a on a.agency_id = l.agency_id and a.id = l.alarm_id
    join monitoring.happening h on h.agency_id = l.agency_id and h.key = l.key
    join people.v_person p on p.agency_id = h.agency_id and p.id = h.person_id
    order by (l.ended_at is not null or l.withdrawn), p.family_name, p.given_names, h.person_id limit ${mostNamed}`.execute(
    db,
  )
  const [first] = rows
  if (!first) return null
  return {
    carrier: first.incident.slice(0, first.incident.lastIndexOf('|carrier-outage|')),
    units: first.units,
    silent: first.silent,
    people: rows.map(({ id: person, name, silentAt, backAt, ownId, ownNumber }) => ({
      id: person,
      name,
      silentAt,
      backAt,
      own: ownId === null ? null : { id: ownId, number: ownNumber! },
    })),
  }
}
