import { setTimeout as pause } from 'node:timers/promises'
import { errorText } from './failure.ts'

/** A part of the instance that runs: how it ended is told in a few words. */
export interface Running {
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** After a first quick restart the waits double up to this. */
const SHORTEST_WAIT_MS = 100
const LONGEST_WAIT_MS = 15_000
/** A part that ran this long was healthy: its next death starts again with the shortest wait. */
const HEALTHY_MS = 30_000

/** Keeps one part of the instance running: when it dies it is started again, alone. */
export class Supervised {
  readonly name: string
  readonly #start: () => Promise<Running>
  readonly #report: (line: string) => void
  readonly #stopping = new AbortController()
  #running: Running | null = null
  #life: Promise<void> = Promise.resolve()

  constructor(name: string, start: () => Promise<Running>, report: (line: string) => void) {
    this.name = name
    this.#start = start
    this.#report = report
  }

  /** The first start; its failure is the caller's matter. Later ones are retried for as long as it takes. */
  async start(): Promise<void> {
    this.#running = await this.#start()
    this.#life = this.#keepAlive()
  }

  /** How the part that runs now ended, once it has. */
  get ended(): Promise<string> {
    return this.#running?.ended ?? Promise.resolve('not started')
  }

  /** Stops it for good and waits until it is gone. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running?.stop()
    await this.#life
  }

  async #keepAlive(): Promise<void> {
    let wait = SHORTEST_WAIT_MS
    while (this.#running !== null) {
      const began = performance.now()
      const how = await this.#running.ended
      this.#running = null
      if (performance.now() - began > HEALTHY_MS) wait = SHORTEST_WAIT_MS
      let why = `ended (${how})`
      while (this.#running === null && !this.#stopping.signal.aborted) {
        this.#report(`${this.name} ${why}; starting it again in ${wait} ms.`)
        await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => {})
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
        if (this.#stopping.signal.aborted) return
        try {
          this.#running = await this.#start()
        } catch (error) {
          why = `did not start (${errorText(error)})`
        }
      }
      // Asked to stop while it was starting: nobody else knows of this one.
      if (this.#stopping.signal.aborted) await this.#running?.stop()
    }
  }
}
