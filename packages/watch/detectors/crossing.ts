import { distanceIn, isBeyondReach, nearby, signedDistance } from '../geometry/index.ts'
import type { Moment } from '../moment.ts'
import type { ParameterName } from '../parameters.ts'
import { type ActiveZone, activate, type Phase } from '../settings/phases.ts'
import type { PersonState, ZoneState } from '../state.ts'
import type { FixEvidence, Millis } from '../types.ts'
import { evidenceOf } from './evidence.ts'
import { accuracyOf, type FitFix, type PositionDetector } from './fitness.ts'

/** Of a long row only so many fixes are kept as evidence; the count goes on. */
const ROW_KEPT = 10

/**
 * Crossings of zones (monitoring rule 3). A crossing is suspected at the first fit fix beyond the line by more than its
 * accuracy, and confirmed by fit fixes in a row or by their time; it happened at the first. The return is confirmed the
 * same way. A fix within its accuracy of the line proves neither: it does not count, and it breaks only a row of returns.
 * So a person on the line makes one alarm, not fifty.
 */
export const crossing: PositionDetector = {
  name: 'crossing',
  onFit(state, fix, moment) {
    const { zones, reach } = moment.phase
    const accuracy = accuracyOf(fix, moment.phase.parameters)
    for (let place = 0; place < zones.length; place++) {
      const zone = zones[place]!
      const before = state.zones[place]!
      if (isBeyondReach(reach, place, fix.lat, fix.lon) && !matters(zone, before)) continue
      // Far outside, the distance to the zone's box is enough: only whether it is beyond matters.
      const distance = distanceIn(reach, place, fix, zone.buffer + accuracy)
      const after = judge(state, zone, before, { fix, accuracy, distance }, moment)
      if (after === before) continue
      const next = state.zones.slice()
      next[place] = after
      state.zones = next
    }
    if (moment.phase.templates.length > 0) judgeTemplates(state, fix, accuracy, moment)
  },
}

/**
 * Whether a fix far from a zone can change how it stands: not where the person is clear of an exclusion zone, and not where
 * an absence goes on.
 */
const matters = ({ side }: ActiveZone, { phase, seen, count }: ZoneState): boolean =>
  side === -1 ? phase !== 'clear' || !seen : phase !== 'open' || count > 0

/** A fix against one zone, in metres; the distance is to the line, without the buffer. */
interface Measured {
  fix: FitFix
  accuracy: number
  distance: number
}

/** The zone as it stands after this fix; the same value when nothing changed. */
function judge(
  state: PersonState,
  active: ActiveZone,
  stood: ZoneState,
  { fix, accuracy, distance }: Measured,
  moment: Moment,
): ZoneState {
  // A fix that was held until the next one may have been measured before the zone began to bind.
  if (fix.at < stood.start) return stood
  const zone = rememberStart(state, active, stood, moment)
  const beyond = (distance - active.buffer) * active.side
  if (beyond > accuracy)
    return zone.phase === 'open' ? stillOut(zone) : suspect(state, active, zone, fix, moment)
  if (zone.phase === 'open') return beyond <= 0 ? comeBack(state, active, zone, fix, moment) : stillOut(zone)
  if (beyond > 0 || (zone.phase === 'clear' && zone.seen)) return zone
  return { ...zone, phase: 'clear', seen: true, row: [], count: 0 }
}

const stillOut = (zone: ZoneState): ZoneState => (zone.count === 0 ? zone : { ...zone, row: [], count: 0 })

const exactly = (fix: FitFix, active: ActiveZone): number => signedDistance(fix, active.area) - active.buffer

function suspect(
  state: PersonState,
  active: ActiveZone,
  zone: ZoneState,
  fix: FitFix,
  moment: Moment,
): ZoneState {
  const { parameters } = moment.phase
  const atStart = active.side === 1 && !zone.seen
  if (atStart && fix.at < zone.start + parameters.startGrace * 1000) return zone
  const count = Math.max(zone.count, zone.row.length) + 1
  const row =
    zone.row.length < ROW_KEPT ? [...zone.row, evidenceOf(fix, parameters, exactly(fix, active))] : zone.row
  const timed = timedFrom(state, zone, fix, moment)
  const suspected: ZoneState = { ...zone, phase: 'suspected', row, count, timed }
  return confirmed(suspected, fix.at, active.confirmFixes, active.confirmMillis)
    ? alarm(state, active, suspected, fix, moment)
    : suspected
}

/**
 * At the first fit fix since an inclusion zone binds, be it on the line: what the last one before told. Beyond the line
 * it opens the row of an absence at the start; inside it the person was there.
 */
function rememberStart(state: PersonState, active: ActiveZone, zone: ZoneState, moment: Moment): ZoneState {
  if (active.side === -1 || zone.seen || zone.count > 0) return zone
  const before = beforeStart(state, active, zone, moment)
  if (before === null) return zone
  if (before.distance! <= 0) return { ...zone, seen: true }
  return before.distance! > before.accuracy ? { ...zone, row: [before] } : zone
}

/**
 * The last fit fix before the zone began to bind, if it is near enough to tell (field 5): beyond the line it counts
 * toward an absence at the start, inside it the person was there and has left since.
 */
function beforeStart(
  state: PersonState,
  active: ActiveZone,
  zone: ZoneState,
  moment: Moment,
): FixEvidence | null {
  const { parameters } = moment.phase
  const before = state.fit as FitFix | null
  if (!before || before.at >= zone.start || zone.start - before.at > parameters.startWithin * 1000)
    return null
  return evidenceOf(before, parameters, exactly(before, active))
}

/** By count, or by the time that the fixes of the row cover since the zone binds; silence confirms nothing. */
const confirmed = (zone: ZoneState, at: Millis, fixes: number, millis: number): boolean =>
  zone.count >= fixes || (millis > 0 && zone.count >= 2 && at - zone.timed >= millis)

/** Since when the fixes of a row follow one another: two with a long silence between them prove nothing of that time. */
function timedFrom(state: PersonState, zone: ZoneState, fix: FitFix, moment: Moment): Millis {
  if (zone.row.length === 0) return fix.at
  const from = zone.count === 0 ? zone.start : zone.timed
  const last = Math.max(state.fit?.at ?? fix.at, from)
  return fix.at - last > moment.phase.parameters.rowWithin * 1000 ? fix.at : from
}

function alarm(
  state: PersonState,
  active: ActiveZone,
  zone: ZoneState,
  fix: FitFix,
  moment: Moment,
): ZoneState {
  const kind = active.side === -1 ? 'zone-entered' : zone.seen ? 'zone-left' : 'absent-at-start'
  const first = zone.row.find((one) => one.at >= zone.start) ?? zone.row[0]!
  const near = first.at - zone.start <= moment.phase.parameters.startWithin * 1000
  const at = kind === 'absent-at-start' && near ? zone.start : first.at
  const standing = moment.say(state, {
    kind,
    zone: active.id,
    severity: active.zone.severity,
    at,
    confirmedAt: fix.at,
    why: whyConfirmed(kind, active, zone, fix.at),
    fixes: zone.row,
    zoneVersion: active.zone.version,
    parameters: active.side === 1 ? leaveParameters : enterParameters,
    values: { fixesBeyond: zone.count, boundSince: zone.start, buffer: active.buffer },
    group: `zone:${active.id}`,
    by: fix,
  })
  return { ...zone, phase: 'open', row: [], count: 0, standing }
}

const leaveParameters: ParameterName[] = [
  'rowWithin',
  'leaveFixes',
  'leaveSeconds',
  'accuracyLimit',
  'startWithin',
  'startGrace',
]
const enterParameters: ParameterName[] = ['enterFixes', 'enterSeconds', 'rowWithin', 'accuracyLimit']
const returnParameters: ParameterName[] = ['returnFixes', 'returnSeconds', 'rowWithin']

function whyConfirmed(kind: string, active: ActiveZone, zone: ZoneState, at: Millis): string {
  const seconds = Math.round((at - zone.row[0]!.at) / 1000)
  const where = active.side === 1 ? 'outside' : 'inside'
  const row = `${zone.count} fit ${zone.count === 1 ? 'fix' : 'fixes in a row'} ${where} by more than their accuracy, over ${seconds} s`
  return kind === 'absent-at-start' ? `Not seen there since it began to bind; ${row}.` : `${row}.`
}

function comeBack(
  state: PersonState,
  active: ActiveZone,
  zone: ZoneState,
  fix: FitFix,
  moment: Moment,
): ZoneState {
  const { parameters } = moment.phase
  const row =
    zone.row.length < ROW_KEPT ? [...zone.row, evidenceOf(fix, parameters, exactly(fix, active))] : zone.row
  const timed = timedFrom(state, zone, fix, moment)
  const back: ZoneState = { ...zone, row, count: zone.count + 1, timed }
  if (!confirmed(back, fix.at, parameters.returnFixes, parameters.returnSeconds * 1000)) return back
  moment.say(state, {
    kind: 'returned',
    zone: active.id,
    at: row[0]!.at,
    confirmedAt: fix.at,
    why: `${back.count} fit fixes in a row on the permitted side.`,
    fixes: row,
    zoneVersion: active.zone.version,
    parameters: returnParameters,
    values: { beyondSince: zone.standing!.since },
    ends: zone.standing!.alarm,
    group: `zone:${active.id}`,
    by: fix,
  })
  moment.endIncident(state, `zone:${active.id}`, row[0]!.at)
  return { ...zone, phase: 'clear', seen: true, row: [], count: 0, standing: null }
}

/** Only template zones near the fix, and those the person is not clear of, need a look: five thousand cost as one. */
function judgeTemplates(state: PersonState, fix: FitFix, accuracy: number, moment: Moment): void {
  const { phase } = moment
  let near: readonly ZoneState[] = state.near
  for (const zone of state.near) {
    const active = templateZone(phase, zone.id)
    if (active) near = put(near, judge(state, active, zone, measured(active, fix, accuracy), moment))
  }
  for (const templates of phase.templates) {
    for (const place of nearby(templates.index, fix, 0, found)) {
      const { id } = templates.set.zones[place]!
      if (phase.exempt.has(id) || near.some((zone) => zone.id === id)) continue
      const zone: ZoneState = clearZone(id, phase.from)
      const active = templateZone(phase, id)!
      const after = judge(state, active, { ...zone, seen: true }, measured(active, fix, accuracy), moment)
      if (after.phase !== 'clear') near = [...near, after]
    }
  }
  state.near = near
}

const found: number[] = []

const measured = ({ area, buffer }: ActiveZone, fix: FitFix, accuracy: number): Measured => ({
  fix,
  accuracy,
  distance: signedDistance(fix, area, buffer + accuracy),
})

const put = (near: readonly ZoneState[], zone: ZoneState): readonly ZoneState[] =>
  zone.phase === 'clear'
    ? near.filter((one) => one.id !== zone.id)
    : near.map((one) => (one.id === zone.id ? zone : one))

/** A zone of the templates in force, with its numbers, or null when it binds no more. */
export function templateZone(phase: Phase, id: string): ActiveZone | null {
  if (phase.exempt.has(id)) return null
  for (const templates of phase.templates) {
    const place = templates.places.get(id)
    if (place === undefined) continue
    return activate(templates.set.zones[place]!, templates.index.areas[place]!, phase.from, phase.parameters)
  }
  return null
}

export const clearZone = (id: string, start: Millis): ZoneState => ({
  id,
  phase: 'clear',
  start,
  seen: false,
  row: [],
  count: 0,
  timed: 0,
  standing: null,
})
