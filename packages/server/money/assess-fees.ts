import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Subject, verb, type Work } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { id } from '../platform/schemas.ts'
import { programOf } from '../programs/index.ts'
import {
  type ComputedFees,
  chargeNow,
  computeFees,
  type EarlierAssessment,
  keepAssessment,
  lastIntakeAssessment,
  type Occasion,
} from './assessment.ts'
import { feeInputOf } from './counted.ts'
import { openReceivable } from './ledger/receivable.ts'

/** Which enrolment's fees to assess. */
export const assessFeesBody = z.strictObject({ enrolmentId: id })

/** The fees of an intake as they would be assessed now. */
export interface ProposedFees {
  occasion: Extract<Occasion, { occasion: 'intake' }>
  adjustedDays: number
  fees: ComputedFees
  earlier: EarlierAssessment | undefined
  /** Whether keeping them would change anything. */
  isNew: boolean
}

/**
 * The fees of an intake by the newest worksheet (WAP-SENT.1, WAP-FEE.1): at the amounts of the day on which
 * they were first assessed, under the law of today.
 * @throws Problem `not-found`; `cannot-be` when there is no worksheet, or it could not be computed
 */
export async function proposeFees(
  tx: RoomTx<'money'>,
  enrolmentId: string,
  today: Temporal.PlainDate,
): Promise<ProposedFees> {
  const enrolment = await tx
    .selectFrom('programs.v_enrolment')
    .select(['pack', 'worksheet_id', 'worksheet_number', 'adjusted_days', 'release_day'])
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  if (!enrolment) throw notFound('enrolment')
  const { worksheet_id, worksheet_number, adjusted_days, release_day } = enrolment
  if (worksheet_id === null || worksheet_number === null) {
    throw new Problem(
      'cannot-be',
      'There is no worksheet yet. Compute the adjusted sentence first; the fees follow from it (WAP-SENT.1).',
    )
  }
  if (adjusted_days === null) {
    throw new Problem(
      'cannot-be',
      'The adjusted sentence could not be computed. Settle what the worksheet asks, then assess the fees.',
    )
  }
  const earlier = await lastIntakeAssessment(tx, enrolmentId)
  const pack = enrolment.pack!
  const counted = { enrolmentId, pack, adjustedDays: adjusted_days, releaseDay: release_day }
  const input = await feeInputOf(tx, counted, today)
  const fees = await computeFees(tx, programOf({ pack }), input, {
    ratesOn: earlier?.ratesOn ?? today,
    today,
  })
  return {
    occasion: { occasion: 'intake', worksheetId: worksheet_id, worksheetNumber: worksheet_number },
    adjustedDays: adjusted_days,
    fees,
    earlier,
    isNew: !saysTheSame(earlier, worksheet_id, fees),
  }
}

function saysTheSame(
  earlier: EarlierAssessment | undefined,
  worksheetId: string,
  fees: ComputedFees,
): boolean {
  if (!earlier || earlier.worksheetId !== worksheetId || earlier.basis !== fees.result.law.basis) return false
  return fees.lines.every((line) => {
    const before = earlier.charged.get(line.rates.code)
    return before?.amountCents === line.rates.amountCents && before.cents === chargeNow(line, earlier)
  })
}

/** What an assessment changed. */
export interface FeesAssessed {
  /** Null when the fees stand as they were assessed before: nothing was kept. */
  assessmentId: string | null
}

/**
 * Assesses the fees of an intake by the newest worksheet and adds to the statement what differs from the
 * assessment before it (WAP-FEE.1, WAP-SENT.1, WAP-P1.3). The earlier assessment stays on record.
 * @throws Problem as {@link proposeFees}
 */
export const assessFees = verb(
  'money.assess-fees',
  async (work, input: z.output<typeof assessFeesBody>): Promise<FeesAssessed> => {
    const receivable = await openReceivable(work, input.enrolmentId)
    const proposed = await proposeFees(work.db, input.enrolmentId, work.ctx.today)
    if (!proposed.isNew) return { assessmentId: null }
    const kept = await keepAssessment(work, receivable, proposed)
    return { assessmentId: kept.id }
  },
)

/**
 * A new worksheet changes fees that were assessed already (WAP-P1.3). Fees that nobody has assessed yet wait
 * for the clerk.
 */
export const reassessFees = verb(
  'money.reassess-fees',
  async (work: Work<'money'>, subject: Subject): Promise<void> => {
    const enrolmentId = String(subject.enrolment)
    if (!(await lastIntakeAssessment(work.db, enrolmentId))) return
    const enrolment = await work.db
      .selectFrom('programs.v_enrolment')
      .select('adjusted_days')
      .where('id', '=', enrolmentId)
      .executeTakeFirstOrThrow()
    // A worksheet that could not be computed says nothing about fees: they stay as they are.
    if (enrolment.adjusted_days === null) return
    await work.call(assessFees, { enrolmentId })
  },
)
