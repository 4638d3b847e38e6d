import { describe, expect, test } from 'vitest'
import { timeSeenFrom } from './format.ts'

const office = 'America/Los_Angeles'
const seen = (instant: string, locale = 'en-US') => timeSeenFrom('2026-11-22', instant, office, locale)

describe('an instant as it is read on the office’s day', () => {
  test('on that day its time alone, from midnight to midnight at the office', () => {
    expect(seen('2026-11-22T08:00:00Z')).toBe('12:00 a.m.')
    expect(seen('2026-11-23T07:59:59Z')).toBe('11:59 p.m.')
  })

  test('on the day before and the day after with its day', () => {
    expect(seen('2026-11-22T07:59:59Z')).toBe('Sat, Nov 21, 11:59 p.m.')
    expect(seen('2026-11-23T08:00:00Z')).toBe('Mon, Nov 23, 12:00 a.m.')
    expect(seen('2026-11-22T07:59:59Z', 'es-US')).toMatch(/^sáb, 21 de nov, /)
  })

  test('in another year with the year', () => {
    expect(seen('2025-12-31T20:00:00Z')).toBe('Wed, Dec 31, 2025, 12:00 p.m.')
  })
})
