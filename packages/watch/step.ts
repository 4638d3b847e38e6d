import { evidenceMachine, lineMachine } from './detectors.ts'
import { gate } from './gate.ts'
import { letPass, type Rerun, takeIn } from './lane.ts'
import type { Machine } from './machine.ts'
import { Moment } from './moment.ts'
import { reconcile, remember } from './reconcile.ts'
import { compareSettings, foldSettings, timelineOf } from './settings/timeline.ts'
import type { Contact, Evidence, Lane, WatchState } from './state.ts'
import type { Input, Millis, SettingInput, StepOutput, TemplateLibrary } from './types.ts'

const NONE: TemplateLibrary = {}
const NEVER = Number.POSITIVE_INFINITY

/**
 * Takes inputs of one person, in any order, in any batches, any of them repeated, and says what they mean. The state
 * given in is not changed. Pure: no clock, no I/O; the same inputs give the same alarms (monitoring rule 1).
 *
 * What is said again with a known key takes the place of what was said: `withdrawn` when later evidence no longer
 * supports it, `joined` when a tamper began earlier than was known.
 *
 * @param library the template sets that settings name, by `<id>@<version>`
 * @throws never for what a unit may send: what cannot be used comes back in `setAside`, with its reason
 * @example
 * let state = initialState('p-17')
 * const out = step(state, [{ kind: 'tick', key: 't1', at: 1764000000000, received: 1764000000000 }])
 * state = out.state // out.happenings, out.setAside
 */
export function step(
  state: WatchState,
  inputs: readonly Input[],
  library: TemplateLibrary = NONE,
): StepOutput & { state: WatchState } {
  const gated = gate(state, inputs, library)
  const out: StepOutput = { happenings: gated.happenings, setAside: gated.setAside }
  const redoFrom = gated.settings.reduce((least, one) => Math.min(least, one.at), NEVER)
  const settings =
    gated.settings.length === 0
      ? state.settings
      : [...state.settings, ...gated.settings].sort(compareSettings)
  const run: Run = { state, settings, library, redoFrom, ticks: gated.ticks, out }
  const evidence = runLane(state.evidence, evidenceMachine, gated.evidence, run)
  const line = runLane(state.line, lineMachine, gated.line, run)
  const oldest = oldestOf({ evidence, line })
  return {
    ...out,
    state: {
      ...state,
      now: Math.max(state.now, gated.ticks.at(-1) ?? 0),
      known: newestReceived(state.known, inputs),
      settings: oldest > oldestOf(state) ? foldSettings(settings, oldest) : settings,
      evidence,
      line,
      lateTampers: gated.lateTampers,
      aside: gated.aside,
    },
  }
}

/** Behind this no run can go. */
const oldestOf = ({ evidence, line }: Pick<WatchState, 'evidence' | 'line'>): Millis =>
  Math.min(evidence.snapshots[0]!.at, line.snapshots[0]!.at)

/** Of what units sent; a setting may be entered long before or after what it is about. */
function newestReceived(known: Millis, inputs: readonly Input[]): Millis {
  let newest = known
  for (const input of inputs) {
    if (input.kind !== 'setting' && input.received > newest) newest = input.received
  }
  return newest
}

interface Run {
  state: WatchState
  settings: readonly SettingInput[]
  library: TemplateLibrary
  redoFrom: Millis
  /** Instants to which time has come, sorted. */
  ticks: readonly Millis[]
  out: StepOutput
}

/**
 * Sorted inputs, and between them the passing of time, taken in the order in which they happened: the same in one batch
 * as in many. Time passes by ticks and by what comes in, never by itself.
 */
function runLane<S extends { at: Millis }, I extends Evidence | Contact>(
  lane: Lane<S, I>,
  machine: Machine<S, I>,
  inputs: readonly I[],
  run: Run,
): Lane<S, I> {
  const timeline = timelineOf(run.settings, run.library)
  let { now, known } = run.state
  let { redoFrom } = run
  let next = lane
  let place = 0
  for (const tick of [...run.ticks, NEVER]) {
    const start = place
    while (place < inputs.length && inputs[place]!.at <= tick) place += 1
    const moment = new Moment(run.state.person, timeline, known)
    if (place > start || redoFrom < NEVER) {
      const taken = takeIn(next, machine, inputs.slice(start, place), redoFrom, moment)
      redoFrom = NEVER
      next = hear(letPass(taken.lane, machine, now, moment), taken.rerun, moment, run.out)
    }
    if (tick < NEVER) {
      now = Math.max(now, tick)
      moment.known = Math.max(moment.known, tick)
      moment.made.length = 0
      next = letPass(next, machine, now, moment)
      for (const { happening } of moment.made) run.out.happenings.push(happening)
    }
    known = moment.known
  }
  return next
}

/** Says what is new after inputs were taken in and time passed again beyond them. */
function hear<S, I>(lane: Lane<S, I>, rerun: Rerun, moment: Moment, out: StepOutput): Lane<S, I> {
  const { happenings, setAside, standing } = reconcile({ ...rerun, after: moment.made }, moment.known)
  out.happenings.push(...happenings)
  out.setAside.push(...setAside)
  if (standing.size === 0) return lane
  const ahead = lane.ahead && { ...lane.ahead, made: remember(lane.ahead.made, standing) }
  return { ...lane, made: remember(lane.made, standing), ahead }
}
