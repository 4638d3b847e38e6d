import { sql } from 'kysely'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id } from '../../platform/schemas.ts'
import { canSay } from '../doors/sayable.ts'
import type { AlarmRow } from './hold.ts'

/** A unit that can be asked for something, or why it cannot. */
export const signalUnit = z.object({
  id,
  serial: z.string(),
  /** What it can do and what one of its ways in can say. */
  signals: z.array(z.string()),
  /**
   * Why it is asked for nothing: its `model` can do nothing for its wearer; or it could, and no `way-in` can tell it.
   * Null where it can be asked.
   */
  silent: z.enum(['model', 'way-in']).nullable(),
})
export type SignalUnit = z.output<typeof signalUnit>

/** The unit an alarm is of while nobody wears it, or the one its person wears now: of several, one that can do most. */
export async function unitToSignal(
  db: RoomTx<'monitoring'>,
  alarm: Pick<AlarmRow, 'unit_id' | 'person_id'>,
): Promise<SignalUnit | null> {
  if (!alarm.unit_id && !alarm.person_id) return null
  const units = await db
    .selectFrom('equipment.v_unit as u')
    .select(['u.id', 'u.serial', 'u.signals'])
    // A sender of many may speak for every unit of the office.
    .select(
      sql<string[]>`array(select c.door from equipment.v_credential c
        where c.agency_id = u.agency_id and c.ended_at is null and (c.unit_id = u.id or c.unit_id is null))`.as(
        'doors',
      ),
    )
    .$if(alarm.unit_id !== null, (query) =>
      query.where('u.id', '=', alarm.unit_id).where('u.person_id', 'is', null),
    )
    .$if(alarm.unit_id === null, (query) => query.where('u.person_id', '=', alarm.person_id))
    .orderBy('u.fitted_at', 'desc')
    .orderBy('u.id')
    .execute()
  const found = units.map((unit): SignalUnit => {
    const can = unit.signals ?? []
    const signals = can.filter((kind) => unit.doors.some((door) => canSay(door, kind)))
    const silent = signals.length > 0 ? null : can.length > 0 ? 'way-in' : 'model'
    return { id: unit.id!, serial: unit.serial!, signals, silent }
  })
  return found.reduce<SignalUnit | null>(
    (best, unit) => (best === null || unit.signals.length > best.signals.length ? unit : best),
    null,
  )
}
