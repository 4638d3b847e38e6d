import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Who a message comes from: a unit, or a sender that names units by their serial. */
export interface Sender {
  credentialId: string
  agencyId: string
  door: string
  /** Null: a forwarder. */
  unitId: string | null
}

/** Whom a credential was made for that opened nothing. */
export interface MadeFor {
  agencyId: string
  /** Null: a forwarder's. */
  unitId: string | null
  /** Ended, and another may be in its place; else it is one of another door. */
  isReplaced: boolean
}

interface Fitting {
  personId: string
  from: number
  /** Milliseconds; infinity while it is worn. */
  to: number
}

/** How long it is remembered that a secret or a serial leads nowhere. */
const unknownFor = 5_000
/** Of those at most so many: a flood of guesses must not fill the memory. */
const mostUnknown = 10_000

/**
 * The units, who wears them and how they get in, held in memory: each message asks. What the office changes comes as
 * `told` rows of the kind `unit`; what is not known is looked up once.
 */
export class Directory {
  readonly #pool: pg.Pool
  readonly #senders = new Map<string, Sender>()
  readonly #serials = new Map<string, string>()
  readonly #fittings = new Map<string, Fitting[]>()
  readonly #unknown = new Map<string, number>()

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** Reads everything that is in force. */
  async load(): Promise<void> {
    await this.#read(null)
  }

  /** Reads a unit again: its credentials, its serial, its wearers. */
  async refresh(unitId: string): Promise<void> {
    await this.#read(unitId)
    this.#unknown.clear()
  }

  /** Reads the senders without a unit of their own again; they are few, and nobody tells of them. */
  async refreshForwarders(): Promise<void> {
    const { rows } = await this.#pool.query<SenderRow>(`${senderQuery} and unit_id is null`)
    for (const [digest, sender] of this.#senders) if (sender.unitId === null) this.#senders.delete(digest)
    for (const row of rows) this.#senders.set(row.digest, senderOf(row))
  }

  /** Whether a secret is one of those in memory: asked before anything is looked up for a stranger. */
  knows(secret: string | null): boolean {
    return secret !== null && this.#senders.has(digestOf(secret))
  }

  /** The sender behind a secret at a door; null when the secret opens nothing there. */
  async senderOf(secret: string, door: string, now: number): Promise<Sender | null> {
    const digest = digestOf(secret)
    const found = this.#senders.get(digest)
    if (found) return found.door === door ? found : null
    if (this.#isUnknown(digest, now)) return null
    const { rows } = await this.#pool.query<SenderRow>(`${senderQuery} and digest = decode($1, 'hex')`, [
      digest,
    ])
    if (!rows[0]) {
      this.#forget(digest, now)
      return null
    }
    this.#senders.set(digest, senderOf(rows[0]))
    if (rows[0].unit_id) await this.#read(rows[0].unit_id)
    return rows[0].door === door ? senderOf(rows[0]) : null
  }

  /**
   * Whose a secret is that opened nothing: one that was replaced, or one of another door. For the record; who sent it is
   * not told. Null: nobody's.
   */
  async madeFor(secret: string): Promise<MadeFor | null> {
    const { rows } = await this.#pool.query<MadeFor>(
      `select agency_id as "agencyId", unit_id as "unitId", ended_at is not null as "isReplaced"
       from equipment.credential where digest = decode($1, 'hex')`,
      [digestOf(secret)],
    )
    return rows[0] ?? null
  }

  /** The unit with a serial in an agency; null when there is none. */
  async unitOf(agencyId: string, serial: string, now: number): Promise<string | null> {
    const name = `${agencyId} ${serial}`
    const found = this.#serials.get(name)
    if (found) return found
    if (this.#isUnknown(name, now)) return null
    const { rows } = await this.#pool.query<{ id: string }>(
      'select id from equipment.unit where agency_id = $1 and serial = $2',
      [agencyId, serial],
    )
    if (!rows[0]) {
      this.#forget(name, now)
      return null
    }
    await this.#read(rows[0].id)
    return rows[0].id
  }

  /** Who wore a unit at an instant (event time): after a hand-over, late messages are still of the one before. */
  wearerAt(unitId: string, at: number): string | null {
    return this.#fittings.get(unitId)?.find(({ from, to }) => from <= at && at < to)?.personId ?? null
  }

  #isUnknown(name: string, now: number): boolean {
    const until = this.#unknown.get(name)
    return until !== undefined && now < until
  }

  #forget(name: string, now: number): void {
    if (this.#unknown.size >= mostUnknown) this.#unknown.clear()
    this.#unknown.set(name, now + unknownFor)
  }

  async #read(unitId: string | null): Promise<void> {
    const of = unitId === null ? [] : [unitId]
    const only = (column: string) => (unitId === null ? '' : ` and ${column} = $1`)
    const units = await this.#pool.query<{ agency_id: string; id: string; serial: string }>(
      `select agency_id, id, serial from equipment.unit where true${only('id')}`,
      of,
    )
    const senders = await this.#pool.query<SenderRow>(`${senderQuery}${only('unit_id')}`, of)
    const fittings = await this.#pool.query<FittingRow>(
      `${fittingQuery}${only('unit_id')} order by fitted_at desc`,
      of,
    )
    // In one go: a message that comes while this is read is judged by what was known before, never by half of it.
    for (const { agency_id, id, serial } of units.rows) {
      this.#serials.set(`${agency_id} ${serial}`, id)
      this.#fittings.set(id, [])
    }
    for (const [digest, sender] of this.#senders) {
      if (unitId === null || sender.unitId === unitId) this.#senders.delete(digest)
    }
    for (const row of senders.rows) this.#senders.set(row.digest, senderOf(row))
    for (const { unit_id, person_id, from, to } of fittings.rows) {
      this.#fittings.get(unit_id)?.push({ personId: person_id, from, to: to ?? Number.POSITIVE_INFINITY })
    }
  }
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

interface FittingRow {
  unit_id: string
  person_id: string
  from: number
  to: number | null
}

const fittingQuery = `select unit_id, person_id, (extract(epoch from fitted_at) * 1000)::float8 as from,
  (extract(epoch from removed_at) * 1000)::float8 as to
  from equipment.fitting where true`

interface SenderRow {
  digest: string
  id: string
  agency_id: string
  door: string
  unit_id: string | null
}

const senderQuery = `select encode(digest, 'hex') as digest, id, agency_id, door, unit_id
  from equipment.credential where ended_at is null`

const senderOf = ({ id, agency_id, door, unit_id }: SenderRow): Sender => ({
  credentialId: id,
  agencyId: agency_id,
  door,
  unitId: unit_id,
})
