import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdays } from '../../schedule/check-schedule.ts'
import { compileSchedule } from '../../schedule/index.ts'
import type { WeeklySchedule } from '../../types.ts'
import { slowlyInHours } from './slow-hours.ts'

const HOUR = 3_600_000
const two = (number: number) => String(number).padStart(2, '0')
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
const ending = fc.oneof(time, fc.constant('24:00'))
/** A year that has clocks put forward on March 8 and back on November 1. */
const firstDay = Date.parse('2026-01-05T00:00Z')
const date = fc
  .integer({ min: 0, max: 330 })
  .map((days) => new Date(firstDay + days * 24 * HOUR).toISOString().slice(0, 10))
const schedules: fc.Arbitrary<WeeklySchedule> = fc.record({
  timeZone: fc.constantFrom(
    'America/Los_Angeles',
    'America/Phoenix',
    'America/New_York',
    'UTC',
    'Asia/Kolkata',
  ),
  weekly: fc.array(
    fc.record({
      zone: fc.constantFrom('home', 'work'),
      days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
      from: time,
      to: ending,
    }),
    { maxLength: 4 },
  ),
  exceptions: fc.uniqueArray(
    fc.record(
      { zone: fc.constantFrom('home', 'work'), date, from: time, to: ending },
      { requiredKeys: ['zone', 'date', 'from', 'to'] },
    ),
    { maxLength: 4, selector: (line) => `${line.zone} ${line.date}` },
  ),
})

test('compiled hours are those a wall clock shows, but for the hour that clocks are put back', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 8 * 24 * 60 }), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(schedules, date, moments, (schedule, first, minutes) => {
      const from = Date.parse(`${first}T00:00Z`)
      const to = from + 8 * 24 * HOUR
      const compiled = compileSchedule(schedule, from, to)
      for (const minute of minutes) {
        const at = from + minute * 60_000
        if (at >= to || isPutBack(schedule.timeZone, at)) continue
        for (const zone of ['home', 'work']) {
          const fast = compiled.some((span) => span.zone === zone && span.from <= at && at < span.to)
          expect(`${new Date(at).toISOString()} ${zone} ${fast}`).toBe(
            `${new Date(at).toISOString()} ${zone} ${slowlyInHours(schedule, zone, at)}`,
          )
        }
      }
    }),
    { numRuns: 80, endOnFailure: true },
  )
})

/** In the United States of 2026, 1:00 to 2:00 on November 1 comes twice. */
function isPutBack(timeZone: string, at: number): boolean {
  const second: Record<string, string> = {
    'America/Los_Angeles': '2026-11-01T09:00Z',
    'America/New_York': '2026-11-01T06:00Z',
  }
  const change = second[timeZone]
  return change !== undefined && Math.abs(at - Date.parse(change)) < HOUR
}
