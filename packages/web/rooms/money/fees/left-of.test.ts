import { describe, expect, it } from 'vitest'
import { leftOf } from './left-of.ts'

const fee = { kind: 'fee', line: 2, amountCents: 14_000, correctsLine: null } as const
const off = (amountCents: number, correctsLine = 2) =>
  ({ kind: 'fee-correction', line: 9, amountCents, correctsLine }) as const

describe('what is left of a fee that can be taken off', () => {
  it.each([
    ['nothing was taken off', [], 14_000],
    ['a part was', [off(-4_000)], 10_000],
    ['all of it was, in parts', [off(-4_000), off(-10_000)], 0],
    ['another line was corrected', [off(-4_000, 1)], 14_000],
  ])('%s', (_what, corrections, left) => {
    expect(leftOf(fee, [fee, ...corrections])).toBe(left)
  })
  it.each(['payment', 'waiver', 'payment-void', 'refund'] as const)('a %s charges no fee', (kind) => {
    expect(leftOf({ ...fee, kind }, [])).toBe(0)
  })
  it('a fee that became smaller leaves nothing to take off', () => {
    expect(leftOf({ ...fee, kind: 'fee-difference', amountCents: -1_400 }, [])).toBe(0)
  })
})
