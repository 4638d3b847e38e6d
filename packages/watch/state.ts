import type { Kind } from './kinds.ts'
import type { Links } from './links.ts'
import type { Page } from './messages/pages.ts'
import type {
  AsideReason,
  DeviceInput,
  Fix,
  FixEvidence,
  Happening,
  Millis,
  ReportEvent,
  SetAside,
  SettingInput,
  SettledInput,
} from './types.ts'

// What is kept for one person between steps. Plain data; what lies under the top level is replaced, never changed in
// place, so a copy of the top level is a copy of all.

/** A condition that an alarm told of and that still stands. */
export interface Standing {
  kind: Kind
  alarm: string
  incident: string
  since: Millis
}

/** An incident by its cause: what happens again while it stands, or soon after, belongs to it (field 1). */
export interface Incident {
  key: string
  /** Null while it stands. */
  ended: Millis | null
}

export type ZonePhase = 'clear' | 'suspected' | 'open'

/** One zone in force and where the person stands to it. */
export interface ZoneState {
  id: string
  phase: ZonePhase
  /** Since when the zone has bound the person without a break. */
  start: Millis
  /** Seen on the permitted side since then. */
  seen: boolean
  /** Fit fixes beyond the line while suspected, or back while open; the first says when it happened. */
  row: readonly FixEvidence[]
  /** Fixes in the row; of a long one not all are kept. */
  count: number
  /** Since when its fixes have followed one another without a long gap. */
  timed: Millis
  standing: Standing | null
}

/** What is read from messages by the time they were measured. */
export interface PersonState {
  /** The time the state has come to. 0: nothing has come yet. */
  at: Millis
  /** How many were set aside, by reason. */
  aside: Partial<Record<AsideReason, number>>
  /** The last fix found fit. */
  fit: Fix | null
  /** A fix that needs the next one to be judged. */
  held: Fix | null
  /** In the order of the phase's zones. */
  zones: readonly ZoneState[]
  /** Zones of templates near which the person is not simply clear. */
  near: readonly ZoneState[]
  /** The last moment with a known position, or the first message. */
  positionSince: Millis | null
  positionLost: Standing | null
  /** When the tracking unit last spoke. */
  spoke: Millis | null
  strap: Standing | null
  case: Standing | null
  alcoholTamper: Standing | null
  /** What the unit reported last of each kind, and when last: while it repeats itself it is one. */
  reports: Readonly<Partial<Record<ReportEvent, { last: Millis; alarm: string }>>>
  /** The home unit. */
  rfOut: { since: Millis; key: string; received: Millis } | null
  rfAlarm: Standing | null
  powerOut: { since: Millis; key: string; received: Millis } | null
  powerAlarm: Standing | null
  /** Tests answered, by their id, while their window may still be judged. */
  answered: readonly string[]
  /** Windows of tests that end before this have been judged. */
  testsJudged: Millis
  /** The positive breath that waits for its second. */
  retest: { of: string; incident: string; key: string; due: Millis } | null
  alcohol: { readings: number; peak: number; since: Millis; keys: readonly string[] } | null
  incidents: Readonly<Record<string, Incident>>
}

/** What is read from the coming in of messages, by the time we had them. */
export interface LineState {
  at: Millis
  /** Last heard. */
  heard: Millis | null
  /** From when silence counts: last heard, or when the unit was fitted. */
  waiting: Millis | null
  heardKey: string | null
  silent: Standing | null
  /** The newest reading of the battery. */
  measured: Millis | null
  level: number | null
  charging: boolean
  /** Earlier readings of the same discharge, to see how fast it goes: the older and the newer. */
  anchors: readonly { at: Millis; level: number }[]
  low: Standing | null
  critical: Standing | null
  off: Standing | null
  incidents: Readonly<Record<string, Incident>>
}

/** A message as it counts for contact and battery. */
export interface Contact {
  kind: 'contact'
  key: string
  /** When we had it. */
  at: Millis
  received: Millis
  measured: Millis
  device?: string
  battery?: number
  charging?: boolean
  off?: true
  /** The unit says itself that its battery is low. */
  low?: true
  /** It comes from a breath unit or a worn sensor. */
  sensor?: true
}

export type Evidence = Fix | DeviceInput | SettledInput

/** Something said, and at which instant of its lane: what is run again from before that instant is said again. */
export interface Made {
  by: Millis
  happening: Happening
}

export interface AsideMade {
  by: Millis
  aside: SetAside
}

/** A fix as text. */
export interface PackedFix {
  readonly fix: string
}

/** Some fields of a state, fixes among them as text. */
export type Packed<S> = { [Name in keyof S]?: S[Name] | PackedFix }

/** What happened from a moment to which a lane can go back, until the next such moment. */
export interface Stretch<S> {
  /** The state had come to this. */
  readonly at: Millis
  /** The state then, as what is different from the stretch before; in the first, from the initial state. */
  readonly state: Packed<S>
  readonly made: readonly Made[]
  /** What was set aside, told short, so that it is not told again. */
  readonly aside: string
}

/** What inputs came to in one order of time. The inputs themselves are in the pages of messages. */
export interface Lane<S> {
  /** Oldest first; the first begins before the horizon. */
  stretches: readonly Stretch<S>[]
  /** After all inputs. */
  head: S
  /** What sorts the last input among those of its instant. */
  last: string
  /** What the mere passing of time has brought since the head. */
  ahead: { state: S; made: readonly Made[] } | null
}

/** An episode of tampering known from messages that came too late for a lane. */
export interface LateTamper {
  of: 'strap' | 'case' | 'sos'
  from: Millis
  to: Millis
}

/** Everything kept for one person. Opaque to callers: store it, load it, give it back. */
export interface WatchState {
  version: 2
  person: string
  /** Time has come to this: the newest tick. */
  now: Millis
  /** The newest time at which anything was received. */
  known: Millis
  settings: readonly SettingInput[]
  /** Every message that a lane may have to run again, in the order in which they were measured. */
  pages: readonly Page[]
  evidence: Lane<PersonState>
  line: Lane<LineState>
  /** Incidents that are part of another, across the lanes. */
  links: Links
  /** Tampers found in messages older than the horizon: they alarm always, once for an episode. */
  lateTampers: readonly LateTamper[]
  /** What never came into a lane, by reason. */
  aside: Partial<Record<AsideReason, number>>
}

export const initialPerson: Readonly<PersonState> = {
  at: 0,
  aside: {},
  fit: null,
  held: null,
  zones: [],
  near: [],
  positionSince: null,
  positionLost: null,
  spoke: null,
  strap: null,
  case: null,
  alcoholTamper: null,
  reports: {},
  rfOut: null,
  rfAlarm: null,
  powerOut: null,
  powerAlarm: null,
  answered: [],
  testsJudged: 0,
  retest: null,
  alcohol: null,
  incidents: {},
}

export const initialLine: Readonly<LineState> = {
  at: 0,
  heard: null,
  waiting: null,
  heardKey: null,
  silent: null,
  measured: null,
  level: null,
  charging: false,
  anchors: [],
  low: null,
  critical: null,
  off: null,
  incidents: {},
}

const emptyLane = <S extends object>(state: S): Lane<S> => ({
  stretches: [{ at: 0, state: {}, made: [], aside: '' }],
  head: { ...state },
  last: '',
  ahead: null,
})

/**
 * A person of whom nothing is known yet.
 *
 * @example step(initialState('p-17'), [{ kind: 'setting', key: 's1', at: 0, received: 0, change: { zones } }])
 */
export function initialState(person: string): WatchState {
  return {
    version: 2,
    person,
    now: 0,
    known: 0,
    settings: [],
    pages: [],
    evidence: emptyLane(initialPerson),
    line: emptyLane(initialLine),
    links: {},
    lateTampers: [],
    aside: {},
  }
}
