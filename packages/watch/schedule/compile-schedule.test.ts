import { describe, expect, test } from 'vitest'
import type { Interval, Span, WeeklyHours, WeeklySchedule } from '../types.ts'
import { weekdays } from './check-schedule.ts'
import { compileLeave, compileSchedule } from './compile-schedule.ts'

const at = (text: string) => Date.parse(text)
const hours = (span: Span) => (span.to - span.from) / 3_600_000
const shown = (spans: readonly Span[]) =>
  spans.map(({ from, to }) => `${new Date(from).toISOString()} ${new Date(to).toISOString()}`)
const nightly = (from: string, to: string, days: WeeklyHours['days'] = weekdays): WeeklyHours => ({
  zone: 'home',
  days,
  from,
  to,
})
const schedule = (
  timeZone: string,
  weekly: WeeklyHours[],
  more: Partial<WeeklySchedule> = {},
): WeeklySchedule => ({ timeZone, weekly, ...more })
const sacramento = 'America/Los_Angeles'
const phoenix = 'America/Phoenix'

describe('weekly hours', () => {
  test('22:00 to 06:00 spans midnight and begins on the day it is written for', () => {
    const found = compileSchedule(
      schedule(sacramento, [nightly('22:00', '06:00', ['mon'])]),
      at('2026-11-16T00:00-08:00'),
      at('2026-11-23T00:00-08:00'),
    )
    expect(shown(found)).toEqual(['2026-11-17T06:00:00.000Z 2026-11-17T14:00:00.000Z'])
    expect(found[0]!.zone).toBe('home')
  })

  test.each([
    ['06:00', '21:59', 15.983],
    ['06:00', '05:59', 23.983],
    ['06:00', '06:00', 24],
    ['06:00', '06:01', 0.017],
    ['00:00', '24:00', 24],
    ['00:00', '00:00', 24],
    ['22:00', '24:00', 2],
    ['22:00', '00:00', 2],
  ])('%s to %s is %d hours', (from, to, length) => {
    const [found] = compileSchedule(
      schedule(phoenix, [nightly(from, to, ['wed'])]),
      at('2026-11-18T00:00-07:00'),
      at('2026-11-19T00:00-07:00'),
    )
    expect(hours(found!)).toBeCloseTo(length, 2)
  })

  test('whole days that follow each other are one span, without an edge at midnight', () => {
    const found = compileSchedule(
      schedule(sacramento, [nightly('00:00', '24:00')]),
      at('2026-11-16T12:00-08:00'),
      at('2026-11-18T12:00-08:00'),
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.from).toBeLessThanOrEqual(at('2026-11-16T12:00-08:00'))
    expect(found[0]!.to).toBeGreaterThanOrEqual(at('2026-11-18T12:00-08:00'))
  })

  test('lines of one zone that overlap are one span; another zone keeps its own', () => {
    const found = compileSchedule(
      schedule(phoenix, [
        nightly('20:00', '23:00', ['wed']),
        nightly('22:00', '06:00', ['wed']),
        { zone: 'work', days: ['wed'], from: '08:00', to: '17:00' },
      ]),
      at('2026-11-18T00:00-07:00'),
      at('2026-11-19T00:00-07:00'),
    )
    expect(found.map(({ zone, ...span }) => [zone, hours(span)])).toEqual([
      ['home', 10],
      ['work', 9],
    ])
  })

  test.each([
    ['ends at from', '2026-11-17T06:00-08:00', '2026-11-17T12:00-08:00', 0],
    ['ends a millisecond after from', '2026-11-17T05:59:59.999-08:00', '2026-11-17T12:00-08:00', 1],
    ['begins at to', '2026-11-16T12:00-08:00', '2026-11-16T22:00-08:00', 0],
    ['begins a millisecond before to', '2026-11-16T12:00-08:00', '2026-11-16T22:00:00.001-08:00', 1],
  ])('a span that %s: half-open', (_, from, to, count) => {
    const found = compileSchedule(
      schedule(sacramento, [nightly('22:00', '06:00', ['mon'])]),
      at(from),
      at(to),
    )
    expect(found).toHaveLength(count)
    if (found[0]) expect(hours(found[0])).toBe(8)
  })
})

describe('clocks put forward (2026-03-08, 2:00 becomes 3:00 in Sacramento)', () => {
  const night = (from: string, to: string, timeZone = sacramento) =>
    compileSchedule(
      schedule(timeZone, [nightly(from, to, ['sun'])]),
      at('2026-03-08T08:00Z'),
      at('2026-03-09T06:00Z'),
    )

  test('hours across the change are an hour shorter', () => {
    expect(hours(night('00:00', '06:00')[0]!)).toBe(5)
  })
  test.each([
    ['01:59', '2026-03-08T09:59:00.000Z'],
    ['02:00', '2026-03-08T10:00:00.000Z'],
    ['02:30', '2026-03-08T10:00:00.000Z'],
    ['02:59', '2026-03-08T10:00:00.000Z'],
    ['03:00', '2026-03-08T10:00:00.000Z'],
    ['03:01', '2026-03-08T10:01:00.000Z'],
  ])('%s begins, and ends, at %s', (time, instant) => {
    expect(new Date(night(time, '06:00')[0]!.from).toISOString()).toBe(instant)
    expect(new Date(night('00:00', time)[0]!.to).toISOString()).toBe(instant)
  })
  test('hours that lie wholly in the gap are none', () => {
    expect(night('02:10', '02:50')).toEqual([])
  })
  test('Arizona has no change: the same hours are six', () => {
    expect(hours(night('00:00', '06:00', phoenix)[0]!)).toBe(6)
    expect(hours(night('02:10', '02:50', phoenix)[0]!)).toBeCloseTo(0.667, 2)
  })
  test('the whole day has 23 hours', () => {
    expect(hours(night('00:00', '24:00')[0]!)).toBe(23)
  })
})

describe('clocks put back (2026-11-01, 1:00 to 2:00 comes twice in Sacramento)', () => {
  const night = (from: string, to: string, timeZone = sacramento) =>
    compileSchedule(
      schedule(timeZone, [nightly(from, to, ['sun'])]),
      at('2026-11-01T07:00Z'),
      at('2026-11-02T06:00Z'),
    )

  test.each([
    ['00:59', '2026-11-01T07:59:00.000Z', '2026-11-01T07:59:00.000Z'],
    ['01:00', '2026-11-01T08:00:00.000Z', '2026-11-01T09:00:00.000Z'],
    ['01:30', '2026-11-01T08:30:00.000Z', '2026-11-01T09:30:00.000Z'],
    ['01:59', '2026-11-01T08:59:00.000Z', '2026-11-01T09:59:00.000Z'],
    ['02:00', '2026-11-01T10:00:00.000Z', '2026-11-01T10:00:00.000Z'],
  ])('%s begins at the first, %s, and ends at the second, %s', (time, begins, ends) => {
    expect(new Date(night(time, '06:00')[0]!.from).toISOString()).toBe(begins)
    expect(new Date(night('00:00', time)[0]!.to).toISOString()).toBe(ends)
  })
  test('hours that follow each other at such a time leave no gap', () => {
    const found = compileSchedule(
      schedule(sacramento, [nightly('00:00', '01:30', ['sun']), nightly('01:30', '06:00', ['sun'])]),
      at('2026-11-01T07:00Z'),
      at('2026-11-02T06:00Z'),
    )
    expect(found.map(hours)).toEqual([7])
  })
  test('the whole day has 25 hours, in Arizona 24', () => {
    expect(hours(night('00:00', '24:00')[0]!)).toBe(25)
    expect(hours(night('00:00', '24:00', phoenix)[0]!)).toBe(24)
  })
  test('22:00 to 06:00 over the night is nine hours', () => {
    const [found] = compileSchedule(
      schedule(sacramento, [nightly('22:00', '06:00', ['sat'])]),
      at('2026-11-01T05:00Z'),
      at('2026-11-01T12:00Z'),
    )
    expect(hours(found!)).toBe(9)
  })
})

describe('dated exceptions', () => {
  const thanksgiving = (exceptions: WeeklySchedule['exceptions']): Interval[] =>
    compileSchedule(
      schedule(phoenix, [nightly('22:00', '06:00')], { exceptions: exceptions! }),
      at('2026-11-26T12:00-07:00'),
      at('2026-11-27T12:00-07:00'),
    )

  test('replace the hours that begin on that day', () => {
    const found = thanksgiving([{ zone: 'home', date: '2026-11-26', from: '23:30', to: '05:00' }])
    expect(shown(found)).toEqual(['2026-11-27T06:30:00.000Z 2026-11-27T12:00:00.000Z'])
  })
  test('without hours take them away', () => {
    expect(thanksgiving([{ zone: 'home', date: '2026-11-26' }])).toEqual([])
  })
  test('the day before and the day after stay as they are', () => {
    for (const date of ['2026-11-25', '2026-11-27']) {
      expect(thanksgiving([{ zone: 'home', date }]).map(hours)).toEqual([8])
    }
  })
  test('several on one day count together', () => {
    const found = thanksgiving([
      { zone: 'home', date: '2026-11-26', from: '13:00', to: '15:00' },
      { zone: 'home', date: '2026-11-26', from: '20:00', to: '24:00' },
    ])
    expect(found.map(hours)).toEqual([2, 4])
  })
  test('of another zone change nothing here, and bring that zone its hours', () => {
    const found = thanksgiving([{ zone: 'church', date: '2026-11-26', from: '18:00', to: '19:00' }])
    expect(found.map(({ zone, ...span }) => [zone, hours(span)])).toEqual([
      ['home', 8],
      ['church', 1],
    ])
  })
})

describe('leave', () => {
  const leave = (timeZone: string, ...spans: [string, string][]) =>
    compileLeave(schedule(timeZone, [], { leave: spans.map(([from, to]) => ({ from, to })) }))

  test('without offset it is local time, with one it is that instant', () => {
    expect(leave(sacramento, ['2026-07-01T08:00', '2026-07-01T10:00'])).toEqual(
      leave(phoenix, ['2026-07-01T08:00-07:00', '2026-07-01T17:00Z']),
    )
  })
  test('leaves that overlap or touch are one', () => {
    const found = leave(
      phoenix,
      ['2026-07-01T10:00', '2026-07-01T12:00'],
      ['2026-07-01T08:00', '2026-07-01T10:00'],
      ['2026-07-01T11:00', '2026-07-01T11:30'],
      ['2026-07-01T12:00:00.001', '2026-07-01T13:00'],
    )
    expect(found.map(hours)).toEqual([4, expect.closeTo(1, 3)])
  })
  test('at a time that comes twice it begins at the first and ends at the second', () => {
    expect(leave(sacramento, ['2026-11-01T01:30', '2026-11-01T01:45']).map(hours)).toEqual([1.25])
  })
})

test('a wrong schedule throws, with the place and what is wrong', () => {
  const wrong = schedule('America/Sacramento', [])
  expect(() => compileSchedule(wrong, 0, 1)).toThrow('timeZone: There is no time zone "America/Sacramento".')
  expect(() => compileLeave(wrong)).toThrow('timeZone')
})
