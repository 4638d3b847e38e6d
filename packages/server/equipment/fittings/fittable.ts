import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { id, limit, text } from '../../platform/schemas.ts'

/** Somebody a unit can be put on, and the units worn already. */
export const fittable = z.object({
  enrolmentId: id,
  personId: id,
  familyName: z.string(),
  givenNames: z.string(),
  number: z.string(),
  pack: z.string(),
  wears: z.array(z.string()),
})

export type Fittable = z.output<typeof fittable>

export const fittableFilter = z.object({ text: text(100).optional(), limit })

/** People who are accepted into a program that goes on, by name. */
export async function listFittable(
  tx: RoomTx<'equipment'>,
  ctx: Context,
  filter: z.output<typeof fittableFilter>,
): Promise<Fittable[]> {
  const part = filter.text?.toLowerCase() ?? null
  const { rows } = await sql<{
    enrolment_id: string
    person_id: string
    family_name: string
    given_names: string
    number: string
    pack: string
    wears: string[]
  }>`
    select e.id as enrolment_id, e.person_id, p.family_name, p.given_names, e.number, e.pack,
      array(select u.serial from equipment.v_unit u
        where u.agency_id = e.agency_id and u.person_id = e.person_id order by u.serial) as wears
    from programs.enrolment_state(${ctx.today}) s
    join programs.v_enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id
    join people.v_person p on p.agency_id = e.agency_id and p.id = e.person_id
    where s.state in ('accepted', 'booked', 'active')
      and (${part}::text is null or strpos(lower(concat_ws(' ', p.family_name, p.given_names, e.number)), ${part}) > 0)
    order by lower(p.family_name), lower(p.given_names), e.id
    limit ${filter.limit}`.execute(tx)
  return rows.map((row) => ({
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    familyName: row.family_name,
    givenNames: row.given_names,
    number: row.number,
    pack: row.pack,
    wears: row.wears,
  }))
}
