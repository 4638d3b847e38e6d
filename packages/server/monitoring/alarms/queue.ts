import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { type CsvColumn, spoken } from '../../platform/files.ts'
import { day, id, limit, text } from '../../platform/schemas.ts'
import { type AlarmShown, showAlarms } from './alarm-shown.ts'
import { closingCodes } from './closing-codes.ts'
import { isAbout } from './is-about.ts'
import { alarmSeverities } from './severity.ts'
import { alarmKinds } from './start-drill.ts'

/** What the list of alarms is narrowed to. */
export const queueFilter = z.object({
  state: z.enum(['open', 'closed']).default('open'),
  severity: z.enum(alarmSeverities).optional(),
  kind: z.enum(alarmKinds).optional(),
  person: id.optional(),
  /** Part of the name of whom it is about, part of the serial number of its unit, or its own number. */
  who: text(100).optional(),
  /** Why it was closed. */
  code: z.enum(closingCodes).optional(),
  /** Days of the office on which they were opened, both included. */
  from: day.optional(),
  to: day.optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})
export type QueueFilter = z.output<typeof queueFilter>

/** The order of what is open: the oldest duty first. */
export const oldestDuty = sql`a.next_due_at asc nulls last, a.number asc`

/** The first of the list, and how many fit the filter in all. */
export interface Queue {
  alarms: AlarmShown[]
  total: number
}

/**
 * Alarms: everything that is not closed, the oldest duty first; or those that are closed, the newest first. What is
 * open is never left out for its age, and the total says how many there are.
 */
export async function readQueue(
  db: RoomTx<'monitoring'>,
  filter: QueueFilter,
  timeZone: string,
): Promise<Queue> {
  const where = sql.join(conditions(filter, timeZone), sql` and `)
  const alarms = await showAlarms(db, {
    where: sql`a.id = any(array(${first(filter, where)}))`,
    orderBy: filter.state === 'open' ? oldestDuty : sql`a.closed_at desc, a.number desc`,
    limit: filter.limit,
  })
  if (alarms.length < filter.limit) return { alarms, total: alarms.length }
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from ${alarmsOf(filter)} where ${where}`.execute(db)
  return { alarms, total: rows[0]!.total }
}

/** Alarms as `a`, with what the watch keeps of how grave they have become where that is asked for. */
const alarmsOf = ({ severity }: QueueFilter): RawBuilder<unknown> =>
  severity
    ? sql`monitoring.alarm a
        left join monitoring.alarm_gravity g on g.agency_id = a.agency_id and g.alarm_id = a.id`
    : sql`monitoring.alarm a`

/** What the filter says of an alarm `a`. */
function conditions(filter: QueueFilter, timeZone: string): RawBuilder<unknown>[] {
  return [
    filter.state === 'open' ? sql`a.closed_at is null` : sql`a.closed_at is not null`,
    ...(filter.severity ? [sql`coalesce(g.severity, a.severity) = ${filter.severity}`] : []),
    ...(filter.kind ? [sql`a.kind = ${filter.kind}`] : []),
    ...(filter.person ? [sql`a.person_id = ${filter.person}`] : []),
    ...(filter.who ? [isAbout(filter.who)] : []),
    ...(filter.code ? [sql`a.closed_code = ${filter.code}`] : []),
    ...(filter.from ? [sql`a.opened_at >= ${filter.from.toZonedDateTime(timeZone).toInstant()}`] : []),
    ...(filter.to
      ? [sql`a.opened_at < ${filter.to.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()}`]
      : []),
  ]
}

/** Which alarms come first, from no more than it takes to know that: an outage may have opened thousands. */
function first(filter: QueueFilter, where: RawBuilder<unknown>): RawBuilder<unknown> {
  const { state, limit } = filter
  return state === 'open'
    ? sql`select a.id from ${alarmsOf(filter)}
        left join lateral (select min(n.due_at) as due_at from monitoring.duty n
          where n.agency_id = a.agency_id and n.alarm_id = a.id and n.done_at is null) d on true
        where ${where} order by d.due_at asc nulls last, a.number asc limit ${limit}`
    : sql`select a.id from ${alarmsOf(filter)} where ${where} order by a.closed_at desc, a.number desc limit ${limit}`
}

/** The name of a file with this list: it says so where the file does not hold everything that fits the filter. */
export function queueFileName({ state, limit }: QueueFilter, total: number, today: string): string {
  const name = state === 'open' ? `alarms-${today}` : `closed-alarms-${today}`
  return total > limit ? `${name}-the-first-${limit}-of-${total}` : name
}

/** The list as CSV; times as ISO 8601. */
export const queueColumns: readonly CsvColumn<AlarmShown>[] = [
  { title: 'Alarm', value: (row) => row.number },
  { title: 'Drill', value: (row) => (row.drill ? 'drill' : '') },
  { title: 'Severity', value: (row) => spoken(row.severity) },
  { title: 'Kind', value: (row) => spoken(row.kind) },
  { title: 'Person', value: (row) => row.person?.name ?? '' },
  { title: 'Unit', value: (row) => row.unit?.serial ?? '' },
  { title: 'Zone', value: (row) => row.zone ?? '' },
  { title: 'Happened', value: (row) => row.happenedAt },
  { title: 'Opened', value: (row) => row.openedAt },
  { title: 'Late', value: (row) => (row.late ? 'late' : '') },
  { title: 'Withdrawn', value: (row) => (row.withdrawn ? 'withdrawn' : '') },
  { title: 'Over since', value: (row) => row.endedAt },
  { title: 'Acknowledged', value: (row) => row.acknowledgedAt },
  { title: 'Acknowledged by', value: (row) => row.acknowledgedBy ?? '' },
  { title: 'Next duty', value: (row) => (row.nextDuty ? spoken(row.nextDuty) : null) },
  { title: 'Due', value: (row) => row.nextDueAt },
  { title: 'Closed', value: (row) => row.closedAt },
  { title: 'Closed by', value: (row) => row.closedBy ?? '' },
  { title: 'Closed because', value: (row) => (row.closedCode ? spoken(row.closedCode) : null) },
]
