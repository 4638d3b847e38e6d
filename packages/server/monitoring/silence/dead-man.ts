import { type Kysely, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { actAsOffice } from '../../access/index.ts'
import type { DB } from '../../platform/database.ts'
import { endSilence, noteSilence } from './note-silence.ts'

/** Milliseconds between two looks at the watch's sign of life. */
export const lookAtWatchEvery = 5_000
/** Milliseconds without another sign after which people are told. The queue shows it red after ten seconds. */
const silentAfter = 60_000

/**
 * Looks at the watch's sign of life. What counts is how long it stands still by this process's own clock, so that an
 * office moved in time, or two clocks apart, are no silence.
 */
export class DeadMan {
  readonly #db: Kysely<DB>
  #seen: string | null | undefined
  #since = 0
  #isSilent = false
  #sawMove = false

  constructor(db: Kysely<DB>) {
    this.#db = db
  }

  /** @param elapsed milliseconds of this process's own clock */
  async look(elapsed: number): Promise<void> {
    const beat = await this.#db.selectFrom('monitoring.heartbeat').select('evaluated_at').executeTakeFirst()
    const sign = beat?.evaluated_at.toString() ?? null
    if (sign !== this.#seen) {
      // The first sign that this process sees moved: a silence that an earlier process found is over as well.
      const moved = this.#seen !== undefined
      const mayStandOpen = this.#isSilent || !this.#sawMove
      this.#seen = sign
      this.#since = elapsed
      if (moved && mayStandOpen) await this.#tellAll(null)
      if (moved) {
        this.#sawMove = true
        this.#isSilent = false
      }
      return
    }
    if (this.#isSilent || elapsed - this.#since < silentAfter) return
    await this.#tellAll({ lastEvaluatedAt: beat?.evaluated_at ?? null })
    this.#isSilent = true
  }

  /** Every agency is told; one that fails keeps no other waiting. */
  async #tellAll(silence: { lastEvaluatedAt: Temporal.Instant | null } | null): Promise<void> {
    const { rows } = await sql<{
      agency_id: string
    }>`select agency_id from access.agencies_for_worker()`.execute(this.#db)
    const failures: unknown[] = []
    for (const { agency_id: agencyId } of rows) {
      const acted = silence
        ? actAsOffice(this.#db, agencyId, noteSilence, silence)
        : actAsOffice(this.#db, agencyId, endSilence, {})
      await acted.catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `The silence of the watch, in ${failures.length} offices`)
  }
}
