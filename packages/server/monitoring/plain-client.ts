import { CompiledQuery } from 'kysely'
import type { RoomTx } from '../platform/database.ts'

/**
 * A connection inside a transaction, as both the watch (a client of `pg`, role `inlieu_ingest`) and a verb of the
 * office (Kysely) can give it: for what either does in its own transaction.
 */
export interface PlainClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** A verb's transaction, for what runs on a plain connection. */
export const plainClient = (tx: RoomTx<'monitoring'>): PlainClient => ({
  query: async (text, values = []) => {
    const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
    return { rows }
  },
})
