import { evidenceMachine, lineMachine } from './detectors.ts'
import { longestJump } from './gate.ts'
import type { Machine } from './machine.ts'
import { Moment } from './moment.ts'
import { timelineOf } from './settings/timeline.ts'
import type { Contact, Evidence, Lane, WatchState } from './state.ts'
import type { Millis, TemplateLibrary } from './types.ts'

/**
 * When the mere passing of time may next change something about a person, in epoch milliseconds; `Infinity` when it will
 * not. A tick before that instant says nothing and comes to no more than `waited` gives, so it need not be stepped.
 *
 * @param library the one that the ticks would be stepped with
 * @example if (dueOf(state, library) > now) state = waited(state, now)
 */
export function dueOf(state: WatchState, library: TemplateLibrary = {}): Millis {
  const newest = Math.max(state.known, state.now)
  if (newest === 0) return 0
  const moment = new Moment(state.person, timelineOf(state.settings, library), state.known)
  return Math.min(
    dueIn(state.evidence, evidenceMachine, moment),
    dueIn(state.line, lineMachine, moment),
    // A time further off than any that can be true is for `step` to set aside.
    newest + longestJump,
  )
}

/** The state when time has come to `at` and nothing was due by then (`dueOf`): what a step of that tick would give. */
export function waited(state: WatchState, at: Millis): WatchState {
  if (at <= state.now && at <= state.known) return state
  return { ...state, now: Math.max(state.now, at), known: Math.max(state.known, at) }
}

function dueIn<S extends { at: Millis }, I extends Evidence | Contact>(
  { head, ahead }: Lane<S>,
  machine: Machine<S, I>,
  moment: Moment,
): Millis {
  return machine.due(ahead?.state ?? head, moment)
}
