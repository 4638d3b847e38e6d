import { describe, expect, test } from 'vitest'
import { at, device, live, ofKind, setting } from '../testing/builders.ts'

const quiet = setting(-60, { parameters: { contactActive: 1e6 } })

/** Readings every half hour. */
const readings = (...levels: number[]) =>
  live([quiet, ...levels.map((alcohol, i) => device(i * 30, { event: 'alcohol', alcohol }))])

const events = (...levels: number[]) => ofKind(readings(...levels), 'alcohol-event')

describe('worn alcohol readings (monitoring, test units)', () => {
  test('a rise and a fall are a drinking event, at its first reading', () => {
    const [event] = events(0, 0.02, 0.05, 0.07, 0.05, 0.03, 0.01)
    expect(event).toMatchObject({ at: at(30), confirmedAt: at(150) })
    expect(event!.evidence.values).toMatchObject({ peak: 0.07, fellTo: 0.03 })
  })

  test.each([
    [[0, 0.05, 0.06, 0], 0],
    [[0, 0.05, 0.06, 0.05, 0], 1],
    [[0, 0.05, 0.06, 0.06, 0.05, 0], 1],
  ])('below, at and above three readings: %o', (levels, count) => {
    expect(events(...levels)).toHaveLength(count)
  })

  test.each([
    [0.019, 0],
    [0.02, 1],
    [0.021, 1],
  ])('readings of %f, level 0.02', (level, count) => {
    expect(events(0, level, level, level, 0)).toHaveLength(count)
  })

  test.each([
    [0.041, 0],
    [0.04, 1],
    [0.039, 1],
  ])('a fall from 0.08 to %f, of half', (level, count) => {
    expect(events(0, 0.05, 0.08, 0.07, level)).toHaveLength(count)
  })

  test('a rise without a fall is none yet', () => {
    expect(events(0, 0.03, 0.05, 0.07, 0.08)).toEqual([])
  })

  test('a covered sensor and tampering are told', () => {
    const played = live([device(1, { event: 'alcohol-obstructed' }), device(2, { event: 'alcohol-tamper' })])
    expect(played.alarms.map((one) => one.kind)).toEqual(['alcohol-obstructed', 'alcohol-tamper'])
  })
})
