import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { Problem } from '../../platform/problem.ts'
import { day, id } from '../../platform/schemas.ts'
import { rosterPeople } from '../rosters/roster.ts'
import { isBefore, mondayOf } from '../rosters/week.ts'
import { marks } from '../schedule/standing.ts'
import { workLimits } from '../sites/limits.ts'

/** What a site supervisor sees (WAP-SITE.3, own): this week's people, a number to call, nothing of a case. */
export const siteSheet = z.object({
  today: day,
  week: day,
  office: z.object({ name: z.string(), phone: z.string() }),
  sites: z.array(
    z.object({
      id,
      name: z.string(),
      reportAt: z.string(),
      dayMinutes: z.int(),
      /** Whether the week's roster was returned already. */
      returned: z.boolean(),
      people: z.array(
        z.object({
          name: z.string(),
          birthDate: day.nullable(),
          limits: z.array(z.enum(workLimits)),
          days: z.array(
            z.object({
              contractDayId: id,
              day,
              version: z.int(),
              mark: z.enum(marks).nullable(),
              minutes: z.int().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** Reads the sheets of the sites linked to the account that acts. */
export async function readSiteSheet(tx: RoomTx<'work'>, ctx: Context): Promise<z.output<typeof siteSheet>> {
  const week = mondayOf(ctx.today)
  const office = await tx.selectFrom('access.v_agency').select(['name', 'phone']).executeTakeFirstOrThrow()
  const sites = await sql<{
    id: string
    name: string
    report_at: string
    day_minutes: number
    returned: boolean
  }>`
    select s.id, s.name, s.report_at, s.day_minutes,
      exists (select from work.roster_record r where r.agency_id = s.agency_id and r.site_id = s.id
        and r.week = ${week} and r.kind = 'returned') as returned
    from work.site_supervisor l
    join work.site s on s.agency_id = l.agency_id and s.id = l.site_id
    where l.account_id = ${ctx.actor} and l.ended_at is null
    order by lower(s.name), s.id`.execute(tx)
  const sheets = []
  for (const site of sites.rows) {
    const people = await rosterPeople(tx, site.id, week, week.add({ days: 7 }))
    sheets.push({
      id: site.id,
      name: site.name,
      reportAt: site.report_at,
      dayMinutes: site.day_minutes,
      returned: site.returned,
      people: people.map(({ name, birthDate, limits, days }) => ({
        name,
        birthDate,
        limits,
        days: days.map(({ contractDayId, day, version, mark, minutes }) => ({
          contractDayId,
          day,
          version,
          mark,
          minutes,
        })),
      })),
    })
  }
  return {
    today: ctx.today,
    week,
    office: { name: office.name ?? '', phone: office.phone ?? '' },
    sites: sheets,
  }
}

/**
 * Refuses a site whose sheets the account may not open. Told alike whether the site is another's or none.
 * @throws Problem `not-found`
 */
export async function refuseOtherSite(tx: RoomTx<'work'>, ctx: Context, siteId: string): Promise<void> {
  const link = await tx
    .selectFrom('work.site_supervisor')
    .select('id')
    .where('site_id', '=', siteId)
    .where('account_id', '=', ctx.actor)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!link) throw new Problem('not-found', 'This is not on the sheet of your site. Load the page again.')
}

/**
 * Refuses a day outside this week: what is earlier is the office's.
 * @throws Problem `cannot-be`
 */
export function refuseOtherWeek(on: Temporal.PlainDate, today: Temporal.PlainDate): void {
  const week = mondayOf(today)
  if (isBefore(on, week) || !isBefore(on, week.add({ days: 7 })))
    throw new Problem('cannot-be', 'Only this week can be ticked here. For another day, call the office.')
}
