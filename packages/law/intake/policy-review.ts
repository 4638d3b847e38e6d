import { dateOf, dayOf } from '../days.ts'
import { because } from '../pack.ts'
import type { Day, Pack } from '../pack.types.ts'
import { checkParameters, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day, orNull } from '../schema/schema.ts'
import type { PolicyReview } from './types.ts'

/**
 * When the policy is next to be reviewed (WAP-UPD.1): yearly, from the last review, or from the day it took
 * effect.
 *
 * Days are `YYYY-MM-DD`, counted in calendar months. Throws `LawInputError` for a day that does not exist.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * policyReview(wap, resolveParameters(wap, [], '2026-03-02'), '2025-03-03').due // => false
 * policyReview(wap, resolveParameters(wap, [], '2026-03-03'), '2025-03-03').due // => true
 */
export function policyReview(pack: Pack, parameters: Parameters, lastReviewedOn: Day | null): PolicyReview {
  checkParameters(pack, parameters)
  accept('last review', orNull(day()), lastReviewedOn)
  const last = dateOf(lastReviewedOn ?? pack.authority.effective)
  const dueOn = dayOf(last.add({ months: numberOf(parameters, 'policyReviewMonths') }))
  return { dueOn, due: dueOn <= parameters.on, clause: because(pack, 'policy.review').clause }
}
