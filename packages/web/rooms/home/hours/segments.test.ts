import { describe, expect, test } from 'vitest'
import { segmentsOf, timeOf } from './segments.ts'

const all = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const hours = (days: readonly (typeof all)[number][], from: string, to: string, zone = 'home') => ({
  zone,
  days: [...days],
  from,
  to,
})

describe('the hours of one day', () => {
  test('a night stands on two days; Sunday’s ends on Monday', () => {
    const weekly = [hours(['sun'], '18:00', '08:00')]
    expect(segmentsOf(weekly, 'home', 6)).toEqual([{ from: 1080, to: 1440 }])
    expect(segmentsOf(weekly, 'home', 0)).toEqual([{ from: 0, to: 480 }])
    expect(segmentsOf(weekly, 'home', 1)).toEqual([])
  })

  test.each([
    ['00:00', '24:00', [{ from: 0, to: 1440 }]],
    ['00:00', '00:00', [{ from: 0, to: 1440 }]],
    ['08:00', '08:00', [{ from: 0, to: 1440 }]],
    ['08:00', '08:01', [{ from: 480, to: 481 }]],
    [
      '08:00',
      '07:59',
      [
        { from: 0, to: 479 },
        { from: 480, to: 1440 },
      ],
    ],
  ])('%s to %s every day', (from, to, expected) => {
    expect(segmentsOf([hours(all, from, to)], 'home', 2)).toEqual(expected)
  })

  test('lines that overlap or touch are one; another zone keeps its own', () => {
    const weekly = [
      hours(['wed'], '08:00', '12:00'),
      hours(['wed'], '12:00', '14:00'),
      hours(['wed'], '09:00', '17:00', 'work'),
    ]
    expect(segmentsOf(weekly, 'home', 2)).toEqual([{ from: 480, to: 840 }])
    expect(segmentsOf(weekly, 'work', 2)).toEqual([{ from: 540, to: 1020 }])
  })

  test.each([
    [0, '00:00'],
    [481, '08:01'],
    [1440, '00:00'],
  ])('%d minutes are %s', (minutes, time) => {
    expect(timeOf(minutes)).toBe(time)
  })
})
