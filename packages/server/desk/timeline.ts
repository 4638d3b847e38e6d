import { sql } from 'kysely'
import { z } from 'zod'
import type { ViewTx } from '../platform/database.ts'
import { day, id, instant } from '../platform/schemas.ts'

/** Rooms that tell something of a person's time here; each publishes `v_timeline`. */
export const timelineRooms = [
  'people',
  'court',
  'programs',
  'intake',
  'work',
  'home',
  'equipment',
  'money',
] as const

/** One thing on a person's timeline. */
export const timelineEntry = z.object({
  at: instant,
  onDay: day.nullable(),
  kind: z.string(),
  about: z.record(z.string(), z.unknown()),
  enrolmentId: id.nullable(),
  actorName: z.string().nullable(),
})

interface Row {
  at: z.output<typeof instant>
  on_day: z.output<typeof day> | null
  kind: string
  about: Record<string, unknown>
  enrolment_id: string | null
  actor_name: string | null
}

/**
 * Everything that is on record about a person, newest first: orders, decisions, days worked, payments,
 * papers. One list, whatever room wrote it.
 * @param rooms which rooms to show; all where empty
 */
export async function timelineOf(
  tx: ViewTx,
  personId: string,
  options: { rooms: readonly (typeof timelineRooms)[number][]; limit: number },
): Promise<z.output<typeof timelineEntry>[]> {
  const rooms = options.rooms.length > 0 ? options.rooms : timelineRooms
  const parts = rooms.map(
    (room) =>
      sql`select at, on_day, kind, about, enrolment_id, actor from ${sql.table(`${room}.v_timeline`)} where person_id = ${personId}`,
  )
  const { rows } = await sql<Row>`
    select t.at, t.on_day, t.kind, t.about, t.enrolment_id, a.display_name as actor_name
    from (${sql.join(parts, sql` union all `)}) t
    left join access.v_account a on a.id = t.actor
    order by t.at desc, t.kind
    limit ${options.limit}`.execute(tx)
  return rows.map((row) => ({
    at: row.at,
    onDay: row.on_day,
    kind: row.kind,
    about: row.about,
    enrolmentId: row.enrolment_id,
    actorName: row.actor_name,
  }))
}
