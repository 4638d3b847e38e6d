import { refuse } from '../errors.ts'
import type { Day, Pack } from '../pack.types.ts'
import { resolved } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { basisOf, repealOf } from './in-force.ts'
import { orderedPart } from './ordered.ts'
import type { FeeDefinition, FeeInput, FeeLine, FeeReason, Repeal } from './types.ts'

/** One fee and how much of it. */
export interface Counted {
  readonly fee: FeeDefinition
  readonly quantity: number
  /** Key of the re-scheduling it belongs to, if any. */
  readonly rescheduling: string | null
  readonly input: FeeInput
}

/** A line of the worksheet: what the text prints, what of it is charged, and why. */
export function lineOf(pack: Pack, parameters: Parameters, counted: Counted): FeeLine {
  const { fee, quantity, rescheduling } = counted
  const repeal = repealOf(pack, fee.statute, parameters.on)
  const reason = reasonFor(counted, repeal, parameters)
  const { unitCents, authority, resolution } = amountOf(parameters, counted, reason)
  const amountCents = unitCents * quantity
  return {
    code: fee.code,
    rescheduling,
    clause: fee.clause,
    own: fee.own,
    textCode: fee.textCode,
    unit: fee.unit,
    reducedBy: fee.reducedBy,
    unitCents,
    quantity,
    amountCents,
    chargedCents: reason === 'charged' ? amountCents : 0,
    chargeable: reason === 'charged',
    reason,
    reasonCode: `fees.${reason}`,
    authority: authority ?? pack.version,
    resolution,
    statute: fee.statute,
    repeal,
    basis: basisOf(parameters),
    assessedOn: parameters.on,
  }
}

interface Amount {
  readonly unitCents: number
  readonly authority: string | null
  readonly resolution: string | null
}

/** An amount that is not set is asked for, unless the law lets nothing be charged anyway. */
function amountOf(parameters: Parameters, { fee, input }: Counted, reason: FeeReason): Amount {
  if (fee.amountParameter === null)
    return { unitCents: orderedPart(fee, input), authority: null, resolution: null }
  const { name, value, authority, resolution } = resolved(parameters, fee.amountParameter)
  if (value === null && reason === 'repealed') return { unitCents: 0, authority, resolution }
  const unitCents = typeof value === 'number' ? value : refuse('fees', name, 'is not set')
  return { unitCents, authority, resolution }
}

function reasonFor(
  { fee, quantity, input }: Counted,
  repeal: Repeal | null,
  parameters: Parameters,
): FeeReason {
  if (repeal && basisOf(parameters) === 'law-as-it-stands') return 'repealed'
  if (fee.counts === 'application' && input.application !== 'admitted') return 'not-admitted'
  if (fee.needs.includes('ability-review') && !onFile(input.abilityReviewedOn, parameters.on))
    return 'no-ability-review'
  if (fee.needs.includes('court-order') && !onFile(input.courtOrderedOn, parameters.on))
    return 'no-court-order'
  if (fee.within !== null) return 'within-another'
  return quantity === 0 ? 'nothing-to-charge' : 'charged'
}

const onFile = (day: Day | null | undefined, on: Day): boolean => day != null && day <= on
