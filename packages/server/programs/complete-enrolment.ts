import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { type CompletionFacts, missingForCompletion, missingInWords } from './completion.ts'
import { recordStep } from './record-step.ts'
import { servedAtHome } from './served-at-home.ts'
import { holdEnrolment } from './state-of.ts'
import { latestWorksheet } from './worksheets.ts'

/**
 * Completes an enrolment: all contract days are reported, and as many are credited as the adjusted sentence has
 * (WAP-P6.4); at home, once the last day of the sentence has come and the unit is off (own).
 * @throws Problem `not-found`; `cannot-be` with everything that is missing
 */
export const completeEnrolment = verb(
  'programs.complete-enrolment',
  async (work, { enrolmentId, note }: { enrolmentId: string; note: string }): Promise<{ id: string }> => {
    const { ctx, db, call } = work
    const enrolment = await holdEnrolment(db, enrolmentId, ctx.today)
    const facts = await completionFacts(work, enrolment)
    const missing = missingForCompletion(facts)
    if (missing.length > 0) {
      const fields = missing.map((one) => ({ path: one.kind, message: missingInWords(one) }))
      throw new Problem(
        'cannot-be',
        `${enrolment.number} is not complete${facts.atHome ? '' : ' (WAP-P6.4)'}.`,
        { fields },
      )
    }
    const adjustedDays = facts.worksheet?.adjustedDays ?? null
    return call(recordStep, { enrolmentId: enrolment.id, kind: 'completed', note, about: { adjustedDays } })
  },
)

async function completionFacts(
  { ctx, db }: Work<'programs'>,
  enrolment: { id: string; pack: string },
): Promise<CompletionFacts> {
  const sheet = await latestWorksheet(db, enrolment.id)
  const atHome = await servedAtHome(db, enrolment, sheet, ctx.today)
  const days = await db
    .selectFrom('work.v_contract_day')
    .select(['day', 'standing', 'credited_days'])
    .where('enrolment_id', '=', enrolment.id)
    .orderBy('day')
    .execute()
  return {
    atHome: atHome && { ...atHome, lastDay: sheet?.releaseDay ?? null },
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
