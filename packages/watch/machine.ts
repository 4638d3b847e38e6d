import type { Moment } from './moment.ts'
import type { Phase } from './settings/phases.ts'
import type { Millis } from './types.ts'

/**
 * One small concern. It reads and writes its own part of the state and speaks through `moment.say`. What it does not
 * need it leaves out.
 */
export interface Detector<S, I> {
  readonly name: string
  /** A message, an event or a fix, in order. */
  onInput?(state: S, input: I, moment: Moment): void
  /** When the mere passing of time will matter next; `Infinity` when it will not. */
  due?(state: S, phase: Phase): Millis
  /** That time has come. Afterwards `due` must lie later. */
  onTime?(state: S, moment: Moment): void
  /** Other zones, level or parameters are in force from `moment.now` on. `before` is null at the very beginning. */
  onPhase?(state: S, before: Phase | null, moment: Moment): void
}

/** Whether an input is about the person at all, at its time. */
export type Admission<S, I> = (state: S, input: I, moment: Moment) => boolean

interface Timed {
  at: Millis
}

/** Detectors over one state, in their order. */
export class Machine<S extends Timed, I extends { at: Millis }> {
  private readonly detectors: readonly Detector<S, I>[]
  private readonly timed: readonly Detector<S, I>[]
  private readonly admits: Admission<S, I>
  /** Before anything has come. */
  readonly initial: Readonly<S>

  constructor(detectors: readonly Detector<S, I>[], admits: Admission<S, I>, initial: Readonly<S>) {
    this.initial = initial
    this.detectors = detectors
    this.admits = admits
    this.timed = detectors.filter((detector) => detector.due)
  }

  /** When time alone will next change something. Before anything came in, that is when a unit was fitted. */
  due(state: S, moment: Moment): Millis {
    if (state.at === 0) return moment.timeline.begins ?? Number.POSITIVE_INFINITY
    const phase = moment.timeline.phaseAt(state.at)
    return Math.min(phase.to, this.dueIn(state, phase))
  }

  /** Brings the state up to an input and takes it in. What is due at that very instant waits: the input may undo it. */
  take(state: S, input: I, moment: Moment): void {
    this.advance(state, input.at, false, moment)
    moment.now = input.at
    if (!this.admits(state, input, moment)) return
    for (const detector of this.detectors) detector.onInput?.(state, input, moment)
  }

  /** Lets time pass until `to`; with what is due at `to` itself when `including`. */
  advance(state: S, to: Millis, including: boolean, moment: Moment): void {
    if (state.at === 0) this.begin(state, Math.min(to, moment.timeline.begins ?? to), moment)
    moment.phase = moment.timeline.phaseAt(state.at)
    for (;;) {
      const due = Math.max(this.dueIn(state, moment.phase), state.at)
      const edge = moment.phase.to
      if (due < edge && (due < to || (including && due === to))) this.ring(state, due, moment)
      else if (edge <= to) this.cross(state, edge, moment)
      else break
    }
    state.at = to
    moment.now = to
  }

  private dueIn(state: S, phase: Phase): Millis {
    let due = Number.POSITIVE_INFINITY
    for (const detector of this.timed) {
      const one = detector.due!(state, phase)
      if (one < due) due = one
    }
    return due
  }

  private begin(state: S, at: Millis, moment: Moment): void {
    state.at = at
    moment.now = at
    moment.phase = moment.timeline.phaseAt(at)
    for (const detector of this.detectors) detector.onPhase?.(state, null, moment)
  }

  private ring(state: S, at: Millis, moment: Moment): void {
    state.at = at
    moment.now = at
    for (const detector of this.timed) {
      if (detector.due!(state, moment.phase) <= at) detector.onTime!(state, moment)
    }
  }

  private cross(state: S, at: Millis, moment: Moment): void {
    const before = moment.phase
    state.at = at
    moment.now = at
    moment.phase = moment.timeline.phaseAt(at)
    for (const detector of this.detectors) detector.onPhase?.(state, before, moment)
  }
}
