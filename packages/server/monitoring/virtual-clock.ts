import type { FastifyInstance } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Watcher } from './path/watcher.ts'

/** The header in which a message of a proof says when it comes. */
const header = 'x-virtual-now'

/**
 * A clock that only messages move, so that a run which was killed twenty times can be compared with one that was not:
 * both are told the same times. For proofs; the launcher starts no watch with it.
 */
export class VirtualClock {
  #now: Temporal.Instant

  constructor(start: Temporal.Instant) {
    this.#now = start
  }

  now(): Temporal.Instant {
    return this.#now
  }

  /** The time of a message: what it says itself. @returns epoch milliseconds */
  timeOf(headers: Readonly<Record<string, unknown>>): number {
    const said = headers[header]
    if (typeof said !== 'string') return this.#now.epochMilliseconds
    const at = Temporal.Instant.from(said)
    if (Temporal.Instant.compare(at, this.#now) > 0) this.#now = at
    return at.epochMilliseconds
  }

  /** Adds the route by which a proof lets time pass for everybody; it is answered when that is on record. */
  serve(doors: FastifyInstance, watcher: Watcher): void {
    doors.post('/virtual-clock', async (request) => {
      await watcher.tick(Temporal.Instant.fromEpochMilliseconds(this.timeOf(request.headers)))
      return { passed: true }
    })
  }
}
