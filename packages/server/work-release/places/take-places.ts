import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { type FieldProblem, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'

/** A place: one person at one site on one day. */
export interface Place {
  siteId: string
  day: Temporal.PlainDate
}

/** A site on a day, with its places as the transaction holds them. */
interface HeldDay extends Place {
  capacity: number
  taken: number
}

/**
 * Takes places for a person and gives others back. Every site-day is held in the one order (site, day) before
 * any is looked at, so that clerks wait for each other and never in a circle; the last place goes once.
 * @throws Problem `full` with the days that have no place, and why
 */
export async function takePlaces(
  work: Work<'work'>,
  change: { take: readonly Place[]; release: readonly Place[] },
): Promise<void> {
  const { db } = work
  const deltas = deltasOf(change)
  if (deltas.length === 0) return
  await holdSitesAgainstPlans(db, deltas)
  const held = await holdDays(work, deltas)
  const refused = overfull(held, deltas)
  if (refused.length > 0) throw await full(db, refused)
  await sql`
    update work.site_day t set taken = t.taken + c.delta
    from unnest(${deltas.map((d) => d.siteId)}::uuid[], ${deltas.map((d) => d.day.toString())}::date[],
      ${deltas.map((d) => d.delta)}::integer[]) as c (site_id, day, delta)
    where t.site_id = c.site_id and t.day = c.day`.execute(db)
}

interface Delta extends Place {
  delta: number
}

/** What changes by site and day; a place given back and taken again is no change. */
export function deltasOf(change: { take: readonly Place[]; release: readonly Place[] }): Delta[] {
  const byKey = new Map<string, Delta>()
  const add = (place: Place, delta: number) => {
    const key = `${place.siteId} ${place.day}`
    const known = byKey.get(key)
    if (known) known.delta += delta
    else byKey.set(key, { siteId: place.siteId, day: place.day, delta })
  }
  for (const place of change.take) add(place, 1)
  for (const place of change.release) add(place, -1)
  return [...byKey.values()].filter(({ delta }) => delta !== 0)
}

/** The days on which more would be taken than there are. */
export function overfull(held: readonly HeldDay[], deltas: readonly Delta[]): HeldDay[] {
  return held.filter((day) => {
    const change = deltas.find((delta) => delta.siteId === day.siteId && delta.day.equals(day.day))
    return change !== undefined && change.delta > 0 && day.taken + change.delta > day.capacity
  })
}

// A change of a site's plan holds the site alone; takers share it. So no plan changes under a place being taken.
async function holdSitesAgainstPlans(db: RoomTx<'work'>, places: readonly Place[]): Promise<void> {
  const wanted = [...new Set(places.map((place) => place.siteId))]
  const sites = await db
    .selectFrom('work.site')
    .select('id')
    .where('id', 'in', wanted)
    .orderBy('id')
    .forShare()
    .execute()
  if (sites.length < wanted.length)
    throw new Problem('not-found', 'One of the sites is not in this office. Load the page again.')
}

// Made and held in one statement: the rows are locked in the order they are sorted in.
async function holdDays({ ctx, db }: Work<'work'>, places: readonly Place[]): Promise<HeldDay[]> {
  const rows = await sql<{ site_id: string; day: Temporal.PlainDate; capacity: number; taken: number }>`
    insert into work.site_day as t (agency_id, site_id, day, capacity, taken)
    select ${ctx.agency.id}, k.site_id, k.day, w.capacity, 0
    from unnest(${places.map((p) => p.siteId)}::uuid[], ${places.map((p) => p.day.toString())}::date[]) as k (site_id, day)
    cross join lateral work.site_days(k.site_id, k.day, k.day + 1) w
    order by k.site_id, k.day
    on conflict (agency_id, site_id, day) do update set taken = t.taken
    returning t.site_id, t.day, t.capacity, t.taken`.execute(db)
  return rows.rows.map((row) => ({
    siteId: row.site_id,
    day: row.day,
    capacity: row.capacity,
    taken: row.taken,
  }))
}

async function full(db: RoomTx<'work'>, days: readonly HeldDay[]): Promise<Problem> {
  const rows = await sql<{ name: string; day: Temporal.PlainDate; capacity: number; because: string }>`
    select s.name, w.day, w.capacity, w.because
    from unnest(${days.map((d) => d.siteId)}::uuid[], ${days.map((d) => d.day.toString())}::date[]) as k (site_id, day)
    join work.site s on s.id = k.site_id
    cross join lateral work.site_days(k.site_id, k.day, k.day + 1) w
    order by w.day, s.name`.execute(db)
  const fields: FieldProblem[] = rows.rows.map((row) => ({
    path: 'days',
    message: `${dayInWords(row.day)}: ${whyNoPlace(row.name, row.because, row.capacity)}`,
  }))
  const first = fields[0]!.message
  const more = fields.length > 1 ? ` and ${fields.length - 1} more` : ''
  return new Problem('full', `No place left: ${first}${more}. Nothing was saved; choose other days.`, {
    fields,
  })
}

/** Why a site has no place on a day, for a person to act on. */
export function whyNoPlace(site: string, because: string, capacity: number): string {
  switch (because) {
    case 'no-contract':
      return `${site} has no signed contract that covers the day`
    case 'contract-over':
      return `the contract of ${site} has ended by then`
    case 'holiday':
      return `${site} is closed for a holiday`
    case 'closed':
      return `${site} is closed`
    case 'no-plan':
      return `${site} has no places entered for the day`
    default:
      return capacity === 0
        ? `${site} takes nobody on that day`
        : `${site} is full (${capacity} of ${capacity})`
  }
}
