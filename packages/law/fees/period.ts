import { daysBetween } from '../days.ts'
import { refuse } from '../errors.ts'
import type { Day, Pack } from '../pack.types.ts'
import { resolveParameters } from '../parameters.ts'
import type { ParameterOverride } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day } from '../schema/schema.ts'
import { assessFees } from './assess-fees.ts'
import type { FeeInput, FeePeriodPart } from './types.ts'

/**
 * The daily fees of a period `[from, until)`, each day by the rates and the law of that day: the period is
 * cut where the county's values or a repeal begin or end, so that what was charged before a change stays as
 * it was (SCC-3.A1). Amounts in cents.
 *
 * Throws `LawInputError` for days that do not exist, or a period that ends before it begins.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const parts = assessPeriod(home, [], { from: '2021-06-29', until: '2021-07-03' })
 * parts.map((p) => [p.from, p.worksheet.chargedCents]) // => [['2021-06-29', 9800], ['2021-07-01', 0]]
 */
export function assessPeriod(
  pack: Pack,
  overrides: readonly ParameterOverride[],
  period: { readonly from: Day; readonly until: Day } & Pick<FeeInput, 'abilityReviewedOn'>,
): readonly FeePeriodPart[] {
  const { from, until, abilityReviewedOn } = period
  accept('from', day(), from)
  accept('until', day(), until)
  if (until < from) refuse('period', 'until', 'is before it begins')
  const cuts = [
    ...overrides.flatMap((o) => (o.until == null ? [o.from] : [o.from, o.until])),
    ...pack.repeals.map((repeal) => repeal.operative),
    ...(abilityReviewedOn ? [abilityReviewedOn] : []),
  ].filter((cut) => from < cut && cut < until)
  const starts = [from, ...new Set(cuts.toSorted())]
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? until
    const days = daysBetween(start, end)
    if (days === 0) return []
    const input = { days, ...(abilityReviewedOn === undefined ? {} : { abilityReviewedOn }) }
    const parameters = resolveParameters(pack, overrides, start)
    return [{ from: start, until: end, worksheet: assessFees(pack, parameters, input, start) }]
  })
}
