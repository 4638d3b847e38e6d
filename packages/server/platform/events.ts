import { type Kysely, sql } from 'kysely'
import type { DB } from './database.ts'

/** One thing that happened, as the stream carries it: ids and kind, nothing of what was typed. */
export interface StreamedEvent {
  /** Position in the stream: `<transaction>.<event>`, ordered; what a reader sends to go on from here. */
  position: string
  kind: string
  subject: Record<string, string | number>
  at: string
}

/** A place in the event stream. */
export interface Position {
  xid: bigint
  id: bigint
}

/** Parses `<transaction>.<event>`; null for anything else. */
export function parsePosition(text: string): Position | null {
  const match = /^(\d{1,20})\.(\d{1,19})$/.exec(text)
  return match ? { xid: BigInt(match[1]!), id: BigInt(match[2]!) } : null
}

/**
 * The events of one office after a position, in order, up to the commit horizon: rows of transactions that
 * might still be outdone by a slower, older one are not shown yet. Read by `id > last`, a slow transaction's
 * event would never be delivered.
 */
export async function eventsAfter(
  db: Kysely<DB>,
  agency: string,
  after: Position,
  limit = 500,
): Promise<StreamedEvent[]> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('inlieu.agency', ${agency}, true)`.execute(tx)
      const { rows } = await sql<StreamedEvent>`
        select xid::text || '.' || id::text as position, kind, subject,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from platform.event
        where agency_id = ${agency}
          and xid < pg_snapshot_xmin(pg_current_snapshot())
          and (xid, id) > (${String(after.xid)}::xid8, ${String(after.id)}::bigint)
        order by xid, id
        limit ${limit}`.execute(tx)
      return rows
    })
}

/** The end of the stream now: where a reader that wants only what comes next begins. */
export async function streamEnd(db: Kysely<DB>): Promise<Position> {
  const { rows } = await sql<{ horizon: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db)
  return { xid: BigInt(rows[0]!.horizon) - 1n, id: 9_223_372_036_854_775_807n }
}
