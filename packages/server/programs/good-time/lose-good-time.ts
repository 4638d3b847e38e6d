import { verb, type Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { programOf } from '../program.ts'
import { requireAuthority } from '../require-authority.ts'
import { type HeldEnrolment, holdEnrolment } from '../state-of.ts'
import { stateInWords } from '../steps.ts'
import { countLosses, refuseLoss, writeLoss } from './enter-loss.ts'
import { askGoodTimePaper } from './good-time-paper.ts'
import { whyNoLoss } from './may-be-lost.ts'
import { isOverFor, lastViolation } from './violation.ts'

/** `days`: of the good time granted by this commitment, one or more. */
export interface LoseGoodTime {
  enrolmentId: string
  commitmentId: string
  days: number
  reason: string
}

/**
 * Good time is lost by who was returned to custody for a rule violation, by a decision after the return: the Sheriff or
 * a designee takes it (SCC-2.D). The sentence is computed again, and the paper for the custody is made.
 * @throws Problem `not-found`; `not-allowed`, naming the clause and who may; `cannot-be`, at the field of the days
 */
export const loseGoodTime = verb(
  'programs.lose-good-time',
  async (work: Work<'programs'>, input: LoseGoodTime): Promise<{ id: string }> => {
    const { ctx, db } = work
    const enrolment = await holdEnrolment(db, input.enrolmentId, ctx.today)
    const pack = programOf(enrolment)
    if (!pack.sentence.goodTime) throw new Problem('cannot-be', whyNoLoss(pack, undefined)!)
    const { clause } = await requireAuthority(work, { decision: 'return-to-custody', pack: enrolment.pack })
    refuseEnded(enrolment)
    const violation = await lastViolation(db, enrolment)
    if (!violation)
      throw new Problem(
        'cannot-be',
        'No return to custody for a rule violation is on record, and good time is lost by such a return alone (SCC-2.D).',
      )
    const loss = { ...input, ...violation, onDay: ctx.today, insteadOf: null, clause }
    await refuseLoss(work, enrolment, loss, 'days')
    const id = await writeLoss(work, enrolment, loss)
    await countLosses(work, enrolment.id)
    await askGoodTimePaper(work, enrolment, { ...loss, id })
    return { id }
  },
)

/** Refuses where a sentence is over: it is not lengthened again. */
export function refuseEnded(enrolment: HeldEnrolment): void {
  if (isOverFor(enrolment.state))
    throw new Problem(
      'cannot-be',
      `${enrolment.number} is ${stateInWords(enrolment.state)}: no good time can be lost any more (SCC-2.D).`,
    )
}
