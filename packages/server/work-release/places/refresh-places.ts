import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { type FieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { nameInList } from '../words.ts'

/**
 * Holds a site, or all of them when null, so that nobody takes a place there while its plan changes.
 * @throws Problem `not-found`
 */
export async function holdSites(db: RoomTx<'work'>, siteId: string | null): Promise<void> {
  const rows = await db
    .selectFrom('work.site')
    .select('id')
    .$if(siteId !== null, (query) => query.where('id', '=', siteId!))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  if (siteId !== null && rows.length === 0) throw notFound('work site')
}

interface ChangedDay {
  site_id: string
  site_name: string
  day: Temporal.PlainDate
  taken: number
  capacity: number
}

/**
 * Brings the places of the days from today on to what plan, exceptions, holidays and contract now say. The
 * sites are held. Days that are gone stay as they were.
 * @param path the field of the form that lowered them
 * @throws Problem `cannot-be`: a day would have fewer places than people, with who they are
 */
export async function refreshPlaces(work: Work<'work'>, siteId: string | null, path: string): Promise<void> {
  const { ctx, db } = work
  const changed = await sql<ChangedDay>`
    select t.site_id, s.name as site_name, t.day, t.taken, w.capacity
    from work.site_day t
    join work.site s on s.agency_id = t.agency_id and s.id = t.site_id
    cross join lateral work.site_days(t.site_id, t.day, t.day + 1) w
    where t.day >= ${ctx.today} and w.capacity <> t.capacity and (${siteId}::uuid is null or t.site_id = ${siteId})
    order by t.site_id, t.day
    for no key update of t`.execute(db)
  const days = changed.rows
  const short = days.filter((day) => day.taken > day.capacity)
  if (short.length > 0) throw await peopleInTheWay(db, short, path)
  if (days.length === 0) return
  await sql`
    update work.site_day t set capacity = c.capacity
    from unnest(${days.map((d) => d.site_id)}::uuid[], ${days.map((d) => d.day.toString())}::date[],
      ${days.map((d) => d.capacity)}::integer[]) as c (site_id, day, capacity)
    where t.site_id = c.site_id and t.day = c.day`.execute(db)
}

async function peopleInTheWay(
  db: RoomTx<'work'>,
  days: readonly ChangedDay[],
  path: string,
): Promise<Problem> {
  const people = await db
    .selectFrom('work.contract_day as d')
    .innerJoin('people.v_person as p', (join) =>
      join.onRef('p.agency_id', '=', 'd.agency_id').onRef('p.id', '=', 'd.person_id'),
    )
    .select(['d.site_id', 'd.day', 'p.family_name', 'p.given_names', 'p.suffix'])
    .where('d.until_version', 'is', null)
    .where((eb) =>
      eb.or(days.map((day) => eb.and([eb('d.site_id', '=', day.site_id), eb('d.day', '=', day.day)]))),
    )
    .orderBy('p.family_name')
    .orderBy('p.given_names')
    .execute()
  const fields: FieldProblem[] = days.map((day) => {
    const names = people
      .filter((person) => person.site_id === day.site_id && person.day.equals(day.day))
      .map(nameInList)
    return {
      path,
      message: `${day.site_name}, ${dayInWords(day.day)}: ${day.taken} down for the day, ${day.capacity} places: ${names.join('; ')}`,
    }
  })
  return new Problem(
    'cannot-be',
    `${days.length} ${days.length === 1 ? 'day' : 'days'} would have fewer places than people. Move them to other days first.`,
    { fields },
  )
}
