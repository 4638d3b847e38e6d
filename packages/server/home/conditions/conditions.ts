import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { type HeldHome, holdHome } from '../hold-home.ts'

/** What a condition limits (EMP-1.4). */
export const conditionKinds = [
  'location',
  'activity',
  'communication',
  'testing',
  'treatment',
  'search',
  'other',
] as const

/** How it is supervised (EMP-1.4, EMP-5.1). */
export const supervisions = ['monitoring', 'visits', 'office-contacts', 'tests', 'reports'] as const

/** A condition with the order that sets it. */
export const conditionForm = z.strictObject({
  kind: z.enum(conditionKinds, 'Choose what it limits.'),
  content: text(1000),
  /** The commitment whose order it is; null for another order. */
  commitmentId: id.nullable(),
  /** The other order: which court or office, and its number. Taken from the commitment where there is one. */
  orderReference: text(200, false).default(''),
  orderedOn: day.nullable(),
  supervisedBy: z.enum(supervisions, 'Choose how it is supervised.'),
  fromDay: day,
})

export type ConditionForm = z.output<typeof conditionForm>

/**
 * Sets a condition for somebody (EMP-1.4). There is none without the order that set it.
 * @throws Problem `not-found`; `cannot-be` at the field
 */
export const setCondition = verb(
  'home.set-condition',
  async (work, input: ConditionForm & { enrolmentId: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const order = await orderOf(work, held, input)
    if (Temporal.PlainDate.compare(input.fromDay, order.orderedOn) < 0)
      throw fieldProblem('fromDay', 'It cannot hold before the order was made.')
    const id = randomUUID()
    await db
      .insertInto('home.condition')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: held.id,
        person_id: held.personId,
        kind: input.kind,
        content: input.content,
        commitment_id: input.commitmentId,
        order_reference: order.reference,
        ordered_on: order.orderedOn,
        supervised_by: input.supervisedBy,
        from_day: input.fromDay,
        set_at: ctx.now,
        set_by: held.actor,
      })
      .execute()
    await emit('home.condition-changed', { condition: id, enrolment: held.id, person: held.personId })
    return { id }
  },
)

/**
 * Ends a condition, with the reason.
 * @throws Problem `not-found`; `already-done`
 */
export const endCondition = verb(
  'home.end-condition',
  async (work, input: { conditionId: string; reason: string }): Promise<{ done: true }> => {
    const { ctx, db, emit } = work
    const found = await db
      .selectFrom('home.condition')
      .select('enrolment_id')
      .where('id', '=', input.conditionId)
      .executeTakeFirst()
    if (!found) throw notFound('condition')
    const held = await holdHome(work, found.enrolment_id)
    const ended = await db
      .updateTable('home.condition')
      .set({ ended_at: ctx.now, ended_by: held.actor, ended_because: input.reason })
      .where('id', '=', input.conditionId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw new Problem('already-done', 'This condition has ended already.')
    await emit('home.condition-changed', {
      condition: input.conditionId,
      enrolment: held.id,
      person: held.personId,
    })
    return { done: true }
  },
)

async function orderOf(
  work: Work<'home'>,
  held: HeldHome,
  form: ConditionForm,
): Promise<{ reference: string; orderedOn: Temporal.PlainDate }> {
  const order = form.commitmentId ? await commitmentOrder(work, held, form.commitmentId) : null
  const orderedOn = form.orderedOn ?? order?.orderedOn ?? null
  const reference = form.orderReference || (order?.reference ?? '')
  if (reference === '')
    throw fieldProblem('orderReference', 'Name the order that sets this condition (EMP-1.4).')
  if (!orderedOn) throw fieldProblem('orderedOn', 'Give the day of the order.')
  if (Temporal.PlainDate.compare(orderedOn, work.ctx.today) > 0)
    throw fieldProblem('orderedOn', 'This day has not come. Give the day of the order.')
  return { reference, orderedOn }
}

async function commitmentOrder({ db }: Work<'home'>, held: HeldHome, commitmentId: string) {
  const row = await db
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', 'c.id', 'j.commitment_id')
    .select(['c.docket', 'c.court_name', 'c.sentenced_on'])
    .where('j.enrolment_id', '=', held.id)
    .where('j.commitment_id', '=', commitmentId)
    .executeTakeFirst()
  if (!row) throw fieldProblem('commitmentId', 'This is no commitment of this enrolment.')
  const reference = [row.docket, row.court_name].filter(Boolean).join(', ')
  return { reference, orderedOn: row.sentenced_on }
}
