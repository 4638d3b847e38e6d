import { sql } from 'kysely'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, text } from '../../platform/schemas.ts'
import { type AlarmShown, alarmShown, showAlarms } from '../alarms/alarm-shown.ts'
import { oldestDuty } from '../alarms/queue.ts'
import { followed, peopleFollowed } from './people-followed.ts'

export const findAsked = z.strictObject({ q: text(100) })

/** Of each at most so many: who finds more types another word. */
const foundAtMost = 20

/** Alarms that are read for those who were found; each is shown until then. */
const alarmsAtMost = 500

/** Who and what the center follows, each with its alarms that are open, the oldest duty first. */
export const followedFound = z.object({
  people: z.array(followed.safeExtend({ open: z.array(alarmShown) })),
  /** Units that nobody wears. */
  units: z.array(z.object({ id, serial: z.string(), open: z.array(alarmShown) })),
})
export type FollowedFound = z.output<typeof followedFound>

/**
 * What an operator with a participant on the telephone looks for: people who wear a unit, by part of a name or of a
 * serial number; units that nobody wears, by part of theirs; and what is open about them. Nothing of where anybody is.
 */
export async function findFollowed(tx: RoomTx<'monitoring'>, q: string): Promise<FollowedFound> {
  const people = await peopleFollowed(tx, { q, limit: foundAtMost })
  const units = await unitsUnworn(tx, q)
  const alarms = await showAlarms(tx, {
    where: sql`a.closed_at is null and (a.person_id = any(${people.map((one) => one.id)}::uuid[])
      or a.unit_id = any(${units.map((one) => one.id)}::uuid[]))`,
    orderBy: oldestDuty,
    limit: alarmsAtMost,
  })
  const openOf = (isOf: (alarm: AlarmShown) => boolean) => alarms.filter(isOf)
  return {
    people: people.map((one) => ({ ...one, open: openOf(({ person }) => person?.id === one.id) })),
    units: units.map((one) => ({ ...one, open: openOf(({ unit }) => unit?.id === one.id) })),
  }
}

async function unitsUnworn(tx: RoomTx<'monitoring'>, q: string): Promise<{ id: string; serial: string }[]> {
  const { rows } = await sql<{ id: string; serial: string }>`
    select u.id, u.serial from equipment.v_unit u
    where position(lower(${q.trim()}) in lower(u.serial)) > 0
      and not exists (select from equipment.v_fitting f
        where f.agency_id = u.agency_id and f.unit_id = u.id and f.removed_at is null)
    order by u.serial
    limit ${foundAtMost}`.execute(tx)
  return rows
}
