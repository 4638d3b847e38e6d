import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { metersBetween, pointOf } from '../../platform/near.ts'
import { falseCodes } from './closing-codes.ts'
import type { AlarmRow } from './hold.ts'

/** How far back, and how near, an earlier sending counts (own reading, docs/watch/alarm-room.md). */
const days = 180
const meters = 150

/** An alarm at the same place at which somebody was sent and found nothing. */
export interface EarlierFalse {
  alarmId: string
  number: number
  closedAt: Temporal.Instant
  where: string
}

/** Addresses are compared as people would: without capitals, punctuation and doubled spaces. */
export const plainAddress = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The newest alarm of the last 180 days at this address, or within 150 meters of where this one is, at which
 * somebody was sent and that was then closed as false. After it a supervisor approves before somebody is sent again.
 */
export async function falseAtThisAddress(
  db: RoomTx<'monitoring'>,
  ctx: Context,
  alarm: Pick<AlarmRow, 'id' | 'lat' | 'lon'>,
  where: string,
): Promise<EarlierFalse | null> {
  const { rows } = await sql<EarlierFalse & { lat: number | null; lon: number | null }>`
    select a.id as "alarmId", a.number, a.closed_at as "closedAt", s.about ->> 'dispatch' as where, a.lat, a.lon
    from monitoring.alarm a
    join monitoring.alarm_step s on s.agency_id = a.agency_id and s.alarm_id = a.id and s.about ? 'dispatch'
    where a.id <> ${alarm.id} and not a.drill and a.closed_code = any(${[...falseCodes]})
      and a.closed_at > ${ctx.now.subtract({ hours: 24 * days })}
    order by a.closed_at desc, s.number desc`.execute(db)
  const here = pointOf(alarm)
  const same = rows.find((row) => {
    const there = pointOf(row)
    const near = here !== null && there !== null && metersBetween(here, there) <= meters
    return near || plainAddress(row.where) === plainAddress(where)
  })
  if (!same) return null
  const { alarmId, number, closedAt } = same
  return { alarmId, number, closedAt, where: same.where }
}
