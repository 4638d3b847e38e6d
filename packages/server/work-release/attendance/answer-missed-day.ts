import { randomUUID } from 'node:crypto'
import { verb } from '../../platform/act.ts'
import { notFound, Problem } from '../../platform/problem.ts'

/** What was done about a missed day. */
export interface AnswerMissedDay {
  contractDayId: string
  answer: 'letter-sent' | 'no-letter'
  reason: string
}

/**
 * Says what was done about a missed or incomplete day (WAP-P6.5), which takes it off the list.
 * @throws Problem `not-found`; `already-done`; `cannot-be` when the day draws no letter
 */
export const answerMissedDay = verb('work.answer-missed-day', async (work, input: AnswerMissedDay) => {
  const { ctx, db, emit } = work
  const day = await db
    .selectFrom('work.contract_day')
    .select(['id', 'enrolment_id', 'person_id'])
    .where('id', '=', input.contractDayId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!day) throw notFound('day of a contract')
  const answered = await db
    .selectFrom('work.missed_day_answer')
    .select('answer')
    .where('contract_day_id', '=', day.id)
    .executeTakeFirst()
  if (answered) throw new Problem('already-done', 'This day has been answered already. Load the page again.')
  const candidate = await db
    .selectFrom('work.v_violation_candidate')
    .select('contract_day_id')
    .where('contract_day_id', '=', day.id)
    .executeTakeFirst()
  if (!candidate)
    throw new Problem('cannot-be', 'This day draws no violation letter: there is nothing to answer.')
  await db
    .insertInto('work.missed_day_answer')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      contract_day_id: day.id,
      answer: input.answer,
      reason: input.reason,
      answered_at: ctx.now,
      answered_by: ctx.actor!,
    })
    .execute()
  await emit('work.missed-day-answered', { enrolment: day.enrolment_id, person: day.person_id, day: day.id })
})
