import { describe, expect, test } from 'vitest'
import { booked, following, obstacles, received, stepOf, worksheet } from '../testing/commitments.ts'

const base = booked({ id: 'a', length: { days: 20 } })

describe('WAP-SENT.6 received while active', () => {
  test('20 days, 10 served, then 10 concurrent: 20, not 30', () => {
    const sheet = worksheet([base, received('2026-03-25', 10, { id: 'b' })])
    expect(sheet).toMatchObject({
      adjustedDays: 20,
      daysLeft: 10,
      reading: 'days-owed',
      readings: { 'days-owed': 20, calendar: 30 },
      askOfficer: true,
    })
    expect(stepOf(sheet, 'b').reasons[0]).toMatchObject({
      code: 'sentence.concurrent-received',
      clause: 'WAP-SENT.6',
    })
    expect(sheet.notes.at(-1)).toMatchObject({ code: 'sentence.note.readings-differ', own: true })
  })

  test.each([
    [9, 20],
    [10, 20],
    [11, 21],
  ])('10 left, %i new: %i in all', (days, owed) => {
    const sheet = worksheet([base, received('2026-03-11', 10, { id: 'b', length: { days } })])
    expect(sheet.adjustedDays).toBe(owed)
  })

  test('readings that agree ask nobody', () => {
    const sheet = worksheet([base, received('2026-03-11', 10, { id: 'b' })])
    expect(sheet).toMatchObject({ askOfficer: false, readings: { 'days-owed': 20, calendar: 20 } })
    expect(sheet.steps.map((s) => (s.kind === 'term' ? s.commitment : s.code))).not.toContain(
      'sentence.total.calendar',
    )
  })

  test('the calendar reading, where the officer chose it', () => {
    const sheet = worksheet([base, received('2026-03-25', 10, { id: 'b' })], { reading: 'calendar' })
    expect(sheet).toMatchObject({ adjustedDays: 30, daysLeft: 20, reading: 'calendar', askOfficer: true })
  })

  test('the total says when, what was served and left', () => {
    const sheet = worksheet([base, received('2026-03-25', 12, { id: 'b' })])
    expect(sheet.steps).toContainEqual({
      kind: 'total',
      code: 'sentence.total.received',
      clause: 'WAP-SENT.6',
      own: true,
      days: 22,
      values: { on: '2026-03-25', served: 12, left: 8, days: 22 },
    })
  })

  test('credit on it comes off first', () => {
    const late = received('2026-03-25', 10, { id: 'b', length: { days: 15 }, creditDays: 6 })
    expect(worksheet([base, late]).adjustedDays).toBe(20)
    expect(worksheet([base, { ...late, creditDays: 4 }]).adjustedDays).toBe(21)
  })

  test('unless it states otherwise: consecutive to the active booking', () => {
    const sheet = worksheet([base, received('2026-03-25', 10, { id: 'b', relation: 'consecutive' })])
    expect(sheet).toMatchObject({ adjustedDays: 30, readings: { calendar: 30 }, askOfficer: false })
    expect(stepOf(sheet, 'b')).toMatchObject({ start: '2026-03-21', consecutiveTo: ['a'] })
  })

  test('consecutive to one commitment of the booking: after that one is served out', () => {
    const short = booked({ id: 's', length: { days: 8 } })
    const after = (served: number) =>
      worksheet([
        base,
        short,
        received('2026-03-25', served, { id: 'b', relation: 'consecutive', consecutiveTo: ['s'] }),
      ]).adjustedDays
    expect(after(5)).toBe(20)
    expect(after(8)).toBe(20)
    expect(after(12)).toBe(22)
  })

  test('two received on one day, one after the other', () => {
    const sheet = worksheet([
      base,
      received('2026-03-25', 10, { id: 'b', length: { days: 6 } }),
      received('2026-03-25', 10, { id: 'c', relation: 'consecutive', consecutiveTo: ['b'] }),
    ])
    expect(sheet.adjustedDays).toBe(26)
  })

  test('two received on different days, each beside what was left then', () => {
    const sheet = worksheet([
      base,
      received('2026-03-25', 10, { id: 'b', length: { days: 15 } }),
      received('2026-04-25', 20, { id: 'c', length: { days: 8 } }),
    ])
    expect(sheet.adjustedDays).toBe(28)
    expect(sheet.daysLeft).toBe(8)
  })

  test('with a start date of its own, the calendar reading and the release date use it', () => {
    const sheet = worksheet([base, received('2026-03-25', 10, { id: 'b', startsOn: '2026-03-15' })])
    expect(sheet).toMatchObject({ readings: { 'days-owed': 20, calendar: 24 }, releaseDate: '2026-03-24' })
  })

  test('on the last day of the booking there is nothing left to run beside', () => {
    expect(worksheet([base, received('2026-03-25', 20, { id: 'b' })]).adjustedDays).toBe(30)
  })
})

describe('what does not agree is asked', () => {
  test('more served than was owed when it came', () => {
    expect(obstacles([base, received('2026-03-25', 21, { id: 'b' })])).toEqual([
      ['b', 'served-more-than-owed'],
    ])
  })

  test('days served that go back between receipts', () => {
    const two = [base, received('2026-03-25', 10, { id: 'b' }), received('2026-03-26', 9, { id: 'c' })]
    expect(obstacles(two)).toEqual([['c', 'served-before-received-contradicts']])
  })

  test('two figures for one day', () => {
    const two = [base, received('2026-03-25', 10, { id: 'b' }), received('2026-03-25', 11, { id: 'c' })]
    expect(obstacles(two)).toEqual([['b', 'served-before-received-contradicts']])
  })

  test('fewer served now than when it came', () => {
    expect(obstacles([base, received('2026-03-25', 10, { id: 'b' })], { daysServed: 9 })).toEqual([
      [null, 'served-before-received-contradicts'],
    ])
    expect(obstacles([base, received('2026-03-25', 10, { id: 'b' })], { daysServed: 10 })).toEqual([])
  })

  test('a commitment of the booking cannot follow one that came later', () => {
    const two = [base, following(['b'], { id: 'f' }), received('2026-03-25', 10, { id: 'b' })]
    expect(obstacles(two)).toEqual([['f', 'consecutive-to-later']])
  })

  test('nor one received earlier follow one received later', () => {
    const early = received('2026-03-20', 10, { id: 'b', relation: 'consecutive', consecutiveTo: ['c'] })
    expect(obstacles([base, early, received('2026-03-25', 10, { id: 'c' })])).toEqual([
      ['b', 'consecutive-to-later'],
    ])
  })
})
