import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { ParameterName } from '../parameters.ts'
import type { Phase } from '../settings/phases.ts'
import type { Contact, LineState } from '../state.ts'
import type { Millis, TrackingLevel } from '../types.ts'
import { emptyAt } from './battery.ts'

const within: Record<TrackingLevel, ParameterName> = {
  active: 'contactActive',
  passive: 'contactPassive',
  'on-demand': 'contactOnDemand',
}

/**
 * No contact for N minutes, by tracking level (monitoring rule 4; field 8: dead devices unnoticed for weeks). It counts
 * on the time messages came: what a unit stored and sent later was no contact meanwhile. An equipment matter first
 * (field 6). One cause, one incident: an empty battery is `battery-dead` in the battery's incident and not also
 * `no-contact`; a unit that was switched off has said so already.
 */
export const silence: Detector<LineState, Contact> = {
  name: 'silence',
  onInput(state, input, moment) {
    if (state.silent) heardAgain(state, input, moment)
    if (state.off && !input.off) on(state, input, moment)
    if (input.off && !state.off) off(state, input, moment)
    state.heard = input.at
    state.waiting = input.at
    state.heardKey = input.key
  },
  due(state, phase) {
    if (state.waiting === null || state.silent || !phase.settings.worn) return Number.POSITIVE_INFINITY
    return state.waiting + silenceAllowed(phase)
  },
  onTime(state, moment) {
    // A unit fitted anew, or of another level since, may have been due already: it is from now on.
    const at = Math.max(state.waiting! + silenceAllowed(moment.phase), moment.phase.from)
    const empty = batteryIsLikely(state, at, moment)
    if (state.off) state.silent = state.off
    else if (empty) state.silent = dead(state, at, empty, moment)
    else state.silent = silent(state, at, moment)
  },
  onPhase(state, before, moment) {
    const { worn } = moment.phase.settings
    // Silence counts from the fitting of a unit, and is nothing to anybody when it is taken off.
    if (worn && before?.settings.worn !== true) state.waiting = moment.now
    if (!worn && state.silent) ended(state, moment.now, 'cleared', 'The unit is no longer worn.', [], moment)
  },
}

/** How long a unit may be silent, by its level. */
export const silenceAllowed = (phase: Phase): Millis => phase.parameters[within[phase.settings.level]] * 1000

type Emptiness = { emptyAt: Millis | null; level: number }

/** The battery is the likeliest cause when it was critical, or was to be empty by now. */
function batteryIsLikely(state: LineState, at: Millis, moment: Moment): Emptiness | null {
  if (state.level === null || state.charging) return null
  const empty = emptyAt(state)
  const likely = state.critical !== null || state.level <= moment.phase.parameters.batteryCritical
  return likely || (empty !== null && empty <= at) ? { emptyAt: empty, level: state.level } : null
}

function silent(state: LineState, at: Millis, moment: Moment) {
  return moment.say(state, {
    ...told(state, at, moment),
    kind: 'no-contact',
    cause: 'unit-silent',
    group: 'contact',
  })
}

function dead(state: LineState, at: Millis, empty: Emptiness, moment: Moment) {
  const about = told(state, at, moment)
  return moment.say(state, {
    ...about,
    kind: 'battery-dead',
    why: `${about.why} The battery was at ${Math.round(empty.level * 100)} per cent when last heard.`,
    values: { ...about.values, ...empty },
    cause: 'battery',
    group: 'battery',
  })
}

function told(state: LineState, at: Millis, moment: Moment) {
  const minutes = Math.round((at - state.waiting!) / 60_000)
  return {
    at,
    why: `Nothing was heard of the unit for ${minutes} minutes.`,
    inputs: state.heardKey === null ? [] : [state.heardKey],
    parameters: [within[moment.phase.settings.level]],
    values: { lastContact: state.heard, level: moment.phase.settings.level },
  }
}

function heardAgain(state: LineState, input: Contact, moment: Moment): void {
  const minutes = Math.round((input.at - state.waiting!) / 60_000)
  ended(state, input.at, 'restored', `Heard again after ${minutes} minutes.`, [input.key], moment)
}

function ended(
  state: LineState,
  at: Millis,
  kind: 'restored' | 'cleared',
  why: string,
  inputs: readonly string[],
  moment: Moment,
): void {
  const alarm = state.silent!
  state.silent = null
  // A unit that was switched off ends its own alarm.
  if (alarm.alarm === state.off?.alarm) return
  const group = alarm.kind === 'battery-dead' ? 'battery' : 'contact'
  moment.say(state, {
    kind,
    at,
    detail: 'contact',
    why,
    inputs,
    values: { lastContact: state.heard },
    ends: alarm.alarm,
    group,
  })
  // The battery's own incident goes on until the battery has recovered.
  if (group === 'contact' || !state.low) moment.endIncident(state, group, at)
}

function off(state: LineState, input: Contact, moment: Moment): void {
  state.off = moment.say(state, {
    kind: 'shut-down',
    at: input.measured,
    why: 'The unit reports that it is being switched off.',
    inputs: [input.key],
    cause: 'shut-down',
    group: 'contact',
    by: { at: input.measured, received: input.received },
  })
}

function on(state: LineState, input: Contact, moment: Moment): void {
  moment.say(state, {
    kind: 'restored',
    at: input.at,
    detail: 'off',
    why: 'The unit is on again.',
    inputs: [input.key],
    ends: state.off!.alarm,
    group: 'contact',
  })
  state.off = null
  moment.endIncident(state, 'contact', input.at)
}
