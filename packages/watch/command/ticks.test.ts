import { expect, test } from 'vitest'
import { ticksBetween } from './ticks.ts'

test('each minute between, neither end', () => {
  expect(ticksBetween(0, 60_000)).toEqual([])
  expect(ticksBetween(0, 150_000)).toEqual([60_000, 120_000])
  expect(ticksBetween(30_000, 60_001)).toEqual([60_000])
})

test('ten years of silence are not a tick a minute, and the first hours are', () => {
  const ticks = ticksBetween(0, 10 * 365 * 86_400_000)
  expect(ticks.length).toBeLessThanOrEqual(3801)
  expect(ticks[1799]).toBe(1800 * 60_000)
})
