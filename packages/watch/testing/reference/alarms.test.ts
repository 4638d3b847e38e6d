import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialState } from '../../state.ts'
import { step } from '../../step.ts'
import type { Fix, Happening, Input, Settings, Span, WeeklySchedule, Zone } from '../../types.ts'
import { areasAt, position } from '../arbitraries.ts'
import { closestCall, depthOf, type FinishedTrack, type SlowAlarm, slowAlarms } from './slow-alarms.ts'
import { slowlyInHours } from './slow-hours.ts'

/** 400 tracks took half a minute and agreed; so many are enough to notice a change. */
const RUNS = 20
const LONG = 30_000
const MINUTE = 60_000
const START = Date.parse('2026-11-23T18:00:00Z')
const END = START + 8 * 60 * MINUTE
/** A zone that is always in force has no beginning: who is not there at first is absent from the first fix on. */
const ALWAYS = [{ from: 0, to: END }]
const place = { lat: 38.58, lon: -121.49 }
const kinds = new Set(['zone-left', 'zone-entered', 'absent-at-start', 'returned', 'zone-crossed'])

/** A person who stays, strolls and drives about a few hundred metres; units of different goodness. */
const walks = fc.array(
  fc.record({
    minutes: fc.constantFrom(1, 1, 1, 1, 2, 3, 7),
    go: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.integer({ min: -700, max: 700 }), fc.integer({ min: -700, max: 700 })),
      },
    ),
    drift: fc.tuple(fc.integer({ min: -15, max: 15 }), fc.integer({ min: -15, max: 15 })),
    accuracy: fc.constantFrom(5, 10, 25, undefined),
  }),
  { minLength: 10, maxLength: 35 },
)

function trackOf(walk: typeof walks extends fc.Arbitrary<infer W> ? W : never): FinishedTrack['fixes'] {
  let at = START
  let spot: readonly [number, number] = [0, 0]
  return walk.map(({ minutes, go, drift, accuracy }) => {
    at += minutes * MINUTE
    spot = go ?? spot
    const [lon, lat] = position(place, spot[0] + drift[0], spot[1] + drift[1])
    const key = String(at)
    return { kind: 'fix' as const, key, at, received: at, lat, lon, ...(accuracy ? { accuracy } : {}) }
  })
}

function watched(settings: Partial<Settings>, fixes: readonly Fix[]): Happening[] {
  const setting: Input = { kind: 'setting', key: 's', at: START, received: START, change: settings }
  let state = initialState('p')
  const said = new Map<string, Happening>()
  for (const input of [setting, ...fixes]) {
    const out = step(state, [input])
    state = out.state
    for (const happening of out.happenings) said.set(happening.key, happening)
  }
  return [...said.values()].filter((one) => kinds.has(one.kind) && !one.withdrawn)
}

const told = (alarms: readonly (SlowAlarm | Happening)[]) =>
  alarms
    .map(({ kind, zone, at, confirmedAt }) => {
      const minute = (time: number) => (time - START) / MINUTE
      return `${minute(at)} ${zone} ${kind}, confirmed ${minute(confirmedAt)}`
    })
    .sort()

/** A metre within which geodesics and flat-earth metres, or two ways of sampling a depth, might differ. */
const isClearCut = (track: FinishedTrack): boolean =>
  closestCall(track) > 0.05 &&
  track.zones
    .filter((zone) => zone.rule === 'exclusion')
    .every((zone) =>
      track.fixes.slice(1).every((fix, i) => {
        const from = track.fixes[i]!
        if (fix.at - from.at > 2 * MINUTE) return true
        const worse = Math.max(from.accuracy ?? 30, fix.accuracy ?? 30)
        const depth = depthOf(zone, from, fix)
        return depth === 0 || Math.abs(depth - worse) > 5
      }),
    )

const zonesAt = fc
  .tuple(areasAt(place), areasAt(place), fc.constantFrom(0, 0, 20))
  .map(([inclusion, exclusion, buffer]): Zone[] => [
    { id: 'home', rule: 'inclusion', area: inclusion },
    { id: 'school', rule: 'exclusion', area: exclusion, buffer },
  ])

describe('the watch against a slow account of the finished track', () => {
  test('zones that are always in force', { timeout: LONG }, () => {
    fc.assert(
      fc.property(zonesAt, walks, (zones, walk) => {
        const track = { zones, hours: () => ALWAYS, fixes: trackOf(walk) }
        fc.pre(isClearCut(track))
        expect(told(watched({ zones }, track.fixes))).toEqual(told(slowAlarms(track)))
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  })

  test('zones with hours that begin and end on the way', { timeout: LONG }, () => {
    const hours = fc.record({
      days: fc.constant(['mon'] as const),
      from: fc.constantFrom('10:05', '10:12', '10:30'),
      to: fc.constantFrom('10:31', '11:00', '12:30'),
    })
    const schedules = fc.tuple(hours, hours).map(([atHome, nearSchool]): WeeklySchedule => {
      const weekly = [
        { zone: 'home', ...atHome },
        { zone: 'school', ...nearSchool },
      ]
      return { timeZone: 'America/Los_Angeles', weekly }
    })
    fc.assert(
      fc.property(zonesAt, walks, schedules, (zones, walk, schedule) => {
        const track = { zones, hours: (zone: Zone) => hoursOf(schedule, zone.id), fixes: trackOf(walk) }
        fc.pre(isClearCut(track))
        expect(told(watched({ zones, schedule }, track.fixes))).toEqual(told(slowAlarms(track)))
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  })
})

// Found by the comparison above: a fix on the line came between the last one before the start and the first one beyond.
describe('a fix on the line after the hours began does not hide where the person was before', () => {
  const home: Zone = {
    id: 'home',
    rule: 'inclusion',
    area: { kind: 'circle', center: [place.lon, place.lat], radius: 100 },
  }
  const schedule: WeeklySchedule = {
    timeZone: 'UTC',
    weekly: [{ zone: 'home', days: ['mon'], from: '18:10', to: '20:00' }],
  }
  const at = (minute: number, east: number): Fix => {
    const [lon, lat] = position(place, east, 0)
    const time = START + minute * MINUTE
    return { kind: 'fix', key: String(minute), at: time, received: time, lat, lon, accuracy: 10 }
  }
  const onTheWay = [at(11, 105), at(12, 300), at(13, 300), at(14, 300)]

  test.each<[string, number, string]>([
    ['who was there has left', 50, '12 home zone-left, confirmed 14'],
    ['who was on the line was not seen there', 105, '10 home absent-at-start, confirmed 14'],
    ['who was beyond was absent, known a fix sooner', 300, '10 home absent-at-start, confirmed 13'],
  ])('%s', (_, before, alarm) => {
    expect(told(watched({ zones: [home], schedule }, [at(8, before), ...onTheWay]))).toEqual([alarm])
  })
})

/** Minute by minute. */
function hoursOf(schedule: WeeklySchedule, zone: string): Span[] {
  const spans: Span[] = []
  for (let at = START; at < END; at += MINUTE) {
    if (!slowlyInHours(schedule, zone, at)) continue
    const last = spans.at(-1)
    if (last?.to === at) last.to += MINUTE
    else spans.push({ from: at, to: at + MINUTE })
  }
  return spans
}
