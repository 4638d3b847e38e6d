import { sql } from 'kysely'
import { z } from 'zod'
import { nameWords } from '../../people/index.ts'
import type { RoomTx } from '../../platform/database.ts'
import { id, text } from '../../platform/schemas.ts'

export const followedAsked = z.strictObject({
  q: text(100),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})

/** Somebody who wears a unit: a name and what tells two of one name apart, and nothing of where they are. */
export const followed = z.object({
  id,
  name: z.string(),
  /** Of the enrolment, as the deputies name it. */
  number: z.string(),
  /** Of the units that are worn. */
  serials: z.array(z.string()),
})
export type Followed = z.output<typeof followed>

/**
 * Whom the center follows, by part of a name or of a unit's serial number. An operator finds nobody else: of who wears
 * no unit the center knows nothing (people.md).
 */
export async function peopleFollowed(
  tx: RoomTx<'monitoring'>,
  { q, limit }: z.output<typeof followedAsked>,
): Promise<Followed[]> {
  const words = nameWords(q)
  const { rows } = await sql<Followed>`
    select p.id, concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_names, '')) as name,
      min(e.number) as number, array_agg(u.serial order by u.serial) as serials
    from equipment.v_fitting f
    join people.v_person p on p.agency_id = f.agency_id and p.id = f.person_id
    join programs.v_enrolment e on e.agency_id = f.agency_id and e.id = f.enrolment_id
    join equipment.v_unit u on u.agency_id = f.agency_id and u.id = f.unit_id
    where f.removed_at is null
      and (position(lower(${q}) in lower(u.serial)) > 0 or (${words.length > 0} and not exists (
        select from unnest(${words}::text[]) word where not exists (
          select from people.v_search_key k
          where k.agency_id = p.agency_id and k.person_id = p.id and k.kind in ('name', 'inside')
            and starts_with(k.key, word)))))
    group by p.id, p.family_name, p.given_names
    order by p.family_name, p.given_names, p.id
    limit ${limit}`.execute(tx)
  return rows
}
