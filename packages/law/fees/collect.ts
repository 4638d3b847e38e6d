import { because } from '../pack.ts'
import type { Day, Pack } from '../pack.types.ts'
import { checkParameters } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { basisOf, repealOf } from './in-force.ts'
import { feesOnBooksSchema } from './schema.ts'
import type { Collectibility, FeeLine, FeeRequirement, FeesOnBooks } from './types.ts'

/**
 * Whether a balance from an earlier day may be collected on this one. Where the office follows the law as
 * it stands, what was charged under a statute since repealed is not (Penal Code 1465.9).
 *
 * Amounts are cents, days `YYYY-MM-DD`. The clauses are WAP-FEE.1 and SCC-3.A1. Throws `LawInputError` for
 * parameters of another pack or day.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const then = resolveParameters(wap, [], '2021-06-01')
 * const line = assessFees(wap, then, { adjustedDays: 20, reschedulings: [] }, '2021-06-01').lines[0]
 * collectible(wap, resolveParameters(wap, [], '2021-06-30'), line, '2021-06-30').collectible // => true
 * collectible(wap, resolveParameters(wap, [], '2021-07-01'), line, '2021-07-01').statute // => 'Penal Code 1465.9'
 */
export function collectible(pack: Pack, parameters: Parameters, line: FeeLine, on: Day): Collectibility {
  checkParameters(pack, parameters, on)
  if (line.chargedCents === 0) return { collectible: false, textCode: 'fees.not-charged', statute: null }
  const repeal = repealOf(pack, line.statute, on)
  if (repeal && basisOf(parameters) === 'law-as-it-stands')
    return { collectible: false, textCode: 'fees.uncollectible', statute: repeal.uncollectibleBy }
  return { collectible: true, textCode: 'fees.collectible', statute: null }
}

/**
 * WAP-P8.3: the necessary fees, after any waiver (own), are on the books at release. All amounts in cents.
 * A requirement of release that the office checks beside the assessment: no fact of eligibility holds money.
 *
 * Throws `LawInputError` for an amount that is no whole number of cents.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * feesOnBooks(wap, { chargedCents: 19000, waivedCents: 9000, onBooksCents: 10000 }).verdict // => 'met'
 * feesOnBooks(wap, { chargedCents: 19000, waivedCents: 0, onBooksCents: null }).verdict // => 'unknown'
 */
export function feesOnBooks(pack: Pack, input: FeesOnBooks): FeeRequirement {
  accept('fees on the books', feesOnBooksSchema, input)
  const { code, clause, own } = because(pack, 'fees.on-books')
  const necessaryCents = Math.max(0, input.chargedCents - input.waivedCents)
  return {
    clause,
    kind: 'require',
    verdict: verdictOf(necessaryCents, input.onBooksCents),
    textCode: code,
    own,
    necessaryCents,
    onBooksCents: input.onBooksCents,
  }
}

function verdictOf(necessaryCents: number, onBooksCents: number | null): FeeRequirement['verdict'] {
  if (necessaryCents === 0) return 'met'
  if (onBooksCents === null) return 'unknown'
  return onBooksCents >= necessaryCents ? 'met' : 'not-met'
}
