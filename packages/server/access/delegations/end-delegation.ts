import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { dayInWords } from '../../platform/words.ts'
import { ranksOf } from '../ranks.ts'
import { refuseWhoRecordsNothing } from './make-delegation.ts'
import { isOver } from './span.ts'

/** An end of a delegation: `fromDay` is the first day on which it no longer holds. */
export const delegationEnd = z.strictObject({ delegationId: id, fromDay: day, reason: text(500) })

/**
 * Ends a delegation from today or a later day, earlier than it would end. It stays on record with who ended it and
 * why; what was decided while it held stands.
 * @throws Problem `not-found`; `already-done` for one that is over; `cannot-be` at the day that is past or would
 * make it longer
 */
export const endDelegation = verb(
  'access.end-delegation',
  async (work: Work<'access'>, input: InputOf<typeof delegationEnd>) => {
    const { ctx, db, emit } = work
    if (!ctx.actor) throw new Problem('not-allowed', 'A person ends this; the office itself cannot.')
    const held = await db
      .selectFrom('access.delegation')
      .select(['id', 'to_account', 'from_role', 'from_day', 'until_day', 'ended_from'])
      .where('id', '=', input.delegationId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!held) throw notFound('delegation')
    if (!(ranksOf(ctx.roles) as string[]).includes(held.from_role)) refuseWhoRecordsNothing(work)
    const untilDay = held.ended_from ?? held.until_day
    if (isOver({ fromDay: held.from_day, untilDay }, ctx.today))
      throw new Problem('already-done', 'This delegation is over already. Load the page again to see it.')
    if (input.fromDay.toString() < ctx.today.toString())
      throw fieldProblem(
        'fromDay',
        `This cannot end before today, ${dayInWords(ctx.today)}: what was decided while it held stands.`,
      )
    if (untilDay && input.fromDay.toString() >= untilDay.toString())
      throw fieldProblem(
        'fromDay',
        `It ends on ${dayInWords(untilDay)} as it is: give an earlier day. For longer, delegate anew from that day.`,
      )
    await db
      .updateTable('access.delegation')
      .set({
        ended_from: input.fromDay,
        ended_at: ctx.now,
        ended_by: ctx.actor,
        end_reason: input.reason,
      })
      .where('id', '=', held.id)
      .execute()
    await emit('access.delegation-ended', { delegation: held.id, account: held.to_account })
    return { id: held.id }
  },
)
