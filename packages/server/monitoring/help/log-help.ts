import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { id, instant, text } from '../../platform/schemas.ts'
import { takeNumber } from '../../programs/index.ts'
import { staffingAt } from '../guidelines/numbers-in-force.ts'
import { plainClient } from '../plain-client.ts'

export const helpKinds = [
  'where-somebody-is',
  'about-an-alarm',
  'equipment',
  'zone-or-hours',
  'record-or-report',
  'other',
] as const

/** What is typed while somebody is on the telephone. */
export const helpForm = z.strictObject({
  caller: text(120),
  phone: text(40, false),
  kind: z.enum(helpKinds),
  request: text(2000),
  personId: id.nullable(),
  /** When the call came, where it is entered later; null for now. */
  calledAt: instant.nullable(),
})

/** Hours back that a call may be entered. */
const latestHours = 24

/**
 * Logs a request for help by telephone; its time to be answered runs from the call (EMP-7.2).
 * @throws Problem `cannot-be` at the field
 */
export const logHelp = verb(
  'monitoring.log-help',
  async (work, input: InputOf<typeof helpForm>): Promise<{ id: string; number: number }> => {
    const { ctx, db, emit } = work
    if (!ctx.actor) throw new Problem('not-allowed', 'A person takes a call; the office itself cannot.')
    const calledAt = input.calledAt ?? ctx.now
    if (Temporal.Instant.compare(calledAt, ctx.now) > 0)
      throw fieldProblem('calledAt', 'This time has not come yet.')
    if (Temporal.Instant.compare(calledAt, ctx.now.subtract({ hours: latestHours })) < 0)
      throw fieldProblem('calledAt', 'This is more than a day ago.')
    if (input.personId) await refuseUnknown(work, input.personId)
    const { helpMinutes } = await staffingAt(plainClient(db), ctx.agency.id, calledAt)
    const helpId = randomUUID()
    const number = await work.call(takeNumber, { kind: 'help request', year: 0 })
    await db
      .insertInto('monitoring.help_request')
      .values({
        agency_id: ctx.agency.id,
        id: helpId,
        number,
        called_at: calledAt,
        logged_at: ctx.now,
        logged_by: ctx.actor,
        caller: input.caller,
        phone: input.phone,
        kind: input.kind,
        request: input.request,
        person_id: input.personId,
        due_at: calledAt.add({ minutes: helpMinutes }),
      })
      .execute()
    await emit('monitoring.help-changed', { help: helpId })
    return { id: helpId, number }
  },
)

export const answerForm = z.strictObject({ answer: text(2000) })

/**
 * Answers a request for help: what was done, and when. A late answer stays late.
 * @throws Problem `not-found`; `already-done`
 */
export const answerHelp = verb(
  'monitoring.answer-help',
  async ({ ctx, db, emit }, input: { helpId: string; answer: string }): Promise<{ late: boolean }> => {
    const row = await db
      .selectFrom('monitoring.help_request')
      .selectAll()
      .where('id', '=', input.helpId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!row) throw notFound('request for help')
    if (row.answered_at) throw new Problem('already-done', 'This request is answered already.')
    await db
      .updateTable('monitoring.help_request')
      .set({
        answered_at: ctx.now,
        answered_by: ctx.actor,
        answer: input.answer,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute()
    await emit('monitoring.help-changed', { help: row.id })
    return { late: Temporal.Instant.compare(ctx.now, row.due_at) > 0 }
  },
)

async function refuseUnknown({ db }: Work<'monitoring'>, personId: string): Promise<void> {
  const person = await db
    .selectFrom('people.v_person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw fieldProblem('personId', 'This person is not on record in this office.')
}
