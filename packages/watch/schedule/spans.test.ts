import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../types.ts'
import { union, within, without } from './spans.ts'

const spans = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 40 }), to: fc.integer({ min: 0, max: 40 }) }),
  { maxLength: 8 },
)
const holds = (list: readonly Span[], at: number) => list.some(({ from, to }) => at >= from && at < to)
const everyMoment = Array.from({ length: 42 }, (_, at) => at)

describe('spans of time, moment by moment', () => {
  test('union holds what any of them holds, in order and apart', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const merged = union(list)
        for (const at of everyMoment) expect(holds(merged, at)).toBe(holds(list, at))
        for (const [i, span] of merged.slice(1).entries()) expect(span.from).toBeGreaterThan(merged[i]!.to)
      }),
      { numRuns: 300 },
    )
  })

  test('without holds what the first holds and the second does not; within cuts', () => {
    fc.assert(
      fc.property(spans, spans, (list, taken) => {
        const left = without(union(list), union(taken))
        for (const at of everyMoment) expect(holds(left, at)).toBe(holds(list, at) && !holds(taken, at))
        for (const at of everyMoment)
          expect(holds(within(left, 10, 20), at)).toBe(holds(left, at) && at >= 10 && at < 20)
      }),
      { numRuns: 300 },
    )
  })

  test('nothing given is changed', () => {
    const given = Object.freeze([Object.freeze({ from: 5, to: 9 }), Object.freeze({ from: 1, to: 6 })])
    expect(union(given)).toEqual([{ from: 1, to: 9 }])
  })
})
