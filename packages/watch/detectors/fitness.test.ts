import { describe, expect, test } from 'vitest'
import {
  at,
  circle,
  device,
  fix,
  home,
  live,
  ofKind,
  place,
  setting,
  stay,
  told,
} from '../testing/builders.ts'
import type { Fix } from '../types.ts'

const zones = setting(-60, { zones: [home] })
const away = (more: Partial<Fix>) => [zones, ...stay(0, 5, 0), ...stay(5, 15, 500, more)]

describe('what is unfit never alarms, and stays visible (monitoring rule 2)', () => {
  test.each([
    [99, ['zone-left 5']],
    [100, ['zone-left 5']],
    [101, []],
  ])('accuracy of %i m, limit 100', (accuracy, expected) => {
    const played = live(away({ accuracy }))
    expect(told(played)).toEqual(expected)
    expect(played.setAside).toEqual(expected.length > 0 ? [] : Array(10).fill('accuracy'))
  })

  test.each<[string, Partial<Fix>]>([
    ['no-position', { lat: null, lon: null }],
    ['zero-zero', { lat: 0, lon: 0 }],
    ['out-of-range', { lat: 91, lon: 10 }],
    ['out-of-range', { lat: 10, lon: -181 }],
    ['last-known', { lastKnown: true }],
  ])('%s: %o', (reason, more) => {
    const played = live(away(more))
    expect(played.alarms).toEqual([])
    expect(new Set(played.setAside)).toEqual(new Set([reason]))
    expect(played.state.evidence.head.aside).toEqual({ [reason]: 10 })
  })

  test('a fix of 1970 is set aside before it can move the horizon', () => {
    const played = live([zones, fix(0, 0), fix(1, 500, { at: 0, received: at(1) }), fix(2, 0)])
    expect(played.setAside).toEqual(['before-2000'])
    expect(played.state.evidence.head.at).toBe(at(2))
  })

  test.each([
    [119, []],
    [120, []],
    [121, ['future']],
  ])('a fix measured %i s after it came, of 120', (seconds, expected) => {
    const played = live([zones, fix(0, 0), fix(1, 0, { at: at(1) + seconds * 1000, received: at(1) })])
    expect(played.setAside).toEqual(expected)
  })

  test('a time that is no number is set aside', () => {
    expect(live([zones, fix(1, 0, { at: Number.NaN })]).setAside).toEqual(['bad-time'])
  })

  test('an alarm in a message without a usable position or time still counts', () => {
    expect(told(live([fix(1, 0, { lat: null, lon: null, strap: true })]))).toEqual(['strap 1'])
    expect(told(live([fix(1, 0, { lat: 0, lon: 0, case: true })]))).toEqual(['case 1'])
    expect(told(live([fix(1, 0, { at: 0, received: at(1), strap: true })]))).toEqual(['strap 1'])
    const event = { ...device(1, { event: 'strap' }), at: at(1_000_000) }
    expect(told(live([event]))).toEqual(['strap 1'])
  })
})

describe('impossible speed from both neighbours (monitoring rule 2)', () => {
  // With 10 m accuracy each, 70 m/s over 60 s reach 4220 m.
  const jump = (east: number) => live([zones, ...stay(0, 5, 0), fix(5, east), ...stay(6, 10, 0)])

  test.each([
    [4000, []],
    [4219, []],
    [4222, ['impossible-speed']],
  ])('%i m away for one fix', (east, expected) => {
    const played = jump(east)
    expect(played.setAside).toEqual(expected)
    expect(played.alarms).toEqual([])
  })

  test('until the next fix it may not alarm, even where the first fit fix would', () => {
    const zone = setting(-60, { zones: [circle('far', 'exclusion', 5000, 100, { confirm: { fixes: 1 } })] })
    expect(live([zone, ...stay(0, 5, 0), fix(5, 5000)]).alarms).toEqual([])
    expect(told(live([zone, ...stay(0, 5, 0), fix(5, 5000), fix(6, 5000)]))).toContain('zone-entered 5')
    expect(live([zone, ...stay(0, 5, 0), fix(5, 5000), fix(6, 0)]).alarms).toEqual([])
  })

  test('possible from the next, it was true: it counts from its own time', () => {
    const played = live([zones, ...stay(0, 5, 0), ...stay(5, 12, 5000)])
    expect(ofKind(played, 'zone-left')[0]!.at).toBe(at(5))
    expect(played.setAside).toEqual([])
  })

  test('two wild fixes in a row are both impossible', () => {
    const wild = [fix(5, 50_000), fix(6, -50_000), fix(7, 0)]
    expect(live([zones, ...stay(0, 5, 0), ...wild]).setAside).toEqual([
      'impossible-speed',
      'impossible-speed',
    ])
  })

  test('two records of one second are a second apart', () => {
    const twin = fix(4, 50, { key: 'twin' })
    expect(live([zones, ...stay(0, 5, 0), twin]).setAside).toEqual([])
    expect(place(50).lon).toBe(twin.lon)
  })
})
