import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { simulate } from '@inlieu/simulator'
import type { DeviceInput, Fix, Settings } from '@inlieu/watch'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

/** Somebody who is followed, with everything their unit will say and when it comes. */
export interface Followed {
  personId: string
  unitId: string
  secret: string
  settings: Partial<Settings>
  /** In the order in which they come. */
  messages: (Fix | DeviceInput)[]
}

/** The simulated days of so many people. The same seed gives the same days; ids are new each time unless given. */
export function people(count: number, days: number, from: number, ids?: readonly Followed[]): Followed[] {
  return Array.from({ length: count }, (_, n) => {
    const { settings, inputs } = simulate(n + 1, days, { from, looseStrap: n % 3 === 0 })
    const messages = inputs.filter((one) => one.kind === 'fix' || one.kind === 'device')
    const known = ids?.[n]
    return {
      personId: known?.personId ?? randomUUID(),
      unitId: known?.unitId ?? randomUUID(),
      secret: known?.secret ?? randomBytes(32).toString('base64url'),
      settings,
      messages,
    }
  })
}

/**
 * Lays out an agency whose people wear units, and tells the watch what binds them, straight into the tables: the proof
 * is of the path behind the doors.
 */
export async function layOut(
  ownerUrl: string,
  agencyId: string,
  followed: readonly Followed[],
  from: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const at = Temporal.Instant.fromEpochMilliseconds(from).toString()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('inlieu.agency', $1, true), set_config('inlieu.verb', 'proof.lay-out', true)`,
      [agencyId],
    )
    await client.query(
      `insert into access.agency (id, slug, name, county, state, time_zone, is_demonstration) values ($1, $2, 'Proof', 'Nowhere', 'CA', 'America/Phoenix', true)`,
      [agencyId, `proof-${agencyId.slice(0, 8)}`],
    )
    const account = randomUUID()
    await client.query(
      `insert into access.account (agency_id, id, username, display_name, password_hash, created_at) values ($1, $2, $3, 'Proof', '', $4)`,
      [agencyId, account, `proof-${agencyId.slice(0, 8)}`, at],
    )
    const model = randomUUID()
    await client.query(
      `insert into equipment.model (agency_id, id, maker, name, kind, positions, levels, added_at) values ($1, $2, 'Proof', 'One', 'gps', true, '{active}', $3)`,
      [agencyId, model, at],
    )
    const enrolments = followed.map(() => randomUUID())
    for (const [n, { personId, unitId, secret, settings }] of followed.entries()) {
      await client.query(
        `insert into people.person (agency_id, id, family_name, given_names, created_at) values ($1, $2, $3, 'Proof', $4)`,
        [agencyId, personId, `Person ${n}`, at],
      )
      await client.query(
        `insert into programs.enrolment (agency_id, id, person_id, pack, number, opened_on, opened_at) values ($1, $2, $3, 'sacramento/home-detention', $4, $5::timestamptz::date, $5)`,
        [agencyId, enrolments[n], personId, `P-${n}`, at],
      )
      await client.query(
        `insert into equipment.unit (agency_id, id, model_id, serial, acquired_on) values ($1, $2, $3, $4, $5::timestamptz::date)`,
        [agencyId, unitId, model, `PROOF-${n}`, at],
      )
      await client.query(
        `insert into equipment.fitting (agency_id, id, unit_id, person_id, enrolment_id, level, fitted_at, fitted_by) values ($1, $2, $3, $4, $5, 'active', $6, $7)`,
        [agencyId, randomUUID(), unitId, personId, enrolments[n], at, account],
      )
      await client.query(
        `insert into equipment.credential (agency_id, id, unit_id, door, digest, hint, made_at) values ($1, $2, $3, 'json', $4, '0000', $5)`,
        [agencyId, randomUUID(), unitId, createHash('sha256').update(secret).digest(), at],
      )
      const change = { ...settings, worn: true, devices: [unitId] }
      await client.query(
        `insert into monitoring.told (agency_id, kind, person_id, at, told_at, content) values ($1, 'input', $2, $3, $3, $4)`,
        [agencyId, personId, at, JSON.stringify({ kind: 'setting', change })],
      )
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** A message as the plain door takes it: without what is ours to say. */
export function recordOf(message: Fix | DeviceInput): Record<string, unknown> {
  const { key: _key, received: _received, kind: _kind, device: _device, ...record } = message
  return record
}
