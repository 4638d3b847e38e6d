import { hoursInForce, type WeeklyHours } from '@inlieu/watch'
import { describe, expect, test } from 'vitest'
import { weeklyBesideDays } from './beside-days.ts'

const timeZone = 'America/Los_Angeles'
const home = { id: 'home', rule: 'inclusion' } as const
const school = { id: 'school', rule: 'inclusion' } as const
const victim = { id: 'victim', rule: 'exclusion' } as const
const zones = [home, school, victim]
const nights: WeeklyHours = { zone: 'home', days: ['mon'], from: '18:00', to: '08:00' }

describe('EMP-1.2 a day that differs replaces that day only', () => {
  test.each([
    ['nobody has set hours', [], ['home'], ['home', 'school']],
    ['the week names another zone: never stays never', [nights], ['school'], ['home']],
    ['the week names it', [nights], ['home'], ['home']],
    ['an exclusion zone', [nights], ['victim'], ['home', 'victim']],
    ['no day at all', [nights], [], ['home']],
  ])('%s', (_, weekly, days, named) => {
    expect(weeklyBesideDays(weekly, zones, new Set(days)).map(({ zone }) => zone)).toEqual(named)
  })

  // Two weeks around the day on which the clocks are put forward.
  const from = Date.parse('2027-03-08T08:00:00Z')
  const to = Date.parse('2027-03-22T07:00:00Z')
  const local = (text: string) => Date.parse(text)

  test('of a home that binds at all hours only the hours of that day are left, everything else stays', () => {
    const exceptions = [{ zone: 'home', date: '2027-03-10', from: '18:00', to: '23:00' }]
    const schedule = { timeZone, weekly: weeklyBesideDays([], zones, new Set(['home'])), exceptions }
    const binding = hoursInForce(zones, schedule, [], from, to)
    expect(binding).toEqual([
      { zone: 'home', from, to: local('2027-03-10T00:00-08:00') },
      { zone: 'home', from: local('2027-03-10T18:00-08:00'), to: local('2027-03-10T23:00-08:00') },
      { zone: 'home', from: local('2027-03-11T00:00-08:00'), to },
      { zone: 'school', from, to },
      { zone: 'victim', from, to },
    ])
  })

  test('once the day is over nothing is different from before it was added', () => {
    const schedule = { timeZone, weekly: weeklyBesideDays([], zones, new Set(['home'])) }
    expect(hoursInForce(zones, schedule, [], from, to)).toEqual(hoursInForce(zones, null, [], from, to))
  })
})
