import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import { setActor } from './act.ts'
import type { Context } from './context.ts'
import type { DB, RoomTx } from './database.ts'

/**
 * The door for reading: a read-only transaction that sees one office only. `Room` names whose tables may be
 * read besides the published views.
 * @example const person = await read<'people', Person>(db, ctx, (tx) => tx.selectFrom('people.person')…)
 */
export async function read<Room extends string, R>(
  db: Kysely<DB>,
  ctx: Context,
  query: (tx: RoomTx<Room>) => Promise<R>,
): Promise<R> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await setActor(tx, ctx, 'read')
      return query(tx as unknown as RoomTx<Room>)
    })
}

/**
 * Records that somebody looked at something that is recorded when looked at (a sealed number opened, an export).
 * Runs in the caller's writing transaction.
 */
export async function recordLook(
  tx: QueryExecutorProvider,
  look: { room: string; record: string; rowId: string; what: Record<string, unknown> },
): Promise<void> {
  await sql`select audit.write(${look.room}, ${look.record}, ${look.rowId}, 'look', ${JSON.stringify(look.what)}::jsonb)`.execute(
    tx,
  )
}
