import { describe, expect, it } from 'vitest'
import { dayByKey, monthAfter, weeksOf } from './month.ts'

describe('the weeks of a month', () => {
  it('begin on Sunday and hold every day once', () => {
    const weeks = weeksOf('2026-04')
    expect(weeks[0]).toEqual([null, null, null, '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04'])
    expect(weeks.at(-1)).toEqual([
      '2026-04-26',
      '2026-04-27',
      '2026-04-28',
      '2026-04-29',
      '2026-04-30',
      null,
      null,
    ])
    expect(weeks.flat().filter(Boolean)).toHaveLength(30)
  })

  it.each([
    ['2026-02', 4],
    ['2026-03', 5],
    ['2026-08', 6],
    ['2028-02', 5],
  ])('of %s are %i', (month, count) => expect(weeksOf(month)).toHaveLength(count))
})

it('months follow each other over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})

it.each([
  ['2026-03-01', 'ArrowLeft', '2026-02-28'],
  ['2026-03-31', 'ArrowRight', '2026-04-01'],
  ['2026-03-05', 'ArrowUp', '2026-02-26'],
  ['2026-03-05', 'ArrowDown', '2026-03-12'],
  ['2026-03-04', 'Home', '2026-03-01'],
  ['2026-03-01', 'Home', '2026-03-01'],
  ['2026-03-04', 'End', '2026-03-07'],
  ['2026-03-07', 'End', '2026-03-07'],
  ['2026-03-31', 'PageUp', '2026-02-28'],
  ['2026-01-31', 'PageDown', '2026-02-28'],
  ['2026-03-04', 'x', undefined],
])('from %s %s leads to %s', (day, key, to) => expect(dayByKey(day, key)).toBe(to))
