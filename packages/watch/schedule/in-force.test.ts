import { describe, expect, test } from 'vitest'
import type { WeeklySchedule } from '../types.ts'
import { hoursInForce, standingOf } from './in-force.ts'

const home = { id: 'home', rule: 'inclusion' as const }
const work = { id: 'work', rule: 'inclusion' as const }
const school = { id: 'school', rule: 'exclusion' as const }
const zones = [home, work, school]
const naming = (...names: string[]): WeeklySchedule => ({
  timeZone: 'America/Phoenix',
  weekly: names.map((zone) => ({ zone, days: ['wed'], from: '08:00', to: '12:00' })),
})
const day = [Date.parse('2026-11-18T00:00-07:00'), Date.parse('2026-11-19T00:00-07:00')] as const
const local = (time: string) => Date.parse(`2026-11-18T${time}-07:00`)
const inForce = (schedule: WeeklySchedule | null, exceptions: Parameters<typeof hoursInForce>[2] = []) =>
  hoursInForce(zones, schedule, exceptions, ...day).map(
    ({ zone, from, to }) => `${zone} ${(from - day[0]) / 3_600_000}-${(to - day[0]) / 3_600_000}`,
  )

describe('which zones are in force', () => {
  test.each<[string, WeeklySchedule | null, string[]]>([
    ['no schedule: all, always', null, ['always', 'always', 'always']],
    ['one that names nothing: all, always', naming(), ['always', 'always', 'always']],
    ['one that names home: work never, school always', naming('home'), ['scheduled', 'never', 'always']],
    ['one that names both', naming('home', 'work'), ['scheduled', 'scheduled', 'always']],
    [
      'one that names an exclusion zone alone: the others always',
      naming('school'),
      ['always', 'always', 'scheduled'],
    ],
    ['one that names a zone the person has not: all, always', naming('lake'), ['always', 'always', 'always']],
    [
      'one that names home for one day alone names it too',
      { ...naming(), exceptions: [{ zone: 'home', date: '2026-12-24', from: '18:00', to: '24:00' }] },
      ['scheduled', 'never', 'always'],
    ],
  ])('%s', (_, schedule, standing) => {
    expect(zones.map((zone) => standingOf(zone, zones, schedule))).toEqual(standing)
  })
})

describe('leave and exceptions', () => {
  test('leave that overlaps the edges cuts them', () => {
    const schedule = naming('home', 'work')
    const leave = (from: string, to: string) =>
      inForce({ ...schedule, leave: [{ from: `2026-11-18T${from}`, to: `2026-11-18T${to}` }] })
    expect(leave('07:00', '09:00')).toEqual(['home 9-12', 'work 9-12', 'school 0-24'])
    expect(leave('09:00', '10:00')).toEqual([
      'home 8-9',
      'home 10-12',
      'work 8-9',
      'work 10-12',
      'school 0-24',
    ])
    expect(leave('11:00', '13:00')).toEqual(['home 8-11', 'work 8-11', 'school 0-24'])
    expect(leave('08:00', '12:00')).toEqual(['school 0-24'])
    expect(leave('07:00', '08:00')).toEqual(['home 8-12', 'work 8-12', 'school 0-24'])
  })

  test('leave suspends an inclusion zone that is always in force, never an exclusion zone with hours', () => {
    const leave = [{ from: '2026-11-18T09:00', to: '2026-11-18T10:00' }]
    expect(inForce({ ...naming('school'), leave })).toEqual([
      'home 0-9',
      'home 10-24',
      'work 0-9',
      'work 10-24',
      'school 8-12',
    ])
  })

  test("EMP-8.3 an officer's exception suspends its own zone, exclusion too", () => {
    const exceptions = [{ zone: 'school', from: local('09:00'), to: local('10:00') }]
    expect(inForce(null, exceptions)).toEqual(['home 0-24', 'work 0-24', 'school 0-9', 'school 10-24'])
  })
})
