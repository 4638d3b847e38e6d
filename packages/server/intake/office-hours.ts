import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { type Opening, planOn, type Slot, type SlotPlan, slotsOn } from './slots.ts'

/** Hours as they were entered. */
export interface EnteredPlan extends SlotPlan {
  hours: Opening[]
  authority: string
  enteredAt: Temporal.Instant
}

/** A day on which nobody is seen. */
export interface ClosedDay {
  id: string
  day: Temporal.PlainDate
  reason: string
}

/** The appointment hours of an office and the days on which it is closed. */
export interface OfficeHours {
  /** In the order in which they were entered. */
  plans: EnteredPlan[]
  /** By day, `YYYY-MM-DD`. */
  closed: ReadonlyMap<string, ClosedDay>
}

/** Reads the hours. A few rows a year: they are read whole. */
export async function officeHours(tx: RoomTx<'intake'>): Promise<OfficeHours> {
  const plans = await tx
    .selectFrom('intake.slot_plan')
    .select(['from_day', 'slot_minutes', 'capacity', 'hours', 'authority', 'entered_at'])
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  const closed = await tx
    .selectFrom('intake.closed_day')
    .select(['id', 'on_day as day', 'reason'])
    .where('ended_at', 'is', null)
    .orderBy('on_day')
    .execute()
  return {
    plans: plans.map((row) => ({
      fromDay: row.from_day,
      slotMinutes: row.slot_minutes,
      capacity: row.capacity,
      hours: row.hours as Opening[],
      authority: row.authority,
      enteredAt: row.entered_at,
    })),
    closed: new Map(closed.map((row) => [row.day.toString(), row])),
  }
}

/** The slots of a day; none when the office is closed or has no hours for it. */
export function slotsOf(hours: OfficeHours, day: Temporal.PlainDate, timeZone: string): Slot[] {
  if (hours.closed.has(day.toString())) return []
  return slotsOn(planOn(hours.plans, day), day, timeZone)
}
