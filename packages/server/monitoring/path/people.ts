import {
  type Happening,
  type Input,
  initialState,
  step,
  type TemplateLibrary,
  type WatchState,
} from '@inlieu/watch'

/** Ticks are spread over so many slots, one a second: everybody's time is let pass each twenty seconds. */
export const slots = 20

/** The slot of a person: the same in every process, so that a run after a crash lets pass the same time. */
export function slotOf(personId: string): number {
  return Number.parseInt(personId.slice(0, 8), 16) % slots
}

/** One person as the watch holds them. */
export interface Followed {
  agencyId: string
  state: WatchState
  /** Alarms that stand, by key: what is the matter now. */
  matters: ReadonlyMap<string, string>
  /** The commit after which the state was last written down, and when (epoch milliseconds). */
  snapshot: { batch: number; at: number }
}

/** What came of a person's inputs: nothing of it holds before the commit. */
export interface Evaluated {
  personId: string
  followed: Followed
  happenings: Happening[]
}

/** Somebody of whom nothing is known yet. */
export function newcomer(agencyId: string, personId: string): Followed {
  return { agencyId, state: initialState(personId), matters: new Map(), snapshot: { batch: 0, at: 0 } }
}

/** Takes a person's inputs in; what was there before stays as it was. What is the matter follows from the record. */
export function evaluate(
  personId: string,
  before: Followed,
  inputs: readonly Input[],
  library: TemplateLibrary,
): Evaluated {
  const { state, happenings } = step(before.state, inputs, library)
  return { personId, happenings, followed: { ...before, state } }
}
