import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import type { CsvColumn } from '../../platform/files.ts'
import { day, id } from '../../platform/schemas.ts'
import { siteKinds } from './site-form.ts'

/** How many days ahead a list counts free places. */
export const daysCounted = 28

/** Where a site's contract stands on a day. */
export const contractStates = ['in-force', 'not-begun', 'over', 'none'] as const

/** A work site as the list shows it. */
export const listedSite = z.object({
  id,
  name: z.string(),
  organization: z.string(),
  kind: z.enum(siteKinds),
  city: z.string(),
  zip: z.string(),
  contractState: z.enum(contractStates),
  contractLastDay: day.nullable(),
  /** The most people it takes on a day of the week under the plan in force; null: no plan. */
  peopleADay: z.int().nullable(),
  /** Places left in the next 28 days. */
  placesLeft: z.int(),
  supervisorName: z.string(),
  supervisorPhone: z.string(),
})

/** A listed site. */
export type ListedSite = z.output<typeof listedSite>

/** What a list of sites is narrowed to. */
export interface SiteFilter {
  text?: string | undefined
  kind?: (typeof siteKinds)[number] | undefined
  contract?: (typeof contractStates)[number] | undefined
  limit: number
}

/** Work sites by name, with the state of their contract and the places left. */
export async function listSites(tx: RoomTx<'work'>, ctx: Context, filter: SiteFilter): Promise<ListedSite[]> {
  const until = ctx.today.add({ days: daysCounted })
  const rows = await sql<Row>`
    select s.id, s.name, s.organization, s.kind, s.city, s.zip, s.contract_from, s.contract_until,
      s.supervisor_name, s.supervisor_phone, p.people_a_day, coalesce(f.places_left, 0)::integer as places_left
    from work.site s
    left join lateral (
      select (select max(x) from unnest(c.places) x) as people_a_day from work.capacity_plan c
      where c.agency_id = s.agency_id and c.site_id = s.id and c.from_day <= ${ctx.today}
      order by c.from_day desc limit 1
    ) p on true
    left join (
      select d.site_id, sum(greatest(d.capacity - d.taken, 0)) as places_left
      from work.site_days(null, ${ctx.today}, ${until}) d group by d.site_id
    ) f on f.site_id = s.id
    where (${filter.kind ?? null}::text is null or s.kind = ${filter.kind ?? null})
      and (${filter.text ?? null}::text is null
        or strpos(lower(concat_ws(' ', s.name, s.organization, s.city, s.zip)), lower(${filter.text ?? null})) > 0)
    order by lower(s.name), s.id`.execute(tx)
  return rows.rows
    .map((row) => toListed(row, ctx.today))
    .filter((site) => filter.contract === undefined || site.contractState === filter.contract)
    .slice(0, filter.limit)
}

interface Row {
  id: string
  name: string
  organization: string
  kind: ListedSite['kind']
  city: string
  zip: string
  contract_from: Temporal.PlainDate | null
  contract_until: Temporal.PlainDate | null
  supervisor_name: string
  supervisor_phone: string
  people_a_day: number | null
  places_left: number
}

/** Where a contract stands on a day; `until` is the first day no longer covered. */
export function contractStateOn(
  contract: { contract_from: Temporal.PlainDate | null; contract_until: Temporal.PlainDate | null },
  on: Temporal.PlainDate,
): (typeof contractStates)[number] {
  if (!contract.contract_from) return 'none'
  if (Temporal.PlainDate.compare(on, contract.contract_from) < 0) return 'not-begun'
  const over =
    contract.contract_until !== null && Temporal.PlainDate.compare(on, contract.contract_until) >= 0
  return over ? 'over' : 'in-force'
}

function toListed(row: Row, today: Temporal.PlainDate): ListedSite {
  return {
    id: row.id,
    name: row.name,
    organization: row.organization,
    kind: row.kind,
    city: row.city,
    zip: row.zip,
    contractState: contractStateOn(row, today),
    contractLastDay: row.contract_until?.subtract({ days: 1 }) ?? null,
    peopleADay: row.people_a_day,
    placesLeft: row.places_left,
    supervisorName: row.supervisor_name,
    supervisorPhone: row.supervisor_phone,
  }
}

/** The columns of the list as CSV. */
export const siteColumnsCsv: readonly CsvColumn<ListedSite>[] = [
  { title: 'Site', value: (site) => site.name },
  { title: 'Organization', value: (site) => site.organization },
  { title: 'Kind', value: (site) => site.kind },
  { title: 'City', value: (site) => site.city },
  { title: 'ZIP', value: (site) => site.zip },
  { title: 'Contract', value: (site) => site.contractState },
  { title: 'Contract ends', value: (site) => site.contractLastDay?.toString() ?? '' },
  { title: 'People a day', value: (site) => site.peopleADay },
  { title: `Places left in ${daysCounted} days`, value: (site) => site.placesLeft },
  { title: 'Supervisor', value: (site) => site.supervisorName },
  { title: 'Phone', value: (site) => site.supervisorPhone },
]
