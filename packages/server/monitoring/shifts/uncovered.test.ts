import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { plannedShifts } from './planned-shifts.ts'
import { uncovered } from './uncovered.ts'

const at = (hour: number) => Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000)
const span = (from: number, to: number) => ({ from: at(from), to: at(to) })
const hours = (found: ReturnType<typeof uncovered>) =>
  found.map((gap) => [
    gap.from.epochMilliseconds / 3_600_000,
    gap.to.epochMilliseconds / 3_600_000,
    gap.there,
  ])

describe('EMP-7.1 a supervisor at all times', () => {
  test.each([
    ['nobody planned', [], [[0, 24, 0]]],
    ['two shifts that touch', [span(0, 12), span(12, 24)], []],
    ['an hour between two shifts', [span(0, 11), span(12, 24)], [[11, 12, 0]]],
    ['two that overlap', [span(0, 13), span(11, 24)], []],
    ['one that began before and ends after', [span(-5, 30)], []],
    ['one that is over before', [span(-8, 0)], [[0, 24, 0]]],
  ])('%s', (_what, shifts, gaps) => {
    expect(hours(uncovered(shifts, 1, at(0), at(24)))).toEqual(gaps)
  })

  test('three operators needed: where one or two are there, one gap with the fewest of it', () => {
    const shifts = [span(0, 24), span(0, 8), span(0, 24), span(10, 24), span(0, 9)]
    expect(hours(uncovered(shifts, 3, at(0), at(24)))).toEqual([[9, 10, 2]])
    expect(hours(uncovered([span(0, 24), span(0, 12)], 3, at(0), at(24)))).toEqual([[0, 24, 1]])
  })

  test('a moment lies in a gap exactly when too few shifts run then', () => {
    const shift = fc
      .tuple(fc.integer({ min: -10, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, long]) => span(from, from + long))
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (shifts, needed) => {
        const gaps = uncovered(shifts, needed, at(0), at(30))
        for (let hour = 0; hour < 30; hour++) {
          const within = (each: { from: Temporal.Instant; to: Temporal.Instant }) =>
            each.from.epochMilliseconds <= hour * 3_600_000 && hour * 3_600_000 < each.to.epochMilliseconds
          expect(gaps.some(within)).toBe(shifts.filter(within).length < needed)
        }
      }),
    )
  })
})

describe('a plan that repeats', () => {
  const zone = 'America/Los_Angeles'
  const day = (text: string) => Temporal.PlainDate.from(text)

  test('a night shift ends on the next day, on each of the days asked', () => {
    const shifts = plannedShifts(
      {
        fromDay: day('2026-03-02'),
        lastDay: day('2026-03-08'),
        weekdays: [1, 7],
        from: '22:00',
        to: '06:00',
      },
      zone,
    )
    expect(shifts.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-03-03T06:00:00Z 2026-03-03T14:00:00Z',
      '2026-03-09T05:00:00Z 2026-03-09T13:00:00Z',
    ])
  })

  test('the night in which the clocks go forward is an hour shorter, and leaves no gap', () => {
    const night = plannedShifts(
      { fromDay: day('2026-03-07'), lastDay: day('2026-03-07'), weekdays: [], from: '18:00', to: '06:00' },
      zone,
    )[0]!
    expect(night.from.until(night.to).total('hours')).toBe(11)
    const next = plannedShifts(
      { fromDay: day('2026-03-08'), lastDay: day('2026-03-08'), weekdays: [], from: '06:00', to: '18:00' },
      zone,
    )[0]!
    expect(uncovered([night, next], 1, night.from, next.to)).toEqual([])
  })
})
