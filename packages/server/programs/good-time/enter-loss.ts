import { randomUUID } from 'node:crypto'
import { say } from '@inlieu/law'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { computeWorksheet } from '../compute-worksheet.ts'
import type { HeldEnrolment } from '../state-of.ts'
import { latestWorksheet } from '../worksheets.ts'
import { lossesOf } from './losses.ts'
import { standingOf } from './standing.ts'
import { wasAtHome } from './violation.ts'

/** Days of one commitment's good time, by a decision of an officer who may take it. */
export interface LossEntered {
  commitmentId: string
  days: number
  returnedOn: Temporal.PlainDate
  ending: string
  onDay: Temporal.PlainDate
  /** The decision that this one stands in the place of, and its days; null: a loss of its own. */
  insteadOf: { id: string; days: number } | null
  reason: string
  clause: string
}

/**
 * Refuses a loss that cannot be: more days than were granted and are not lost yet, of a commitment that is not in the
 * case, of somebody who was never at home, or once the sentence is over (SCC-2.D).
 * @param field the form's field of the days
 * @throws Problem `cannot-be` at the field
 */
export async function refuseLoss(
  { ctx, db }: Work<'programs'>,
  enrolment: HeldEnrolment,
  loss: Pick<LossEntered, 'commitmentId' | 'days' | 'insteadOf'>,
  field: string,
): Promise<void> {
  const standing = (await standingOf(db, enrolment, ctx.today)).find(({ commitment, replaces }) =>
    [commitment, ...replaces].includes(loss.commitmentId),
  )
  const most = (standing?.standingDays ?? 0) + (loss.insteadOf?.days ?? 0)
  if (loss.days > most) throw fieldProblem(field, tooMany(most, standing?.docket))
  if (!(await wasAtHome(db, enrolment.id)))
    throw fieldProblem(
      field,
      'No unit was ever put on: who was not at home has taken part in nothing that good time could be lost for (SCC-2.D).',
    )
  await refuseAfterLastDay(db, enrolment, ctx.today, field)
}

const tooMany = (most: number, docket: string | undefined): string =>
  most === 0
    ? `No good time${docket ? ` of docket ${docket}` : ''} is left that could be lost (SCC-2.D).`
    : `At most ${most} good-time days${docket ? ` of docket ${docket}` : ''} were granted and are not lost yet (SCC-2.D).`

// A sentence that is over is not lengthened again (own): the day of the decision counts, though the return is dated back.
async function refuseAfterLastDay(
  db: Work<'programs'>['db'],
  enrolment: HeldEnrolment,
  today: Temporal.PlainDate,
  field: string,
): Promise<void> {
  const sheet = await latestWorksheet(db, enrolment.id)
  if (sheet?.result.kind !== 'worksheet')
    throw fieldProblem(field, 'The adjusted sentence is not computed. Compute the worksheet first.')
  if (sheet.releaseDay === null || today.since(sheet.releaseDay).days > 0)
    throw fieldProblem(
      field,
      sheet.releaseDay
        ? `The last day of the sentence was ${dayInWords(sheet.releaseDay)}: what is over is not lengthened (SCC-2.D).`
        : 'Nothing is left of the sentence to serve, so nothing of its good time can be lost (SCC-2.D).',
    )
}

/** Puts a decision on record that was found to be in order; the worksheet is computed by {@link countLosses}. */
export async function writeLoss(
  { ctx, db, emit }: Work<'programs'>,
  enrolment: HeldEnrolment,
  loss: LossEntered,
): Promise<string> {
  const id = randomUUID()
  const { last } = await db
    .selectFrom('programs.good_time_loss')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .where('enrolment_id', '=', enrolment.id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('programs.good_time_loss')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: enrolment.id,
      number: last + 1,
      commitment_id: loss.commitmentId,
      days: loss.days,
      returned_on: loss.returnedOn,
      ending: loss.ending,
      on_day: loss.onDay,
      instead_of: loss.insteadOf?.id ?? null,
      reason: loss.reason,
      clause: loss.clause,
      decided_on: ctx.today,
      decided_at: ctx.now,
      decided_by: ctx.actor!,
    })
    .execute()
  await emit('programs.good-time-decided', { enrolment: enrolment.id, person: enrolment.personId, loss: id })
  return id
}

/**
 * Computes the sentence again with what is lost now, the earlier worksheet kept.
 * @throws Problem `cannot-be` where the sentence could not be computed any more: nothing of it is kept then
 */
export async function countLosses({ db, call }: Work<'programs'>, enrolmentId: string): Promise<void> {
  const { kind } = await call(computeWorksheet, { enrolmentId, cause: 'good-time-lost' })
  if (kind === 'worksheet') return
  const sheet = await latestWorksheet(db, enrolmentId)
  const because = sheet?.result.kind === 'cannot-compute' ? sheet.result.because : []
  throw new Problem(
    'cannot-be',
    `The sentence could not be computed with it. ${because.map((one) => `${say('en', one.textCode, one.values)} (${one.clause}).`).join(' ')}`,
  )
}

/** Computes the sentence again where something is lost: when somebody went to custody and came home is part of it. */
export async function recountLosses({ db, call }: Work<'programs'>, enrolmentId: string): Promise<void> {
  const losses = await lossesOf(db, enrolmentId)
  if (losses.some(({ stands, days }) => stands && days > 0))
    await call(computeWorksheet, { enrolmentId, cause: 'good-time-lost' })
}
