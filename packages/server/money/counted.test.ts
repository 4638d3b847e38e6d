import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { daysSupervised, type Step } from './counted.ts'

const day = (number: number) => Temporal.PlainDate.from('2026-03-01').add({ days: number })
const steps = (...taken: [Step['kind'], number][]): Step[] =>
  taken.map(([kind, on]) => ({ kind, on_day: day(on) }))
const counted = (today: number, ...taken: [Step['kind'], number][]) =>
  daysSupervised(steps(...taken), day(today))

describe('SCC-3.A1 days at home that are charged', () => {
  test('none before a unit is put on', () => expect(counted(9, ['opened', 0], ['accepted', 3])).toBe(0))
  test('the day of placement is one, today another', () => {
    expect(counted(4, ['placed', 4])).toBe(1)
    expect(counted(5, ['placed', 4])).toBe(2)
  })
  test('nothing after the last day', () => expect(counted(40, ['placed', 4], ['completed', 9])).toBe(6))
  test('time in custody is none; it goes on when the enrolment is reopened', () =>
    expect(counted(21, ['placed', 4], ['returned-to-court', 9], ['reopened', 20])).toBe(8))
  test('a day in custody and home again is one day', () =>
    expect(counted(10, ['placed', 4], ['returned-to-court', 9], ['reopened', 9])).toBe(7))
  test.each([
    [8, 5],
    [9, 6],
    [10, 6],
    [40, 6],
  ])('the sentence ends on day 9: by day %i there are %i', (today, days) =>
    expect(daysSupervised(steps(['placed', 4]), day(today), day(9))).toBe(days),
  )
  test('a completion that is recorded late adds none, and who is returned after the last day owes none for it', () => {
    expect(daysSupervised(steps(['placed', 4], ['completed', 12]), day(20), day(9))).toBe(6)
    const late = steps(['placed', 4], ['completed', 12], ['reopened', 14])
    expect(daysSupervised(late, day(20), day(9))).toBe(6)
  })
  test('a denial and its reopening begin nothing', () =>
    expect(counted(9, ['opened', 0], ['denied', 2], ['reopened', 3])).toBe(0))
})
