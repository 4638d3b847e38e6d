import { describe, expect, test } from 'vitest'
import { type PreparedArea, signedDistance } from '../geometry/index.ts'
import { areaOf } from '../settings/prepare.ts'
import {
  at,
  circle,
  fix,
  home,
  live,
  ofKind,
  place,
  play,
  school,
  setting,
  stay,
  tick,
  told,
} from '../testing/builders.ts'
import type { Settings, WeeklySchedule, Zone } from '../types.ts'

const DAY = 24 * 60
const set = (change: Partial<Settings>, minutes = -DAY) => setting(minutes, change)
const withZones = (...zones: Zone[]) => set({ zones })

describe('leaving an inclusion zone', () => {
  // How far a place 150 m east is outside of home, to the last digit.
  const outside = signedDistance(place(150), areaOf(home) as PreparedArea)

  test.each([
    [outside + 0.001, []],
    [outside, []],
    [outside - 0.001, ['zone-left 5']],
  ])('monitoring rule 3: beyond the line by more than the accuracy of %f m', (accuracy, expected) => {
    const path = [...stay(0, 5, 0), ...stay(5, 15, 150, { accuracy })]
    expect(told(live([withZones(home), ...path]))).toEqual(expected)
  })

  test.each([
    [2, []],
    [3, ['zone-left 5']],
    [4, ['zone-left 5']],
  ])('monitoring rule 3: confirmed by count, %i fixes of 3', (count, expected) => {
    const out = [5, 5.5, 6, 6.5].slice(0, count).map((minute) => fix(minute, 500))
    expect(told(live([withZones(home), ...stay(0, 5, 0), ...out]))).toEqual(expected)
  })

  test.each([
    [2.9, []],
    [3, ['zone-left 5']],
    [3.1, ['zone-left 5']],
  ])('monitoring rule 3: confirmed by time, two fixes %f minutes apart of 3', (minutes, expected) => {
    expect(told(live([withZones(home), ...stay(0, 5, 0), fix(5, 500), fix(5 + minutes, 500)]))).toEqual(
      expected,
    )
  })

  test.each([
    [14, 1],
    [15, 1],
    [16, 0],
  ])('field 6: two fixes outside %i minutes apart, of 15, prove the time between them', (minutes, count) => {
    const played = live([withZones(home), ...stay(0, 5, 0), fix(5, 500), fix(5 + minutes, -500)])
    expect(ofKind(played, 'zone-left')).toHaveLength(count)
  })

  test('monitoring rule 3: silence after one fix outside confirms nothing', () => {
    const played = live([withZones(home), ...stay(0, 5, 0), fix(5, 500), tick(10)])
    expect(played.alarms).toEqual([])
  })

  test('field 4: one fix inside breaks the row', () => {
    const drift = [fix(5, 500), fix(6, 500), fix(7, 0), fix(8, 500), fix(9, 500), fix(10, 0)]
    expect(live([withZones(home), ...stay(0, 5, 0), ...drift]).alarms).toEqual([])
  })

  test('field 4: a fix within its accuracy of the line neither counts nor breaks the row', () => {
    const out = [fix(5, 500), fix(5.5, 105), fix(6, 500), fix(6.5, 105), fix(7, 500)]
    expect(told(live([withZones(home), ...stay(0, 5, 0), ...out]))).toEqual(['zone-left 5'])
  })

  test('monitoring rule 3: a person on the line makes one alarm', () => {
    const swaying = Array.from({ length: 200 }, (_, i) => fix(10 + i, i % 2 === 0 ? 112 : 98))
    const played = live([withZones(home), ...stay(0, 5, 0), ...stay(5, 10, 130), ...swaying])
    expect(told(played)).toEqual(['zone-left 5'])
  })

  test('a missing accuracy is assumed and marked', () => {
    const unknown = stay(5, 10, 140).map(({ accuracy: _gone, ...rest }) => rest)
    const [left] = live([withZones(home), ...stay(0, 5, 0), ...unknown]).alarms
    expect(left!.evidence.fixes[0]).toMatchObject({ accuracy: 30, accuracyAssumed: true })
    const near = stay(5, 10, 129).map(({ accuracy: _gone, ...rest }) => rest)
    expect(live([withZones(home), ...stay(0, 5, 0), ...near]).alarms).toEqual([])
  })

  test('the buffer moves the line outward', () => {
    const wide = withZones({ ...home, buffer: 50 })
    expect(live([wide, ...stay(0, 5, 0), ...stay(5, 15, 159)]).alarms).toEqual([])
    expect(told(live([wide, ...stay(0, 5, 0), ...stay(5, 15, 161)]))).toEqual(['zone-left 5'])
  })

  test('the evidence shows fixes, distances, zone version, parameters, and why now', () => {
    const [left] = live([withZones(home), ...stay(0, 5, 0), ...stay(5, 15, 500)]).alarms
    expect(left).toMatchObject({
      key: `p|zone-left|home|${at(5)}`,
      at: at(5),
      confirmedAt: at(7),
      knownAt: at(7),
      late: false,
      withdrawn: false,
      severity: 'high',
      evidence: {
        why: '3 fit fixes in a row outside by more than their accuracy, over 120 s.',
        fixes: [{ key: 'f5/500' }, { key: 'f6/500' }, { key: 'f7/500' }],
        zoneVersion: 'home-1',
        parameters: { leaveFixes: 3, leaveSeconds: 180 },
      },
    })
    for (const one of left!.evidence.fixes) expect(one.distance).toBeCloseTo(400, 0)
  })

  test('the zone’s own numbers and severity take the place of the agency’s', () => {
    const own: Zone = { ...home, confirm: { fixes: 5, seconds: 0 }, severity: 'low' }
    expect(live([withZones(own), ...stay(0, 5, 0), ...stay(5, 9, 500)]).alarms).toEqual([])
    const [left] = live([withZones(own), ...stay(0, 5, 0), ...stay(5, 10, 500)]).alarms
    expect(left).toMatchObject({ kind: 'zone-left', severity: 'low' })
  })
})

describe('coming back', () => {
  const away = [withZones(home), ...stay(0, 5, 0), ...stay(5, 10, 500)]

  test.each([
    [1, ['zone-left 5']],
    [2, ['zone-left 5', 'returned 10']],
    [3, ['zone-left 5', 'returned 10']],
  ])('monitoring rule 3: confirmed by count, %i fixes of 2', (count, expected) => {
    const two = setting(-1, { parameters: { returnFixes: 2 } })
    expect(told(live([two, ...away, ...stay(10, 10 + count, 0)]))).toEqual(expected)
  })

  test('field 3: the return names the alarm that it ends', () => {
    const played = live([...away, ...stay(10, 15, 0)])
    const [left, returned] = played.alarms
    expect(returned).toMatchObject({ kind: 'returned', ends: left!.key, incident: left!.key, zone: 'home' })
  })

  test('field 1: leaving again within half an hour is the same incident', () => {
    const again = (minutes: number) => [
      ...stay(15, 10 + minutes, 0),
      ...stay(10 + minutes, 15 + minutes, 500),
    ]
    const incidents = (minutes: number) =>
      ofKind(live([...away, ...stay(10, 15, 0), ...again(minutes)]), 'zone-left').map((one) => one.incident)
    for (const [minutes, same] of [
      [29, true],
      [30, true],
      [31, false],
    ] as const) {
      const [first, second] = incidents(minutes)
      expect(first === second, `${minutes} minutes`).toBe(same)
    }
  })
})

describe('entering an exclusion zone', () => {
  const inside = -signedDistance(place(950), areaOf(school) as PreparedArea)

  test.each([
    [inside + 0.001, []],
    [inside, []],
    [inside - 0.001, ['zone-entered 5']],
  ])('EMP-8.2: within the line by more than the accuracy of %f m', (accuracy, expected) => {
    const path = [...stay(0, 5, 0), ...stay(5, 10, 950, { accuracy })]
    expect(told(live([withZones(school), ...path]))).toEqual(expected)
  })

  test('monitoring rule 3: an exclusion zone may alarm at the first fit fix', () => {
    const first = withZones({ ...school, confirm: { fixes: 1 } })
    expect(told(live([first, ...stay(0, 5, 0), fix(5, 1000)]))).toEqual(['zone-entered 5'])
    expect(live([withZones(school), ...stay(0, 5, 0), fix(5, 1000)]).alarms).toEqual([])
  })

  test('monitoring, leave: leave never suspends an exclusion zone, an officer’s exception does (EMP-8.3)', () => {
    const schedule: WeeklySchedule = {
      timeZone: 'UTC',
      weekly: [],
      leave: [{ from: '2026-11-23T11:00:00Z', to: '2026-11-23T18:00:00Z' }],
    }
    const path = [...stay(0, 5, 0), ...stay(5, 10, 1000)]
    expect(told(live([set({ zones: [home, school], schedule }), ...path]))).toEqual(['zone-entered 5'])
    const exceptions = [{ zone: 'school', from: at(-60), to: at(60) }]
    expect(live([set({ zones: [school], exceptions }), ...path]).alarms).toEqual([])
  })
})

describe('hours that begin', () => {
  // START is 12:00 UTC; the curfew begins at 12:10.
  const schedule: WeeklySchedule = {
    timeZone: 'UTC',
    weekly: [
      { zone: 'home', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '12:10', to: '13:00' },
    ],
  }
  const curfew = set({ zones: [home], schedule })

  test('monitoring rule 4: outside before and after is absent at the start', () => {
    const played = live([curfew, ...stay(0, 15, 500)])
    expect(told(played)).toEqual(['absent-at-start 10'])
    expect(played.alarms[0]!.confirmedAt).toBe(at(11))
  })

  test('field 5: there just before, outside after, has left', () => {
    expect(told(live([curfew, ...stay(0, 10, 0), ...stay(11, 18, 500)]))).toEqual(['zone-left 11'])
  })

  test('there in time: nothing', () => {
    expect(live([curfew, ...stay(0, 9, 500), ...stay(9, 30, 0)]).alarms).toEqual([])
  })

  test.each([
    [14, 'absent-at-start 10'],
    [15, 'absent-at-start 10'],
    [16, 'absent-at-start 26'],
  ])('monitoring rule 4: the first fix %i minutes after the start, of 15', (minutes, expected) => {
    const first = 10 + minutes
    expect(told(live([curfew, ...stay(first, first + 4, 500)]))).toEqual([expected])
  })

  test.each([
    [14, 2],
    [15, 2],
    [16, 3],
  ])('field 5: the last fix %i minutes before the start counts within 15', (minutes, needed) => {
    const before = [curfew, setting(-DAY, { level: 'passive' }, 'level'), fix(10 - minutes, 500)]
    expect(live([...before, ...stay(10, 10 + needed - 1, 500)]).alarms).toEqual([])
    expect(told(live([...before, ...stay(10, 10 + needed, 500)]))).toEqual(['absent-at-start 10'])
  })

  test('startGrace: how late one may come', () => {
    const grace = setting(-DAY, { parameters: { startGrace: 300 } }, 'grace')
    expect(live([curfew, grace, ...stay(0, 15, 500), ...stay(15, 20, 0)]).alarms).toEqual([])
    expect(told(live([curfew, grace, ...stay(0, 18, 500)]))).toEqual(['absent-at-start 10'])
  })

  test('hours that end while the person is out end the alarm; a tick is enough', () => {
    const played = live([curfew, ...stay(0, 10, 0), ...stay(11, 18, 500), tick(61)])
    expect(ofKind(played, 'cleared')[0]).toMatchObject({
      at: at(60),
      zone: 'home',
      ends: `p|zone-left|home|${at(11)}`,
    })
  })

  test('leave suspends the curfew, and who is not back when it ends was absent at the start', () => {
    const leave = [{ from: '2026-11-23T12:20:00Z', to: '2026-11-23T12:40:00Z' }]
    const onLeave = set({ zones: [home], schedule: { ...schedule, leave } })
    expect(live([onLeave, ...stay(0, 20, 0), ...stay(21, 38, 500), ...stay(38, 50, 0)]).alarms).toEqual([])
    expect(told(live([onLeave, ...stay(0, 20, 0), ...stay(21, 45, 500)]))).toEqual(['absent-at-start 40'])
  })

  test('a zone drawn around nobody: who is outside was absent from the start', () => {
    const drawn = setting(10, { zones: [home] })
    expect(told(live([...stay(0, 10, 500), drawn, ...stay(10, 15, 500)]))).toEqual(['absent-at-start 10'])
  })

  test('monitoring rule 1: the zones in force at event time decide', () => {
    const moved = setting(20, { zones: [circle('home', 'inclusion', 500, 100)] })
    const path = [set({ zones: [home] }), ...stay(0, 20, 0), ...stay(20, 30, 500)]
    expect(told(live(path))).toEqual(['zone-left 20'])
    expect(play([path, [moved]]).alarms).toEqual([])
  })

  test('a zone that no schedule names binds always if exclusion, never beside a named inclusion zone', () => {
    const work = circle('work', 'inclusion', 5000, 100)
    const named = set({ zones: [home, work, school], schedule })
    expect(live([named, ...stay(0, 40, 0)]).alarms).toEqual([])
    expect(told(live([named, ...stay(0, 5, 1000)]))).toEqual(['zone-entered 0'])
  })

  test('nothing is judged while the unit is not worn', () => {
    const off = setting(4, { worn: false })
    const on = setting(30, { worn: true })
    const played = live([withZones(home), ...stay(0, 4, 0), off, ...stay(5, 30, 500), on, ...stay(30, 40, 0)])
    expect(played.alarms).toEqual([])
  })
})

describe('templates (EMP-8.3)', () => {
  const library = {
    'schools@1': {
      id: 'schools',
      version: '1',
      zones: [circle('s1', 'exclusion', 1000, 100), circle('s2', 'exclusion', 9000, 100, { buffer: 50 })],
    },
  }
  const templates = set({ templates: ['schools@1'] })
  const walk = (inputs: Parameters<typeof live>[0]) =>
    told(
      play(
        inputs.map((one) => [one]),
        undefined,
        library,
      ),
    )

  test('drawn once, binding here', () => {
    expect(walk([templates, ...stay(0, 3, 0), ...stay(3, 8, 1000), ...stay(8, 12, 0)])).toEqual([
      'zone-entered 3',
      'returned 8',
    ])
  })

  test('with its buffer', () => {
    expect(walk([templates, ...stay(0, 3, 9141)])).toEqual([])
    expect(walk([templates, ...stay(0, 3, 9139)])).toEqual(['zone-entered 0'])
  })

  test('an officer’s exception for this person, such as the own school', () => {
    const exceptions = [{ zone: 's1', from: at(-60), to: at(600) }]
    const own = set({ templates: ['schools@1'], exceptions })
    expect(walk([own, ...stay(0, 3, 0), ...stay(3, 8, 1000)])).toEqual([])
  })

  test('a set that is not in the library is set aside, with the reason', () => {
    const out = play([[set({ templates: ['parks@1'] })]])
    expect(out.setAside).toEqual(['bad-setting'])
  })
})
