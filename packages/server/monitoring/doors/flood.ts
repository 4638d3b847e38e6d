// A bucket of tokens for each sender: what comes too fast is refused with a time to come back, before it is read.

interface Bucket {
  tokens: number
  at: number
}

/** How much a sender may send: so many at once, and so many a second for ever. */
export interface Allowance {
  burst: number
  perSecond: number
}

/** A unit: a day's backlog of one-minute fixes in single messages passes, a unit gone mad does not. */
export const ofUnit: Allowance = { burst: 3_000, perSecond: 20 }
/** A server that speaks for many units. */
export const ofForwarder: Allowance = { burst: 60_000, perSecond: 5_000 }
/** Somebody who guesses secrets. */
export const ofStranger: Allowance = { burst: 30, perSecond: 0.5 }

/** Buckets in memory at most; the fullest have nothing to remember. */
const mostBuckets = 100_000

/** Who has how much left. */
export class Flood {
  readonly #buckets = new Map<string, Bucket>()
  readonly #allowance: Allowance

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  /** Takes one token. @returns 0, or the seconds after which there is one again */
  take(name: string, now: number): number {
    const { burst, perSecond } = this.#allowance
    const bucket = this.#filled(name, now)
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond)
    bucket.tokens = Math.min(burst, bucket.tokens) - 1
    return 0
  }

  /** Whether there is a token left, without taking it. */
  has(name: string, now: number): boolean {
    return this.#filled(name, now).tokens >= 1
  }

  #filled(name: string, now: number): Bucket {
    const { burst, perSecond } = this.#allowance
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    if (!this.#buckets.has(name) && this.#buckets.size >= mostBuckets) this.#clear(now)
    this.#buckets.set(name, bucket)
    return bucket
  }

  /** Forgets who is full again. */
  #clear(now: number): void {
    const { burst, perSecond } = this.#allowance
    for (const [name, { tokens, at }] of this.#buckets) {
      if (tokens + ((now - at) / 1000) * perSecond >= burst) this.#buckets.delete(name)
    }
    if (this.#buckets.size >= mostBuckets) this.#buckets.clear()
  }
}
