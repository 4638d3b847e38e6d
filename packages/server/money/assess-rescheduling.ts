import { randomUUID } from 'node:crypto'
import { type Subject, verb, type Work } from '../platform/act.ts'
import { notFound } from '../platform/problem.ts'
import { programOf } from '../programs/index.ts'
import { computeFees, keepAssessment } from './assessment.ts'
import { openReceivable } from './ledger/receivable.ts'

/**
 * Days were re-scheduled (`work.days-rescheduled`: `days` in all, `unexcused` of them for unexcused absence).
 * WAP-BOOK.10: a fee for the re-scheduling and one for each day, for unexcused absence only (own; whether for
 * each re-scheduling or each absence is a parameter). Excused days cost nothing, and then nothing is kept.
 */
export const assessRescheduling = verb(
  'money.assess-rescheduling',
  async (work: Work<'money'>, subject: Subject): Promise<void> => {
    const enrolmentId = String(subject.enrolment)
    const unexcusedDays = Number(subject.unexcused)
    if (unexcusedDays === 0) return
    const enrolment = await work.db
      .selectFrom('programs.v_enrolment')
      .select('pack')
      .where('id', '=', enrolmentId)
      .executeTakeFirst()
    if (!enrolment) throw notFound('enrolment')
    const receivable = await openReceivable(work, enrolmentId)
    const reschedulingId = subject.rescheduling === undefined ? randomUUID() : String(subject.rescheduling)
    const excusedDays = Number(subject.days) - unexcusedDays
    const fees = await computeFees(
      work.db,
      programOf({ pack: enrolment.pack! }),
      { adjustedDays: null, reschedulings: [{ id: reschedulingId, unexcusedDays, excusedDays }] },
      { ratesOn: work.ctx.today, today: work.ctx.today },
    )
    await keepAssessment(work, receivable, {
      occasion: { occasion: 're-scheduling', reschedulingId },
      fees,
      earlier: undefined,
    })
  },
)
