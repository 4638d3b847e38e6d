import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { act, verb, type Work } from '../platform/act.ts'
import { dayIn, officeNow, wallNow } from '../platform/clock.ts'
import type { Agency, Context } from '../platform/context.ts'
import type { DB } from '../platform/database.ts'
import { permissionsOf, type Role } from './permissions.ts'
import { hashToken } from './sign-in.ts'

/** Minutes without a request that end a session. */
export const idleMinutes = 30
/** Hours after which one signs in again, busy or not. */
export const longestHours = 12

/** A session that holds, and whose it is. */
export interface Session {
  id: string
  csrf: string
  account: {
    id: string
    username: string
    displayName: string
    hasSecondFactor: boolean
    mustChangePassword: boolean
  }
  roles: Role[]
  agency: Agency
  idleEndsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** The office's own context before anyone is known: acts as no account. */
export function officeContext(agency: Agency, request: string): Context {
  const now = officeNow()
  return {
    agency,
    actor: null,
    actorName: '',
    roles: [],
    permissions: new Set(),
    request,
    reason: '',
    now,
    today: dayIn(agency.timeZone, now),
    idempotencyKey: null,
  }
}

/** The context of a signed-in request. */
export function contextOf(
  session: Session,
  request: string,
  idempotencyKey: string | null,
  reason: string,
): Context {
  return {
    ...officeContext(session.agency, request),
    actor: session.account.id,
    actorName: session.account.displayName,
    roles: session.roles,
    permissions: permissionsOf(session.roles),
    idempotencyKey,
    reason,
  }
}

/** The agency with this id, as every context carries it. */
export async function loadAgency(db: Kysely<DB>, agencyId: string): Promise<Agency> {
  return inAgency(db, agencyId, async (tx) => {
    const row = await tx
      .selectFrom('access.agency')
      .selectAll()
      .where('id', '=', agencyId)
      .executeTakeFirstOrThrow()
    return toAgency(row)
  })
}

function toAgency(row: {
  id: string
  name: string
  county: string
  state: string
  time_zone: string
  is_demonstration: boolean
  fee_basis: string
}): Agency {
  return {
    id: row.id,
    name: row.name,
    county: row.county,
    state: row.state,
    timeZone: row.time_zone,
    isDemonstration: row.is_demonstration,
    feeBasis: row.fee_basis === 'as-the-source-reads' ? 'as-the-source-reads' : 'law-as-it-stands',
  }
}

/**
 * The session a cookie's token stands for, or null: unknown, signed out, 30 minutes idle, 12 hours old, or
 * its account closed or locked meanwhile. Seen at most once a minute, so that reading does not write each time.
 * @param looking a page that only stays open (its stream) is no sign of a person and keeps no session alive
 */
export async function sessionOf(
  db: Kysely<DB>,
  token: string,
  looking: 'by-the-person' | 'by-the-page' = 'by-the-person',
): Promise<Session | null> {
  const at = wallNow()
  const { rows } = await sql<AtTheDoor>`
    select * from access.session_at_the_door(${hashToken(token)})`.execute(db)
  const row = rows[0]
  if (!row || row.locked) return null
  const idleEndsAt = row.last_seen_at.add({ minutes: idleMinutes })
  const endsAt = row.began_at.add({ hours: longestHours })
  const over = (limit: Temporal.Instant) => Temporal.Instant.compare(at, limit) >= 0
  if (over(idleEndsAt) || over(endsAt) || (row.ends_at !== null && over(row.ends_at))) return null
  if (looking === 'by-the-person' && over(row.last_seen_at.add({ minutes: 1 }))) await seen(db, row, at)
  return {
    id: row.session_id,
    csrf: row.csrf,
    account: {
      id: row.account_id,
      username: row.username,
      displayName: row.display_name,
      hasSecondFactor: row.has_second_factor,
      mustChangePassword: row.must_change_password,
    },
    roles: row.roles,
    agency: toAgency({ ...row, id: row.agency_id }),
    idleEndsAt: at.add({ minutes: idleMinutes }),
    endsAt,
  }
}

/** What the database tells of a session before the agency is known. */
interface AtTheDoor {
  session_id: string
  csrf: string
  began_at: Temporal.Instant
  last_seen_at: Temporal.Instant
  account_id: string
  username: string
  display_name: string
  has_second_factor: boolean
  must_change_password: boolean
  ends_at: Temporal.Instant | null
  locked: boolean
  roles: Role[]
  agency_id: string
  name: string
  county: string
  state: string
  time_zone: string
  is_demonstration: boolean
  fee_basis: string
}

function seen(db: Kysely<DB>, row: AtTheDoor, at: Temporal.Instant): Promise<void> {
  return inAgency(db, row.agency_id, async (tx) => {
    await tx
      .updateTable('access.session')
      .set({ last_seen_at: at })
      .where('id', '=', row.session_id)
      .execute()
  })
}

/** Ends a session on the server: its token opens nothing from then on. */
export const signOut = verb(
  'access.sign-out',
  async (work: Work<'access'>, input: { sessionId: string; at: Temporal.Instant }) => {
    await work.db
      .updateTable('access.session')
      .set({ ended_at: input.at, end_cause: 'signed-out' })
      .where('id', '=', input.sessionId)
      .where('ended_at', 'is', null)
      .execute()
    await work.emit('access.signed-out', { account: work.ctx.actor ?? '' })
  },
)

/** Runs with one agency's rows in sight, before anyone is known. The door's own transaction, not a verb's. */
async function inAgency<R>(
  db: Kysely<DB>,
  agencyId: string,
  run: (tx: Kysely<DB>) => Promise<R>,
): Promise<R> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('inlieu.agency', ${agencyId}, true)`.execute(tx)
    return run(tx)
  })
}

/** Signs out everywhere: after a password was reset, a role was taken or an account was closed. */
export async function endSessionsOf(work: Work<'access'>, accountId: string, cause: string): Promise<void> {
  await work.db
    .updateTable('access.session')
    .set({ ended_at: wallNow(), end_cause: cause })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/** For the command at the machine: an act of the office itself. */
export async function actAsOffice<Room extends string, I, R>(
  db: Kysely<DB>,
  agencyId: string,
  named: Parameters<typeof act<Room, I, R>>[2],
  input: I,
): Promise<R> {
  return act(db, officeContext(await loadAgency(db, agencyId), randomUUID()), named, input)
}
