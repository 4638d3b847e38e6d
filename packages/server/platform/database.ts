import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { DB } from './schema.gen.ts'

/** All tables and views, as generated from the migrated database. */
export type { DB } from './schema.gen.ts'

/**
 * The part of the database a room may name: its own tables and every room's published views. Naming another
 * room's table does not compile.
 */
export type RoomDb<Room extends string> = Pick<
  DB,
  Extract<keyof DB, `${Room}.${string}` | `${string}.v_${string}`>
>

/** A running transaction as a room sees it. */
export type RoomTx<Room extends string> = Transaction<RoomDb<Room>>

/** A running transaction as a screen that spans rooms sees it: published views only. */
export type ViewTx = RoomTx<'desk'>

/** Any room's transaction, cut down to the published views: for functions that every room may call. */
export function viewsOf<Room extends string>(tx: RoomTx<Room>): ViewTx {
  return tx as unknown as ViewTx
}

const { builtins } = pg.types

// `pg` reads a date as local midnight, which is another day in another time zone. Set once, for all.
pg.types.setTypeParser(builtins.DATE, (text) => Temporal.PlainDate.from(text) as never)
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => instantFromDatabase(text) as never)
pg.types.setTypeParser(builtins.INT8, (text) => checkedInteger(text) as never)

function instantFromDatabase(text: string): Temporal.Instant {
  // PostgreSQL prints '2026-03-02 10:11:12.123456+00'; the session's time zone is UTC.
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

function checkedInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database holds ${text}, which is too large to count with.`)
  return value
}

const sessionSettings = {
  timezone: 'UTC',
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  // Views over views are more tables than the planner orders by itself, and it then reads whole tables of people for
  // one of them. A plan takes longer to find so, and is kept.
  join_collapse_limit: 20,
  from_collapse_limit: 20,
  geqo: 'off',
}

/**
 * A pool of connections for one role. Parameters that are Temporal values go over as text.
 * @param url a PostgreSQL URL with that role's name and password
 * @param max connections at most
 */
export function openDatabase(
  url: string,
  max = 10,
): { db: Kysely<DB>; pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: Object.entries(sessionSettings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: 'inlieu',
  })
  // A connection that dies is replaced at the next use: while idle the pool tells of it, while in use and between
  // two statements the connection itself. Without listeners either ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: temporalPool(pool) }) })
  return { db, pool, close: () => db.destroy() }
}

// Connections lost or refused, and the server's own words for going down and coming up.
const awayCodes =
  /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
const awayWords = /^Connection terminated|not queryable|^timeout exceeded when trying to connect/

/** Whether an error says that the database is away or just coming back, and nothing of what was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return awayCodes.test(String(code)) || awayWords.test(String(message))
}

/** Statements that are kept planned on each connection; a further one is planned anew each time it is asked. */
const mostKept = 400
/** Askings before a statement is kept: those whose text differs each time never are. */
const askedBeforeKept = 5

/**
 * Names a statement for the server to keep its plan, which takes longer to make than most answers to read. Its
 * text is its identity; what varies is in the parameters.
 */
function keptStatements(): (text: string) => string | undefined {
  const asked = new Map<string, number>()
  return (text) => {
    const before = asked.get(text)
    if (before === undefined && asked.size >= mostKept) return undefined
    asked.set(text, (before ?? 0) + 1)
    return before !== undefined && before >= askedBeforeKept
      ? createHash('sha256').update(text).digest('hex').slice(0, 32)
      : undefined
  }
}

function temporalPool(pool: pg.Pool) {
  const nameOf = keptStatements()
  return {
    async connect() {
      const client = await pool.connect()
      return {
        query: (text: string, parameters: readonly unknown[]) => {
          const name = nameOf(text)
          return client.query({ ...(name ? { name } : {}), text, values: parameters.map(toParameter) })
        },
        release: () => client.release(),
      } as never
    },
    end: () => pool.end(),
  } as never
}

function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString()
  return value
}
