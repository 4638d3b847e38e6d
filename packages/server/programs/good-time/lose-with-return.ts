import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { commitmentsOf } from '../commitments-shown.ts'
import { programOf } from '../program.ts'
import { endingOf, type ReturnReason } from '../return-reasons.ts'
import type { HeldEnrolment } from '../state-of.ts'
import { countLosses, refuseLoss, writeLoss } from './enter-loss.ts'
import { whyNoLoss } from './may-be-lost.ts'

/** A return to custody, and the good time that is lost with it. */
export interface LossWithReturn {
  reason: ReturnReason
  onDay: Temporal.PlainDate
  /** By which clause the return is decided, and the loss with it. */
  clause: string
  goodTimeLost: readonly { commitmentId: string; days: number }[]
  goodTimeReason: string
}

/** What the paper of the return says of it. */
export interface LossSaid {
  docket: string
  days: number
}

/**
 * Enters the good time that is lost with a return for a rule violation, before the return itself is recorded: its paper
 * says the days that are then left (SCC-2.D).
 * @throws Problem `cannot-be` at the field, where nothing can be lost with this return, or not so much
 */
export async function loseWithReturn(
  work: Work<'programs'>,
  enrolment: HeldEnrolment,
  said: LossWithReturn,
): Promise<LossSaid[]> {
  const lost = said.goodTimeLost.filter(({ days }) => days > 0)
  if (lost.length === 0) return []
  const ending = endingOf(said.reason)
  const never = whyNoLoss(programOf(enrolment), ending)
  if (never || ending === undefined) throw fieldProblem(fieldOf(lost[0]!.commitmentId), never ?? '')
  if (said.goodTimeReason === '') throw fieldProblem('goodTimeReason', 'Say why good time is lost.')
  for (const { commitmentId, days } of lost) {
    const { onDay, clause, goodTimeReason: reason } = said
    const loss = { commitmentId, days, returnedOn: onDay, onDay, ending, insteadOf: null, reason, clause }
    await refuseLoss(work, enrolment, loss, fieldOf(commitmentId))
    await writeLoss(work, enrolment, loss)
  }
  await countLosses(work, enrolment.id)
  const commitments = await commitmentsOf(work.db, enrolment.id)
  return lost.map(({ commitmentId, days }) => ({
    docket: commitments.find(({ id }) => id === commitmentId)?.docket ?? '',
    days,
  }))
}

const fieldOf = (commitmentId: string): string => `goodTimeLost.${commitmentId}`
