import type { RoomTx } from '../../platform/database.ts'
import type { AlarmRow } from './hold.ts'

/** A unit that can be asked for something. */
export interface SignalUnit {
  id: string
  serial: string
  signals: string[]
}

/** The unit an alarm is of while nobody wears it, or the one its person wears now: of several, one that can do most. */
export async function unitToSignal(
  db: RoomTx<'monitoring'>,
  alarm: Pick<AlarmRow, 'unit_id' | 'person_id'>,
): Promise<SignalUnit | null> {
  if (!alarm.unit_id && !alarm.person_id) return null
  const units = await db
    .selectFrom('equipment.v_unit')
    .select(['id', 'serial', 'signals'])
    .$if(alarm.unit_id !== null, (query) =>
      query.where('id', '=', alarm.unit_id).where('person_id', 'is', null),
    )
    .$if(alarm.unit_id === null, (query) => query.where('person_id', '=', alarm.person_id))
    .orderBy('fitted_at', 'desc')
    .orderBy('id')
    .execute()
  const found = units.map((unit) => ({ id: unit.id!, serial: unit.serial!, signals: unit.signals ?? [] }))
  return found.reduce<SignalUnit | null>(
    (best, unit) => (best === null || unit.signals.length > best.signals.length ? unit : best),
    null,
  )
}
