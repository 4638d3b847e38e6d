import { describe, expect, test } from 'vitest'
import type { WeeklySchedule } from '../types.ts'
import { checkSchedule } from './check-schedule.ts'

const right = {
  timeZone: 'America/Los_Angeles',
  weekly: [{ zone: 'home', days: ['mon', 'tue'], from: '22:00', to: '06:00' }],
  exceptions: [{ zone: 'home', date: '2026-11-26' }],
  leave: [{ from: '2026-11-20T09:00', to: '2026-11-20T12:00-08:00', reason: 'clinic' }],
}
const weekly = (change: object) => ({ ...right, weekly: [{ ...right.weekly[0], ...change }] })
const dated = (...exceptions: object[]) => ({ ...right, exceptions })
const leave = (from: unknown, to: unknown) => ({ ...right, leave: [{ from, to }] })
const problemOf = (schedule: unknown, zones?: string[]) => checkSchedule(schedule as WeeklySchedule, zones)

describe('a schedule that is taken', () => {
  test.each<[string, unknown]>([
    ['with everything', right],
    ['with nothing but a time zone', { timeZone: 'America/Phoenix', weekly: [] }],
    ['in UTC', { timeZone: 'UTC', weekly: [] }],
    ['until 24:00', weekly({ to: '24:00' })],
    ['from 00:00', weekly({ from: '00:00' })],
    ['a day exception on a leap day', dated({ zone: 'home', date: '2028-02-29' })],
    ['leave of one minute', leave('2026-11-20T09:00', '2026-11-20T09:01')],
  ])('%s', (_, schedule) => {
    expect(problemOf(schedule)).toBeNull()
  })
})

describe('a schedule that is refused says what, where and what to do', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing', null, 'not-a-record', 'schedule'],
    ['a line that is text', { ...right, weekly: ['always'] }, 'not-a-record', 'weekly[0]'],
    ['an exception that is nothing', { ...right, exceptions: [null] }, 'not-a-record', 'exceptions[0]'],
    ['a leave that is a number', { ...right, leave: [7] }, 'not-a-record', 'leave[0]'],
    ['no time zone', { weekly: [] }, 'unknown-time-zone', 'timeZone'],
    ['an offset for a time zone', { timeZone: '-08:00', weekly: [] }, 'unknown-time-zone', 'timeZone'],
    [
      'a time zone that is not',
      { timeZone: 'Pacific/Standard', weekly: [] },
      'unknown-time-zone',
      'timeZone',
    ],
    ['no weekly list', { timeZone: 'UTC' }, 'not-a-list', 'weekly'],
    ['exceptions that are no list', { ...right, exceptions: {} }, 'not-a-list', 'exceptions'],
    ['no zone', weekly({ zone: '' }), 'no-zone', 'weekly[0].zone'],
    ['no days', weekly({ days: [] }), 'no-day', 'weekly[0].days'],
    ['a day that is not', weekly({ days: ['mon', 'monday'] }), 'unknown-day', 'weekly[0].days[1]'],
    ['24:00 for a beginning', weekly({ from: '24:00' }), 'not-a-time', 'weekly[0].from'],
    ['24:01', weekly({ to: '24:01' }), 'not-a-time', 'weekly[0].to'],
    ['23:60', weekly({ to: '23:60' }), 'not-a-time', 'weekly[0].to'],
    ['10 PM', weekly({ from: '10 PM' }), 'not-a-time', 'weekly[0].from'],
    ['6:00 without its zero', weekly({ to: '6:00' }), 'not-a-time', 'weekly[0].to'],
    ['February 30', dated({ zone: 'home', date: '2026-02-30' }), 'not-a-day', 'exceptions[0].date'],
    [
      'a day the American way',
      dated({ zone: 'home', date: '11/26/2026' }),
      'not-a-day',
      'exceptions[0].date',
    ],
    [
      'a beginning without end',
      dated({ zone: 'home', date: '2026-11-26', from: '20:00' }),
      'half-given',
      'exceptions[0]',
    ],
    [
      'an end without beginning',
      dated({ zone: 'home', date: '2026-11-26', to: '20:00' }),
      'half-given',
      'exceptions[0]',
    ],
    [
      'no hours and hours on one day',
      dated(
        { zone: 'home', date: '2026-11-26', from: '20:00', to: '22:00' },
        { zone: 'home', date: '2026-11-26' },
      ),
      'contradicts',
      'exceptions[1]',
    ],
    ['leave by days alone', leave('2026-11-20', '2026-11-22'), 'not-a-time', 'leave[0].from'],
    [
      'leave on a day that is not',
      leave('2026-02-30T09:00', '2026-03-01T09:00'),
      'not-a-time',
      'leave[0].from',
    ],
    [
      'leave at 25:00 with an offset',
      leave('2026-11-20T09:00', '2026-11-20T25:00Z'),
      'not-a-time',
      'leave[0].to',
    ],
    [
      'leave that ends when it begins',
      leave('2026-11-20T09:00', '2026-11-20T09:00'),
      'ends-before-it-begins',
      'leave[0]',
    ],
    [
      'leave that ends before',
      leave('2026-11-20T09:00', '2026-11-20T08:59'),
      'ends-before-it-begins',
      'leave[0]',
    ],
  ])('%s', (_, schedule, code, where) => {
    const problem = problemOf(schedule)
    expect(problem).toMatchObject({ code, where })
    expect(problem!.what).toMatch(/\.$/)
    expect(problem!.whatToDo).toMatch(/\.$/)
  })

  test('a zone that is not there, where the zones are given', () => {
    expect(problemOf(right, ['home'])).toBeNull()
    expect(problemOf(right, ['work'])).toMatchObject({ code: 'unknown-zone', where: 'weekly[0].zone' })
  })
})
