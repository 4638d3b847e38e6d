import type { Received } from './reading.ts'
import type { SetAsideRow } from './rows.ts'

/** What a message brought, until it is on record. */
export interface Waiting {
  readings: readonly Received[]
  asides: readonly SetAsideRow[]
  /** Called after the commit, or with what went wrong with this message alone. */
  settle(error: Error | null): void
}

/** More than this waiting, and senders are asked to come back: better than an answer that takes minutes. */
const mostWaiting = 100_000

/** Messages between the doors and the one writer. */
export class Queue {
  #waiting: Waiting[] = []
  #records = 0
  #wake: () => void = () => undefined

  /** Readings and records set aside that wait to be written. */
  get records(): number {
    return this.#records
  }

  get isFull(): boolean {
    return this.#records >= mostWaiting
  }

  /** Hands a message over; resolves when it is on record. */
  add(readings: readonly Received[], asides: readonly SetAsideRow[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ readings, asides, settle: (error) => (error ? reject(error) : resolve()) })
      this.#records += readings.length + asides.length
      this.#wake()
    })
  }

  /** Takes messages for one commit: as many as came meanwhile, up to about `most` records. */
  take(most: number): Waiting[] {
    let records = 0
    let messages = 0
    while (messages < this.#waiting.length && (messages === 0 || records < most)) {
      const { readings, asides } = this.#waiting[messages]!
      records += readings.length + asides.length
      messages += 1
    }
    this.#records -= records
    return this.#waiting.splice(0, messages)
  }

  /** Resolves when something waits, or after `most` milliseconds. */
  async wait(most: number): Promise<void> {
    if (this.#waiting.length > 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, most)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wake = () => undefined
  }
}
