import type { FeeLine } from '@inlieu/law'
import { describe, expect, test } from 'vitest'
import { chargeOf, differenceOf } from './fee-charge.ts'

const line = (amountCents: number, reason: FeeLine['reason'] = 'charged') =>
  ({ amountCents, reason }) as FeeLine

describe('WAP-P1.3 what is charged of a fee that is assessed again', () => {
  test('where fees may be charged, what the days come to at the rate of the first assessment', () => {
    const raised = { rates: line(14_000), today: line(16_000) }
    expect(chargeOf(raised, 0)).toBe(14_000)
  })
  test.each([
    ['grows no more', 14_000, 15_400, 14_000],
    ['stays', 14_000, 14_000, 14_000],
    ['falls', 14_000, 12_600, 12_600],
    ['is not charged anew', 0, 14_000, 0],
  ])('a fee whose authority has ended %s', (_what, before, now, charged) => {
    expect(chargeOf({ rates: line(now), today: line(now, 'repealed') }, before)).toBe(charged)
  })
  test('a fee that was shown as repealed is charged once the office charges again', () => {
    expect(chargeOf({ rates: line(14_000, 'repealed'), today: line(14_000) }, 0)).toBe(14_000)
  })
  test.each(['not-admitted', 'no-ability-review', 'within-another'] as const)(
    'nothing is charged of a fee that is %s (SCC-3.A1, EMP-11.5, EMP-11.1)',
    (reason) => expect(chargeOf({ rates: line(4_900, reason), today: line(4_900, reason) }, 0)).toBe(0),
  )
  test('SCC-3.A2 no more than it costs', () => {
    const today = { ...line(4_900, 'up-to-cost'), chargedCents: 4_000 }
    expect(chargeOf({ rates: today, today }, 0)).toBe(4_000)
  })
})

describe('what a new assessment adds', () => {
  test.each([
    ['more', 15_400, 14_000, 14_000, 1_400],
    ['the same', 14_000, 14_000, 14_000, 0],
    ['less', 12_600, 14_000, 14_000, -1_400],
  ])('%s', (_what, charge, before, ledger, added) => {
    expect(differenceOf(charge, before, ledger)).toBe(added)
  })
  test('what a supervisor took off stays off', () => {
    expect(differenceOf(14_000, 14_000, 4_000)).toBe(0)
    expect(differenceOf(15_400, 14_000, 4_000)).toBe(1_400)
  })
  test.each([
    ['above zero', 1_401, -1_400],
    ['at zero', 1_400, -1_400],
    ['below zero', 1_399, -1_399],
  ])('a fee that was corrected falls no further than to zero: %s', (_where, ledger, added) => {
    expect(differenceOf(12_600, 14_000, ledger)).toBe(added)
  })
})
