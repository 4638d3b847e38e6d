import { describe, expect, test } from 'vitest'
import { computeSentence, say } from '../index.ts'
import { booked, following, START, stepOf, worksheet } from '../testing/commitments.ts'
import { wap } from '../testing/wap.ts'
import type { Length } from '../types.ts'

describe('WAP-SENT.4 one term', () => {
  test('the first day counts: ten days from March 1 end on March 10', () => {
    const sheet = worksheet([booked({ id: 'a' })])
    expect(sheet).toMatchObject({ adjustedDays: 10, releaseDate: '2026-03-10', daysLeft: 10 })
    expect(sheet.bars).toEqual([{ commitment: 'a', docket: 'docket a', start: START, end: '2026-03-10' }])
    expect(sheet.notes.map((n) => n.code)).toContain('sentence.note.first-day')
  })

  test('one day begins and ends on the same day', () => {
    expect(worksheet([booked({ id: 'a', length: { days: 1 } })]).releaseDate).toBe(START)
  })

  test.each<[Length, string, number, string]>([
    [{ months: 1 }, '2026-01-31', 28, '2026-02-27'],
    [{ months: 1 }, '2024-01-31', 29, '2024-02-28'],
    [{ months: 1 }, '2026-02-01', 28, '2026-02-28'],
    [{ months: 1 }, '2026-03-15', 31, '2026-04-14'],
    [{ months: 6 }, '2026-03-01', 184, '2026-08-31'],
    [{ years: 1 }, '2026-03-01', 365, '2027-02-28'],
    [{ years: 1 }, '2023-03-01', 366, '2024-02-29'],
    [{ years: 1 }, '2024-02-29', 365, '2025-02-27'],
    [{ years: 1, months: 1, days: 1 }, '2026-03-01', 397, '2027-04-01'],
    [{ months: 1, days: 3 }, '2026-01-31', 31, '2026-03-02'],
  ])('years and months by the calendar: %j from %s is %i days, to %s', (length, startsOn, days, end) => {
    const sheet = worksheet([booked({ id: 'a', length, startsOn })])
    expect(sheet.adjustedDays).toBe(days)
    expect(sheet.releaseDate).toBe(end)
    expect(stepOf(sheet, 'a').reasons.map((r) => r.code)).toContain('sentence.calendar-term')
  })

  test.each([
    [9, 1, '2026-03-01'],
    [10, 0, null],
    [11, 0, null],
  ])('credit of %i on ten days leaves %i, never below zero', (creditDays, days, end) => {
    const sheet = worksheet([booked({ id: 'a', creditDays })])
    expect(sheet).toMatchObject({ adjustedDays: days, releaseDate: end })
    expect(stepOf(sheet, 'a')).toMatchObject({ termDays: 10, creditDays, days, end })
    expect(sheet.bars).toHaveLength(days === 0 ? 0 : 1)
  })

  test('credit is cited, and said when it covers the term', () => {
    const credit = (creditDays: number) =>
      stepOf(worksheet([booked({ id: 'a', creditDays })]), 'a').reasons.map((r) => [r.code, r.clause])
    expect(credit(0)).toEqual([['sentence.concurrent-unstated', 'WAP-SENT.5']])
    expect(credit(3)[1]).toEqual(['sentence.credit', 'WAP-SENT.4'])
    expect(credit(10)[1]).toEqual(['sentence.credit-covers', 'WAP-SENT.4'])
  })
})

describe('WAP-SENT.5 concurrent', () => {
  test('what says nothing is concurrent; what says so, as it states', () => {
    const sheet = worksheet([booked({ id: 'a' }), booked({ id: 'b', relation: 'concurrent' })])
    expect(sheet.adjustedDays).toBe(10)
    expect(stepOf(sheet, 'a').reasons[0]).toMatchObject({
      code: 'sentence.concurrent-unstated',
      clause: 'WAP-SENT.5',
    })
    expect(stepOf(sheet, 'b').reasons[0]).toMatchObject({ code: 'sentence.concurrent', clause: 'WAP-SENT.4' })
  })

  test('the longer of two from the same day', () => {
    const sheet = worksheet([booked({ id: 'a' }), booked({ id: 'b', length: { days: 25 } })])
    expect(sheet).toMatchObject({ adjustedDays: 25, releaseDate: '2026-03-25' })
  })

  test('credit counts on its own commitment only', () => {
    const sheet = worksheet([booked({ id: 'a', length: { days: 30 }, creditDays: 25 }), booked({ id: 'b' })])
    expect(sheet).toMatchObject({ adjustedDays: 10, releaseDate: '2026-03-10' })
  })

  test('WAP-DEF.1 overlapping terms from different days: the days any of them covers, with a note', () => {
    const sheet = worksheet([
      booked({ id: 'a', length: { days: 30 } }),
      booked({ id: 'b', length: { days: 30 }, startsOn: '2026-03-15' }),
    ])
    expect(sheet).toMatchObject({ adjustedDays: 44, releaseDate: '2026-04-13' })
    const note = sheet.notes.find((n) => n.code === 'sentence.note.starts-differ')!
    expect(note).toMatchObject({ own: true, values: { apart: 44, together: 30 } })
    expect(say('en', note.code, note.values)).toContain('they cover 44 days; begun together they would be 30')
  })

  test('terms that do not meet: the days between are not served', () => {
    const sheet = worksheet([booked({ id: 'a' }), booked({ id: 'b', startsOn: '2026-03-21' })])
    expect(sheet).toMatchObject({ adjustedDays: 20, releaseDate: '2026-03-30' })
  })
})

describe('WAP-SENT.4 consecutive', () => {
  test('starts the day after the other ends', () => {
    const sheet = worksheet([booked({ id: 'a' }), following(['a'], { id: 'b', length: { days: 5 } })])
    expect(sheet).toMatchObject({ adjustedDays: 15, releaseDate: '2026-03-15' })
    expect(stepOf(sheet, 'b')).toMatchObject({ start: '2026-03-11', end: '2026-03-15', consecutiveTo: ['a'] })
    expect(stepOf(sheet, 'b').reasons[0]).toMatchObject({
      code: 'sentence.consecutive',
      clause: 'WAP-SENT.4',
    })
    expect(sheet.notes.map((n) => n.code)).not.toContain('sentence.note.starts-differ')
  })

  test('credit on the first moves the second forward', () => {
    const sheet = worksheet([booked({ id: 'a', creditDays: 4 }), following(['a'], { id: 'b' })])
    expect(stepOf(sheet, 'b').start).toBe('2026-03-07')
    expect(sheet.adjustedDays).toBe(16)
  })

  test('when credit covers the first, the second starts where the first would have', () => {
    const sheet = worksheet([booked({ id: 'a', creditDays: 10 }), following(['a'], { id: 'b' })])
    expect(stepOf(sheet, 'b').start).toBe(START)
    expect(sheet.adjustedDays).toBe(10)
  })

  test('to the only other one, where it does not say to which', () => {
    const sheet = worksheet([booked({ id: 'a' }), following([], { id: 'b' })])
    expect(stepOf(sheet, 'b')).toMatchObject({ start: '2026-03-11', consecutiveTo: ['a'] })
  })

  test('to several: after the last of them', () => {
    const sheet = worksheet([
      booked({ id: 'a' }),
      booked({ id: 'b', length: { days: 20 } }),
      following(['a', 'b'], { id: 'c' }),
    ])
    expect(stepOf(sheet, 'c').start).toBe('2026-03-21')
    expect(sheet.adjustedDays).toBe(30)
  })

  test('mixed: consecutive to one and concurrent to a longer one beside it', () => {
    const sheet = worksheet([
      booked({ id: 'a' }),
      booked({ id: 'b', length: { days: 20 } }),
      following(['a'], { id: 'c', length: { days: 15 } }),
    ])
    expect(stepOf(sheet, 'c')).toMatchObject({ start: '2026-03-11', end: '2026-03-25' })
    expect(sheet.adjustedDays).toBe(25)
  })

  test('a chain of three, the months taken where they fall', () => {
    const sheet = worksheet([
      booked({ id: 'a' }),
      following(['a'], { id: 'b', length: { months: 1 }, creditDays: 1 }),
      following(['b'], { id: 'c', length: { days: 5 } }),
    ])
    expect(stepOf(sheet, 'b')).toMatchObject({
      start: '2026-03-11',
      termDays: 31,
      end: '2026-04-09',
      days: 30,
    })
    expect(sheet).toMatchObject({ adjustedDays: 45, releaseDate: '2026-04-14' })
  })

  test('a stated start that agrees is taken; a later one holds, and is said (own)', () => {
    const stated = (startsOn: string) =>
      worksheet([booked({ id: 'a' }), following(['a'], { id: 'b', startsOn })])
    expect(stepOf(stated('2026-03-11'), 'b').reasons.map((r) => r.code)).toEqual(['sentence.consecutive'])
    const later = stated('2026-03-12')
    expect(stepOf(later, 'b').reasons[1]).toMatchObject({ code: 'sentence.start-later', own: true })
    expect(later).toMatchObject({ adjustedDays: 20, releaseDate: '2026-03-21' })
  })

  test('to one that is not here: from its stated start', () => {
    const sheet = worksheet([booked({ id: 'a', relation: 'consecutive', startsOn: '2026-04-01' })])
    expect(sheet).toMatchObject({ adjustedDays: 10, releaseDate: '2026-04-10' })
    expect(stepOf(sheet, 'a').reasons[0]).toMatchObject({
      code: 'sentence.consecutive-start-stated',
      own: true,
    })
  })
})

describe('what the worksheet carries', () => {
  test('a docket number that is still to be asked for does not stand in the way', () => {
    expect(worksheet([booked({ id: 'a', docket: '' })]).adjustedDays).toBe(10)
  })

  test('days served and left, never below zero, with a note when more was served', () => {
    const left = (daysServed: number) => worksheet([booked({ id: 'a' })], { daysServed })
    expect(left(9)).toMatchObject({ daysServed: 9, daysLeft: 1 })
    expect(left(10).daysLeft).toBe(0)
    expect(left(10).notes.map((n) => n.code)).not.toContain('sentence.note.served-more')
    expect(left(11).daysLeft).toBe(0)
    expect(left(11).notes.at(-1)).toMatchObject({ code: 'sentence.note.served-more', values: { days: 1 } })
  })

  test('terms that start on one day stand in the order of their ids, others in that of their start', () => {
    const from = (id: string, startsOn: string) => booked({ id, startsOn })
    const given = [from('d', '2026-03-02'), from('c', START), from('a', '2026-03-05'), from('b', START)]
    expect(worksheet(given).bars.map((bar) => bar.commitment)).toEqual(['b', 'c', 'd', 'a'])
  })

  test('steps in order of start, totals after, every clause cited once in the policy’s order', () => {
    const sheet = worksheet([following(['a'], { id: 'b' }), booked({ id: 'a', creditDays: 2 })])
    expect(sheet.steps.map((s) => (s.kind === 'term' ? s.commitment : s.code))).toEqual([
      'a',
      'b',
      'sentence.total.union',
      'sentence.total.adjusted',
    ])
    expect(sheet.clauses).toEqual(['WAP-DEF.1', 'WAP-SENT.4', 'WAP-SENT.5', 'WAP-GT.1'])
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet)
  })
})

describe('WAP-GT.1 good time has nowhere to go', () => {
  test.each(['goodTimeDays', 'workTimeDays', 'conductCredit'])('%s is not a field', (field) => {
    const commitment = { ...booked({ id: 'a' }), [field]: 3 }
    const input = { commitments: [commitment], daysServed: 0, asOf: START }
    expect(() => computeSentence(wap, input)).toThrow(`commitments[0].${field}: is not a field here`)
    const outside = { commitments: [booked({ id: 'a' })], daysServed: 0, asOf: START, [field]: 3 }
    expect(() => computeSentence(wap, outside)).toThrow(`${field}: is not a field here`)
  })

  test('every worksheet says so', () => {
    expect(worksheet([booked({ id: 'a' })]).notes).toContainEqual(
      expect.objectContaining({ code: 'sentence.note.no-good-time', clause: 'WAP-GT.1' }),
    )
  })
})
