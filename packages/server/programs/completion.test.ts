import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type CompletionFacts, missingForCompletion, missingInWords } from './completion.ts'
import { restDays } from './withdrawal.ts'

const day = (number: number) => Temporal.PlainDate.from('2026-03-01').add({ days: number })
const worked = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ day: day(index + 1), standing: 'worked', credited: 1 }))
const worksheet = { kind: 'worksheet', adjustedDays: 20, readingAsked: false } as const

const missing = (given: Partial<CompletionFacts>) =>
  missingForCompletion({ worksheet, days: worked(20), ...given })

describe('WAP-P6.4 completion of 20 days', () => {
  test('19 credited: one is missing', () =>
    expect(missing({ days: worked(19) })).toEqual([{ kind: 'days-short', credited: 19, adjusted: 20 }]))
  test('20 credited: complete', () => expect(missing({})).toEqual([]))
  test('21 credited: complete', () => expect(missing({ days: worked(21) })).toEqual([]))

  test('a day of the contract that nobody reported stands in the way, though enough are credited', () => {
    const open = { day: day(30), standing: 'open', credited: 0 }
    expect(missing({ days: [...worked(20), open] })).toEqual([{ kind: 'days-open', days: [day(30)] }])
  })

  test('a missed day that another made good does not', () => {
    const missed = { day: day(30), standing: 'missed', credited: 0 }
    expect(missing({ days: [...worked(20), missed] })).toEqual([])
    expect(missing({ days: [...worked(19), missed] })).toEqual([
      { kind: 'days-short', credited: 19, adjusted: 20 },
    ])
  })

  test('without a worksheet, or with one that could not be computed, nobody knows', () => {
    expect(missing({ worksheet: null })).toEqual([{ kind: 'no-worksheet' }])
    expect(
      missing({ worksheet: { kind: 'cannot-compute', adjustedDays: null, readingAsked: false } }),
    ).toEqual([{ kind: 'no-worksheet' }])
  })

  test('WAP-SENT.6 a reading that is still asked stands in the way', () =>
    expect(missing({ worksheet: { ...worksheet, readingAsked: true } })).toEqual([{ kind: 'reading-asked' }]))

  test('without a contract there are no days', () =>
    expect(missing({ days: [] })).toEqual([{ kind: 'no-contract' }]))

  test('where credit covered everything there is nothing to work', () =>
    expect(missing({ worksheet: { ...worksheet, adjustedDays: 0 }, days: [] })).toEqual([]))

  test('each is said in words, with the clause', () => {
    expect(missingInWords({ kind: 'days-short', credited: 18, adjusted: 20 })).toBe(
      '18 of 20 days are credited; 2 must still be worked (WAP-CRED.1).',
    )
    expect(missingInWords({ kind: 'days-open', days: [day(1), day(2)] })).toBe(
      'Attendance is not recorded for Mon, Mar 2, 2026; Tue, Mar 3, 2026 (WAP-P6.3).',
    )
    const many = [1, 2, 3, 4, 5, 6, 7].map(day)
    expect(missingInWords({ kind: 'days-open', days: many })).toContain('Fri, Mar 6, 2026; and 2 more')
    for (const kind of ['no-worksheet', 'reading-asked', 'no-contract'] as const)
      expect(missingInWords({ kind })).toContain('WAP-')
  })
})

test('the rest of a sentence is what is not credited, never below zero, and unknown without a worksheet', () => {
  expect(restDays(20, 19)).toBe(1)
  expect(restDays(20, 20)).toBe(0)
  expect(restDays(20, 21)).toBe(0)
  expect(restDays(null, 5)).toBeNull()
})
