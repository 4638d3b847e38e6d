import { describe, expect, test } from 'vitest'
import { problemOf } from './settings/problem-of.ts'
import { initialState } from './state.ts'
import { step } from './step.ts'
import { at, fix, home, live, play, setting, stay, tick, told } from './testing/builders.ts'
import type { WeeklySchedule } from './types.ts'

const YEAR = 365 * 86_400_000
const schedule: WeeklySchedule = {
  timeZone: 'America/Los_Angeles',
  weekly: [
    {
      zone: 'home',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '22:00',
      to: '06:00',
    },
  ],
}
const begun = play([[setting(-10, { zones: [home], schedule }), ...stay(0, 3, 0)]]).state

describe('times that cannot be ours', () => {
  test('monitoring 2: a message a hundred years ahead is set aside, and the next one counts as if it had not come', () => {
    const far = { ...fix(3, 0), key: 'far', at: at(3) + 100 * YEAR, received: at(3) + 100 * YEAR }
    const out = step(begun, [far])
    expect(out.setAside).toMatchObject([{ key: 'far', reason: 'bad-time' }])
    expect(out.setAside[0]!.problem).toContain('a clock is wrong')
    expect(told(play([stay(3, 8, 500)], out.state))).toEqual(told(play([stay(3, 8, 500)], begun)))
  })

  test('monitoring 2: a tick a hundred years ahead does not move the time', () => {
    const out = step(begun, [{ kind: 'tick', key: 't', at: at(3) + 100 * YEAR, received: at(3) }])
    expect(out.setAside).toMatchObject([{ key: 't', reason: 'bad-time' }])
    expect(out.state.now).toBe(begun.now)
  })

  test('five years are gone through hour by hour; more are not', () => {
    const later = (time: number) => step(begun, [{ kind: 'tick', key: 't', at: time, received: time }])
    expect(later(at(2) + 5 * YEAR).happenings.map(({ kind }) => kind)).toEqual(['no-contact'])
    expect(later(at(2) + 5 * YEAR + 1).setAside).toHaveLength(1)
  })

  test('what came before the year 2000 or after 2200 is set aside, whatever its unit says', () => {
    for (const received of [0, 1, 946_684_799_999, 7_258_118_400_001, 9e15, 1e308, -1]) {
      const out = step(initialState('p'), [{ ...fix(0, 0), received }])
      expect(out.setAside.map(({ reason }) => reason)).toEqual(['bad-time'])
    }
  })

  test('a setting dated at the end of time is set aside; one of 1970 holds from the beginning', () => {
    const dated = (time: number) => ({ ...setting(0, { zones: [home] }), at: time })
    expect(live([dated(1e308)]).setAside).toEqual(['bad-time'])
    expect(told(live([dated(0), ...stay(0, 3, 500)]))).toEqual(['absent-at-start 0'])
  })

  test('a leave and an exception of a hundred years cost no more than others', () => {
    const long = { ...schedule, leave: [{ from: '2026-01-01T00:00', to: '2126-01-01T00:00' }] }
    const exceptions = [{ zone: 'home', from: at(0), to: at(0) + 100 * YEAR }]
    expect(
      told(live([setting(-10, { zones: [home], schedule: long, exceptions }), ...stay(0, 9, 500)])),
    ).toEqual([])
    expect(told(live([setting(-10, { zones: [home] }), ...stay(0, 2, 0), tick(9)]))).toEqual([])
  })
})

describe('settings that cannot be', () => {
  test('what is wrong is said in words, before or when it is given', () => {
    expect(problemOf({ level: 'sometimes' as 'active' })).toBe('there is no level sometimes')
    expect(problemOf({ worn: 1 as unknown as boolean })).toBe('worn is neither true nor false')
    expect(problemOf({ positions: 'no' as unknown as boolean })).toBe('positions is neither true nor false')
    expect(problemOf({ exceptions: [{ zone: 'a', from: 2, to: 2 }] })).toContain('exceptions[0]')
    expect(problemOf({ tests: [{ id: 'a', of: 'breath', from: 0, to: Number.NaN }] })).toContain('tests[0]')
    expect(problemOf({ parameters: { toString: 1 } as object })).toBe(
      'parameter toString: there is no such parameter',
    )
    const dated = Array.from({ length: 2001 }, () => ({ zone: 'home', date: '2026-11-26' }))
    expect(problemOf({ schedule: { ...schedule, exceptions: dated } })).toContain('2001 lines')
    expect(problemOf({ schedule: { ...schedule, exceptions: dated.slice(1) } })).toBeNull()
    const tests = Array.from(
      { length: 2001 },
      (_, i) => ({ id: `${i}`, of: 'breath', from: i, to: i + 1 }) as const,
    )
    expect(problemOf({ tests })).toBe('tests: there are 2001, and 2000 is the most')
    expect(problemOf({ tests: tests.slice(1) })).toBeNull()
    expect(problemOf({ level: 'passive', worn: true, positions: false })).toBeNull()
  })
})
