import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'

/** A unit on a person for a part of a span; times are epoch milliseconds. */
export interface UnitWorn {
  id: string
  serial: string
  model: string
  level: 'active' | 'passive' | 'on-demand'
  /** Whether it tells places, or tests and presence only. */
  positions: boolean
  from: number
  to: number
  /** Taken off before the end of the span. */
  removed: boolean
}

/** The units that a person wore between two instants, the first fitted first. */
export async function unitsWorn(
  db: RoomTx<'monitoring'>,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<UnitWorn[]> {
  const rows = await db
    .selectFrom('equipment.v_fitting as f')
    .innerJoin('equipment.v_unit as u', 'u.id', 'f.unit_id')
    .select([
      'f.unit_id',
      'u.serial',
      'u.maker',
      'u.model',
      'u.positions',
      'f.level',
      'f.fitted_at',
      'f.removed_at',
    ])
    .where('f.person_id', '=', personId)
    .where('f.fitted_at', '<', to)
    .where(({ or, eb }) => or([eb('f.removed_at', 'is', null), eb('f.removed_at', '>', from)]))
    .orderBy('f.fitted_at')
    .orderBy('f.unit_id')
    .execute()
  const [first, last] = [from.epochMilliseconds, to.epochMilliseconds]
  return rows.map((row) => {
    const end = row.removed_at?.epochMilliseconds ?? last
    return {
      id: row.unit_id,
      serial: row.serial,
      model: `${row.maker} ${row.model}`,
      level: row.level as UnitWorn['level'],
      positions: row.positions,
      from: Math.max(row.fitted_at.epochMilliseconds, first),
      to: Math.min(end, last),
      removed: end < last,
    }
  })
}
