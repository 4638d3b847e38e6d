import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { csv, spoken } from './files.ts'

const lines = (value: string | number | Temporal.Instant | null, timeZone = 'America/Los_Angeles') =>
  csv([value], [{ title: 'Value', value: (each) => each }], timeZone)

describe('a list as CSV', () => {
  test('a moment stands as the clock of the office showed it, the hour that comes twice told apart', () => {
    const first = Temporal.Instant.from('2026-11-01T08:30:00Z')
    expect(lines(first)).toContain('\r\n2026-11-01T01:30:00-07:00\r\n')
    expect(lines(first.add({ hours: 1 }))).toContain('\r\n2026-11-01T01:30:00-08:00\r\n')
    expect(lines(first, 'America/Phoenix')).toContain('\r\n2026-11-01T01:30:00-07:00\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['@sum', "'@sum"],
    ['Cruz, "Li"', '"Cruz, ""Li"""'],
    ['two\nlines', '"two\nlines"'],
    [-2, '-2'],
    [null, ''],
  ])('%j stands as %s', (value, cell) => {
    expect(lines(value)).toBe(`\ufeffValue\r\n${cell}\r\n`)
  })

  test.each([
    ['zone-left', 'Zone left'],
    ['protocol:rf-out', 'Protocol RF out'],
    ['gps', 'GPS'],
    ['', ''],
  ])('the code %j is read as %j', (code, words) => {
    expect(spoken(code)).toBe(words)
  })
})
