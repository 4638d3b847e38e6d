import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { day, id } from '../../platform/schemas.ts'

/** Why a site has the number of places it has on a day. */
export const placesBecause = [
  'plan',
  'no-plan',
  'holiday',
  'closed',
  'other-number',
  'no-contract',
  'contract-over',
] as const

/** A site on a day. */
export const siteDay = z.object({
  siteId: id,
  day,
  capacity: z.int(),
  taken: z.int(),
  because: z.enum(placesBecause),
})

/** A site on a day, with its places. */
export type SiteDay = z.output<typeof siteDay>

/** The places of one site, or of all when null, on each day of [from, until). */
export async function siteDays(
  tx: RoomTx<'work'>,
  siteId: string | null,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<SiteDay[]> {
  const rows = await sql<{
    site_id: string
    day: Temporal.PlainDate
    capacity: number
    taken: number
    because: SiteDay['because']
  }>`select site_id, day, capacity, taken, because from work.site_days(${siteId}, ${from}, ${until})
    order by site_id, day`.execute(tx)
  return rows.rows.map(({ site_id, ...rest }) => ({ siteId: site_id, ...rest }))
}
