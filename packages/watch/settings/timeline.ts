import { defaultParameters, type Parameters } from '../parameters.ts'
import type { Millis, SettingInput, Settings, TemplateLibrary } from '../types.ts'
import { type Phase, Regime } from './phases.ts'
import { type PreparedTemplates, templatesOf } from './prepare.ts'

/** What holds before anything was set: nothing binds, the unit is worn, active and sends positions. */
export const initialSettings: Settings = {
  zones: [],
  templates: [],
  schedule: null,
  exceptions: [],
  worn: true,
  devices: null,
  level: 'active',
  positions: true,
  carrier: null,
  tests: [],
  parameters: {},
}

const timelines = new WeakMap<readonly SettingInput[], { library: TemplateLibrary; timeline: Timeline }>()

/** What is in force when, from the dated changes (monitoring rule 1: those in force at event time decide). */
export class Timeline {
  private readonly regimes: Regime[] = []
  private last: Phase | null = null
  /** When a unit was first said to be fitted (`worn: true`), or null: from then on it must be heard of. */
  readonly begins: Millis | null

  constructor(changes: readonly SettingInput[], library: TemplateLibrary) {
    this.begins = changes.find((one) => one.change.worn === true)?.at || null
    let settings = initialSettings
    let from = 0
    for (const change of changes) {
      if (change.at > from) this.add(from, change.at, settings, library)
      settings = { ...settings, ...change.change }
      from = Math.max(from, change.at)
    }
    this.add(from, Number.POSITIVE_INFINITY, settings, library)
  }

  private add(from: Millis, to: Millis, settings: Settings, library: TemplateLibrary): void {
    const parameters: Parameters = { ...defaultParameters, ...settings.parameters }
    const templates = settings.templates
      .map((name) => templatesOf(name, library))
      .filter((found): found is PreparedTemplates => typeof found !== 'string')
    this.regimes.push(new Regime({ from, to }, settings, parameters, templates))
  }

  /** The phase that holds `at`. Times come in order nearly always: the last answer is kept. */
  phaseAt(at: Millis): Phase {
    const { last } = this
    if (last && last.from <= at && at < last.to) return last
    const regime = this.regimes.find((one) => at < one.to) ?? this.regimes.at(-1)!
    this.last = regime.phaseAt(at)
    return this.last
  }
}

/** The timeline of a sorted list of changes, built once for each list and library. */
export function timelineOf(changes: readonly SettingInput[], library: TemplateLibrary): Timeline {
  const known = timelines.get(changes)
  if (known?.library === library) return known.timeline
  const timeline = new Timeline(changes, library)
  timelines.set(changes, { library, timeline })
  return timeline
}

/** Sorted by date; of two of one date the one known later comes later and wins. */
export const compareSettings = (a: SettingInput, b: SettingInput): number =>
  a.at - b.at || a.received - b.received || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/**
 * The same list without what was said up to `before` and said otherwise up to `before`: no run can come back to it. Each
 * part that still holds keeps its own date, so that a change dated back takes its right place among them.
 */
export function foldSettings(changes: readonly SettingInput[], before: Millis): readonly SettingInput[] {
  const said = new Set<string>()
  const kept: SettingInput[] = []
  let folded = false
  for (const one of [...changes].reverse()) {
    const parts = Object.entries(one.change)
    const held = one.at > before ? parts : parts.filter(([part]) => !said.has(part))
    if (one.at <= before) for (const [part] of parts) said.add(part)
    if (held.length < parts.length) folded = true
    if (held.length === parts.length) kept.push(one)
    else if (held.length > 0) kept.push({ ...one, change: Object.fromEntries(held) })
  }
  return folded ? kept.reverse() : changes
}
