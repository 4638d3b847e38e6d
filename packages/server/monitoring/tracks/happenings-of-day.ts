import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import type { DayAnswer } from './day-answer.ts'

/** What the watch found in a span, also what later evidence withdrew, each with the alarm that it belongs to. */
export async function happeningsOf(
  db: RoomTx<'monitoring'>,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<DayAnswer['happenings']> {
  const rows = await db
    .selectFrom('monitoring.happening as h')
    .select([
      'h.key',
      'h.kind',
      'h.zone',
      'h.severity',
      'h.at',
      'h.known_at',
      'h.late',
      'h.withdrawn',
      'h.joined',
    ])
    .select(sql<string>`h.evidence ->> 'why'`.as('why'))
    .select(({ selectFrom }) =>
      selectFrom('monitoring.alarm_happening as a')
        .select('a.alarm_id')
        .whereRef('a.key', '=', 'h.key')
        .limit(1)
        .as('alarm_id'),
    )
    .where('h.person_id', '=', personId)
    .where('h.at', '>=', from)
    .where('h.at', '<', to)
    .orderBy('h.at')
    .orderBy('h.key')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    zone: row.zone,
    severity: row.severity,
    at: row.at,
    knownAt: row.known_at,
    late: row.late,
    withdrawn: row.withdrawn,
    joined: row.joined !== null,
    why: row.why ?? '',
    alarmId: row.alarm_id,
  }))
}
