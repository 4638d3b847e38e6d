import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { hoursTrouble, planOn, type SlotPlan, slotsOn } from './slots.ts'

const zone = 'America/Los_Angeles'
const monday = Temporal.PlainDate.from('2026-03-02')
const plan = (more: Partial<SlotPlan> = {}): SlotPlan => ({
  fromDay: Temporal.PlainDate.from('2026-01-01'),
  slotMinutes: 60,
  capacity: 2,
  hours: [{ weekday: 1, opens: '08:00', closes: '10:00' }],
  ...more,
})
const starts = (slots: { startsAt: Temporal.Instant }[]) => slots.map((slot) => slot.startsAt.toString())

describe('slots of a day', () => {
  test('WAP-APPT.1 the hours of the weekday, cut into slots, in the time zone of the office', () => {
    expect(starts(slotsOn(plan(), monday, zone))).toEqual(['2026-03-02T16:00:00Z', '2026-03-02T17:00:00Z'])
  })

  test('another weekday has none, and neither has an office without hours', () => {
    expect(slotsOn(plan(), monday.add({ days: 1 }), zone)).toEqual([])
    expect(slotsOn(null, monday, zone)).toEqual([])
  })

  test.each([
    ['below', '08:59', 0],
    ['at', '09:00', 1],
    ['above', '09:01', 1],
  ])('a slot that would end after closing is not one: closing %s its end', (_, closes, count) => {
    const hours = [{ weekday: 1 as const, opens: '08:00', closes }]
    expect(slotsOn(plan({ hours }), monday, zone)).toHaveLength(count)
  })

  test('morning and afternoon come in order, however they were typed', () => {
    const hours = [
      { weekday: 1 as const, opens: '13:00', closes: '14:00' },
      { weekday: 1 as const, opens: '08:00', closes: '09:00' },
    ]
    expect(starts(slotsOn(plan({ hours }), monday, zone))).toEqual([
      '2026-03-02T16:00:00Z',
      '2026-03-02T21:00:00Z',
    ])
  })

  test('the clocks go forward: eight in the morning stays eight in the morning', () => {
    const after = Temporal.PlainDate.from('2026-03-09')
    expect(starts(slotsOn(plan(), after, zone))[0]).toBe('2026-03-09T15:00:00Z')
  })
})

describe('the plan in force', () => {
  const first = plan()
  const second = plan({ fromDay: Temporal.PlainDate.from('2026-03-02'), capacity: 5 })

  test.each([
    ['the day before', '2026-03-01', first],
    ['the first day', '2026-03-02', second],
    ['the day after', '2026-03-03', second],
  ])('holds from its first day on: %s', (_, day, expected) => {
    expect(planOn([second, first], Temporal.PlainDate.from(day))).toBe(expected)
  })

  test('before any plan there is none', () => {
    expect(planOn([first], Temporal.PlainDate.from('2025-12-31'))).toBeNull()
  })

  test('of two for the same day the later entry holds', () => {
    const corrected = plan({ capacity: 9 })
    expect(planOn([first, corrected], monday)).toBe(corrected)
  })
})

describe('hours as typed', () => {
  test('nothing is wrong with a morning and an afternoon', () => {
    const hours = [
      { weekday: 1 as const, opens: '08:00', closes: '12:00' },
      { weekday: 1 as const, opens: '12:00', closes: '16:00' },
    ]
    expect(hoursTrouble(hours, 30)).toEqual([])
  })

  test.each([
    ['closing before opening', { weekday: 1 as const, opens: '12:00', closes: '08:00' }, 'hours.1.closes'],
    ['shorter than a slot', { weekday: 2 as const, opens: '08:00', closes: '08:20' }, 'hours.1.closes'],
    ['overlapping', { weekday: 1 as const, opens: '11:00', closes: '13:00' }, 'hours.1.opens'],
  ])('%s is named where it stands', (_, wrong, path) => {
    const good = { weekday: 1 as const, opens: '08:00', closes: '12:00' }
    expect(hoursTrouble([good, wrong], 30).map((trouble) => trouble.path)).toEqual([path])
  })
})
