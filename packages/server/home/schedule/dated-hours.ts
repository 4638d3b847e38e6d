import { randomUUID } from 'node:crypto'
import { checkSchedule } from '@inlieu/watch'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { actorOf } from '../actor.ts'
import { holdRunning } from '../zones/enrolment.ts'

/** The hours of a zone on one day in place of its weekly ones; without times there are none that day. */
export const datedHoursBody = z.strictObject({
  zoneId: id,
  onDay: day,
  from: z.string().max(5).nullable(),
  to: z.string().max(5).nullable(),
  why: text(500),
})

export type AddDatedHours = z.output<typeof datedHoursBody> & { enrolmentId: string }

/**
 * Gives one day other hours than the week has.
 * @throws Problem `not-found`; `already-done` where the day has some already; `cannot-be` at the field
 */
export const addDatedHours = verb(
  'home.add-dated-hours',
  async (work, input: AddDatedHours): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const { enrolmentId, zoneId, onDay, from, to, why } = input
    const enrolment = await holdRunning(work, enrolmentId)
    const zone = await db
      .selectFrom('home.v_zone')
      .where('id', '=', zoneId)
      .where('enrolment_id', '=', enrolmentId)
      .where('ended_at', 'is', null)
      .select('name')
      .executeTakeFirst()
    if (!zone) throw fieldProblem('zoneId', 'This zone is not in force for this person. Choose another.')
    checkDay(input, ctx)
    const there = await db
      .selectFrom('home.v_dated_hours')
      .where('zone_id', '=', zoneId)
      .where('on_day', '=', onDay)
      .select('id')
      .executeTakeFirst()
    if (there)
      throw new Problem(
        'already-done',
        `${zone.name} has other hours on ${onDay} already. Take those back first.`,
      )
    const newId = randomUUID()
    await db
      .insertInto('home.dated_hours')
      .values({
        agency_id: ctx.agency.id,
        id: newId,
        enrolment_id: enrolmentId,
        person_id: enrolment.personId,
        zone_id: zoneId,
        on_day: onDay,
        from_time: from,
        to_time: to,
        at: ctx.now,
        by: actorOf(ctx),
        why,
      })
      .execute()
    await emit('home.schedule-changed', { enrolment: enrolmentId, person: enrolment.personId })
    return { id: newId }
  },
)

/**
 * Lets pass hours of one day that the watch can decide by; the watch itself is asked.
 * @throws Problem `cannot-be` at the field
 */
export function checkDay(
  { zoneId, onDay, from, to }: Pick<AddDatedHours, 'zoneId' | 'onDay' | 'from' | 'to'>,
  { today, agency }: { today: { toString(): string }; agency: { timeZone: string } },
): void {
  if (onDay.toString() < today.toString())
    throw fieldProblem('onDay', 'This day is over. Give today or a later day.')
  if ((from === null) !== (to === null))
    throw fieldProblem(
      from === null ? 'from' : 'to',
      'Give both times; leave both empty for no hours that day.',
    )
  const hours = from !== null && to !== null ? { from, to } : {}
  const problem = checkSchedule({
    timeZone: agency.timeZone,
    weekly: [],
    exceptions: [{ zone: zoneId, date: onDay.toString(), ...hours }],
  })
  if (!problem) return
  const field = problem.where.endsWith('.to') ? 'to' : problem.where.endsWith('.from') ? 'from' : 'onDay'
  throw fieldProblem(field, `${problem.what} ${problem.whatToDo}`)
}

export interface EndDatedHours {
  id: string
  because: string
}

/**
 * Lets a day follow the week again.
 * @throws Problem `not-found`; `already-done`
 */
export const endDatedHours = verb(
  'home.end-dated-hours',
  async ({ ctx, db, emit }, { id: hoursId, because }: EndDatedHours): Promise<{ done: true }> => {
    const hours = await db
      .selectFrom('home.dated_hours')
      .where('id', '=', hoursId)
      .selectAll()
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!hours) throw notFound('exception')
    if (hours.ended_at) throw new Problem('already-done', 'This day follows the week again already.')
    await db
      .updateTable('home.dated_hours')
      .set({ ended_at: ctx.now, ended_by: actorOf(ctx), ended_because: because })
      .where('id', '=', hoursId)
      .execute()
    await emit('home.schedule-changed', { enrolment: hours.enrolment_id, person: hours.person_id })
    return { done: true }
  },
)
