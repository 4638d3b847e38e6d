import { because } from '../pack.ts'
import type { Pack, Reason } from '../pack.types.ts'
import type { ParameterOverride } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day, integer, list, object, oneOf, text } from '../schema/schema.ts'
import type { FeeResolution, FeeResolutionCheck } from './types.ts'

const cents = integer(0, 10_000_000)
const resolutionSchema = object({
  number: text(),
  adoptedOn: day(),
  from: day(),
  applicationFeeCents: cents,
  dailyFeeCents: cents,
  applicationCostCents: cents,
  dayCostCents: cents,
  factors: list(oneOf(['salaries', 'supervision', 'equipment', 'other-operating']), 4),
})

/**
 * A board's resolution on the fees (SCC-3.A1): it names the cost factors that the board considered, and no
 * fee in it is above the pro rata cost (SCC-3.A2). All amounts in cents. What comes back as `overrides` are
 * the county's parameters from its day on; charges before that day stay as they were.
 *
 * Throws `LawInputError` for a resolution that does not fit, or a pack that sets no such fees.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const raised = { number: '2027-1', adoptedOn: '2027-01-12', from: '2027-02-01', applicationFeeCents: 13000, dailyFeeCents: 5000, applicationCostCents: 14000, dayCostCents: 5200, factors: ['salaries'] }
 * checkFeeResolution(home, raised).overrides.length // => 4
 * checkFeeResolution(home, { ...raised, dailyFeeCents: 5201 }).reasons[0].clause // => 'SCC-3.A2'
 * checkFeeResolution(home, { ...raised, factors: [] }).accepted // => false
 */
export function checkFeeResolution(pack: Pack, resolution: FeeResolution): FeeResolutionCheck {
  accept('resolution', resolutionSchema, resolution)
  const reasons = problemsOf(pack, resolution)
  if (reasons.length > 0) return { accepted: false, reasons, overrides: [] }
  return {
    accepted: true,
    reasons: [because(pack, 'fees.resolution.accepted')],
    overrides: overridesOf(resolution),
  }
}

function problemsOf(pack: Pack, r: FeeResolution): readonly Reason[] {
  const isAboveCost = r.applicationFeeCents > r.applicationCostCents || r.dailyFeeCents > r.dayCostCents
  return [
    ...(isAboveCost ? [because(pack, 'fees.resolution.above-cost')] : []),
    ...(r.factors.length === 0 ? [because(pack, 'fees.resolution.no-factors')] : []),
    ...(r.from < r.adoptedOn ? [because(pack, 'fees.resolution.before-adopted')] : []),
  ]
}

function overridesOf(r: FeeResolution): readonly ParameterOverride[] {
  const values = {
    applicationFeeCents: r.applicationFeeCents,
    dailyFeeCents: r.dailyFeeCents,
    applicationCostCents: r.applicationCostCents,
    dayCostCents: r.dayCostCents,
  }
  return Object.entries(values).map(([name, value]) => ({
    name,
    value,
    from: r.from,
    authority: 'Board of Supervisors',
    resolution: r.number,
  }))
}
