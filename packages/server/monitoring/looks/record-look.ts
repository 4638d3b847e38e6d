import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { asksWhy, type Purpose, type Scope } from './purposes.ts'

/** A look at where people are or were. */
export interface Look {
  purpose: Purpose
  /** The line of free text; needed where the purpose asks for it. */
  why?: string
  scope: Scope
  /** Of which time the positions are, half-open. */
  periodFrom: Temporal.Instant
  periodTo: Temporal.Instant
  personIds: readonly string[]
  /** With the purpose `alarm`, and with no other. */
  alarmId?: string
  /** Looks of one sitting belong together; one of its own when left out. */
  sitting?: string
}

/** What recording needs of a verb's work. */
export type LookWork = Pick<Work<'monitoring'>, 'ctx' | 'db' | 'emit'>

/**
 * Puts a look on record in the caller's transaction. Whoever gives out where somebody is or was calls this in the
 * same act: there is no data without a look (monitoring rule 8).
 * @throws Problem `not-allowed` where nobody acts; `cannot-be` where the purpose asks for a line and there is none
 */
export async function recordLook(work: LookWork, look: Look): Promise<{ id: string }> {
  const { ctx, db, emit } = work
  if (ctx.actor === null) throw new Problem('not-allowed', 'Only a person can look at where somebody is.')
  const why = look.why ?? ''
  if (asksWhy(look.purpose) && why === '')
    throw new Problem('cannot-be', 'Say in a line what this look is about.')
  const crowd = await crowdOf(work, look.personIds)
  const id = randomUUID()
  await db
    .insertInto('monitoring.look')
    .values({
      agency_id: ctx.agency.id,
      id,
      at: ctx.now,
      actor: ctx.actor,
      sitting: look.sitting ?? randomUUID(),
      purpose: look.purpose,
      why,
      scope: look.scope,
      period_from: look.periodFrom,
      period_to: look.periodTo,
      crowd_id: crowd,
      alarm_id: look.alarmId ?? null,
    })
    .execute()
  await emit('monitoring.looked', { look: id })
  return { id }
}

/** The digest that names a set of people, whatever order they come in, and the id that is made of it. */
export function crowdName(personIds: readonly string[]): { id: string; digest: Buffer; people: string[] } {
  const people = [...new Set(personIds)].sort()
  const digest = createHash('sha256').update(people.join('\n')).digest()
  const hex = digest.toString('hex', 0, 16)
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, digest, people }
}

async function crowdOf({ ctx, db }: LookWork, personIds: readonly string[]): Promise<string> {
  const { id, digest, people } = crowdName(personIds)
  const agency = ctx.agency.id
  const isNew = await db
    .insertInto('monitoring.crowd')
    .values({ agency_id: agency, id, digest, people: people.length })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (isNew && people.length > 0) {
    await sql`insert into monitoring.crowd_person (agency_id, person_id, crowd_id)
      select ${agency}, person, ${id} from unnest(${people}::uuid[]) as person`.execute(db)
  }
  return id
}
