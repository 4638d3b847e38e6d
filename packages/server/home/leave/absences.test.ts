import { checkSchedule } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { absencesOf, datesOf, instantOf } from './absences.ts'
import { leaveDates } from './ask-leave.ts'

const zone = 'America/Los_Angeles'
const at = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)
const evening = {
  kind: 'treatment',
  from: '2026-11-23T18:00',
  to: '2026-11-23T20:00',
  repeatDays: ['mon', 'thu'],
  repeatUntil: day('2026-12-03'),
}

describe('the single absences of a leave', () => {
  test('one is itself, also over days', () => {
    const plan = { ...evening, to: '2026-11-25T09:00', repeatDays: [], repeatUntil: null }
    expect(datesOf(plan, zone).map(String)).toHaveLength(1)
  })

  test('a repeated one falls on its days, the last day among them', () => {
    expect(datesOf(evening, zone).map(({ from }) => from.toString())).toEqual([
      '2026-11-23T18:00:00',
      '2026-11-26T18:00:00',
      '2026-11-30T18:00:00',
      '2026-12-03T18:00:00',
    ])
  })

  test('a night ends on the next day each time', () => {
    const night = { ...evening, from: '2026-11-23T22:00', to: '2026-11-24T06:00' }
    expect(datesOf(night, zone)[1]!.to.toString()).toBe('2026-11-27T06:00:00')
  })

  test('the day it was asked for counts, named among those that repeat or not', () => {
    const tuesday = { ...evening, from: '2026-11-24T09:00', to: '2026-11-24T11:00', repeatDays: ['mon'] }
    expect(datesOf(tuesday, zone).map(({ from }) => from.toString())).toEqual([
      '2026-11-24T09:00:00',
      '2026-11-30T09:00:00',
    ])
  })
})

describe('a leave that is ended early', () => {
  const ended = (text: string) => absencesOf({ ...evening, endedAt: at(text) }, zone)
  const first = '2026-11-24T02:00:00Z'

  test.each([
    ['before it begins', '2026-11-24T01:59:59Z', 0],
    ['as it begins', first, 0],
    ['while it runs', '2026-11-24T03:00:00Z', 1],
    ['as it ends', '2026-11-24T04:00:00Z', 1],
  ])('%s', (_, text, left) => {
    expect(ended(text)).toHaveLength(left)
  })

  test('is cut at that moment; what was over stays whole', () => {
    expect(ended('2026-11-27T03:00:00Z')).toEqual([
      { from: '2026-11-23T18:00', to: '2026-11-23T20:00', reason: 'treatment' },
      { from: '2026-11-26T18:00', to: '2026-11-27T03:00:00Z', reason: 'treatment' },
    ])
  })
})

describe('local times where the clocks change', () => {
  const local = (text: string) => Temporal.PlainDateTime.from(text)
  test('what comes twice begins at the first and ends at the second', () => {
    expect(instantOf(local('2026-11-01T01:30'), zone, 'begins').toString()).toBe('2026-11-01T08:30:00Z')
    expect(instantOf(local('2026-11-01T01:30'), zone, 'ends').toString()).toBe('2026-11-01T09:30:00Z')
  })
  test('what does not exist is the moment after the gap', () => {
    for (const side of ['begins', 'ends'] as const)
      expect(instantOf(local('2026-03-08T02:30'), zone, side).toString()).toBe('2026-03-08T10:00:00Z')
  })
})

describe('EMP-1.2 the night on which the clocks are put forward', () => {
  const early = {
    kind: 'work',
    from: '2027-03-07T02:00',
    to: '2027-03-07T03:00',
    repeatDays: ['sun'],
    repeatUntil: day('2027-03-21'),
    endedAt: null,
  }
  const days = (leave: readonly { from: unknown }[]) => leave.map(({ from }) => String(from).slice(0, 10))

  test('an absence that they skip whole is left out, the others stay; the watch can work with them', () => {
    const left = ['2027-03-07', '2027-03-21']
    expect(days(datesOf(early, zone))).toEqual(left)
    const leave = absencesOf(early, zone)
    expect(days(leave)).toEqual(left)
    expect(checkSchedule({ timeZone: zone, weekly: [], leave })).toBeNull()
  })

  test('where no clock is put forward it stays', () => {
    expect(datesOf(early, 'America/Phoenix')).toHaveLength(3)
  })
})

describe('what makes no sense is told at its field', () => {
  const asked = { ...evening, kind: 'treatment' as const, repeatDays: ['mon' as const] }
  const pathOf = (change: Partial<typeof asked> | { repeatUntil: null }) => {
    try {
      leaveDates({ ...asked, ...change } as typeof asked, zone)
      return null
    } catch (error) {
      return (error as { fields: { path: string }[] }).fields[0]!.path
    }
  }
  const skipped = (from: string, to: string) => ({
    from: `2027-03-14T${from}`,
    to: `2027-03-14T${to}`,
    repeatUntil: day('2027-03-22'),
  })
  test.each([
    ['an end at the beginning', { to: asked.from }, 'to'],
    ['days without an end', { repeatUntil: null }, 'repeatUntil'],
    ['an end without days', { repeatDays: [] }, 'repeatDays'],
    ['24 hours that repeat', { to: '2026-11-24T18:00' }, null],
    ['a minute more', { to: '2026-11-24T18:01' }, 'to'],
    ['92 days ahead', { repeatUntil: day('2027-02-23') }, null],
    ['93 days ahead', { repeatUntil: day('2027-02-24') }, 'repeatUntil'],
    ['a time that the clocks skip', skipped('02:10', '02:50'), 'to'],
    ['up to the moment after it', skipped('02:10', '03:00'), 'to'],
    ['a minute more', skipped('02:10', '03:01'), null],
    ['no day among them', { repeatDays: ['sun' as const], repeatUntil: day('2026-11-24') }, 'repeatUntil'],
    ['the first day alone', { repeatDays: ['mon' as const], repeatUntil: day('2026-11-29') }, 'repeatUntil'],
    ['one more', { repeatDays: ['mon' as const], repeatUntil: day('2026-11-30') }, null],
    ['an end before the first day', { repeatUntil: day('2026-11-22') }, 'repeatUntil'],
  ])('%s', (_, change, path) => {
    expect(pathOf(change as never)).toBe(path)
  })
})
