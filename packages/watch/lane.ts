import type { Machine } from './machine.ts'
import type { Moment } from './moment.ts'
import { isAfter, lastOf, type Ordered } from './order.ts'
import type { Timeline } from './settings/timeline.ts'
import type { Lane, Made, Stretch } from './state.ts'
import { asideIn, asideOf, differenceOf, isOfAnother, stateAt, withoutFirst } from './stretches.ts'
import type { Millis } from './types.ts'

type Taken = Ordered & { readonly received: Millis }

/**
 * Three stretches in a horizon: a late input runs again what came since the beginning of its own. More would be run again
 * sooner and cost more to store.
 */
const STRETCHES_IN_A_HORIZON = 3

/** What was said before, since the instant that was gone back to. */
export interface Rerun {
  before: readonly Made[]
  asideBefore: readonly string[]
  /** Up to here the lane had come before: what is found new before this was found late. */
  reached: Millis
  /** Whether anything was run again. */
  again: boolean
}

/** What is to be taken into a lane. */
export interface Intake<I> {
  /** Not known before, sorted. */
  fresh: readonly I[]
  /** Settings changed from this instant on: run again what lies after it. */
  redoFrom: Millis
  /** All inputs after an instant, the fresh ones among them, sorted. */
  since: (from: Millis) => readonly I[]
}

/**
 * Takes inputs into a lane. What is newer than the head runs on from it. Where anything is older, all since the beginning
 * of its stretch is run again (monitoring rule 1).
 */
export function takeIn<S extends { at: Millis }, I extends Taken>(
  lane: Lane<S>,
  machine: Machine<S, I>,
  { fresh, redoFrom, since }: Intake<I>,
  moment: Moment,
): { lane: Lane<S>; rerun: Rerun } {
  const reached = lane.head.at
  // Behind the oldest stretch nothing can be run again.
  const begins = firstAfter(fresh, lane.stretches[0]!.at)
  const first = fresh[begins]
  const older =
    first && !isAfter(first, { at: reached, order: lane.last }) ? first.at : Number.POSITIVE_INFINITY
  const from = Math.min(older, redoFrom)
  const again = from <= reached
  const next = new Working(lane, machine, moment)
  if (again) {
    for (const { received } of fresh) moment.known = Math.max(moment.known, received)
    next.run(since(next.goBack(from)), true)
  } else if (first) next.run(begins === 0 ? fresh : fresh.slice(begins), false)
  const rerun = {
    before: lane.ahead ? [...next.unsaid, ...lane.ahead.made] : next.unsaid,
    asideBefore: next.unsetAside,
    reached: Math.max(reached, lane.ahead?.state.at ?? 0),
    again,
  }
  return { lane: next.finish(), rerun }
}

function firstAfter(inputs: readonly Taken[], at: Millis): number {
  let place = 0
  while (place < inputs.length && inputs[place]!.at <= at) place += 1
  return place
}

/** Lets time pass beyond the head, on a copy: what comes in later, though measured earlier, still runs on from the head. */
export function letPass<S extends { at: Millis }, I extends Taken>(
  lane: Lane<S>,
  machine: Machine<S, I>,
  now: Millis,
  moment: Moment,
): Lane<S> {
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
  private stretches: Stretch<S>[]
  private head: S
  private last: string
  private horizon: Millis
  /** How much of what the moment holds stands in the stretches already. */
  private made = 0
  private aside = 0
  /** What was said in the stretches that are run again. */
  unsaid: Made[] = []
  unsetAside: string[] = []

  constructor(lane: Lane<S>, machine: Machine<S, I>, moment: Moment) {
    this.machine = machine
    this.moment = moment
    this.stretches = lane.stretches.slice()
    this.head = { ...lane.head }
    this.last = lane.last
    this.horizon = horizonAt(moment.timeline, lane.head.at)
  }

  /** Back to the newest stretch that begins before `from`; when it begins. */
  goBack(from: Millis): Millis {
    let place = this.stretches.length - 1
    while (place > 0 && this.stretches[place]!.at >= from) place -= 1
    const again = this.stretches.splice(place)
    this.unsaid = again.flatMap((one) => one.made)
    this.unsetAside = again.flatMap((one) => asideOf(one.aside))
    this.stretches.push({ ...again[0]!, made: [], aside: '' })
    this.head = stateAt(this.stretches, this.machine.initial)
    return again[0]!.at
  }

  run(inputs: readonly I[], again: boolean): void {
    const { moment } = this
    for (const input of inputs) {
      if (input.at > this.head.at) this.beginStretch()
      if (!again && input.received > moment.known) moment.known = input.received
      this.machine.take(this.head, input, moment)
    }
    const newest = inputs.at(-1)
    if (newest) this.last = lastOf(newest).order
  }

  private beginStretch(): void {
    const { at } = this.head
    if (at === 0 || !isOfAnother(this.stretches.at(-1)!.at, at, stretchOf(this.horizon))) return
    this.keepSaid()
    const { initial } = this.machine
    this.horizon = horizonAt(this.moment.timeline, at)
    const state = differenceOf(this.head, stateAt(this.stretches, initial))
    this.stretches.push({ at, state, made: [], aside: '' })
  }

  /** Lets go of what lies behind the horizon. */
  private forget(): void {
    const { stretches } = this
    const until = this.head.at - this.horizon
    let oldest = 0
    while (oldest + 1 < stretches.length && stretches[oldest + 1]!.at < until) oldest += 1
    if (oldest > 0) this.stretches = withoutFirst(stretches, oldest)
  }

  /** What was said since is of the last stretch. */
  private keepSaid(): void {
    const { moment } = this
    if (moment.made.length === this.made && moment.aside.length === this.aside) return
    const made = moment.made.slice(this.made)
    const aside = moment.aside.slice(this.aside)
    this.made += made.length
    this.aside += aside.length
    const last = this.stretches.pop()!
    this.stretches.push({
      ...last,
      made: [...last.made, ...made],
      aside: aside.reduce((text, one) => text + asideIn(one.aside), last.aside),
    })
  }

  finish(): Lane<S> {
    this.keepSaid()
    this.forget()
    const { stretches, head, last } = this
    return { stretches, head, last, ahead: null }
  }
}

/** How long a stretch is; also where nothing late is taken at all, what is past must be let go. */
export const stretchOf = (horizon: Millis): Millis => Math.max(60_000, horizon / STRETCHES_IN_A_HORIZON)

/** How far back late input may reach, in milliseconds. */
export const horizonAt = (timeline: Timeline, at: Millis): Millis =>
  timeline.phaseAt(at).parameters.horizon * 1000
