import { describe, expect, test } from 'vitest'
import { computeSentence, say } from '../index.ts'
import { booked, compute, following, obstacles, received } from '../testing/commitments.ts'
import { wap } from '../testing/wap.ts'
import type { CommitmentTerm } from '../types.ts'

const a = booked({ id: 'a' })
const b = booked({ id: 'b' })

describe('cannot compute, because', () => {
  const cases: readonly [code: string, commitments: readonly CommitmentTerm[], about: string | null][] = [
    ['no-commitments', [], null],
    ['duplicate-id', [a, a], 'a'],
    ['no-length', [booked({ id: 'a', length: null })], 'a'],
    ['length-not-positive', [booked({ id: 'a', length: { days: 0 } })], 'a'],
    ['length-not-positive', [booked({ id: 'a', length: {} })], 'a'],
    ['no-start-date', [booked({ id: 'a', startsOn: null })], 'a'],
    ['credit-negative', [booked({ id: 'a', creditDays: -1 })], 'a'],
    ['sentenced-after-as-of', [booked({ id: 'a', sentencedOn: '2028-01-01' })], 'a'],
    ['received-before-sentencing', [a, received('2026-02-28', 0, { id: 'b' })], 'b'],
    ['received-after-as-of', [a, received('2028-01-01', 0, { id: 'b' })], 'b'],
    ['consecutive-to-unstated', [a, b, following([], { id: 'c' })], 'c'],
    ['consecutive-to-unstated', [following([], { id: 'c' })], 'c'],
    ['consecutive-to-missing', [a, following(['x'], { id: 'c' })], 'c'],
    ['consecutive-cycle', [following(['a'], { id: 'a' })], 'a'],
    ['consecutive-cycle', [following(['b'], { id: 'a' }), following(['a'], { id: 'b' })], 'a'],
    ['start-contradicts-consecutive', [a, following(['a'], { id: 'c', startsOn: '2026-03-10' })], 'c'],
  ]
  test.each(cases)('%s', (code, commitments, about) => {
    expect(obstacles(commitments)).toEqual([[about, code]])
    const result = compute(commitments)
    if (result.kind === 'worksheet') throw new Error('computed')
    for (const { clause, textCode, values } of result.because) {
      expect(clause).toMatch(/^WAP-/)
      expect(say('en', textCode, values)).not.toMatch(/[{}]/)
    }
  })

  test('every obstacle that can be seen is named at once', () => {
    const found = obstacles([
      booked({ id: 'a', length: null }),
      booked({ id: 'b', startsOn: null }),
      following(['b'], { id: 'c' }),
    ])
    expect(found).toEqual([
      ['a', 'no-length'],
      ['b', 'no-start-date'],
    ])
  })

  test('days on the line are in order: sentenced, received and reckoned on one day', () => {
    const today = '2026-03-25'
    const late = received(today, 0, { id: 'b', sentencedOn: today })
    expect(obstacles([a, late], { asOf: today })).toEqual([])
    expect(obstacles([a, late], { asOf: '2026-03-24' })).toEqual([
      ['b', 'sentenced-after-as-of'],
      ['b', 'received-after-as-of'],
    ])
  })

  test('what was received is not reckoned on a booking that cannot be', () => {
    const open = booked({ id: 'a', startsOn: null })
    expect(obstacles([open, received('2026-03-25', 5, { id: 'b' })])).toEqual([['a', 'no-start-date']])
  })

  test('a negative length is no length', () => {
    expect(() => compute([booked({ id: 'a', length: { days: -1 } })])).toThrow('length.days: must be from 0')
  })

  test('targets without "consecutive" contradict each other', () => {
    expect(() => compute([a, booked({ id: 'b', consecutiveTo: ['a'] })])).toThrow(
      'commitments[1].consecutiveTo: is only for a consecutive commitment',
    )
    expect(obstacles([a, booked({ id: 'b', consecutiveTo: [] })])).toEqual([])
  })

  test('what does not fit is refused, place by place', () => {
    const bad = {
      commitments: [{ ...a, startsOn: '2026-02-30', docket: 'M'.repeat(201) }],
      daysServed: -1,
      asOf: 'today',
    }
    expect(() => computeSentence(wap, bad)).toThrow(
      /commitments\[0\]\.docket: must have at most 200 characters.*startsOn: must be a day.*daysServed: must be from 0.*asOf: must be a day/,
    )
  })
})
