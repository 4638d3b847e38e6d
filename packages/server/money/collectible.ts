import { collectible, type FeeLine, type FeeWorksheet } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { parametersOn, programOf } from '../programs/index.ts'

/** What may not be collected of the fees on a statement, and the statute that says so. */
export interface Uncollectible {
  /** What was charged and may not be collected today, in cents, paid or not. */
  cents: number
  statute: string
  textCode: string
}

/**
 * What of an enrolment's fees may not be collected today: what was charged under a statute repealed since,
 * where the office follows the law as it stands (Penal Code 1465.9). Null: all of it may.
 */
export async function uncollectibleOn(
  tx: RoomTx<'money'>,
  enrolmentId: string,
  today: Temporal.PlainDate,
): Promise<Uncollectible | null> {
  const charged = await chargedLines(tx, enrolmentId)
  if (charged.length === 0) return null
  const { pack: packName } = await tx
    .selectFrom('programs.v_enrolment')
    .select('pack')
    .where('id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  const pack = programOf({ pack: packName! })
  const parameters = await parametersOn(tx, pack.name, today)
  const barred = charged.flatMap((line) => {
    const { statute, textCode } = collectible(pack, parameters, line, today.toString())
    return statute === null ? [] : [{ cents: line.chargedCents, statute, textCode }]
  })
  const [first] = barred
  return first ? { ...first, cents: barred.reduce((sum, line) => sum + line.cents, 0) } : null
}

/** The fee lines that charge something now: of the newest intake assessment, and of every re-scheduling. */
async function chargedLines(tx: RoomTx<'money'>, enrolmentId: string): Promise<FeeLine[]> {
  const assessments = await tx
    .selectFrom('money.assessment')
    .select(['id', 'occasion', 'result'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number', 'desc')
    .execute()
  const intake = assessments.find((assessment) => assessment.occasion === 'intake')
  const standing = assessments.filter((a) => a.occasion !== 'intake' || a.id === intake?.id)
  if (standing.length === 0) return []
  const charges = await tx
    .selectFrom('money.fee_line')
    .select(['assessment_id', 'position', 'charged_cents'])
    .where(
      'assessment_id',
      'in',
      standing.map((assessment) => assessment.id),
    )
    .execute()
  return standing.flatMap((assessment) => {
    const { rates } = assessment.result as { rates: FeeWorksheet }
    return rates.lines.flatMap((line, i) => {
      const charge = charges.find((c) => c.assessment_id === assessment.id && c.position === i + 1)
      return charge && charge.charged_cents > 0 ? [{ ...line, chargedCents: charge.charged_cents }] : []
    })
  })
}
