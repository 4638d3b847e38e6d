import type { FeeLine } from '@inlieu/law'

/** One fee, as the amounts of one day make it and as the law of today lets it be charged. */
export interface AssessedLine {
  /** At the amounts of the day on which the fee was first assessed: the rate of a fee does not change under it. */
  rates: FeeLine
  /** By the law and the office's basis today. */
  today: FeeLine
}

/**
 * What is charged of a fee today, in cents. A fee whose authority has ended since it was first assessed grows
 * no more: it stays at what was charged, or falls to what it comes to now.
 * @param beforeCents what the assessment before this one charged for the same fee
 */
export function chargeOf({ rates, today }: AssessedLine, beforeCents: number): number {
  switch (today.reason) {
    case 'charged':
    case 'nothing-to-charge':
      return rates.amountCents
    case 'repealed':
      return Math.min(beforeCents, rates.amountCents)
    case 'up-to-cost':
      return Math.min(today.chargedCents, rates.amountCents)
    // Not admitted, no review of the ability to pay, no order of a court, or a part of another fee.
    default:
      return 0
  }
}

/**
 * What a new assessment adds to the statement, in cents: only the difference from the one before it. What a
 * supervisor took off by a correction stays off, and no fee falls below zero.
 * @param ledgerCents what the statement charges for this fee now, corrections included
 */
export function differenceOf(chargeCents: number, beforeCents: number, ledgerCents: number): number {
  return Math.max(chargeCents - beforeCents, 0 - ledgerCents)
}
