import { defaultParameters, type Parameters } from './parameters.ts'
import { timelineOf } from './settings/timeline.ts'
import type { WatchState } from './state.ts'
import type { Millis, TemplateLibrary } from './types.ts'

/** A person whose unit is silent. */
export interface Silence {
  person: string
  carrier: string
  /** Key of the person's own alarm. */
  alarm: string
  lastContact: Millis
}

/** Many silent at once on one carrier: one incident, of which the people's own alarms are parts (field 6). */
export interface Outage {
  kind: 'carrier-outage'
  key: string
  carrier: string
  /** The first and the last of the last contacts. */
  from: Millis
  to: Millis
  people: string[]
  alarms: string[]
  parameters: { outagePeople: number; outageWithin: number }
}

/**
 * The silence of a person's unit, for `outage`; null while it is heard, when its carrier is unknown, or when its battery
 * is the likeliest cause.
 *
 * @example states.map((state) => silenceOf(state)).filter((one) => one !== null)
 */
export function silenceOf(state: WatchState, library: TemplateLibrary = {}): Silence | null {
  const line = state.line.ahead?.state ?? state.line.head
  if (line.silent?.kind !== 'no-contact' || line.heard === null) return null
  const { carrier } = timelineOf(state.settings, library).phaseAt(line.at).settings
  if (carrier === null) return null
  return { person: state.person, carrier, alarm: line.silent.alarm, lastContact: line.heard }
}

/**
 * Folds the silences of many people into outages: on one carrier `outagePeople` or more whose last contacts lie within
 * `outageWithin` seconds of the one before. Pure; in any order; each silence belongs to one outage at most.
 *
 * @example outage(silences, { outagePeople: 5, outageWithin: 300 }) // [{ kind: 'carrier-outage', people: […], … }]
 */
export function outage(
  silences: readonly Silence[],
  parameters: Pick<Parameters, 'outagePeople' | 'outageWithin'> = defaultParameters,
): Outage[] {
  const { outagePeople, outageWithin } = parameters
  const sorted = [...silences].sort(bySilence)
  const runs: Silence[][] = []
  for (const silence of sorted) {
    const last = runs.at(-1)?.at(-1)
    const together =
      last?.carrier === silence.carrier && silence.lastContact - last.lastContact <= outageWithin * 1000
    if (together) runs.at(-1)!.push(silence)
    else runs.push([silence])
  }
  return runs
    .filter((run) => run.length >= outagePeople)
    .map((run) => outageOf(run, { outagePeople, outageWithin }))
}

const bySilence = (a: Silence, b: Silence): number =>
  a.carrier === b.carrier
    ? a.lastContact - b.lastContact || (a.person < b.person ? -1 : 1)
    : a.carrier < b.carrier
      ? -1
      : 1

function outageOf(run: readonly Silence[], parameters: Outage['parameters']): Outage {
  const { carrier, lastContact: from } = run[0]!
  return {
    kind: 'carrier-outage',
    key: `${carrier}|carrier-outage||${from}`,
    carrier,
    from,
    to: run.at(-1)!.lastContact,
    people: run.map((one) => one.person),
    alarms: run.map((one) => one.alarm),
    parameters,
  }
}
