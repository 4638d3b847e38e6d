import { type Kysely, sql } from 'kysely'
import type { DB } from './database.ts'

/** One thing that happened, as the stream carries it: ids and kind, nothing of what was typed. */
export interface StreamedEvent {
  /** Position in the stream: `<transaction>.<event>.<news>`; what a reader sends to go on from here. */
  position: string
  kind: string
  subject: Record<string, string | number>
  at: string
}

/** A place in the event stream: the last event of the office's acts, and the last news of the watch. */
export interface Position {
  xid: bigint
  id: bigint
  news: bigint
}

/** The greatest number that an event can have. */
const lastId = 9_223_372_036_854_775_807n

/** Parses `<transaction>.<event>.<news>`; null for anything else. */
export function parsePosition(text: string): Position | null {
  const match = /^(\d{1,20})\.(\d{1,19})\.(\d{1,18})$/.exec(text)
  if (!match) return null
  const [xid, id, news] = [BigInt(match[1]!), BigInt(match[2]!), BigInt(match[3]!)]
  return id > lastId ? null : { xid, id, news }
}

/** Whether a position is one that the stream has not come to: of another database, or of this one before it was restored. */
export const isBeyond = (at: Position, end: Position): boolean => at.xid > end.xid || at.news > end.news

/** A position as text. */
export const positionText = ({ xid, id, news }: Position): string => `${xid}.${id}.${news}`

/**
 * What happened in one office after a position: first the events of its acts, in order, up to the commit horizon,
 * then the news of the watch. Rows of transactions that might still be outdone by a slower, older one are not shown
 * yet: read by `id > last`, a slow transaction's event would never be delivered. News are numbered by their one
 * writer and wait for no horizon: an import that takes a minute holds no alarm back.
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
      const { rows: events } = await sql<Row & { xid: string; id: string }>`
        select xid::text, id::text, kind, subject, ${atText}
        from platform.event
        where agency_id = ${agency}
          and xid < pg_snapshot_xmin(pg_current_snapshot())
          and (xid, id) > (${String(after.xid)}::xid8, ${String(after.id)}::bigint)
        order by platform.event.xid, platform.event.id
        limit ${limit}`.execute(tx)
      const { rows: news } = await sql<Row & { number: string }>`
        select number::text, kind, subject, ${atText}
        from platform.news
        where agency_id = ${agency} and number > ${String(after.news)}::bigint
        order by platform.news.number
        limit ${limit}`.execute(tx)
      return inOneLine(after, events, news)
    })
}

type Row = Omit<StreamedEvent, 'position'>

const atText = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`

/** Each with the place that whoever has read so far has come to in both. */
function inOneLine(
  from: Position,
  events: readonly (Row & { xid: string; id: string })[],
  news: readonly (Row & { number: string })[],
): StreamedEvent[] {
  let here = from
  const line: StreamedEvent[] = []
  for (const { xid, id, ...row } of events) {
    here = { ...here, xid: BigInt(xid), id: BigInt(id) }
    line.push({ ...row, position: positionText(here) })
  }
  for (const { number, ...row } of news) {
    here = { ...here, news: BigInt(number) }
    line.push({ ...row, position: positionText(here) })
  }
  return line
}

/** The end of the stream of one office now: where a reader that wants only what comes next begins. */
export async function streamEnd(db: Kysely<DB>, agency: string): Promise<Position> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('inlieu.agency', ${agency}, true)`.execute(tx)
      const { rows } = await sql<{ horizon: string; news: string }>`
        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
          (select coalesce(max(number), 0) from platform.news where agency_id = ${agency})::text as news`.execute(
        tx,
      )
      return {
        xid: BigInt(rows[0]!.horizon) - 1n,
        id: lastId,
        news: BigInt(rows[0]!.news),
      }
    })
}
