import { describe, expect, test } from 'vitest'
import { evidenceDetectors, lineDetectors } from './detectors.ts'
import { keyOf } from './keys.ts'
import { decode } from './messages/codec.ts'
import { initialState } from './state.ts'
import { step } from './step.ts'
import {
  at,
  device,
  fix,
  home,
  live,
  ofKind,
  type Played,
  place,
  play,
  school,
  setting,
  stay,
  tick,
  told,
} from './testing/builders.ts'
import type { Input, Zone } from './types.ts'

const zones = setting(-60, { zones: [home, school] })
const left = [zones, ...stay(0, 5, 0), ...stay(5, 10, 500)]

describe('late data (monitoring rule 1, EMP-8.6)', () => {
  test('an alarm that only late evidence shows is found, and marked late', () => {
    const before = live([zones, ...stay(0, 5, 0), ...stay(20, 25, 0)])
    expect(before.alarms.filter((one) => one.kind === 'zone-left')).toEqual([])
    const after = play([stay(5, 15, 500).map((one) => ({ ...one, received: at(30) }))], before.state)
    expect(ofKind(after, 'zone-left')).toMatchObject([
      { at: at(5), knownAt: at(30), late: true, withdrawn: false },
    ])
  })

  test('an alarm that later evidence no longer supports is withdrawn, and told again when supported again', () => {
    const first = live([zones, ...stay(0, 5, 0), fix(5, 500), fix(7, 500), fix(9, 500)])
    expect(told(first)).toEqual(['zone-left 5'])
    const second = play([[fix(6, 0), fix(8, 0)]], first.state)
    expect(second.happenings.map((one) => [one.kind, one.withdrawn])).toEqual([['zone-left', true]])
    const third = play([[fix(8.2, 500), fix(8.4, 500)]], second.state)
    expect(third.happenings.map((one) => [one.kind, one.at, one.withdrawn])).toEqual([
      ['zone-left', at(8.2), false],
    ])
  })

  test.each([
    [4.9, false],
    [5, false],
    [5.1, true],
  ])('evidence that came %f minutes after it was measured, of 5', (minutes, late) => {
    const slow = (input: Input) => ({ ...input, received: input.at + minutes * 60_000 })
    const [alarm] = ofKind(play([left.map(slow)]), 'zone-left')
    expect(alarm!.late).toBe(late)
  })

  test('what was known keeps the time it was first known', () => {
    const first = live(left)
    const after = play([[fix(7.5, 501, { received: at(20) })]], first.state)
    expect(after.happenings).toEqual([])
    expect(
      after.state.evidence.stretches.flatMap(({ made }) => made).map((one) => one.happening.knownAt),
    ).toEqual([at(7)])
  })

  test.each([
    [119, []],
    [120, []],
    [121, ['too-late']],
  ])('%i minutes older than the newest, of 120', (minutes, aside) => {
    const { state } = live([zones, ...stay(0, 5, 0), fix(200, 0)])
    const after = play([[fix(200 - minutes, 50, { key: 'late' })]], state)
    expect(after.setAside).toEqual(aside)
    expect(after.state.aside).toEqual(aside.length > 0 ? { 'too-late': 1 } : {})
  })

  test('a setting dated back runs again what came after it', () => {
    const after = play(
      [[setting(4, { exceptions: [{ zone: 'home', from: at(4), to: at(60) }] }, 'back')]],
      live(left).state,
    )
    expect(after.happenings).toMatchObject([{ kind: 'zone-left', withdrawn: true }])
  })
})

describe('nothing has effect twice', () => {
  test('the same inputs again change nothing', () => {
    const once = live([...left, tick(30)])
    const again = play([left, [tick(30)]], once.state)
    expect(again.happenings).toEqual([])
    expect(again.state).toEqual(once.state)
  })

  test('a second record of the same second is an input of its own', () => {
    const twin = fix(3, 0, { key: 'twin', strap: true })
    expect(ofKind(live([...stay(0, 5, 0), twin]), 'strap')).toHaveLength(1)
  })

  test('keyOf: the same record the same key, another record of the same instant another', () => {
    const record = { at: at(0), lat: 38.58, lon: -121.49 }
    expect(keyOf('u', { ...record })).toBe(keyOf('u', { lon: -121.49, lat: 38.58, at: at(0) }))
    expect(keyOf('u', { ...record, strap: true })).not.toBe(keyOf('u', record))
    expect(keyOf('v', record)).not.toBe(keyOf('u', record))
    expect(keyOf('u', record)).toMatch(/^u:\d+:[0-9a-f]{16}$/)
  })
})

describe('settings', () => {
  test.each([
    [{ parameters: { leaveFixes: -1 } }, 'parameter leaveFixes'],
    [{ parameters: { leaveFixes: Number.NaN } }, 'parameter leaveFixes'],
    [
      { parameters: { nothing: 1 } as Record<string, number> },
      'parameter nothing: there is no such parameter',
    ],
    [{ parameters: { horizon: 1e308 } }, 'parameter horizon: it is 1e+308, and 604800 s is the most'],
    [
      { parameters: { accuracyLimit: 100_001 } },
      'parameter accuracyLimit: it is 100001, and 100000 m is the most',
    ],
    [{ schedule: { timeZone: 'Nowhere/Town', weekly: [] } }, 'schedule'],
    [
      { zones: [{ ...home, area: { kind: 'circle' as const, center: [-121, 95] as const, radius: 50 } }] },
      'zone home',
    ],
  ])('what cannot be used is set aside whole, with what is wrong: %o', (change, problem) => {
    const out = step(initialState('p'), [setting(0, change)])
    expect(out.setAside).toMatchObject([{ reason: 'bad-setting' }])
    expect(out.setAside[0]!.problem).toContain(problem)
    expect(out.state.settings).toEqual([])
  })

  test('dated further back than a run can go it holds from there on, but not over what is dated later', () => {
    const level = (minutes: number, say: 'active' | 'passive') =>
      setting(minutes, { level: say }, `level${minutes}`)
    const days = [
      zones,
      ...stay(0, 50, 0),
      level(50, 'passive'),
      ...stay(50, 100, 0),
      level(100, 'active'),
      ...stay(100, 300, 0),
    ]
    const first = live([...days, ...stay(300, 304, 500)])
    expect(told(first)).toEqual(['zone-left 300'])
    expect(first.state.settings.map((one) => one.key)).toEqual(['s-60', 'level100'])
    const excused = setting(
      10,
      { exceptions: [{ zone: 'home', from: at(10), to: at(600) }], level: 'passive' },
      'excused',
    )
    const after = play([[{ ...excused, received: at(305) }]], first.state)
    expect(after.happenings).toMatchObject([{ kind: 'zone-left', withdrawn: true }])
    expect(told(play([[tick(320)]], after.state))).toEqual(['no-contact 318'])
  })

  test('dated ahead it waits for its time', () => {
    const tomorrow = setting(10, { zones: [home] })
    expect(told(live([tomorrow, ...stay(0, 14, 500)]))).toEqual(['absent-at-start 10'])
  })

  test('of two of one date the one known later holds', () => {
    const early = { ...setting(-60, { zones: [home] }, 'z'), received: at(-50) }
    const later = { ...setting(-60, { zones: [] }, 'a'), received: at(-40) }
    expect(play([[later, early, ...stay(0, 5, 500)]]).alarms).toEqual([])
  })
})

describe('the state', () => {
  test('does not grow: what lies behind the horizon is let go', () => {
    const { state } = live([zones, ...stay(0, 600, 0)])
    const kept = state.pages.flatMap((page) => decode(page.text, page))
    expect(kept.length).toBeLessThanOrEqual(182)
    expect(kept.length).toBeGreaterThanOrEqual(120)
    for (const lane of [state.evidence, state.line]) expect(lane.stretches.length).toBeLessThanOrEqual(7)
  })

  test('at a fix a minute it is stored in twelve thousand characters, zones of some fifty corners among them', () => {
    const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7
    const corners = Array.from({ length: 48 }, (_, i) => {
      const { lat, lon } = place(
        3000 + 400 * Math.cos((Math.PI * i) / 24),
        400 * Math.sin((Math.PI * i) / 24),
      )
      return [rounded(lon), rounded(lat)] as const
    })
    const park: Zone = { id: 'park', rule: 'exclusion', area: { kind: 'polygon', coordinates: [corners] } }
    const unit = 'unit-4711'
    const minutes = stay(0, 600, 0).map((one, i) => {
      const { key: _key, received: _received, kind: _kind, ...told } = one
      const { lat, lon } = place(3 * (i % 11), 2 * (i % 13))
      const here = { lat: rounded(lat), lon: rounded(lon) }
      const record = { ...told, ...here, device: unit, battery: rounded(0.9 - (i % 500) / 1000) }
      return { ...one, ...record, key: keyOf(unit, record), received: one.at + 1234 }
    })
    let most = 0
    let { state } = live([setting(-10, { zones: [home, school, park] })])
    for (const minute of minutes) {
      state = step(state, [minute]).state
      most = Math.max(most, JSON.stringify(state).length)
    }
    expect(most).toBeLessThan(12_000)
  })

  test('in order nothing is run or written again: what was there is shared', () => {
    const { state } = live([zones, ...stay(0, 100, 0)])
    const next = step(state, [fix(100, 0)]).state
    expect(next.evidence.stretches[1]).toBe(state.evidence.stretches[1])
    expect(next.pages[0]).toBe(state.pages[0])
  })

  test('two at one instant: events before positions, whatever the order', () => {
    const fitting = fix(3, 0)
    const event = device(3, { event: 'base-moved' })
    const kept = (played: Played) => played.state.pages.flatMap((page) => decode(page.text, page))
    expect(kept(live([fitting, event]))).toEqual(kept(live([event, fitting])))
  })
})

test('the lists of detectors name each once', () => {
  const names = [...evidenceDetectors, ...lineDetectors].map((one) => one.name)
  expect(new Set(names).size).toBe(names.length)
})
