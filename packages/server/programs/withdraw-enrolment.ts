import { verb } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { recordStep } from './record-step.ts'
import { holdEnrolment } from './state-of.ts'
import { restOf } from './withdrawal.ts'

/** `toldRestDays`: the days of custody the person was told of before confirming. */
export interface WithdrawEnrolment {
  enrolmentId: string
  toldRestDays: number
  reason: string
}

/**
 * Records that a participant withdraws: the rest is served in custody. It is computed and told before it is
 * confirmed, so a rest that is not the one told is refused.
 * @throws Problem `not-found`; `not-ready` while the rest cannot be computed; `conflict` when it changed since
 */
export const withdrawEnrolment = verb(
  'programs.withdraw-enrolment',
  async ({ ctx, db, call }, input: WithdrawEnrolment): Promise<{ id: string }> => {
    const enrolment = await holdEnrolment(db, input.enrolmentId, ctx.today)
    const { adjustedDays, creditedDays, restDays } = await restOf(db, enrolment, ctx.today)
    if (restDays === null)
      throw new Problem(
        'cannot-be',
        'The worksheet is not computed, so the person cannot be told what is left. Compute it first.',
      )
    if (restDays !== input.toldRestDays) throw toldWrongly(input.toldRestDays, restDays, ctx)
    return call(recordStep, {
      enrolmentId: enrolment.id,
      kind: 'withdrawn',
      note: input.reason,
      about: { adjustedDays, creditedDays, restDays },
    })
  },
)

function toldWrongly(told: number, rest: number, ctx: { now: { toString(): string } }): Problem {
  return new Problem(
    'conflict',
    `${rest} days are left to serve, and the person was told ${told}. Tell them again before you confirm.`,
    { conflict: { changedBy: 'The office', changedAt: ctx.now.toString(), current: { toldRestDays: rest } } },
  )
}
