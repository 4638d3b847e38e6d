import { type Kind, kinds, type Severity } from './kinds.ts'
import type { ParameterName } from './parameters.ts'
import type { Phase } from './settings/phases.ts'
import type { Timeline } from './settings/timeline.ts'
import type { AsideMade, Incident, Made, Standing } from './state.ts'
import type { AsideReason, Cause, FixEvidence, Happening, Millis, SetAside } from './types.ts'

/** What a detector says; the rest of a happening is filled in here. */
export interface Draft {
  kind: Kind
  zone?: string | undefined
  severity?: Severity | undefined
  at: Millis
  /** Event time of what confirmed it; `at` when absent. */
  confirmedAt?: Millis
  why: string
  fixes?: readonly FixEvidence[]
  inputs?: readonly string[]
  zoneVersion?: string | undefined
  parameters?: readonly ParameterName[]
  values?: Record<string, number | string | boolean | null>
  ends?: string
  cause?: Cause
  /** What tells two of the same kind, zone and time apart, such as a test's id. */
  detail?: string
  /** The cause by which incidents are told apart, such as `zone:home`. Absent: an incident of its own. */
  group?: string
  /** The evidence that decided it, if any did: when it was measured and when it came. */
  by?: { readonly at: Millis; readonly received: Millis }
}

interface Incidents {
  incidents: Readonly<Record<string, Incident>>
}

/** One moment of a run: what is in force, and where to say what happens. */
export class Moment {
  readonly person: string
  readonly timeline: Timeline
  readonly made: Made[] = []
  readonly aside: AsideMade[] = []
  /** Set by the machine before any detector looks. */
  phase!: Phase
  /** The instant the lane has come to. */
  now: Millis = 0
  /** The newest time at which anything was received. */
  known: Millis

  constructor(person: string, timeline: Timeline, known: Millis) {
    this.person = person
    this.timeline = timeline
    this.known = known
  }

  /** Says that something happened, and in which incident it belongs. */
  say(state: Incidents, draft: Draft): Standing {
    const { parameters } = this.phase
    const key = keyOfHappening(this.person, draft)
    const incident = this.incidentOf(state, draft, key)
    const late = draft.by !== undefined && draft.by.received - draft.by.at > parameters.lateAfter * 1000
    const happening: Happening = {
      kind: draft.kind,
      key,
      person: this.person,
      ...(draft.zone === undefined ? {} : { zone: draft.zone }),
      severity: draft.severity ?? kinds[draft.kind].severity,
      at: draft.at,
      knownAt: this.known,
      confirmedAt: draft.confirmedAt ?? draft.at,
      late,
      withdrawn: false,
      ...(draft.ends === undefined ? {} : { ends: draft.ends }),
      ...(draft.cause === undefined ? {} : { cause: draft.cause }),
      incident,
      evidence: {
        why: draft.why,
        fixes: [...(draft.fixes ?? [])],
        inputs: [...(draft.inputs ?? [])],
        ...(draft.zoneVersion === undefined ? {} : { zoneVersion: draft.zoneVersion }),
        parameters: Object.fromEntries((draft.parameters ?? []).map((name) => [name, parameters[name]])),
        values: draft.values ?? {},
      },
    }
    this.made.push({ by: this.now, happening })
    return { kind: draft.kind, alarm: key, incident, since: draft.at }
  }

  /** The incident of a cause is over: what comes again within `foldWithin` still belongs to it. */
  endIncident(state: Incidents, group: string, at: Millis): void {
    const known = state.incidents[group]
    if (known) state.incidents = { ...state.incidents, [group]: { ...known, ended: at } }
  }

  setAside(state: { aside: Partial<Record<AsideReason, number>> }, one: SetAside): void {
    state.aside = { ...state.aside, [one.reason]: (state.aside[one.reason] ?? 0) + 1 }
    this.aside.push({ by: this.now, aside: one })
  }

  private incidentOf(state: Incidents, draft: Draft, key: string): string {
    if (draft.group === undefined) return key
    const known = state.incidents[draft.group]
    const fold = this.phase.parameters.foldWithin * 1000
    if (known && (known.ended === null || draft.at - known.ended <= fold)) {
      if (known.ended !== null && kinds[draft.kind].severity !== 'note') {
        state.incidents = { ...state.incidents, [draft.group]: { key: known.key, ended: null } }
      }
      return known.key
    }
    state.incidents = { ...recent(state.incidents, draft.at - fold), [draft.group]: { key, ended: null } }
    return key
  }
}

/** Without those that ended before `since`: nothing can be folded into them any more. */
const recent = (incidents: Incidents['incidents'], since: Millis): Incidents['incidents'] =>
  Object.fromEntries(Object.entries(incidents).filter(([, { ended }]) => ended === null || ended >= since))

/** Person, kind, zone (or what else tells them apart) and event time. */
export function keyOfHappening(
  person: string,
  of: { kind: Kind; zone?: string | undefined; detail?: string; at: Millis },
): string {
  return `${person}|${of.kind}|${of.zone ?? of.detail ?? ''}|${of.at}`
}
