import type { Kind, Severity } from './kinds.ts'
import type { Parameters } from './parameters.ts'

// The shapes of the watch. Plain data throughout: everything here survives JSON.
// Inside, a time is epoch milliseconds, a distance metres, a speed metres a second, a place degrees WGS 84.

/** An instant as epoch milliseconds. */
export type Millis = number

// --- Where: zones ------------------------------------------------------------------------------------------

export interface Point {
  lat: number
  lon: number
}

/** A corner as GeoJSON writes it: longitude first, then latitude, in degrees. */
export type Position = readonly [lon: number, lat: number]

/** A closed line, its last corner equal to its first or not. The first ring of a polygon is its outline, the others are holes. */
export type Ring = readonly Position[]

export type Area =
  | { kind: 'circle'; center: Position /** metres */; radius: number }
  | { kind: 'polygon'; coordinates: readonly Ring[] }
  | { kind: 'multipolygon'; coordinates: readonly (readonly Ring[])[] }

export type ZoneRule = 'inclusion' | 'exclusion'

export interface Zone {
  id: string
  rule: ZoneRule
  area: Area
  /** Metres by which the line is moved outward, for both rules. 0 when absent. */
  buffer?: number
  /** Which drawing of the zone this is; it stands in the evidence. */
  version?: string
  name?: string
  /** In place of the severity of the kind. */
  severity?: Severity
  /** In place of the parameters: how many fit fixes in a row, or how many seconds of them, confirm a crossing. */
  confirm?: { fixes?: number; seconds?: number }
}

/** Zones drawn once for a group (EMP-8.3). A set is never changed: a changed template is a new version. */
export interface TemplateSet {
  id: string
  version: string
  zones: readonly Zone[]
}

/** What `step` may look up: the template sets that settings name, by `<id>@<version>`. */
export type TemplateLibrary = Readonly<Record<string, TemplateSet>>

// --- When: schedules ---------------------------------------------------------------------------------------

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Hours of a zone on some days of the week. `to` at or before `from` is on the next day; '24:00' ends the day. */
export interface WeeklyHours {
  zone: string
  days: readonly Weekday[]
  /** Local time `HH:MM`. */
  from: string
  to: string
}

/** On `date`, the hours of `zone` that begin that day are these instead; without `from` and `to` there are none. */
export interface DatedHours {
  zone: string
  /** Local day `YYYY-MM-DD`. */
  date: string
  from?: string
  to?: string
}

/** An approved absence: suspends every inclusion zone, never an exclusion zone. ISO 8601; without offset, local time. */
export interface Leave {
  from: string
  to: string
  reason?: string
}

export interface WeeklySchedule {
  /** IANA name, such as `America/Los_Angeles`. */
  timeZone: string
  weekly: readonly WeeklyHours[]
  exceptions?: readonly DatedHours[]
  leave?: readonly Leave[]
}

/** A zone in force from `from` until before `to`. `compileSchedule` makes these, leave not yet taken off. */
export interface Interval {
  zone: string
  from: Millis
  to: Millis
}

/** A span of time, `to` not part of it. `compileLeave` makes these. */
export interface Span {
  from: Millis
  to: Millis
}

/** An officer's dated exception: `zone` does not bind this person meanwhile (EMP-8.3), whatever its rule. */
export interface ZoneException extends Span {
  zone: string
}

// --- What is known: settings -------------------------------------------------------------------------------

export type TrackingLevel = 'active' | 'passive' | 'on-demand'

/** A test or report that is due within a window. `id` is what its result names. */
export interface TestDue extends Span {
  id: string
  of: 'breath' | 'voice' | 'check-in' | 'drug'
}

/** Everything that is in force for one person at one moment. */
export interface Settings {
  zones: readonly Zone[]
  /** Template sets in force, as `<id>@<version>`. */
  templates: readonly string[]
  /** Null: every zone is always in force. */
  schedule: WeeklySchedule | null
  exceptions: readonly ZoneException[]
  /** False between an unfitting and the next fitting: nothing is judged. Said to be true, the unit must be heard of from then. */
  worn: boolean
  /** The units issued to the person; messages that name another are not about the person. Null: whatever comes is. */
  devices: readonly string[] | null
  level: TrackingLevel
  /**
   * Whether the person is followed by positions. False where a breath unit or a worn alcohol sensor is all there is
   * (EMP-9.1): it owes no position, and its own readings are its contact.
   */
  positions: boolean
  /** The telephone network of the unit, for `outage`. */
  carrier: string | null
  tests: readonly TestDue[]
  parameters: Partial<Parameters>
}

// --- What comes in: inputs ---------------------------------------------------------------------------------

interface Keyed {
  /** The same key again has no effect. */
  key: string
  /** When it happened, by the unit (event time). */
  at: Millis
  /** When we had it. */
  received: Millis
}

/** What a unit says of itself along with a position. Absent: it did not say. */
export interface UnitFlags {
  device?: string
  /** 0 to 1. */
  battery?: number
  charging?: boolean
  /** True: open or cut. */
  strap?: boolean
  /** True: opened. */
  case?: boolean
  motion?: boolean
  /** Seen by an indoor beacon of the home. */
  beacon?: boolean
}

/** One position as measured, kept whether it is fit for a decision or not. */
export interface Fix extends Keyed, UnitFlags {
  kind: 'fix'
  /** Null: the message had none. */
  lat: number | null
  lon: number | null
  /** Metres, one sigma where the unit says so. */
  accuracy?: number
  /** Metres a second. */
  speed?: number
  /** Degrees. */
  course?: number
  satellites?: number
  /** The unit repeats an earlier position, or the network guessed it. */
  lastKnown?: boolean
}

/** What a unit reports as it is, without a beginning and an end: help asked for, signals disturbed, a fall. */
export type ReportEvent = 'sos' | 'jamming' | 'shielding' | 'antenna-cut' | 'fall'

export type DeviceEvent =
  | {
      event:
        | 'heartbeat'
        | 'charging'
        | 'unplugged'
        | 'battery' /** says so itself */
        | 'battery-low'
        | 'shut-down'
    }
  | { event: ReportEvent }
  | { event: 'strap' | 'strap-closed' | 'case' | 'case-closed' }
  | { event: 'rf-in' | 'rf-out' | 'base-moved' | 'power-lost' | 'power-restored' }
  | {
      event: 'breath'
      /** Grams in 100 millilitres of blood. */
      alcohol: number
      /** The `id` of the test it answers. */
      test?: string
      /** What a person said of the photograph; `unknown` until one looked. */
      identity?: 'sure' | 'doubtful' | 'unknown'
    }
  | { event: 'alcohol' /** worn reading, grams in 100 millilitres */; alcohol: number }
  | { event: 'alcohol-obstructed' | 'alcohol-tamper' }
  | { event: 'drug'; result: 'negative' | 'positive' | 'refused' | 'diluted' | 'missed'; test?: string }
  | { event: 'voice'; verdict: 'passed' | 'failed'; test?: string }
  | { event: 'check-in'; test?: string }

/** Something a unit says that is no position. */
export type DeviceInput = Keyed & UnitFlags & { kind: 'device' } & DeviceEvent

/** From `at` on, what `change` names is so; what it does not name stays as it was. May be dated ahead. */
export interface SettingInput extends Keyed {
  kind: 'setting'
  change: Partial<Settings>
}

/** A person has inspected and closed an incident of strap, case, worn sensor or a call for help: the next one is a new incident. */
export interface SettledInput extends Keyed {
  kind: 'settled'
  of: 'strap' | 'case' | 'alcohol-tamper' | 'sos'
}

/** Time has come to `at`. Needed where nothing else comes: silence, missed tests, ends of curfews. */
export interface Tick extends Keyed {
  kind: 'tick'
}

export type Input = Fix | DeviceInput | SettingInput | SettledInput | Tick

// --- What goes out -----------------------------------------------------------------------------------------

/** A fix as evidence: enough to draw it and to see how far it was beyond the line. */
export interface FixEvidence {
  key: string
  at: Millis
  lat: number
  lon: number
  accuracy: number
  /** The unit gave no accuracy: it was assumed. */
  accuracyAssumed?: true
  /** Metres to the line of the zone, buffer included; negative inside. */
  distance?: number
}

export interface Evidence {
  /** Why now, in one sentence. */
  why: string
  fixes: FixEvidence[]
  /** Keys of the other inputs it rests on. */
  inputs: string[]
  zoneVersion?: string
  /** The parameters that were in force and decided. */
  parameters: Record<string, number>
  /** What else was measured: levels, times, results. */
  values: Record<string, number | string | boolean | null>
}

export interface Happening {
  kind: Kind
  /** Person, kind, zone and event time: the same happening has the same key in every run. */
  key: string
  person: string
  zone?: string
  severity: Severity
  /** When it happened (event time); for a crossing the first fix beyond. */
  at: Millis
  /** When we first knew. */
  knownAt: Millis
  /** Event time of what confirmed it. */
  confirmedAt: Millis
  /** Found by evidence that came late (EMP-8.6). */
  late: boolean
  /** Later evidence no longer supports it. It stays on record. */
  withdrawn: boolean
  /** Key of the earlier alarm of the same episode that late evidence found: kept on record, never withdrawn. */
  joined?: string
  /** Key of the alarm that this ends (`returned`, `restored`, `cleared`). */
  ends?: string
  /** The likeliest cause where one is known. */
  cause?: Cause
  /** Key of the first happening of the same cause: one cause, one incident. */
  incident: string
  evidence: Evidence
}

export type Cause =
  | 'battery'
  | 'shut-down'
  | 'unit-silent'
  | 'no-satellites'
  | 'jamming'
  | 'shielding'
  | 'antenna-cut'
  | 'carrier'

/** Why something was kept out of decisions. It stays on the track. */
export type AsideReason =
  | 'no-position'
  | 'zero-zero'
  | 'out-of-range'
  | 'last-known'
  | 'accuracy'
  | 'impossible-speed'
  | 'future'
  | 'before-2000'
  | 'bad-time'
  | 'bad-setting'
  | 'bad-value'
  | 'other-unit'
  | 'too-late'

export interface SetAside {
  key: string
  at: Millis
  reason: AsideReason
  /** For `bad-setting` and `bad-time`: what is wrong and where. */
  problem?: string
}

// --- What is kept between steps ----------------------------------------------------------------------------
// `WatchState` is opaque to callers: store it, load it, give it back. Its shape stands in `state.ts`.

/** What one step gives back besides the new state. */
export interface StepOutput {
  /** New, revised and withdrawn happenings. One said again with a known key replaces what was said. */
  happenings: Happening[]
  /** What was kept out of decisions in this step, and why. */
  setAside: SetAside[]
}
