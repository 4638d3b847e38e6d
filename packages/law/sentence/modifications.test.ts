import { describe, expect, test } from 'vitest'
import {
  booked,
  following,
  modification,
  obstacles,
  received,
  START,
  stepOf,
  worksheet,
} from '../testing/commitments.ts'

const thirty = booked({ id: 'a', length: { days: 30 }, creditDays: 2 })

describe('WAP-P1.3 a modification', () => {
  test('takes the place of what it modifies, the earlier kept', () => {
    const sheet = worksheet([thirty, modification('a', '2026-03-10', { id: 'm', length: { days: 20 } })])
    expect(sheet.adjustedDays).toBe(20)
    expect(sheet.superseded).toEqual([{ commitment: 'a', by: 'm', on: '2026-03-10' }])
    expect(sheet.bars.map((b) => b.commitment)).toEqual(['m'])
    expect(stepOf(sheet, 'm').reasons.map((r) => r.code)).toContain('sentence.from-modified')
  })

  test('what it does not state stands; credit is its own', () => {
    const sheet = worksheet([thirty, modification('a', '2026-03-10', { id: 'm', creditDays: 5 })])
    expect(stepOf(sheet, 'm')).toMatchObject({ start: START, termDays: 30, creditDays: 5, days: 25 })
  })

  test('a start and a relation that it states hold', () => {
    const other = booked({ id: 'b' })
    const moved = modification('a', '2026-03-10', { id: 'm', startsOn: '2026-04-01', length: { days: 3 } })
    expect(stepOf(worksheet([thirty, other, moved]), 'm').start).toBe('2026-04-01')
    const now = modification('b', '2026-03-10', { id: 'm', relation: 'consecutive', consecutiveTo: ['a'] })
    expect(() => worksheet([thirty, other, now])).toThrow('m start-contradicts-consecutive')
    const later = { ...other, startsOn: null, relation: 'consecutive' as const, consecutiveTo: ['a'] }
    const loosened = modification('b', '2026-03-10', { id: 'm', relation: 'concurrent', startsOn: START })
    expect(worksheet([thirty, later]).adjustedDays).toBe(38)
    expect(worksheet([thirty, later, loosened]).adjustedDays).toBe(28)
  })

  test('what followed the earlier one follows the modification', () => {
    const sheet = worksheet([
      thirty,
      following(['a'], { id: 'b' }),
      modification('a', '2026-03-10', { id: 'm', length: { days: 5 } }),
    ])
    expect(stepOf(sheet, 'b')).toMatchObject({ start: '2026-03-06', consecutiveTo: ['m'] })
    expect(sheet.adjustedDays).toBe(15)
  })

  test('the later of two holds, however they are chained', () => {
    const first = modification('a', '2026-03-10', { id: 'm1', length: { days: 20 } })
    const second = modification('a', '2026-03-12', { id: 'm2', length: { days: 15 } })
    expect(worksheet([thirty, second, first]).adjustedDays).toBe(15)
    const chained = { ...second, arrival: { kind: 'modification' as const, of: 'm1', on: '2026-03-10' } }
    const sheet = worksheet([thirty, chained, first])
    expect(sheet.adjustedDays).toBe(15)
    expect(sheet.superseded.map((s) => [s.commitment, s.by])).toEqual([
      ['a', 'm1'],
      ['m1', 'm2'],
    ])
  })

  test('of one received while active: it keeps its day of receipt', () => {
    const sheet = worksheet([
      booked({ id: 'a', length: { days: 20 } }),
      received('2026-03-25', 10, { id: 'b', length: { days: 30 } }),
      modification('b', '2026-04-01', { id: 'm', length: { days: 12 } }),
    ])
    expect(sheet.adjustedDays).toBe(22)
    expect(stepOf(sheet, 'm').start).toBe('2026-03-25')
  })

  test('of the booking after something was received: reckoned again from the start', () => {
    const sheet = worksheet([
      booked({ id: 'a', length: { days: 20 } }),
      received('2026-03-25', 10, { id: 'b', length: { days: 6 } }),
      modification('a', '2026-04-01', { id: 'm', length: { days: 12 } }),
    ])
    expect(sheet.adjustedDays).toBe(16)
  })
})

describe('modifications that cannot be put in order', () => {
  test.each([
    ['modifies-missing', [thirty, modification('x', '2026-03-10', { id: 'm' })], 'm'],
    [
      'modifies-cycle',
      [modification('n', '2026-03-10', { id: 'm' }), modification('m', '2026-03-10', { id: 'n' })],
      'm',
    ],
    [
      'modified-twice-on-one-day',
      [thirty, modification('a', '2026-03-10', { id: 'm' }), modification('a', '2026-03-10', { id: 'n' })],
      'n',
    ],
    [
      'modification-out-of-order',
      [thirty, modification('a', '2026-03-10', { id: 'm' }), modification('m', '2026-03-09', { id: 'n' })],
      'n',
    ],
  ])('%s', (code, commitments, about) => {
    expect(obstacles(commitments)).toContainEqual([about, code])
  })

  test('a commitment cannot be consecutive to what it modifies', () => {
    const self = modification('a', '2026-03-10', { id: 'm', relation: 'consecutive', consecutiveTo: ['a'] })
    expect(obstacles([thirty, self])).toEqual([['m', 'consecutive-cycle']])
  })
})
