import {
  dueOf,
  type Happening,
  type Input,
  initialState,
  preparedOf,
  step,
  type TemplateLibrary,
  type WatchState,
  waited,
} from '@inlieu/watch'

/** Ticks are spread over so many slots, one a second: everybody's time is let pass each twenty seconds. */
export const slots = 20

/** The slot of a person: the same in every process, so that a run after a crash lets pass the same time. */
export function slotOf(personId: string): number {
  return Number.parseInt(personId.slice(0, 8), 16) % slots
}

/** One person as the watch holds them. */
export interface Followed {
  readonly agencyId: string
  /** Ticks of this slot are theirs. */
  readonly slot: number
  /** As the last step left it; `stateNow` is as the last tick left it. */
  readonly state: WatchState
  /** Kept for the collector's sake; the watch finds it by itself. */
  readonly prepared: readonly object[]
  /** Epoch milliseconds: a tick before this would say nothing, and is not stepped. 0 where it is not known. */
  readonly due: number
  /** The newest tick on record that was not stepped, in epoch milliseconds; 0 where each was. */
  readonly passed: number
  /** Alarms that stand, by key: what is the matter now. */
  readonly matters: ReadonlyMap<string, string>
  /** The commit after which the state was last written down, and when (epoch milliseconds). */
  readonly snapshot: { batch: number; at: number }
}

/** What came of a person's inputs: nothing of it holds before the commit. */
export interface Evaluated {
  personId: string
  followed: Followed
  happenings: Happening[]
}

/** Nothing is the matter: with nearly everybody, nearly always. */
const nothing: Followed['matters'] = new Map()

/** Somebody of whom nothing is known yet. */
export function newcomer(agencyId: string, personId: string): Followed {
  return {
    agencyId,
    slot: slotOf(personId),
    state: initialState(personId),
    prepared: [],
    due: 0,
    passed: 0,
    matters: nothing,
    snapshot: { batch: 0, at: 0 },
  }
}

/** A person's state with the time that passed since it was stepped. */
export function stateNow({ state, passed }: Followed): WatchState {
  return waited(state, passed)
}

/** Lets time pass for somebody of whom nothing is due by then. */
export function letWait(followed: Followed, at: number): Followed {
  return { ...followed, passed: Math.max(followed.passed, at) }
}

/** What was reckoned with templates that are others now is reckoned again at the next tick. */
export function withOtherTemplates(followed: Followed): Followed {
  return { ...followed, prepared: [], due: 0 }
}

/** Takes a person's inputs in; what was there before stays as it was. What is the matter follows from the record. */
export function evaluate(
  personId: string,
  before: Followed,
  inputs: readonly Input[],
  library: TemplateLibrary,
): Evaluated {
  const { state, happenings } = step(stateNow(before), inputs, library)
  const isPrepared = before.prepared.length > 0 && state.settings === before.state.settings
  const prepared = isPrepared ? before.prepared : preparedOf(state, library)
  const followed = { ...before, state, prepared, due: dueOf(state, library), passed: 0 }
  return { personId, happenings, followed }
}
