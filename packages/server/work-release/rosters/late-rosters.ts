import { type RosterReturn, rostersLate } from '@inlieu/law'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { day, id } from '../../platform/schemas.ts'
import { parametersOn, programOf, programsRun } from '../../programs/index.ts'

/** A site that owes a roster for two weeks or more (WAP-P6.3): it is contacted. */
export const lateSite = z.object({
  siteId: id,
  siteName: z.string(),
  supervisorName: z.string(),
  supervisorPhone: z.string(),
  /** The last day covered by a roster that came back; null: none ever did. */
  lastRosterOn: day.nullable(),
  /** The first day on which somebody worked there that no roster covers. */
  owedSince: day,
  daysSilent: z.int(),
})

/** A late site. */
export type LateSite = z.output<typeof lateSite>

/** A site that owes a roster, and since when. */
export interface OwedRoster {
  siteId: string
  lastRosterOn: Temporal.PlainDate | null
  owedSince: Temporal.PlainDate
}

/**
 * What the law is asked about a site. Days on which nobody was down there owe no roster, so its silence begins
 * with the first day that one is owed for.
 */
export function rosterReturnOf(owed: OwedRoster): RosterReturn {
  return {
    siteId: owed.siteId,
    lastRosterOn: owed.lastRosterOn && owed.owedSince.subtract({ days: 1 }).toString(),
    since: owed.owedSince.toString(),
  }
}

/** The sites without a roster for two weeks or more, longest silent first. */
export async function lateSites(tx: RoomTx<'work'>, ctx: Context): Promise<LateSite[]> {
  const rows = await sql<{
    site_id: string
    name: string
    supervisor_name: string
    supervisor_phone: string
    last_roster_on: Temporal.PlainDate | null
    owed_since: Temporal.PlainDate
  }>`
    select s.id as site_id, s.name, s.supervisor_name, s.supervisor_phone, r.last_roster_on, o.owed_since
    from work.site s
    left join lateral (
      select max(x.week) + 6 as last_roster_on from work.roster_record x
      where x.agency_id = s.agency_id and x.site_id = s.id and x.kind = 'returned'
    ) r on true
    join lateral (
      select min(d.day) as owed_since from work.contract_day d
      where d.agency_id = s.agency_id and d.site_id = s.id and d.until_version is null and d.day <= ${ctx.today}
        and (r.last_roster_on is null or d.day > r.last_roster_on)
    ) o on o.owed_since is not null
    order by s.id`.execute(tx)
  const owed = rows.rows.map((row) => ({
    row,
    roster: rosterReturnOf({
      siteId: row.site_id,
      lastRosterOn: row.last_roster_on,
      owedSince: row.owed_since,
    }),
  }))
  const [program] = programsRun
  const parameters = await parametersOn(tx, program!.pack, ctx.today)
  const late = rostersLate(
    programOf(program!),
    parameters,
    owed.map(({ roster }) => roster),
  )
  return late.map(({ siteId, lastRosterOn, since }) => {
    const { row } = owed.find((one) => one.row.site_id === siteId)!
    return {
      siteId,
      siteName: row.name,
      supervisorName: row.supervisor_name,
      supervisorPhone: row.supervisor_phone,
      lastRosterOn: row.last_roster_on,
      owedSince: row.owed_since,
      daysSilent: Temporal.PlainDate.from(lastRosterOn ?? since).until(ctx.today).days,
    }
  })
}
