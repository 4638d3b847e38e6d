import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { programRun } from '../../programs/index.ts'
import { actorOf } from '../actor.ts'
import { runningEnrolment } from './enrolment.ts'

/** Whom a set is applied to (EMP-8.3): everyone who wears a unit, those of a program, one person. */
export const useBody = z.discriminatedUnion('reach', [
  z.strictObject({ reach: z.literal('everyone'), why: text(500) }),
  z.strictObject({ reach: z.literal('program'), pack: text(100), why: text(500) }),
  z.strictObject({ reach: z.literal('person'), enrolmentId: id, why: text(500) }),
])

export type UseSet = { setId: string; use: z.output<typeof useBody> }

/**
 * Applies a set to people; it binds them at once.
 * @throws Problem `not-found`; `already-done` where it is applied so; `cannot-be` at the field
 */
export const useSet = verb('home.use-set', async (work, { setId, use }: UseSet): Promise<{ id: string }> => {
  const { ctx, db, emit } = work
  const set = await db
    .selectFrom('home.template_set')
    .where('id', '=', setId)
    .select(['name', 'ended_at'])
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!set) throw notFound('zone set')
  if (set.ended_at) throw new Problem('cannot-be', `${set.name} was ended: it cannot be applied any more.`)
  const pack = use.reach === 'program' ? use.pack : null
  if (pack !== null && !programRun(pack)) throw fieldProblem('pack', 'This office does not run that program.')
  const enrolment = use.reach === 'person' ? await runningEnrolment(db, use.enrolmentId) : null
  const running = await db
    .selectFrom('home.template_use')
    .where('set_id', '=', setId)
    .where('ended_at', 'is', null)
    .select(['reach', 'pack', 'enrolment_id'])
    .execute()
  const enrolmentId = enrolment?.id ?? null
  if (running.some((one) => one.reach === use.reach && one.pack === pack && one.enrolment_id === enrolmentId))
    throw new Problem('already-done', `${set.name} is applied so already.`)
  const newId = randomUUID()
  await db
    .insertInto('home.template_use')
    .values({
      agency_id: ctx.agency.id,
      id: newId,
      set_id: setId,
      reach: use.reach,
      pack,
      enrolment_id: enrolmentId,
      person_id: enrolment?.personId ?? null,
      at: ctx.now,
      by: actorOf(ctx),
      why: use.why,
    })
    .execute()
  await emit('home.template-use-changed', {
    set: setId,
    ...(enrolment ? { person: enrolment.personId, enrolment: enrolment.id } : {}),
  })
  return { id: newId }
})

export interface EndUse {
  useId: string
  because: string
}

/**
 * Takes a set off the people it was applied to, at once.
 * @throws Problem `not-found`; `already-done`
 */
export const endUse = verb(
  'home.end-use',
  async ({ ctx, db, emit }, { useId, because }: EndUse): Promise<{ done: true }> => {
    const use = await db
      .selectFrom('home.template_use')
      .where('id', '=', useId)
      .selectAll()
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!use) throw notFound('use of a zone set')
    if (use.ended_at) throw new Problem('already-done', 'The set was taken off already.')
    await db
      .updateTable('home.template_use')
      .set({ ended_at: ctx.now, ended_by: actorOf(ctx), ended_because: because })
      .where('id', '=', useId)
      .execute()
    await emit('home.template-use-changed', {
      set: use.set_id,
      ...(use.person_id && use.enrolment_id ? { person: use.person_id, enrolment: use.enrolment_id } : {}),
    })
    return { done: true }
  },
)
