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
    expect(datesOf(plan).map(String)).toHaveLength(1)
  })

  test('a repeated one falls on its days, the last day among them', () => {
    expect(datesOf(evening).map(({ from }) => from.toString())).toEqual([
      '2026-11-23T18:00:00',
      '2026-11-26T18:00:00',
      '2026-11-30T18:00:00',
      '2026-12-03T18:00:00',
    ])
  })

  test('a night ends on the next day each time', () => {
    const night = { ...evening, from: '2026-11-23T22:00', to: '2026-11-24T06:00' }
    expect(datesOf(night)[1]!.to.toString()).toBe('2026-11-27T06:00:00')
  })

  test('the day it was asked for counts, named among those that repeat or not', () => {
    const tuesday = { ...evening, from: '2026-11-24T09:00', to: '2026-11-24T11:00', repeatDays: ['mon'] }
    expect(datesOf(tuesday).map(({ from }) => from.toString())).toEqual([
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

describe('what makes no sense is told at its field', () => {
  const asked = { ...evening, kind: 'treatment' as const, repeatDays: ['mon' as const] }
  const pathOf = (change: Partial<typeof asked> | { repeatUntil: null }) => {
    try {
      leaveDates({ ...asked, ...change } as typeof asked)
      return null
    } catch (error) {
      return (error as { fields: { path: string }[] }).fields[0]!.path
    }
  }
  test.each([
    ['an end at the beginning', { to: asked.from }, 'to'],
    ['days without an end', { repeatUntil: null }, 'repeatUntil'],
    ['an end without days', { repeatDays: [] }, 'repeatDays'],
    ['24 hours that repeat', { to: '2026-11-24T18:00' }, null],
    ['a minute more', { to: '2026-11-24T18:01' }, 'to'],
    ['92 days ahead', { repeatUntil: day('2027-02-23') }, null],
    ['93 days ahead', { repeatUntil: day('2027-02-24') }, 'repeatUntil'],
    ['no day among them', { repeatDays: ['sun' as const], repeatUntil: day('2026-11-24') }, 'repeatUntil'],
    ['the first day alone', { repeatDays: ['mon' as const], repeatUntil: day('2026-11-29') }, 'repeatUntil'],
    ['one more', { repeatDays: ['mon' as const], repeatUntil: day('2026-11-30') }, null],
    ['an end before the first day', { repeatUntil: day('2026-11-22') }, 'repeatUntil'],
  ])('%s', (_, change, path) => {
    expect(pathOf(change as never)).toBe(path)
  })
})
