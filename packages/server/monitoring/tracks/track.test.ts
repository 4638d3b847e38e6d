import { describe, expect, test } from 'vitest'
import { qualityOf } from './quality.ts'
import { stateOf } from './state.ts'
import { gapsOf, stopsOf, type TrackFix } from './track.ts'

const minute = 60_000
/** So many metres north of a place in Sacramento. */
const north = (metres: number) => 38.58 + metres / 111_195

const fix = (minutes: number, metres: number, more: Partial<TrackFix> = {}): TrackFix => ({
  at: minutes * minute,
  lat: north(metres),
  lon: -121.49,
  accuracy: 10,
  unfit: null,
  ...more,
})

describe('a stop', () => {
  test.each([
    [4, 0],
    [5, 1],
    [6, 1],
  ])('of %i minutes: %i', (minutes, stops) => {
    const there = Array.from({ length: minutes + 1 }, (_, i) => fix(i, 0))
    expect(stopsOf([...there, fix(20, 5000), fix(21, 6000)])).toHaveLength(stops)
  })

  test.each([
    [69, 1],
    [70, 1],
    [71, 2],
  ])('sixty metres and the accuracy of ten are the same place: %i m', (metres, stops) => {
    const first = Array.from({ length: 7 }, (_, i) => fix(i, 0))
    // The middle moves with each position: the second place is tried against the first alone.
    const second = [7, 8].map((at) => fix(at, metres))
    const track = stops === 1 ? [...first, second[0]!] : [...first, ...second, fix(14, metres)]
    expect(stopsOf(track)).toHaveLength(stops)
  })

  test('a place left for a single position is not left', () => {
    const [stop, ...others] = stopsOf([fix(0, 0), fix(2, 0), fix(4, 500), fix(6, 0), fix(8, 0)])
    expect(others).toEqual([])
    expect(stop).toMatchObject({ from: 0, to: 8 * minute, fixes: 4 })
    expect(stop!.lat).toBeCloseTo(38.58, 6)
  })

  test('positions that no decision may rest on move nobody', () => {
    const far = fix(3, 9000, { unfit: 'accuracy' })
    expect(stopsOf([fix(0, 0), far, { ...far, at: 4 * minute }, fix(6, 0)])).toMatchObject([
      { from: 0, to: 6 * minute, fixes: 2 },
    ])
  })
})

describe('a gap', () => {
  const worn = [{ from: 0, to: 60 * minute }]

  test.each([
    [14, 0],
    [15, 0],
    [16, 1],
  ])('of %i minutes where 15 are allowed: %i', (minutes, gaps) => {
    const track = [...every(0, 10), ...every(10 + minutes, 60)]
    expect(gapsOf(track, worn, 15)).toHaveLength(gaps)
  })

  test('at the beginning and at the end of the time worn shows too', () => {
    expect(gapsOf([fix(20, 0), fix(30, 0)], worn, 15)).toEqual([
      { from: 0, to: 20 * minute, before: null, after: [north(0), -121.49] },
      { from: 30 * minute, to: 60 * minute, before: [north(0), -121.49], after: null },
    ])
  })

  test('an unfit position ends no gap; what was measured before the fitting is nobody’s', () => {
    const track = [fix(-5, 0), fix(10, 0), fix(20, 0, { unfit: 'last-known' }), fix(30, 0), ...every(40, 60)]
    expect(gapsOf(track, worn, 12)).toMatchObject([{ from: 10 * minute, to: 30 * minute }])
  })
})

const every = (from: number, to: number): TrackFix[] =>
  Array.from({ length: to - from + 1 }, (_, i) => fix(from + i, 0))

describe('how well a unit did', () => {
  const worn = [{ from: 0, to: 10 * minute }]
  const received = (track: TrackFix[], delay = 2000) =>
    track.map((one) => ({ ...one, received: one.at + delay }))

  test('the share of minutes, the median accuracy, the longest gap, the clock', () => {
    const track = received([
      fix(0, 0, { accuracy: 5 }),
      fix(0.5, 0, { accuracy: 9 }),
      fix(1, 0, { accuracy: 30 }),
      fix(2, 0, { accuracy: 400, unfit: 'accuracy' }),
      fix(6, 0, { accuracy: 11 }),
    ])
    expect(qualityOf(track, worn)).toEqual({
      minutes: 10,
      minutesWithFix: 3,
      fixes: 5,
      unfit: 1,
      medianAccuracy: 10,
      longestGap: 5,
      late: 0,
      clockOffsetMs: 2000,
    })
  })

  test.each([
    [299, 0],
    [300, 0],
    [301, 1],
  ])('EMP-8.6 a position that came %i seconds after it was measured: %i late', (seconds, late) => {
    expect(qualityOf(received([fix(1, 0)], seconds * 1000), worn).late).toBe(late)
  })

  test('a unit that said nothing did nothing well', () => {
    expect(qualityOf([], worn)).toMatchObject({
      minutes: 10,
      minutesWithFix: 0,
      medianAccuracy: null,
      longestGap: 10,
    })
    expect(qualityOf([], [])).toMatchObject({ minutes: 0, clockOffsetMs: null })
  })
})

describe('the state on the map is the gravest that holds', () => {
  test.each([
    [['battery-low', 'strap'], 1, true, 'alarm'],
    [['battery-low', 'zone-left', 'case'], 0, true, 'tamper'],
    [['no-contact', 'absent-at-start'], 0, true, 'out-of-place'],
    [['battery-critical', 'battery-dead'], 0, true, 'silent'],
    [['no-position', 'battery-low'], 0, true, 'no-position'],
    [['battery-critical'], 0, true, 'battery'],
    [['power-lost'], 0, true, 'fine'],
    [[], 0, true, 'fine'],
    [[], 0, false, 'never-heard'],
  ] as const)('%j with %i alarms', (matters, alarms, isHeard, state) => {
    expect(stateOf({ matters, alarms, isHeard })).toBe(state)
  })
})
