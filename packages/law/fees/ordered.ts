import type { FeeDefinition, FeeInput } from './types.ts'

/**
 * What of a cost is charged, in cents: where the fee rests on a court's order, the amount that it ordered, from
 * zero to the full cost and never above (ARS-D); the full cost where the order names no amount, and of every
 * other fee.
 */
export function orderedPart(fee: FeeDefinition, input: FeeInput): number {
  const cost = input.costsCents?.[fee.code] ?? 0
  if (!fee.needs.includes('court-order')) return cost
  return Math.min(cost, input.courtOrderedCents ?? cost)
}
