import type { Account, Against, Holdings } from './accounts.ts'

/** What is owed, in cents. Never below zero. */
export const owedCents = (held: Holdings): number => held.receivable

/** What is held for the person because it was paid beyond what is owed, in cents. Never below zero. */
export const heldCents = (held: Holdings): number => 0 - held['refunds-payable']

/** Owed, or below zero what is held for the person. The two never stand together. */
export const balanceCents = (held: Holdings): number => held.receivable + held['refunds-payable']

/** What an entry does to the accounts. */
export interface Movement {
  /** What it adds to the person's balance. */
  netCents: number
  postings: { account: Account; part: string; amountCents: number }[]
  after: Holdings
}

/**
 * Completes one side of an entry with the person's side: what is charged is first taken from what is held for
 * the person, what is paid beyond what is owed is held. The postings sum to zero.
 *
 * @example move(nothing, [{ account: 'fee-income', part: 'daily', amountCents: -14_000 }]).after.receivable // 14_000
 * @throws RangeError when nothing moves, or an amount is not in whole cents
 */
export function move(before: Holdings, against: readonly Against[]): Movement {
  const moved = against.filter((side) => side.amountCents !== 0)
  const total = moved.reduce((sum, side) => sum + side.amountCents, 0)
  if (total === 0 || !Number.isSafeInteger(total)) {
    throw new RangeError(`An entry moves whole cents between the person and an account, not ${total}.`)
  }
  const netCents = 0 - total
  const balance = balanceCents(before) + netCents
  const person = {
    receivable: Math.max(balance, 0) - before.receivable,
    'refunds-payable': Math.min(balance, 0) - before['refunds-payable'],
  }
  const postings = [
    ...moved,
    { account: 'receivable' as const, part: '', amountCents: person.receivable },
    { account: 'refunds-payable' as const, part: '', amountCents: person['refunds-payable'] },
  ].filter((posting) => posting.amountCents !== 0)
  const after = { ...before }
  for (const posting of postings) after[posting.account] += posting.amountCents
  return { netCents, postings, after }
}

/**
 * After a fee became smaller: what of the relief given earlier covers a fee that is no longer there. Money that
 * was never paid is not held for anybody, so a waiver shrinks first, then what was uncollectible; the rest was
 * paid and is held. An own reading: money paid is given back only where no relief covered a part of the fee.
 * @param heldBefore what was held before the fee became smaller: that stays the person's
 */
export function reliefNoLongerNeeded(
  after: Holdings,
  heldBefore: number,
): { waivedCents: number; uncollectibleCents: number } {
  const freed = Math.max(0, heldCents(after) - heldBefore)
  const waivedCents = Math.min(freed, after.waived)
  return { waivedCents, uncollectibleCents: Math.min(freed - waivedCents, after.uncollectible) }
}
