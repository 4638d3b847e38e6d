import type { Kysely } from 'kysely'
import { wallNow } from '../../platform/clock.ts'
import type { DB } from '../../platform/database.ts'

/** Milliseconds between two looks. */
const lookEvery = 2_000

/**
 * How far the demonstration was moved ahead. The program's own office clock cannot tell: it is set back while people's
 * past is entered.
 */
export class DemonstrationClock {
  readonly #db: Kysely<DB>
  #ahead = 0
  #timer: NodeJS.Timeout | null = null

  constructor(db: Kysely<DB>) {
    this.#db = db
  }

  async start(): Promise<void> {
    await this.#look()
    this.#timer = setInterval(() => void this.#look().catch(() => undefined), lookEvery)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  /** Seconds ahead of the wall. */
  get aheadSeconds(): number {
    return this.#ahead
  }

  /** The office's time in epoch milliseconds. */
  now(): number {
    return wallNow().epochMilliseconds + this.#ahead * 1000
  }

  async #look(): Promise<void> {
    const row = await this.#db
      .selectFrom('platform.demonstration_clock')
      .select('ahead_seconds')
      .executeTakeFirst()
    this.#ahead = row?.ahead_seconds ?? 0
  }
}
