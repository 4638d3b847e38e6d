import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { type CompletionFacts, missingForCompletion, missingInWords } from './completion.ts'
import { recordStep } from './record-step.ts'
import { holdEnrolment } from './state-of.ts'
import { latestWorksheet } from './worksheets.ts'

/**
 * Completes an enrolment: all contract days are reported, and as many are credited as the adjusted sentence has
 * (WAP-P6.4).
 * @throws Problem `not-found`; `cannot-be` with everything that is missing
 */
export const completeEnrolment = verb(
  'programs.complete-enrolment',
  async (work, { enrolmentId, note }: { enrolmentId: string; note: string }): Promise<{ id: string }> => {
    const { ctx, db, call } = work
    const enrolment = await holdEnrolment(db, enrolmentId, ctx.today)
    const facts = await completionFacts(work, enrolment.id)
    const missing = missingForCompletion(facts)
    if (missing.length > 0) {
      const fields = missing.map((one) => ({ path: one.kind, message: missingInWords(one) }))
      throw new Problem('cannot-be', `${enrolment.number} is not complete (WAP-P6.4).`, { fields })
    }
    const adjustedDays = facts.worksheet?.adjustedDays ?? null
    return call(recordStep, { enrolmentId: enrolment.id, kind: 'completed', note, about: { adjustedDays } })
  },
)

async function completionFacts({ db }: Work<'programs'>, enrolmentId: string): Promise<CompletionFacts> {
  const sheet = await latestWorksheet(db, enrolmentId)
  const days = await db
    .selectFrom('work.v_contract_day')
    .select(['day', 'standing', 'credited_days'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('day')
    .execute()
  return {
    worksheet: sheet && {
      kind: sheet.result.kind,
      adjustedDays: sheet.result.kind === 'worksheet' ? sheet.result.adjustedDays : null,
      readingAsked: sheet.result.kind === 'worksheet' && sheet.result.askOfficer && sheet.reading.by === null,
    },
    days: days.map((row) => ({
      day: row.day,
      standing: row.standing ?? 'open',
      credited: row.credited_days ?? 0,
    })),
  }
}
