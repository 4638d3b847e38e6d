import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { actorOf } from '../actor.ts'
import { type SetForm, type SetZone, zonesToKeep } from './set-form.ts'

/**
 * Draws a set of template zones (EMP-8.3). It binds nobody until it is applied.
 * @throws Problem `cannot-be` with the zone that is wrong, or where the name is taken
 */
export const openSet = verb('home.open-set', async (work, form: SetForm): Promise<{ id: string }> => {
  const { ctx, db, emit } = work
  await refuseSecondName(work, form.name, null)
  const zones = zonesToKeep(form, [])
  const id = randomUUID()
  await db
    .insertInto('home.template_set')
    .values({ agency_id: ctx.agency.id, id, name: form.name, version: 1 })
    .execute()
  await writeVersion(work, id, 1, zones, form.why)
  await emit('home.template-changed', { set: id, version: 1 })
  return { id }
})

/** `version`: of the set as the page showed it. */
export interface ChangeSet {
  setId: string
  version: number
  form: SetForm
}

interface HeldSet {
  id: string
  name: string
  version: number
  zones: SetZone[]
}

async function holdSet(work: Work<'home'>, setId: string, version: number): Promise<HeldSet> {
  const { db } = work
  const set = await db
    .selectFrom('home.template_set')
    .where('id', '=', setId)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!set) throw notFound('zone set')
  if (set.ended_at) throw new Problem('already-done', `${set.name} was ended already.`)
  const row = await db
    .selectFrom('home.template_version')
    .where('set_id', '=', setId)
    .where('number', '=', set.version)
    .select('zones')
    .executeTakeFirstOrThrow()
  const zones = row.zones as SetZone[]
  if (set.version !== version)
    throw await changedMeanwhile(work, {
      room: 'home',
      record: 'template_set',
      rowId: setId,
      name: set.name,
      current: { name: set.name, zones: zones.map(formOfZone), version: set.version },
    })
  return { id: setId, name: set.name, version: set.version, zones }
}

/** A kept zone as the form holds it. */
export const formOfZone = ({ id, name, area, buffer, severity }: SetZone) => ({
  id,
  name,
  area,
  bufferM: buffer,
  severity,
})

/**
 * Changes a set: a new version, in force at once for everybody whom it binds (EMP-8.3).
 * @throws Problem `not-found`, `conflict`, `already-done`; `cannot-be` with the zone that is wrong
 */
export const changeSet = verb(
  'home.change-set',
  async (work, { setId, version, form }: ChangeSet): Promise<{ version: number }> => {
    const { db, emit } = work
    const held = await holdSet(work, setId, version)
    const zones = zonesToKeep(form, held.zones)
    if (form.name === held.name && isDeepStrictEqual(zones, held.zones)) return { version }
    await refuseSecondName(work, form.name, setId)
    const number = version + 1
    await db
      .updateTable('home.template_set')
      .set({ name: form.name, version: number })
      .where('id', '=', setId)
      .execute()
    await writeVersion(work, setId, number, zones, form.why)
    await emit('home.template-changed', { set: setId, version: number })
    return { version: number }
  },
)

export interface EndSet {
  setId: string
  version: number
  because: string
}

/**
 * Ends a set: it binds nobody any more, at once. Its versions stay, evidence names them.
 * @throws Problem `not-found`, `conflict`, `already-done`
 */
export const endSet = verb(
  'home.end-set',
  async (work, { setId, version, because }: EndSet): Promise<{ done: true }> => {
    const { ctx, db, emit } = work
    await holdSet(work, setId, version)
    await db
      .updateTable('home.template_set')
      .set({ ended_at: ctx.now, ended_by: actorOf(ctx), ended_because: because })
      .where('id', '=', setId)
      .execute()
    await emit('home.template-use-changed', { set: setId })
    return { done: true }
  },
)

async function writeVersion(
  { ctx, db }: Work<'home'>,
  setId: string,
  number: number,
  zones: readonly SetZone[],
  why: string,
): Promise<void> {
  await db
    .insertInto('home.template_version')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      set_id: setId,
      number,
      zones: JSON.stringify(zones),
      at: ctx.now,
      by: actorOf(ctx),
      why,
    })
    .execute()
}

async function refuseSecondName({ db }: Work<'home'>, name: string, but: string | null): Promise<void> {
  const there = await db
    .selectFrom('home.template_set')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('ended_at', 'is', null)
    .select('id')
    .execute()
  if (there.some(({ id }) => id !== but))
    throw fieldProblem(
      'name',
      'There is a zone set of this name already. Change that one, or choose another name.',
    )
}
