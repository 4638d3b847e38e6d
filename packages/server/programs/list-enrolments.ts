import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../platform/database.ts'
import { csv } from '../platform/files.ts'
import { day, id, limit } from '../platform/schemas.ts'
import { programRun } from './program.ts'
import { type EnrolmentState, enrolmentStates, isEnded, stateInWords } from './steps.ts'

/** Which enrolments to list. `open` and `ended` take several states together. */
export const enrolmentFilter = z.object({
  state: z.enum(['open', 'ended', 'all', ...enrolmentStates]).default('open'),
  openedFrom: day.optional(),
  openedUntil: day.optional(),
  limit,
})

export type EnrolmentFilter = z.output<typeof enrolmentFilter>

export const enrolmentRow = z.object({
  id,
  number: z.string(),
  personId: id,
  familyName: z.string(),
  givenNames: z.string(),
  state: z.enum(enrolmentStates),
  since: day,
  openedOn: day,
  dockets: z.array(z.string()),
  adjustedDays: z.int().nullable(),
  creditedDays: z.int(),
  daysLeft: z.int().nullable(),
  releaseDay: day.nullable(),
})

/** `total`: how many there are, where `limit` cuts the list short. */
export const enrolmentList = z.object({ rows: z.array(enrolmentRow), total: z.int() })

export type EnrolmentRow = z.output<typeof enrolmentRow>

/** The enrolments of the office as they stand on a day, the latest opened first. */
export async function listEnrolments(
  tx: RoomTx<'programs'>,
  filter: EnrolmentFilter,
  today: Temporal.PlainDate,
): Promise<z.output<typeof enrolmentList>> {
  const states = statesOf(filter.state)
  const { openedFrom, openedUntil } = filter
  const opened = sql`e.opened_on between ${openedFrom ?? '-infinity'} and ${openedUntil ?? 'infinity'}`
  // Everything has to be counted, but only what is shown is worth looking up.
  const counted =
    openedFrom || openedUntil
      ? sql`join programs.enrolment e on e.agency_id = s.agency_id and e.id = s.enrolment_id and ${opened}`
      : sql``
  const found = await sql<StoredRow>`
    with shown as materialized (
      select e.id, e.number, e.opened_on, s.state, s.since
      from programs.enrolment e
      join programs.enrolment_state(${today}) s on s.agency_id = e.agency_id and s.enrolment_id = e.id
      where s.state = any(${states}) and ${opened}
      order by e.opened_on desc, e.number desc
      limit ${filter.limit}
    )
    select e.id, e.number, e.pack, e.person_id, p.family_name, p.given_names, x.state, x.since, e.opened_on, e.adjusted_days,
      e.release_day, coalesce(w.credited_days, 0) as credited_days,
      (select min(t.on_day) from programs.step t
        where t.agency_id = e.agency_id and t.enrolment_id = e.id and t.kind = 'placed') as placed_on,
      (select count(*) from programs.enrolment_state(${today}) s ${counted} where s.state = any(${states})) as total,
      array(select c.docket from programs.enrolment_commitment j
        join court.v_commitment c on c.agency_id = j.agency_id and c.id = j.commitment_id
        where j.agency_id = e.agency_id and j.enrolment_id = e.id order by j.joined_at, c.docket) as dockets
    from shown x
    join programs.v_enrolment e on e.id = x.id
    join people.v_person p on p.agency_id = e.agency_id and p.id = e.person_id
    left join work.v_progress w on w.agency_id = e.agency_id and w.enrolment_id = e.id
    order by x.opened_on desc, x.number desc`.execute(tx)
  return { rows: found.rows.map((row) => toRow(row, today)), total: found.rows[0]?.total ?? 0 }
}

interface StoredRow {
  id: string
  number: string
  pack: string
  placed_on: Temporal.PlainDate | null
  person_id: string
  family_name: string
  given_names: string
  state: EnrolmentState
  since: Temporal.PlainDate
  opened_on: Temporal.PlainDate
  adjusted_days: number | null
  release_day: Temporal.PlainDate | null
  credited_days: number
  total: number
  dockets: string[]
}

function statesOf(asked: EnrolmentFilter['state']): EnrolmentState[] {
  if (asked === 'all') return [...enrolmentStates]
  if (asked === 'open') return enrolmentStates.filter((state) => !isEnded(state))
  if (asked === 'ended') return enrolmentStates.filter(isEnded)
  return [asked]
}

function toRow(row: StoredRow, today: Temporal.PlainDate): EnrolmentRow {
  const adjusted = row.adjusted_days
  const credited = creditedOf(row, today)
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    familyName: row.family_name,
    givenNames: row.given_names,
    state: row.state,
    since: row.since,
    openedOn: row.opened_on,
    dockets: row.dockets,
    adjustedDays: adjusted,
    creditedDays: credited,
    daysLeft: adjusted === null ? null : Math.max(0, adjusted - credited),
    releaseDay: row.release_day,
  }
}

/** Days of work credited; at home the days of the sentence before today, or before it ended. */
function creditedOf(row: StoredRow, today: Temporal.PlainDate): number {
  if (programRun(row.pack)?.served !== 'at-home') return row.credited_days
  if (row.placed_on === null || row.release_day === null || row.adjusted_days === null) return 0
  const day = isEnded(row.state) ? row.since : today
  const left = Math.max(0, day.until(row.release_day).days + 1)
  return Math.max(0, row.adjusted_days - left)
}

/** The list as CSV. */
export function enrolmentsAsCsv(rows: readonly EnrolmentRow[], timeZone: string): string {
  return csv(
    rows,
    [
      { title: 'Booking number', value: (row) => row.number },
      { title: 'Family name', value: (row) => row.familyName },
      { title: 'Given names', value: (row) => row.givenNames },
      { title: 'State', value: (row) => stateInWords(row.state) },
      { title: 'Since', value: (row) => row.since.toString() },
      { title: 'Opened', value: (row) => row.openedOn.toString() },
      { title: 'Dockets', value: (row) => row.dockets.join(' ') },
      { title: 'Adjusted days', value: (row) => row.adjustedDays },
      { title: 'Days credited', value: (row) => row.creditedDays },
      { title: 'Days left', value: (row) => row.daysLeft },
      { title: 'Release day', value: (row) => row.releaseDay?.toString() ?? null },
    ],
    timeZone,
  )
}
