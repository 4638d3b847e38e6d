import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { computeWorksheet } from '../compute-worksheet.ts'
import { requireAuthority } from '../require-authority.ts'
import { holdEnrolment } from '../state-of.ts'
import { countLosses, refuseLoss, writeLoss } from './enter-loss.ts'
import { askGoodTimePaper } from './good-time-paper.ts'
import { refuseEnded } from './lose-good-time.ts'
import { type GoodTimeLoss, lossesOf } from './losses.ts'

/** `days`: as many as are lost in truth; none: it was all entered in error. */
export interface PutGoodTimeRight {
  enrolmentId: string
  lossId: string
  days: number
  reason: string
}

/**
 * Puts right a loss of good time that was entered in error: a further decision stands in its place, and the earlier one
 * stays on record (SCC-2.D). Fewer days can be put in at any time; more, under the conditions of a loss.
 * @throws Problem `not-found`; `not-allowed`, naming the clause and who may; `already-done` when another stands in its
 * place; `cannot-be` at the field of the days
 */
export const putGoodTimeRight = verb(
  'programs.put-good-time-right',
  async (work: Work<'programs'>, input: PutGoodTimeRight): Promise<{ id: string }> => {
    const { ctx, db, call } = work
    const enrolment = await holdEnrolment(db, input.enrolmentId, ctx.today)
    const before = (await lossesOf(db, enrolment.id)).find(({ id }) => id === input.lossId)
    if (!before) throw notFound('loss of good time')
    const { clause } = await requireAuthority(work, { decision: 'return-to-custody', pack: enrolment.pack })
    refuseNoChange(before, input.days)
    const { commitmentId, returnedOn, ending, onDay } = before
    const loss = {
      ...{ commitmentId, returnedOn, ending, onDay, clause },
      days: input.days,
      reason: input.reason,
      insteadOf: before,
    }
    const isMore = input.days > before.days
    if (isMore) {
      refuseEnded(enrolment)
      await refuseLoss(work, enrolment, loss, 'days')
    }
    const id = await writeLoss(work, enrolment, loss)
    if (isMore) await countLosses(work, enrolment.id)
    // Giving days back is never held up by a paper that leaves the sentence open: that is on record too.
    else await call(computeWorksheet, { enrolmentId: enrolment.id, cause: 'good-time-lost' })
    await askGoodTimePaper(work, enrolment, { ...loss, id })
    return { id }
  },
)

function refuseNoChange(before: GoodTimeLoss, days: number): void {
  if (!before.stands)
    throw new Problem(
      'already-done',
      'A later decision stands in the place of this one. Load the page again.',
    )
  if (days === before.days)
    throw fieldProblem('days', `On record as lost: ${days}. Type how many days are lost in truth.`)
}
