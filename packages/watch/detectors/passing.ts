import { metresBetween, nearby, type PreparedArea, segmentMeets, signedDistance } from '../geometry/index.ts'
import type { Moment } from '../moment.ts'
import type { ActiveZone } from '../settings/phases.ts'
import type { PersonState } from '../state.ts'
import type { Point } from '../types.ts'
import { templateZone } from './crossing.ts'
import { evidenceOf } from './evidence.ts'
import { accuracyOf, type FitFix, type PositionDetector } from './fitness.ts'

/** The way between two fixes is looked at in at most so many places. */
const PLACES = 200

/**
 * Passing through an exclusion zone between two fixes (field 5). Both are fit, near in time, and neither lies in the
 * zone; the straight way between them goes into it deeper than the worse accuracy of the two. It runs before `crossing`.
 */
export const passing: PositionDetector = {
  name: 'passing',
  onFit(state, fix, moment) {
    const { phase } = moment
    const before = state.fit as FitFix | null
    if (!before || fix.at - before.at > phase.parameters.crossedWithin * 1000) return
    const accuracy = Math.max(accuracyOf(before, phase.parameters), accuracyOf(fix, phase.parameters))
    const way = metresBetween(before, fix)
    // To go in by the accuracy and out again takes twice that.
    if (way <= 2 * accuracy) return
    for (const active of phase.zones) {
      if (active.side === -1) look(state, active, before, fix, accuracy, way, moment)
    }
    if (phase.templates.length > 0) lookAtTemplates(state, before, fix, accuracy, way, moment)
  },
}

function lookAtTemplates(
  state: PersonState,
  before: FitFix,
  fix: FitFix,
  accuracy: number,
  way: number,
  moment: Moment,
): void {
  const middle = between(before, fix, 0.5)
  for (const templates of moment.phase.templates) {
    for (const place of nearby(templates.index, middle, way / 2)) {
      const active = templateZone(moment.phase, templates.set.zones[place]!.id)
      if (active?.side === -1) look(state, active, before, fix, accuracy, way, moment)
    }
  }
}

function look(
  state: PersonState,
  active: ActiveZone,
  before: FitFix,
  fix: FitFix,
  accuracy: number,
  way: number,
  moment: Moment,
): void {
  const { area, buffer } = active
  if (signedDistance(fix, area, way + buffer) - buffer > way) return
  if (segmentMeets(before, fix, area, buffer) === null) return
  const [from, to] = [signedDistance(before, area) - buffer, signedDistance(fix, area) - buffer]
  if (from <= 0 || to <= 0 || stands(state, active.id)) return
  const depth = deepest(before, fix, area, way, accuracy) + buffer
  if (depth <= accuracy) return
  const { parameters } = moment.phase
  const group = `zone:${active.id}`
  moment.say(state, {
    kind: 'zone-crossed',
    zone: active.id,
    severity: active.zone.severity,
    at: fix.at,
    why: `The straight way between two fixes goes ${Math.round(depth)} m into the zone, which neither shows.`,
    fixes: [evidenceOf(before, parameters, from), evidenceOf(fix, parameters, to)],
    zoneVersion: active.zone.version,
    parameters: ['crossedWithin', 'accuracyLimit'],
    values: { depth: Math.round(depth * 10) / 10, way: Math.round(way) },
    group,
    by: fix,
  })
  moment.endIncident(state, group, fix.at)
}

/** While an alarm of the zone stands, passing through it is part of it. */
const stands = (state: PersonState, zone: string): boolean =>
  state.zones.some((one) => one.id === zone && one.standing) ||
  state.near.some((one) => one.id === zone && one.standing)

/** Metres inside the area at the deepest place of the way; negative if it never goes in. */
function deepest(a: Point, b: Point, area: PreparedArea, way: number, accuracy: number): number {
  const places = Math.min(PLACES, Math.max(8, Math.ceil(way / Math.max(1, accuracy / 4))))
  let least = Number.POSITIVE_INFINITY
  for (let place = 1; place < places; place++) {
    least = Math.min(least, signedDistance(between(a, b, place / places), area))
  }
  return -least
}

function between(a: Point, b: Point, part: number): Point {
  const east = b.lon - a.lon
  const shorter = east > 180 ? east - 360 : east < -180 ? east + 360 : east
  const lon = a.lon + shorter * part
  return { lat: a.lat + (b.lat - a.lat) * part, lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon }
}
