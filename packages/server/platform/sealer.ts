import { createHash } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import type pg from 'pg'

/** A seal as it leaves the database: enough to notice that a tail was cut. */
export interface SealHead {
  id: number
  untilXid: string
  rowCount: number
  hash: string
}

/** What the chain of seals begins with. */
export const chainStart = createHash('sha256').update('inlieu audit').digest()

/** The hash of a seal: over the one before it, where it ends, how many rows it closes and their root. */
export function sealHash(previous: Buffer, untilXid: string, rowCount: number, root: Buffer): Buffer {
  return createHash('sha256').update(previous).update(`|${untilXid}|${rowCount}|`).update(root).digest()
}

/**
 * Closes every audit row below the commit horizon that no seal holds yet. Rows of a running transaction wait
 * for the next call. Nothing is locked that a writer needs; two sealers at once do the work once.
 * @param headsFile each seal is appended here, outside the database
 * @returns the new seal, or null where there was nothing to close
 */
export async function sealOnce(pool: pg.Pool, headsFile: string | null): Promise<SealHead | null> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read')
    const lock = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('inlieu.sealer')) as mine`,
    )
    const head = lock.rows[0]?.mine ? await sealNext(client) : null
    await client.query('commit')
    if (head && headsFile) await appendFile(headsFile, `${JSON.stringify(head)}\n`, { mode: 0o600 })
    return head
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function sealNext(client: pg.PoolClient): Promise<SealHead | null> {
  const last = await client.query<{ hash: Buffer; until_xid: string }>(
    'select hash, until_xid::text from audit.seal order by id desc limit 1',
  )
  const previous = last.rows[0]?.hash ?? chainStart
  const from = last.rows[0]?.until_xid ?? '0'
  const { rows } = await client.query<{ horizon: string; row_count: number; root: Buffer | null }>(
    `with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xid)
     select (select xid from horizon)::text as horizon, count(*)::int as row_count,
       sha256(string_agg(row_hash, ''::bytea order by xid, id)) as root
     from audit.entry
     where xid >= $1::xid8 and xid < (select xid from horizon)`,
    [from],
  )
  const closed = rows[0]!
  if (closed.row_count === 0 || !closed.root) return null
  const hash = sealHash(previous, closed.horizon, closed.row_count, closed.root)
  const inserted = await client.query<{ id: number }>(
    `insert into audit.seal (from_xid, until_xid, row_count, root, previous, hash, sealed_at)
     values ($1::xid8, $2::xid8, $3, $4, $5, $6, clock_timestamp()) returning id`,
    [from, closed.horizon, closed.row_count, closed.root, previous, hash],
  )
  return {
    id: inserted.rows[0]!.id,
    untilXid: closed.horizon,
    rowCount: closed.row_count,
    hash: hash.toString('hex'),
  }
}
