import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem } from '../../platform/problem.ts'
import type { Sitting } from '../looks/purposes.ts'
import { recordLook } from '../looks/record-look.ts'
import { columnsOf, type mapAnswer, type PersonOnMap, peopleOf, type UnitOnMap } from './people-on-map.ts'
import { lastingKinds } from './state.ts'

/** Hours that a position is shown for after it was measured. */
const shownHours = 24
/** Hours of which a unit may send what it stored in any order. */
const backlogHours = 2

/** A look back at where everybody was. */
export interface MomentLook {
  looking: Sitting
  at: Temporal.Instant
}

/**
 * Where everybody who wore a unit at a moment was last seen by then, and how they stood; as it is known now, not as
 * it was known then (monitoring rule 1). The look is recorded in the same act.
 * @throws Problem `cannot-be` for a moment to come
 */
export const lookAtMoment = verb(
  'monitoring.look-at-moment',
  async (work, { looking, at }: MomentLook): Promise<z.output<typeof mapAnswer>> => {
    const { ctx } = work
    if (Temporal.Instant.compare(at, ctx.now) > 0)
      throw fieldProblem('at', 'This moment has not come yet. Choose one before now.')
    const people = await peopleAt(work.db, at)
    await recordLook(work, {
      purpose: looking.purpose,
      why: looking.why,
      sitting: looking.sitting,
      scope: 'moment',
      periodFrom: at,
      periodTo: at.add({ minutes: 1 }),
      personIds: people.map(({ id }) => id),
    })
    return { now: ctx.now, asOf: at, ...columnsOf(people) }
  },
)

/**
 * The people of a moment. When each was last heard of is when a message had come by then, as silence is judged; a
 * position that was measured by then and came later is shown, and said to have. A position that the unit only repeated, or that no decision could rest on, is passed over. */
export async function peopleAt(db: RoomTx<'monitoring'>, at: Temporal.Instant): Promise<PersonOnMap[]> {
  const since = at.subtract({ hours: shownHours })
  const units = await sql<Omit<UnitOnMap, 'matters'>>`
    select f.person_id, p.family_name, p.given_names, p.suffix, e.pack, d.display_name as officer,
      floor(extract(epoch from c.received_at))::integer as contact, floor(extract(epoch from x.at))::integer as at,
      x.lat, x.lon, x.accuracy, x.battery, x.received_at > ${at} as later
    from equipment.v_fitting f
    join people.v_person p on p.agency_id = f.agency_id and p.id = f.person_id
    join programs.v_enrolment e on e.agency_id = f.agency_id and e.id = f.enrolment_id
    left join home.v_deputy d
      on d.agency_id = f.agency_id and d.enrolment_id = f.enrolment_id and d.named_at <= ${at} and (d.ended_at is null or d.ended_at > ${at})
    left join lateral (
      select at, received_at, lat, lon, accuracy, battery from monitoring.fix x
      where x.unit_id = f.unit_id and x.at <= ${at} and x.at > ${since} and x.at >= f.fitted_at
        and x.lat is not null and x.person_id = f.person_id and x.flags & 3 <> 3 and coalesce(x.accuracy, 0) <= 100
      order by x.at desc limit 1
    ) x on true
    left join lateral (${lastHeard(at, since)}) c on true
    where f.fitted_at <= ${at} and (f.removed_at is null or f.removed_at > ${at})
    order by p.family_name, p.given_names, f.person_id`.execute(db)
  const matters = await mattersAt(db, at)
  return peopleOf(
    units.rows.map((unit) => ({ ...unit, matters: matters.get(unit.person_id) ?? [] })),
    await alarmsAt(db, at),
  )
}

/**
 * When anything of the unit of `f` had come last by a moment. Of a day the one measured last tells it, and of the last
 * hours each: an old backlog may come in after what is newer.
 */
function lastHeard(at: Temporal.Instant, since: Temporal.Instant): RawBuilder<unknown> {
  const recently = at.subtract({ hours: backlogHours })
  const of = (table: 'fix' | 'signal') => sql`
    select max(m.received_at) as received_at from (
      (select received_at from monitoring.${sql.raw(table)} t
       where t.unit_id = f.unit_id and t.person_id = f.person_id and t.at > ${since} and t.at <= ${at}
         and t.received_at <= ${at} order by t.at desc limit 1)
      union all
      select received_at from monitoring.${sql.raw(table)} t
      where t.unit_id = f.unit_id and t.person_id = f.person_id and t.at > ${recently} and t.at <= ${at}
        and t.received_at <= ${at}) m`
  return sql`select max(h.received_at) as received_at from (${of('fix')} union all ${of('signal')}) h`
}

async function mattersAt(
  db: RoomTx<'monitoring'>,
  at: Temporal.Instant,
): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ person_id: string; kinds: string[] }>`
    select h.person_id, array_agg(distinct h.kind) as kinds
    from monitoring.happening h
    where h.at <= ${at} and h.kind = any(${lastingKinds}) and not h.withdrawn and h.joined is null
      and not exists (
        select from monitoring.happening e
        where e.agency_id = h.agency_id and e.ends = h.key and e.at <= ${at} and not e.withdrawn)
    group by h.person_id`.execute(db)
  return new Map(rows.map(({ person_id, kinds }) => [person_id, kinds]))
}

async function alarmsAt(db: RoomTx<'monitoring'>, at: Temporal.Instant): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('monitoring.alarm')
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('alarms')])
    .where('opened_at', '<=', at)
    .where(({ or, eb }) => or([eb('closed_at', 'is', null), eb('closed_at', '>', at)]))
    .where('drill', '=', false)
    .where('person_id', 'is not', null)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(({ person_id, alarms }) => [person_id!, alarms]))
}
