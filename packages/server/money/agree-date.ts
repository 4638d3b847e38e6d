import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { day, id, text } from '../platform/schemas.ts'
import { holdReceivable, type Receivable } from './ledger/receivable.ts'
import { owedCents } from './ledger/standing.ts'

/** A day by which payment can and will be made. */
export const agreeDateBody = z.strictObject({
  enrolmentId: id,
  payBy: day,
  note: text(500, false).default(''),
})

/** The interview is put off until a new appointment, the financial statement due then. */
export const putOffInterviewBody = z.strictObject({ enrolmentId: id, note: text(500, false).default('') })

const furthestDays = 366

/**
 * Agrees with the applicant on a day to pay by (WAP-P3.2, 1). A later agreement takes the place of an earlier
 * one; both stay on record. Passing the day without payment is no violation (WAP-P3.3).
 * @throws Problem `not-found`; `cannot-be` for a day before today or more than a year ahead, or nothing owed
 */
export const agreeDate = verb(
  'money.agree-date',
  async (work, input: z.output<typeof agreeDateBody>): Promise<{ id: string }> => {
    const receivable = await holdReceivable(work, input.enrolmentId)
    const ahead = work.ctx.today.until(input.payBy).days
    if (ahead < 0) throw fieldProblem('payBy', 'This day has passed. Agree on today or a later day.')
    if (ahead > furthestDays) throw fieldProblem('payBy', 'Agree on a day within a year.')
    const arrangement = await keepArrangement(work, receivable, {
      kind: 'pay-by',
      payBy: input.payBy,
      note: input.note,
    })
    await work.emit('money.date-agreed', { enrolment: input.enrolmentId, person: receivable.personId })
    return arrangement
  },
)

/**
 * Notes that the interview stops and goes on at a new appointment, with the financial statement due then
 * (WAP-P3.2, 3). The appointment itself is made at intake. It is no violation (WAP-P3.3).
 * @throws Problem `not-found`; `cannot-be` when nothing is owed
 */
export const putOffInterview = verb(
  'money.put-off-interview',
  async (work, input: z.output<typeof putOffInterviewBody>): Promise<{ id: string }> => {
    const receivable = await holdReceivable(work, input.enrolmentId)
    const arrangement = await keepArrangement(work, receivable, {
      kind: 'interview-put-off',
      payBy: null,
      note: input.note,
    })
    await work.emit('money.interview-put-off', { enrolment: input.enrolmentId, person: receivable.personId })
    return arrangement
  },
)

async function keepArrangement(
  { ctx, db }: Work<'money'>,
  { enrolmentId, holdings }: Receivable,
  arrangement: {
    kind: 'pay-by' | 'interview-put-off'
    payBy: z.output<typeof day> | null
    note: string
  },
): Promise<{ id: string }> {
  const owed = owedCents(holdings)
  if (owed === 0) throw new Problem('cannot-be', 'Nothing is owed, so there is nothing to arrange.')
  const arrangementId = randomUUID()
  await db
    .insertInto('money.arrangement')
    .values({
      agency_id: ctx.agency.id,
      id: arrangementId,
      enrolment_id: enrolmentId,
      kind: arrangement.kind,
      pay_by: arrangement.payBy,
      note: arrangement.note,
      owed_cents: owed,
      on_day: ctx.today,
      at: ctx.now,
      by: ctx.actor!,
    })
    .execute()
  return { id: arrangementId }
}
