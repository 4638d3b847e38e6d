import { Temporal } from 'temporal-polyfill'
import { type Subject, verb, type Work } from '../../platform/act.ts'
import { tellPeople } from './tell-people.ts'

// What the rooms below say, and what the watch has to hear of it, in the same transaction: in force at once (EMP-8.2).

/** Zones, hours, leave or an exception of a person changed. */
export const tellOfPerson = verb(
  'monitoring.tell-of-person',
  async (work, { person }: Subject): Promise<void> => {
    await tellPeople(work, [String(person)])
  },
)

/** An enrolment was opened, ended or reopened: of one that ended nothing binds any more. */
export const tellOfStep = verb(
  'monitoring.tell-of-step',
  async (work, { person }: Subject): Promise<void> => {
    // Most people of most programs are followed by nobody: nothing waits for them.
    if (await isFollowed(work, String(person))) await tellPeople(work, [String(person)])
  },
)

async function isFollowed({ db }: Work<'monitoring'>, personId: string): Promise<boolean> {
  const told = await db
    .selectFrom('monitoring.told')
    .where('person_id', '=', personId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}

/**
 * A unit was fitted or taken off, which counts from when it was done, or what is known of a unit changed: the watch
 * reads its credentials and wearers again, and sets right whose its messages are since then.
 */
export const tellOfUnit = verb('monitoring.tell-of-unit', async (work, subject: Subject): Promise<void> => {
  const { ctx, db } = work
  if (subject.unit !== undefined) {
    await db
      .insertInto('monitoring.told')
      .values({
        agency_id: ctx.agency.id,
        kind: 'unit',
        unit_id: String(subject.unit),
        at:
          subject.fitting === undefined
            ? ctx.now
            : await lastFittingOf(work, 'unit_id', String(subject.unit)),
        told_at: ctx.now,
        content: '{}',
      })
      .execute()
  }
  if (subject.person === undefined) return
  await tellPeople(
    work,
    [String(subject.person)],
    await lastFittingOf(work, 'person_id', String(subject.person)),
  )
})

/** When a unit was last put on or taken off: this unit, or one of this person. */
async function lastFittingOf(
  { ctx, db }: Work<'monitoring'>,
  column: 'person_id' | 'unit_id',
  id: string,
): Promise<Temporal.Instant> {
  const rows = await db
    .selectFrom('equipment.v_fitting')
    .where(column, '=', id)
    .select(['fitted_at', 'removed_at'])
    .execute()
  const times = rows.flatMap(({ fitted_at, removed_at }) => [fitted_at, ...(removed_at ? [removed_at] : [])])
  return times.sort(Temporal.Instant.compare).at(-1) ?? ctx.now
}

/** A template set has a new version: the watch reads it, and it holds for everybody whom the set binds (EMP-8.3). */
export const tellOfTemplate = verb(
  'monitoring.tell-of-template',
  async (work, { set, version }: Subject): Promise<void> => {
    const { ctx, db } = work
    await db
      .insertInto('monitoring.told')
      .values({
        agency_id: ctx.agency.id,
        kind: 'template',
        at: ctx.now,
        told_at: ctx.now,
        content: JSON.stringify({ set, version }),
      })
      .execute()
    await tellPeople(work, await wearers(work))
  },
)

/** Whom a set binds has changed: one person, or all of a group. */
export const tellOfUse = verb('monitoring.tell-of-use', async (work, { person }: Subject): Promise<void> => {
  await tellPeople(work, person === undefined ? await wearers(work) : [String(person)])
})

/** The numbers that all are followed by have changed (EMP-7.3). */
export const tellEveryone = verb('monitoring.tell-everyone', async (work, _: Subject): Promise<void> => {
  await tellPeople(work, await wearers(work))
})

async function wearers({ db }: Work<'monitoring'>): Promise<string[]> {
  const rows = await db
    .selectFrom('equipment.v_fitting')
    .where('removed_at', 'is', null)
    .select('person_id')
    .distinct()
    .execute()
  return rows.map(({ person_id }) => person_id)
}
