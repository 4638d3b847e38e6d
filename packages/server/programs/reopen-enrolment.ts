import { verb } from '../platform/act.ts'
import { recountLosses } from './good-time/enter-loss.ts'
import { recordStep } from './record-step.ts'
import { requireAuthority } from './require-authority.ts'
import { holdEnrolment } from './state-of.ts'

/**
 * Opens an enrolment again that has ended, with the reason: the step it had come to counts again. An officer
 * who may admit decides it (WAP-ELIG.1). Good time that was lost stays lost until that is put right by a decision of its
 * own (SCC-2.D).
 * @throws Problem `not-found`; `not-allowed`; `cannot-be` when it has not ended; `already-done` when the person
 * has another open
 */
export const reopenEnrolment = verb(
  'programs.reopen-enrolment',
  async (work, { enrolmentId, reason }: { enrolmentId: string; reason: string }): Promise<{ id: string }> => {
    const enrolment = await holdEnrolment(work.db, enrolmentId, work.ctx.today)
    await requireAuthority(work, { decision: 'admit', pack: enrolment.pack })
    const step = await work.call(recordStep, { enrolmentId: enrolment.id, kind: 'reopened', note: reason })
    await recountLosses(work, enrolment.id)
    return step
  },
)
