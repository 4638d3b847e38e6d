import type { WornUnit } from '../sacramento/notes.ts'
import type { Participant } from '../sacramento/participants.ts'
import { type KnownTruth, Life, type Measured } from './lives.ts'
import { type DoorRequest, requestsOf } from './messages.ts'

/** How a door took a request: `away` is one to be sent again, `refused` one that is not. */
export type Taken = 'taken' | 'away' | 'refused'

export interface UnitsOptions {
  /** When the demonstration began, on the office's clock (epoch milliseconds). */
  began: number
  /** Milliseconds that the office's clock is ahead of the units'. */
  ahead(): number
  /** The secret of the forwarder. */
  forwarder: string
  send(request: DoorRequest): Promise<Taken>
  /** Told what was so of somebody, before the watch can know of it. */
  keep(who: Participant, unit: WornUnit, truths: readonly KnownTruth[]): void
}

const MINUTE = 60_000
/** How far ahead a life is computed. */
const atOnce = 12 * 60 * MINUTE
/** Measurements in one message: a couple of days at a time. */
const mostInMessage = 1_000
/** Measurements that wait in a unit at most; the oldest are lost. */
const mostStored = 3_000

interface Following {
  who: Participant
  unit: WornUnit
  life: Life
  /** What is still to be sent, in the order in which it can be. */
  stored: Measured[]
  /** Until when the life is computed. */
  until: number
}

/** The units of the demonstration: each lives, measures once a minute, and sends what it can when it can. */
export class Units {
  readonly #options: UnitsOptions
  readonly #following: Following[] = []

  constructor(options: UnitsOptions) {
    this.#options = options
  }

  /** Follows somebody from `from` on (epoch milliseconds of the office's clock). */
  follow(who: Participant, unit: WornUnit, from: number): void {
    const life = new Life(who, this.#options.began)
    this.#following.push({ who, unit, life, stored: [], until: from })
  }

  get count(): number {
    return this.#following.length
  }

  /**
   * Sends what a unit stored in the past of its wearer, as one message: before anything of the present, which would
   * make it come too late.
   * @returns false while the doors take nothing
   */
  async sendPast(who: Participant, unit: WornUnit, now: number): Promise<boolean> {
    if (who.history === null) return true
    const { began, keep, send, forwarder, ahead } = this.#options
    const life = new Life(who, began)
    const every = who.history.everyMinutes
    const past = life
      .measured(unit.fittedAt, now)
      .filter(({ at }) => Math.floor(at / MINUTE) % every === 0)
      .sort((a, b) => a.at - b.at)
    for (let first = 0; first < past.length; first += mostInMessage) {
      const some = past.slice(first, first + mostInMessage)
      for (const request of requestsOf(unit, forwarder, some, ahead()))
        if ((await send(request)) === 'away') return false
    }
    keep(who, unit, life.truths(unit.fittedAt, now))
    return true
  }

  /** Lives go on at `now`, wherever they were: the office was stopped, or moved to a later day. */
  skipTo(now: number): void {
    for (const one of this.#following) Object.assign(one, { stored: [], until: now })
  }

  /** Sends everything that is due. @returns false while the doors take nothing */
  async sendDue(now: number): Promise<boolean> {
    const answers = await Promise.all(this.#following.map((one) => this.#sendOf(one, now)))
    return answers.every((open) => open)
  }

  async #sendOf(one: Following, now: number): Promise<boolean> {
    if (one.until <= now) this.#liveOn(one, now + atOnce)
    const { stored, unit } = one
    const later = stored.findIndex(({ received }) => received > now)
    const due = stored.slice(0, later < 0 ? stored.length : later)
    if (due.length === 0) return true
    const { send, forwarder, ahead } = this.#options
    for (const request of requestsOf(unit, forwarder, due, ahead())) {
      if ((await send(request)) === 'away') return false
    }
    // What was taken twice has no effect: a message that was cut off half-way is sent again whole.
    stored.splice(0, due.length)
    return true
  }

  #liveOn(one: Following, to: number): void {
    one.stored.push(...one.life.measured(one.until, to))
    this.#options.keep(one.who, one.unit, one.life.truths(one.until, to))
    one.stored.sort((a, b) => a.received - b.received)
    one.stored.splice(0, Math.max(0, one.stored.length - mostStored))
    one.until = to
    one.life.rest()
  }
}
