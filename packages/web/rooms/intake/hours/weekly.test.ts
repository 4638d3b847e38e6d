import { describe, expect, test } from 'vitest'
import { byWeekday, placeOfHours, weeklyOf } from './weekly.ts'

const week = [
  { weekday: 1, opens: '08:00', closes: '12:00' },
  { weekday: 2, opens: '08:00', closes: '12:00' },
  { weekday: 2, opens: '13:00', closes: '16:00' },
]

describe('hours of a week in a form', () => {
  test('the same hours on several days stand in one row', () => {
    expect(weeklyOf(week)).toEqual([
      { weekdays: ['1', '2'], opens: '08:00', closes: '12:00' },
      { weekdays: ['2'], opens: '13:00', closes: '16:00' },
    ])
  })

  test('and come back as they were', () => {
    expect(byWeekday(weeklyOf(week))).toEqual(week)
  })

  test.each([
    ['hours.0.opens', 'hours.0.opens'],
    ['hours.1.closes', 'hours.0.closes'],
    ['hours.2.opens', 'hours.1.opens'],
    ['hours.9.opens', 'hours'],
    ['capacity', 'capacity'],
  ])('what the office says of %s stands at %s', (path, place) => {
    expect(placeOfHours(path, weeklyOf(week))).toBe(place)
  })
})
