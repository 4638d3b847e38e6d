import { z } from 'zod'
import type { ViewTx } from '../platform/database.ts'
import { id, instant, limit } from '../platform/schemas.ts'

/** Who changed a record, when, why, by which act, and what it was before. */
export const change = z.object({
  at: instant,
  actorName: z.string().nullable(),
  roles: z.string(),
  verb: z.string(),
  reason: z.string(),
  operation: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  /** The content was taken out by an erasure order; that it was there still shows. */
  erased: z.boolean(),
})

/** The changes of one record, newest first. */
export async function changesOf(
  tx: ViewTx,
  record: { room: string; record: string; id: string },
): Promise<z.output<typeof change>[]> {
  const rows = await tx
    .selectFrom('audit.v_entry as e')
    .leftJoin('access.v_account as a', 'a.id', 'e.actor')
    .select(['e.at', 'a.display_name', 'e.roles', 'e.verb', 'e.reason', 'e.operation', 'e.payload'])
    .where('e.room', '=', record.room)
    .where('e.record', '=', record.record)
    .where('e.row_id', '=', record.id)
    .orderBy('e.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    at: row.at,
    actorName: row.display_name,
    roles: row.roles,
    verb: row.verb,
    reason: row.reason,
    operation: row.operation,
    before: row.payload?.before ?? {},
    after: row.payload?.after ?? {},
    erased: row.payload === null,
  }))
}

/** One line of the audit trail as a list. */
export const trailLine = z.object({
  id: z.number(),
  at: instant,
  actorName: z.string().nullable(),
  roles: z.string(),
  verb: z.string(),
  reason: z.string(),
  room: z.string(),
  record: z.string(),
  rowId: z.string(),
  operation: z.string(),
})

/** What of the trail is asked for; `before` is the id that the last page ended with. */
export const trailQuery = z.object({
  actor: id.optional(),
  operation: z.enum(['insert', 'update', 'delete', 'look']).optional(),
  from: instant.optional(),
  until: instant.optional(),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit,
})

/** The trail of the office, newest first. */
export async function trail(
  tx: ViewTx,
  filter: z.output<typeof trailQuery>,
): Promise<z.output<typeof trailLine>[]> {
  let query = tx
    .selectFrom('audit.v_entry as e')
    .leftJoin('access.v_account as a', 'a.id', 'e.actor')
    .select([
      'e.id',
      'e.at',
      'a.display_name',
      'e.roles',
      'e.verb',
      'e.reason',
      'e.room',
      'e.record',
      'e.row_id',
      'e.operation',
    ])
    .orderBy('e.id', 'desc')
    .limit(filter.limit)
  if (filter.actor) query = query.where('e.actor', '=', filter.actor)
  if (filter.operation) query = query.where('e.operation', '=', filter.operation)
  if (filter.from) query = query.where('e.at', '>=', filter.from)
  if (filter.until) query = query.where('e.at', '<', filter.until)
  if (filter.before !== undefined) query = query.where('e.id', '<', filter.before)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.display_name,
    roles: row.roles,
    verb: row.verb,
    reason: row.reason,
    room: row.room,
    record: row.record,
    rowId: row.row_id,
    operation: row.operation,
  }))
}
