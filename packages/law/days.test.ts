import { expect, test } from 'vitest'
import { addDays, daysBetween, holdsOn, isDay } from './days.ts'

test('a day is one that exists, in full', () => {
  for (const day of ['2026-03-02', '2024-02-29', '0001-01-01']) expect(isDay(day)).toBe(true)
  for (const text of ['2026-02-29', '2026-3-2', '2026-03-02T00:00', '+002026-03-02', '', '2026-13-01'])
    expect(isDay(text)).toBe(false)
})

test('days are counted across months, years and the change of the clocks', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1)
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
})

test('a span holds from its first day to the day before it ends', () => {
  expect(holdsOn('2026-03-01', '2026-03-02', null)).toBe(false)
  expect(holdsOn('2026-03-02', '2026-03-02', null)).toBe(true)
  expect(holdsOn('2026-03-31', '2026-03-02', '2026-04-01')).toBe(true)
  expect(holdsOn('2026-04-01', '2026-03-02', '2026-04-01')).toBe(false)
})
