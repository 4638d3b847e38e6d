import { contactsOf } from './contact.ts'
import { evidenceMachine, lineMachine } from './detectors.ts'
import { gate } from './gate.ts'
import { horizonAt, letPass, type Rerun, stretchOf, takeIn } from './lane.ts'
import { type Links, linked, linksOf, toldAnew } from './links.ts'
import type { Machine } from './machine.ts'
import { Messages } from './messages/pages.ts'
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
  const { evidence: before, line: lineBefore } = state
  const page = stretchOf(horizonAt(timelineOf(state.settings, library), before.head.at))
  const messages = new Messages(state.pages, { at: before.head.at, order: before.last }, page)
  const gated = gate(state, inputs, messages, library)
  const out: StepOutput = { happenings: gated.happenings, setAside: gated.setAside }
  const redoFrom = gated.settings.reduce((least, one) => Math.min(least, one.at), NEVER)
  const settings =
    gated.settings.length === 0
      ? state.settings
      : [...state.settings, ...gated.settings].sort(compareSettings)
  const run: Run = { state, settings, library, redoFrom, ticks: gated.ticks, out }
  const fresh = gated.messages.filter((message) => messages.take(message))
  const evidence = runLane(before, evidenceMachine, fresh, (from) => messages.measuredAfter(from), run)
  const line = runLane(
    lineBefore,
    lineMachine,
    contactsOf(fresh),
    (from) => contactsOf(messages.receivedAfter(from)),
    run,
  )
  const oldest = oldestOf({ evidence, line })
  const links = out.happenings.length === 0 ? state.links : link({ evidence, line }, state.links, out)
  return {
    ...out,
    state: {
      ...state,
      now: Math.max(state.now, gated.ticks.at(-1) ?? 0),
      known: newestReceived(state.known, inputs),
      settings: oldest > oldestOf(state) ? foldSettings(settings, oldest) : settings,
      pages: messages.kept(evidence.stretches[0]!.at, line.stretches[0]!.at),
      evidence,
      line,
      links,
      lateTampers: gated.lateTampers,
      aside: gated.aside,
    },
  }
}

/** Puts what is said into the incident of its cause, and says again what was said in another. */
function link(lanes: Pick<WatchState, 'evidence' | 'line'>, before: Links, out: StepOutput): Links {
  const links = linksOf(lanes, before)
  const said = new Set(out.happenings.map(({ key }) => key))
  const anew = toldAnew(lanes, before, links).filter(({ key }) => !said.has(key))
  out.happenings = linked([...out.happenings, ...anew], links)
  return links
}

/** Behind this no run can go. */
const oldestOf = ({ evidence, line }: Pick<WatchState, 'evidence' | 'line'>): Millis =>
  Math.min(evidence.stretches[0]!.at, line.stretches[0]!.at)

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
  lane: Lane<S>,
  machine: Machine<S, I>,
  inputs: readonly I[],
  since: (from: Millis) => readonly I[],
  run: Run,
): Lane<S> {
  const timeline = timelineOf(run.settings, run.library)
  let { now, known } = run.state
  let { redoFrom } = run
  let next = lane
  let place = 0
  for (let turn = 0; turn <= run.ticks.length; turn++) {
    const tick = run.ticks[turn] ?? NEVER
    const start = place
    while (place < inputs.length && inputs[place]!.at <= tick) place += 1
    if (place === start && redoFrom === NEVER && tick === NEVER) break
    const moment = new Moment(run.state.person, timeline, known)
    if (place > start || redoFrom < NEVER) {
      const later = place
      const intake = {
        fresh: place - start === inputs.length ? inputs : inputs.slice(start, place),
        redoFrom,
        since: (from: Millis) => without(since(from), inputs.slice(later)),
      }
      const taken = takeIn(next, machine, intake, moment)
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

/** Inputs without those whose turn is yet to come. */
function without<I extends Evidence | Contact>(inputs: readonly I[], later: readonly I[]): readonly I[] {
  if (later.length === 0) return inputs
  const waiting = new Set(later.map(({ at, key }) => `${at} ${key}`))
  return inputs.filter(({ at, key }) => !waiting.has(`${at} ${key}`))
}

/** Says what is new after inputs were taken in and time passed again beyond them. */
function hear<S>(lane: Lane<S>, rerun: Rerun, moment: Moment, out: StepOutput): Lane<S> {
  if (moment.made.length + moment.aside.length + rerun.before.length === 0) return lane
  const { happenings, setAside, standing } = reconcile(rerun, moment, moment.known)
  out.happenings.push(...happenings)
  out.setAside.push(...setAside)
  if (standing.size === 0) return lane
  const ahead = lane.ahead && { ...lane.ahead, made: remember(lane.ahead.made, standing) }
  const stretches = lane.stretches.map((one) =>
    one.made.length === 0 ? one : { ...one, made: remember(one.made, standing) },
  )
  return { ...lane, stretches, ahead }
}
