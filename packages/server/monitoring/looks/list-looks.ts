import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant, limit } from '../../platform/schemas.ts'
import { purposes, scopes } from './purposes.ts'

/** Names that stand in the list itself; of more people only the number, and the names behind it. */
const namesShown = 3

const lookedAt = z.object({ id, familyName: z.string(), givenNames: z.string() })

export const listedLook = z.object({
  id,
  at: instant,
  actorId: id,
  actorName: z.string(),
  sitting: id,
  purpose: z.enum(purposes),
  why: z.string(),
  scope: z.enum(scopes),
  periodFrom: instant,
  periodTo: instant,
  people: z.int(),
  /** The first of them. */
  names: z.array(lookedAt),
  alarmId: id.nullable(),
  alarmNumber: z.number().nullable(),
})
export type ListedLook = z.output<typeof listedLook>

export const looksQuery = z.object({
  /** Days of the office, both included. */
  from: day.optional(),
  to: day.optional(),
  actorId: id.optional(),
  personId: id.optional(),
  purpose: z.enum(purposes).optional(),
  scope: z.enum(scopes).optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})
type LooksQuery = z.output<typeof looksQuery>

/** Who looked at whom, the latest first. */
export async function listLooks(
  tx: RoomTx<'monitoring'>,
  ctx: Context,
  asked: LooksQuery,
): Promise<{ looks: ListedLook[]; total: number }> {
  const startOf = (date: z.output<typeof day>) => date.toZonedDateTime(ctx.agency.timeZone).toInstant()
  let looks = tx.selectFrom('monitoring.v_look as l')
  if (asked.from) looks = looks.where('l.at', '>=', startOf(asked.from))
  if (asked.to) looks = looks.where('l.at', '<', startOf(asked.to.add({ days: 1 })))
  if (asked.actorId) looks = looks.where('l.actor', '=', asked.actorId)
  if (asked.purpose) looks = looks.where('l.purpose', '=', asked.purpose)
  if (asked.scope) looks = looks.where('l.scope', '=', asked.scope)
  const { personId } = asked
  if (personId)
    looks = looks.where('l.crowd_id', 'in', ({ selectFrom }) =>
      selectFrom('monitoring.v_crowd_person').select('crowd_id').where('person_id', '=', personId),
    )
  const { total } = await looks
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await looks
    .innerJoin('access.v_account as a', 'a.id', 'l.actor')
    .leftJoin('monitoring.alarm as m', 'm.id', 'l.alarm_id')
    .select(['l.id', 'l.at', 'l.actor', 'a.display_name', 'l.sitting', 'l.purpose', 'l.why', 'l.scope'])
    .select([
      'l.period_from',
      'l.period_to',
      'l.people',
      'l.crowd_id',
      'l.alarm_id',
      'm.number as alarm_number',
    ])
    .orderBy('l.at', 'desc')
    .orderBy('l.id')
    .limit(asked.limit)
    .execute()
  const names = await namesOf(
    tx,
    rows.filter(({ people }) => people <= namesShown).map(({ crowd_id }) => crowd_id),
  )
  return {
    total,
    looks: rows.map((row) => ({
      id: row.id,
      at: row.at,
      actorId: row.actor,
      actorName: row.display_name,
      sitting: row.sitting,
      purpose: row.purpose as ListedLook['purpose'],
      why: row.why,
      scope: row.scope as ListedLook['scope'],
      periodFrom: row.period_from,
      periodTo: row.period_to,
      people: row.people,
      names: names.get(row.crowd_id) ?? [],
      alarmId: row.alarm_id,
      alarmNumber: row.alarm_number,
    })),
  }
}

async function namesOf(
  tx: RoomTx<'monitoring'>,
  crowds: readonly string[],
): Promise<Map<string, z.output<typeof lookedAt>[]>> {
  if (crowds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('monitoring.v_crowd_person as c')
    .innerJoin('people.v_person as p', 'p.id', 'c.person_id')
    .select(['c.crowd_id', 'p.id', 'p.family_name', 'p.given_names'])
    .where('c.crowd_id', '=', sql<string>`any(${[...new Set(crowds)]})`)
    .orderBy('p.family_name')
    .orderBy('p.id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ crowd_id }) => crowd_id)].map(([crowd, people]) => [
      crowd,
      people.map((person) => ({
        id: person.id,
        familyName: person.family_name,
        givenNames: person.given_names,
      })),
    ]),
  )
}

/** The people of one look, by name. */
export const lookPeople = z.object({ people: z.array(lookedAt), total: z.int() })

/** Everybody whom a look showed. @throws Problem `not-found` */
export async function peopleOfLook(
  tx: RoomTx<'monitoring'>,
  lookId: string,
  most: number,
): Promise<z.output<typeof lookPeople>> {
  const look = await tx
    .selectFrom('monitoring.v_look')
    .select(['crowd_id', 'people'])
    .where('id', '=', lookId)
    .executeTakeFirst()
  if (!look) throw notFound('look')
  const people = await tx
    .selectFrom('monitoring.v_crowd_person as c')
    .innerJoin('people.v_person as p', 'p.id', 'c.person_id')
    .select(['p.id', 'p.family_name as familyName', 'p.given_names as givenNames'])
    .where('c.crowd_id', '=', look.crowd_id)
    .orderBy('p.family_name')
    .orderBy('p.id')
    .limit(most)
    .execute()
  return { people, total: look.people }
}
