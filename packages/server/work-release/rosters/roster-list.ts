import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import type { CsvColumn } from '../../platform/files.ts'
import { day, id } from '../../platform/schemas.ts'

/** What is missing of a week's roster. */
export const rosterStates = ['to-send', 'sent', 'to-return', 'to-mark', 'done'] as const

/** A week of a site, as the list shows it. */
export const listedRoster = z.object({
  siteId: id,
  siteName: z.string(),
  week: day,
  people: z.int(),
  /** Days of people on it, and how many of them are marked. */
  days: z.int(),
  marked: z.int(),
  sentOn: day.nullable(),
  returnedOn: day.nullable(),
  state: z.enum(rosterStates),
})

/** A listed week. */
export type ListedRoster = z.output<typeof listedRoster>

/** What the list is narrowed to: weeks of [from, until), one site, one state. */
export interface RosterFilter {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  siteId?: string | undefined
  state?: ListedRoster['state'] | undefined
  limit: number
}

/** Weeks that have people, by site: prepared, sent, returned, and what is missing. */
export async function listRosters(
  tx: RoomTx<'work'>,
  ctx: Context,
  filter: RosterFilter,
): Promise<ListedRoster[]> {
  const rows = await sql<Omit<Row, 'state'>>`
    select w.site_id, s.name, w.week, w.people, w.days, w.marked, w.last_day,
      (select max(r.on_day) from work.roster_record r
        where r.agency_id = w.agency_id and r.site_id = w.site_id and r.week = w.week and r.kind = 'sent') as sent_on,
      (select max(r.on_day) from work.roster_record r
        where r.agency_id = w.agency_id and r.site_id = w.site_id and r.week = w.week and r.kind = 'returned') as returned_on
    from (
      select d.agency_id, d.site_id, d.day - (extract(isodow from d.day)::integer - 1) as week,
        count(distinct d.person_id)::integer as people, count(*)::integer as days,
        (count(*) - count(u.contract_day_id))::integer as marked, max(d.day) as last_day
      from work.contract_day d
      left join work.unmarked_day u on u.agency_id = d.agency_id and u.contract_day_id = d.id
      where d.until_version is null and d.day >= ${filter.from} and d.day < ${filter.until}
        and (${filter.siteId ?? null}::uuid is null or d.site_id = ${filter.siteId ?? null})
      group by 1, 2, 3
    ) w
    join work.site s on s.agency_id = w.agency_id and s.id = w.site_id
    order by w.week, lower(s.name), w.site_id`.execute(tx)
  return rows.rows
    .map((row) => toListed(row, ctx.today))
    .filter((roster) => filter.state === undefined || roster.state === filter.state)
    .slice(0, filter.limit)
}

interface Row {
  site_id: string
  name: string
  week: Temporal.PlainDate
  people: number
  days: number
  marked: number
  last_day: Temporal.PlainDate
  sent_on: Temporal.PlainDate | null
  returned_on: Temporal.PlainDate | null
}

function toListed(row: Row, today: Temporal.PlainDate): ListedRoster {
  return {
    siteId: row.site_id,
    siteName: row.name,
    week: row.week,
    people: row.people,
    days: row.days,
    marked: row.marked,
    sentOn: row.sent_on,
    returnedOn: row.returned_on,
    state: stateOf(row, today),
  }
}

/** What has to be done next about a week's roster. */
export function stateOf(
  row: Pick<Row, 'sent_on' | 'returned_on' | 'last_day' | 'days' | 'marked'>,
  today: Temporal.PlainDate,
): ListedRoster['state'] {
  if (row.marked === row.days && row.returned_on) return 'done'
  if (row.returned_on) return 'to-mark'
  // On the last day of the week the roster is still at the site.
  if (row.last_day.toString() < today.toString()) return 'to-return'
  return row.sent_on ? 'sent' : 'to-send'
}

/** The columns of the list as CSV. */
export const rosterListCsv: readonly CsvColumn<ListedRoster>[] = [
  { title: 'Site', value: (roster) => roster.siteName },
  { title: 'Week of', value: (roster) => roster.week.toString() },
  { title: 'People', value: (roster) => roster.people },
  { title: 'Days', value: (roster) => roster.days },
  { title: 'Marked', value: (roster) => roster.marked },
  { title: 'Sent on', value: (roster) => roster.sentOn?.toString() ?? '' },
  { title: 'Returned on', value: (roster) => roster.returnedOn?.toString() ?? '' },
  { title: 'State', value: (roster) => roster.state },
]
