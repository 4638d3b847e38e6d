import { sql } from 'kysely'
import { z } from 'zod'
import { findPeople } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { ViewTx } from '../platform/database.ts'
import { day, id } from '../platform/schemas.ts'

/** People found, best first, with enough to tell them apart. */
export const found = z.object({
  people: z.array(
    z.object({
      id,
      familyName: z.string(),
      givenNames: z.string(),
      suffix: z.string(),
      birthDate: day.nullable(),
      city: z.string(),
      aliases: z.array(z.string()),
      /** How it was found: the beginning of a word, a part of it, how it sounds, a number. */
      by: z.enum(['name', 'part', 'sound', 'number']),
      enrolments: z.array(z.object({ id, number: z.string(), state: z.string() })),
      dockets: z.array(z.string()),
    }),
  ),
})

interface Row {
  id: string
  enrolments: { id: string; number: string; state: string }[]
  dockets: string[]
}

/** Finds people and says of each which programs and dockets are theirs. */
export async function search(
  tx: ViewTx,
  ctx: Context,
  q: string,
  limit: number,
): Promise<z.output<typeof found>> {
  const people = await findPeople(tx, q, limit)
  if (people.length === 0) return { people: [] }
  const { rows } = await sql<Row>`
    select p.id,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'number', e.number, 'state', st.state) order by e.opened_at desc)
        from programs.v_enrolment e join programs.enrolment_state(${ctx.today}) st on st.enrolment_id = e.id
        where e.person_id = p.id), '[]') as enrolments,
      array(select c.docket from court.v_commitment c where c.person_id = p.id order by c.received_on desc limit 5) as dockets
    from people.v_person p where p.id = any(${people.map((person) => person.personId)}::uuid[])`.execute(tx)
  const more = new Map(rows.map((row) => [row.id, row]))
  return {
    people: people.map((person) => ({
      id: person.personId,
      familyName: person.familyName,
      givenNames: person.givenNames,
      suffix: person.suffix,
      birthDate: person.birthDate,
      city: person.city,
      aliases: person.aliases,
      by: person.by,
      enrolments: more.get(person.personId)?.enrolments ?? [],
      dockets: more.get(person.personId)?.dockets ?? [],
    })),
  }
}
