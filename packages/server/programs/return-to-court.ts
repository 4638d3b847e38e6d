import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem } from '../platform/problem.ts'
import { dayInWords } from '../platform/words.ts'
import { recountLosses } from './good-time/enter-loss.ts'
import { loseWithReturn } from './good-time/lose-with-return.ts'
import { programRun } from './program.ts'
import { recordStep } from './record-step.ts'
import { requireAuthority } from './require-authority.ts'
import { askReturnPapers } from './return-papers.ts'
import { type ReturnReason, returnDecision } from './return-reasons.ts'
import { type HeldEnrolment, holdEnrolment } from './state-of.ts'
import { isEnded, stateInWords } from './steps.ts'
import { restOf } from './withdrawal.ts'

/** `onDay`: the day on which the case went back, today or earlier. */
export interface ReturnToCourt {
  enrolmentId: string
  reason: ReturnReason
  note: string
  onDay: Temporal.PlainDate
  /** Good-time days that are lost with it, by commitment, and why (SCC-2.D). */
  goodTimeLost: readonly { commitmentId: string; days: number }[]
  goodTimeReason: string
}

/**
 * Returns a case to court (WAP-P2.5), or somebody in home detention to custody (SCC-2.D) or to the court that asked:
 * an officer decides it by the program's authority table. Makes the paper that goes
 * with the case, and the note to the identification bureau where it took the person's prints. The days still
 * to come are freed. Good time may be lost with a return for a rule violation, and with no other (SCC-2.D). Nobody goes back because of fees (WAP-P3.3), nor for days that were excused (WAP-P6.5).
 * @throws Problem `not-found`; `not-allowed`, naming the clause and who may; `cannot-be` at the field
 */
export const returnToCourt = verb(
  'programs.return-to-court',
  async (work: Work<'programs'>, input: ReturnToCourt): Promise<{ id: string }> => {
    const { ctx, db, call } = work
    const enrolment = await holdEnrolment(db, input.enrolmentId, ctx.today)
    if (isEnded(enrolment.state))
      throw fieldProblem('onDay', `${enrolment.number} is ${stateInWords(enrolment.state)} already.`)
    const served = programRun(enrolment.pack)?.served ?? 'by-work'
    const clause = await authorityOf(work, enrolment.pack, input.reason, served)
    await refuseReason(work, input)
    await refuseDay(work, enrolment, input.onDay)
    const lost = await loseWithReturn(work, enrolment, { ...input, clause })
    const rest = await restOf(db, enrolment, input.onDay)
    const papers = await askReturnPapers(work, enrolment, { ...input, ...rest, served, clause, lost })
    const goodTimeDaysLost = lost.reduce((sum, { days }) => sum + days, 0)
    const step = await call(recordStep, {
      enrolmentId: enrolment.id,
      kind: 'returned-to-court',
      note: input.note,
      onDay: input.onDay,
      about: { reason: input.reason, clause, ...rest, ...papers, goodTimeDaysLost },
    })
    await recountLosses(work, enrolment.id)
    return step
  },
)

/** @returns the clause by which the account that acts may return somebody for this reason */
async function authorityOf(
  work: Work<'programs'>,
  pack: string,
  reason: ReturnReason,
  served: 'by-work' | 'at-home',
): Promise<string> {
  // Refused with what to do instead, whoever asks.
  const decision = reason === 'fees-not-paid' ? null : returnDecision(reason, served)
  if (decision === undefined)
    throw fieldProblem('reason', 'This reason is one of work programs. Choose the reason there is.')
  if (decision === null) return reason === 'court-asked' ? 'SWR-1' : 'WAP-P3.3'
  return (await requireAuthority(work, { decision, pack })).clause
}

async function refuseReason({ db }: Work<'programs'>, input: ReturnToCourt): Promise<void> {
  if (input.reason === 'fees-not-paid')
    throw fieldProblem(
      'reason',
      'Inability to pay is not a violation, and nobody goes back for fees (WAP-P3.3). Agree a payment date, or ask for a fee waiver.',
    )
  if (input.reason === 'other' && input.note === '')
    throw fieldProblem('note', 'Say in the note what the reason is.')
  if (input.reason !== 'days-missed') return
  const { rows } = await sql`
    select from work.v_contract_day d
    where d.enrolment_id = ${input.enrolmentId}
      and (d.standing = 'incomplete' or d.mark = 'absent-unexcused') limit 1`.execute(db)
  if (rows.length === 0)
    throw fieldProblem(
      'reason',
      'No day is on record as missed without excuse or incomplete (WAP-P6.5). Record the attendance first, or choose the reason there is.',
    )
}

// Not before what has been recorded since: the steps stay in the order in which they happened.
async function refuseDay(
  { ctx, db }: Work<'programs'>,
  enrolment: HeldEnrolment,
  onDay: Temporal.PlainDate,
): Promise<void> {
  if (onDay.since(ctx.today).days > 0)
    throw fieldProblem(
      'onDay',
      'The day is still to come. Record it on the day, or give the day it happened.',
    )
  const last = await db
    .selectFrom('programs.step')
    .select('on_day')
    .where('enrolment_id', '=', enrolment.id)
    .orderBy('on_day', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  if (last.on_day.since(onDay).days > 0)
    throw fieldProblem(
      'onDay',
      `The last step is of ${dayInWords(last.on_day)}. Give that day or a later one.`,
    )
}
