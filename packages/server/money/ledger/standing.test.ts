import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Against, type Holdings, nothing } from './accounts.ts'
import { balanceCents, heldCents, move, owedCents, reliefNoLongerNeeded } from './standing.ts'

const charge = (cents: number): Against => ({ account: 'fee-income', part: 'daily', amountCents: 0 - cents })
const pay = (cents: number): Against => ({ account: 'drawer', part: 'money-order', amountCents: cents })
const waive = (cents: number): Against => ({ account: 'waived', part: '', amountCents: cents })

function after(...sides: Against[]): Holdings {
  return sides.reduce<Holdings>((holdings, side) => move(holdings, [side]).after, nothing)
}

describe('what an entry does to a statement', () => {
  test('a fee is owed', () => {
    const moved = move(nothing, [charge(19_000)])
    expect(moved.netCents).toBe(19_000)
    expect(moved.postings).toEqual([
      { account: 'fee-income', part: 'daily', amountCents: -19_000 },
      { account: 'receivable', part: '', amountCents: 19_000 },
    ])
  })

  test.each([
    ['below', 18_999, { owed: 1, held: 0 }],
    ['at', 19_000, { owed: 0, held: 0 }],
    ['above', 19_001, { owed: 0, held: 1 }],
  ])('a payment %s what is owed', (_where, cents, stands) => {
    const holdings = after(charge(19_000), pay(cents))
    expect({ owed: owedCents(holdings), held: heldCents(holdings) }).toEqual(stands)
  })

  test('what is held pays the next fee first', () => {
    const holdings = after(charge(19_000), pay(25_000), charge(5_700))
    expect({ owed: owedCents(holdings), held: heldCents(holdings) }).toEqual({ owed: 0, held: 300 })
    expect(balanceCents(holdings)).toBe(-300)
  })

  test('an entry that moves nothing, or a part of a cent, is refused', () => {
    expect(() => move(nothing, [])).toThrow(RangeError)
    expect(() => move(nothing, [charge(0)])).toThrow(RangeError)
    expect(() => move(nothing, [charge(100), waive(100)])).toThrow(RangeError)
    expect(() => move(nothing, [charge(0.5)])).toThrow(RangeError)
  })

  test('postings sum to zero, owed and held never stand together, and the balance is what moved', () => {
    const side = fc.oneof(
      fc.integer({ min: 1, max: 100_000 }).map(charge),
      fc.integer({ min: -100_000, max: 100_000 }).filter(Boolean).map(pay),
      fc.integer({ min: 1, max: 100_000 }).map(waive),
    )
    fc.assert(
      fc.property(fc.array(side, { minLength: 1, maxLength: 30 }), (sides) => {
        let holdings: Holdings = nothing
        let moved = 0
        for (const one of sides) {
          const movement = move(holdings, [one])
          expect(movement.postings.reduce((sum, posting) => sum + posting.amountCents, 0)).toBe(0)
          holdings = movement.after
          moved += movement.netCents
          expect(Math.min(owedCents(holdings), heldCents(holdings))).toBe(0)
        }
        expect(balanceCents(holdings)).toBe(moved)
      }),
    )
  })
})

describe('relief that a smaller fee no longer needs', () => {
  const smallerBy = (before: Holdings, cents: number) => {
    const less = move(before, [charge(0 - cents)]).after
    return reliefNoLongerNeeded(less, heldCents(before))
  }

  test('a waived fee that falls away is held for nobody: the waiver shrinks', () => {
    expect(smallerBy(after(charge(19_000), waive(19_000)), 1_400)).toEqual({
      waivedCents: 1_400,
      uncollectibleCents: 0,
    })
  })

  test('while something is owed the fee takes from that, and the waiver stays', () => {
    expect(smallerBy(after(charge(19_000), waive(9_000)), 1_400)).toEqual({
      waivedCents: 0,
      uncollectibleCents: 0,
    })
  })

  test('what was paid is held once the waiver is used up', () => {
    expect(smallerBy(after(charge(19_000), waive(1_000), pay(18_000)), 1_400)).toEqual({
      waivedCents: 1_000,
      uncollectibleCents: 0,
    })
  })

  test('what a person had paid beyond the fee before stays theirs', () => {
    expect(smallerBy(after(charge(19_000), waive(9_000), pay(15_000)), 1_400)).toEqual({
      waivedCents: 1_400,
      uncollectibleCents: 0,
    })
  })

  test('what was uncollectible shrinks after the waiver', () => {
    const vacated: Against = { account: 'uncollectible', part: '', amountCents: 18_000 }
    expect(smallerBy(after(charge(19_000), waive(1_000), vacated), 1_400)).toEqual({
      waivedCents: 1_000,
      uncollectibleCents: 400,
    })
  })
})
