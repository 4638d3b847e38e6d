import type { Machine } from './machine.ts'
import type { Moment } from './moment.ts'
import { compareInputs, type Ordered, placeOf } from './order.ts'
import type { Timeline } from './settings/timeline.ts'
import type { AsideMade, Lane, Made } from './state.ts'
import type { Millis } from './types.ts'

type Taken = Ordered & { readonly received: Millis }

/** Four snapshots in a horizon: a late input runs again at most what came since the one before it. */
const SNAPSHOTS_IN_A_HORIZON = 4

/** What was said before and is said now, since the instant that was gone back to. */
export interface Rerun {
  before: readonly Made[]
  after: readonly Made[]
  asideBefore: readonly AsideMade[]
  asideAfter: readonly AsideMade[]
  /** Up to here the lane had come before: what is found new before this was found late. */
  reached: Millis
  /** Whether anything was run again. */
  again: boolean
}

/**
 * Takes sorted inputs into a lane. What is newer than the head runs on from it. What is older is put in its place, and
 * all since the snapshot before it is run again (monitoring rule 1). What is known already has no effect.
 *
 * @param redoFrom settings changed from this instant on: run again what lies after it
 */
export function takeIn<S extends { at: Millis }, I extends Taken>(
  lane: Lane<S, I>,
  machine: Machine<S, I>,
  inputs: readonly I[],
  redoFrom: Millis,
  moment: Moment,
): { lane: Lane<S, I>; rerun: Rerun } {
  const next = new Working(lane, machine, moment)
  const reached = lane.head.at
  const older = next.putOlder(inputs)
  const from = Math.min(older, redoFrom)
  const again = from <= reached
  if (again) next.goBack(from, inputs)
  const kept = again ? next.made.length : lane.made.length
  const asideKept = again ? next.aside.length : lane.aside.length
  next.run(again)
  const rerun = {
    before: [...lane.made.slice(kept), ...(lane.ahead?.made ?? [])],
    after: moment.made.slice(),
    asideBefore: lane.aside.slice(asideKept),
    asideAfter: moment.aside.slice(),
    reached: Math.max(reached, lane.ahead?.state.at ?? 0),
    again,
  }
  return { lane: next.finish(), rerun }
}

/** Lets time pass beyond the head, on a copy: what comes in later, though measured earlier, still runs on from the head. */
export function letPass<S extends { at: Millis }, I extends Taken>(
  lane: Lane<S, I>,
  machine: Machine<S, I>,
  now: Millis,
  moment: Moment,
): Lane<S, I> {
  const from = lane.ahead?.state ?? lane.head
  if (now < from.at || machine.due(from, moment) > now) return lane
  const state = { ...from }
  const start = moment.made.length
  machine.advance(state, now, true, moment)
  return { ...lane, ahead: { state, made: [...(lane.ahead?.made ?? []), ...moment.made.slice(start)] } }
}

/** A lane being changed. */
class Working<S extends { at: Millis }, I extends Taken> {
  private readonly machine: Machine<S, I>
  private readonly moment: Moment
  private snapshots: { at: Millis; state: S }[]
  private log: I[]
  private head: S
  private fresh: I[] = []
  private horizon: Millis
  made: Made[]
  aside: AsideMade[]

  constructor(lane: Lane<S, I>, machine: Machine<S, I>, moment: Moment) {
    this.machine = machine
    this.moment = moment
    this.snapshots = lane.snapshots.slice()
    this.log = lane.log.slice()
    this.head = { ...lane.head }
    this.made = lane.made.slice()
    this.aside = lane.aside.slice()
    this.horizon = horizonAt(moment.timeline, lane.head.at)
  }

  /** Puts what is older than the head into the log; what is newer waits. The oldest new one's time. */
  putOlder(inputs: readonly I[]): Millis {
    let oldest = Number.POSITIVE_INFINITY
    for (const input of inputs) {
      const last = this.log.at(-1)
      if (last ? compareInputs(input, last) > 0 : input.at > this.snapshots.at(-1)!.at) {
        const waiting = this.fresh.at(-1)
        if (!waiting || compareInputs(input, waiting) > 0) this.fresh.push(input)
        continue
      }
      // Behind the oldest snapshot nothing can be run again.
      if (input.at <= this.snapshots[0]!.at) continue
      const place = placeOf(this.log, input)
      if (place.known) continue
      this.log.splice(place.at, 0, input)
      oldest = Math.min(oldest, input.at)
    }
    return oldest
  }

  /** Back to the newest snapshot before `from`; what came after it waits to be run again. */
  goBack(from: Millis, inputs: readonly I[]): void {
    while (this.snapshots.length > 1 && this.snapshots.at(-1)!.at >= from) this.snapshots.pop()
    const { at, state } = this.snapshots.at(-1)!
    this.head = { ...state }
    const first = this.log.findIndex((input) => input.at > at)
    if (first >= 0) this.fresh = [...this.log.splice(first), ...this.fresh]
    this.made = this.made.filter((one) => one.by <= at)
    this.aside = this.aside.filter((one) => one.by <= at)
    for (const input of inputs) this.moment.known = Math.max(this.moment.known, input.received)
  }

  run(again: boolean): void {
    const { moment } = this
    for (const input of this.fresh) {
      if (input.at > this.head.at) this.snapshot()
      if (!again && input.received > moment.known) moment.known = input.received
      this.machine.take(this.head, input, moment)
      this.log.push(input)
    }
  }

  private snapshot(): void {
    const { at } = this.head
    if (at < this.snapshots.at(-1)!.at + this.horizon / SNAPSHOTS_IN_A_HORIZON || at === 0) return
    this.horizon = horizonAt(this.moment.timeline, at)
    this.snapshots.push({ at, state: { ...this.head } })
    let oldest = 0
    while (oldest + 1 < this.snapshots.length && this.snapshots[oldest + 1]!.at < at - this.horizon)
      oldest += 1
    if (oldest === 0) return
    this.snapshots.splice(0, oldest)
    this.forget(this.snapshots[0]!.at)
  }

  private forget(until: Millis): void {
    const first = this.log.findIndex((input) => input.at > until)
    this.log.splice(0, first < 0 ? this.log.length : first)
    this.made = this.made.filter((one) => one.by > until)
    this.aside = this.aside.filter((one) => one.by > until)
  }

  finish(): Lane<S, I> {
    const { snapshots, log, head, made, aside, moment } = this
    const until = snapshots[0]!.at
    const said = moment.made.filter((one) => one.by > until)
    const put = moment.aside.filter((one) => one.by > until)
    return { snapshots, log, head, made: [...made, ...said], aside: [...aside, ...put], ahead: null }
  }
}

/** How far back late input may reach, in milliseconds. */
export const horizonAt = (timeline: Timeline, at: Millis): Millis =>
  timeline.phaseAt(at).parameters.horizon * 1000
