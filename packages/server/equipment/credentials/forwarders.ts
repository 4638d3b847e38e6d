import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'
import { doors } from '../codes.ts'

/** A sender of many units' messages: a Traccar server, a vendor's feed. It names the units by serial number. */
export const forwarder = z.object({
  id,
  name: z.string(),
  door: z.enum(doors),
  hint: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  endedAt: instant.nullable(),
  endedBecause: z.string().nullable(),
})

export type Forwarder = z.output<typeof forwarder>

/** Every forwarder of the office, those that get in first. */
export async function listForwarders(tx: RoomTx<'equipment'>): Promise<Forwarder[]> {
  const rows = await tx
    .selectFrom('equipment.credential as c')
    .leftJoin('access.v_account as a', 'a.id', 'c.made_by')
    .select([
      'c.id',
      'c.name',
      'c.door',
      'c.hint',
      'c.made_at',
      'c.ended_at',
      'c.ended_because',
      'a.display_name',
    ])
    .where('c.unit_id', 'is', null)
    .orderBy('c.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('c.name')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    door: row.door as Forwarder['door'],
    hint: row.hint,
    madeAt: row.made_at,
    madeBy: row.display_name ?? '',
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  }))
}
