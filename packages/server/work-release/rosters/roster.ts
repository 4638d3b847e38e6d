import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { marks, standings } from '../schedule/standing.ts'
import { type WorkLimit, workLimits } from '../sites/limits.ts'
import { nameInList } from '../words.ts'

/** A person on a roster: what a site may know of them (WAP-SITE.3): no case, no diagnosis. */
export const rosterPerson = z.object({
  enrolmentId: id,
  name: z.string(),
  birthDate: day.nullable(),
  limits: z.array(z.enum(workLimits)),
  days: z.array(
    z.object({
      contractDayId: id,
      day,
      version: z.int(),
      mark: z.enum(marks).nullable(),
      minutes: z.int().nullable(),
      creditedDays: z.int(),
      standing: z.enum(standings),
      /** An officer has to decide about hours below a full day. */
      askOfficer: z.boolean(),
      note: z.string(),
    }),
  ),
})

const record = z.object({
  id,
  onDay: day,
  how: z.enum(['mail', 'email', 'fax', 'by-hand', 'phone', 'site-sheet']),
  note: z.string(),
  paperId: id.nullable(),
  recordedAt: instant,
  recordedBy: z.string(),
})

/** A week's roster of a site. */
export const rosterPage = z.object({
  site: z.object({
    id,
    name: z.string(),
    reportAt: z.string(),
    dayMinutes: z.int(),
    meetingPoint: z.string(),
    supervisorName: z.string(),
    supervisorPhone: z.string(),
  }),
  week: day,
  people: z.array(rosterPerson),
  sent: z.array(record),
  returned: record.nullable(),
  /** What the roster that was sent last does not show. */
  changedSinceSent: z.array(z.object({ name: z.string(), day, what: z.enum(['added', 'taken-out']) })),
})

export type RosterPerson = z.output<typeof rosterPerson>
export type RosterPage = z.output<typeof rosterPage>

/**
 * Reads a week's roster of a site (WAP-P6.1): prepared by each contract as it is made.
 * @throws Problem `not-found`
 */
export async function readRoster(
  tx: RoomTx<'work'>,
  siteId: string,
  monday: Temporal.PlainDate,
): Promise<RosterPage> {
  const site = await tx.selectFrom('work.site').selectAll().where('id', '=', siteId).executeTakeFirst()
  if (!site) throw notFound('work site')
  const records = await recordsOf(tx, siteId, monday)
  const sent = records.filter((one) => one.kind === 'sent')
  return {
    site: {
      id: site.id,
      name: site.name,
      reportAt: site.report_at,
      dayMinutes: site.day_minutes,
      meetingPoint: site.meeting_point,
      supervisorName: site.supervisor_name,
      supervisorPhone: site.supervisor_phone,
    },
    week: monday,
    people: await rosterPeople(tx, siteId, monday, monday.add({ days: 7 })),
    sent,
    returned: records.find((one) => one.kind === 'returned') ?? null,
    changedSinceSent: sent[0] ? await changesSince(tx, siteId, monday, sent[0].recordedAt) : [],
  }
}

/** The people of a site on the days of [from, until), by name. */
export async function rosterPeople(
  tx: RoomTx<'work'>,
  siteId: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<RosterPerson[]> {
  const rows = await sql<RosterRow>`
    select d.id, d.enrolment_id, d.day, p.family_name, p.given_names, p.suffix, p.birth_date,
      v.mark_number, v.mark, v.minutes, v.credited_days, v.standing, v.note,
      coalesce((a.credit ->> 'askOfficer')::boolean and a.credit -> 'decided' = 'null'::jsonb, false) as ask_officer,
      c.limits, ap.work_limits
    from work.contract_day d
    join work.v_contract_day v on v.agency_id = d.agency_id and v.id = d.id
    join people.v_person p on p.agency_id = d.agency_id and p.id = d.person_id
    left join work.attendance a on a.agency_id = d.agency_id and a.contract_day_id = d.id and a.superseded_at is null
    left join lateral (
      select k.limits from work.circumstances k
      where k.agency_id = d.agency_id and k.enrolment_id = d.enrolment_id order by k.number desc limit 1
    ) c on true
    left join intake.v_application ap on ap.agency_id = d.agency_id and ap.enrolment_id = d.enrolment_id
    where d.site_id = ${siteId} and d.day >= ${from} and d.day < ${until} and d.until_version is null
    order by lower(p.family_name), lower(p.given_names), d.enrolment_id, d.day`.execute(tx)
  const byPerson = Map.groupBy(rows.rows, (row) => row.enrolment_id)
  return [...byPerson.values()].map(personOf)
}

interface RosterRow {
  id: string
  enrolment_id: string
  day: Temporal.PlainDate
  family_name: string
  given_names: string
  suffix: string
  birth_date: Temporal.PlainDate | null
  mark_number: number | null
  mark: RosterPerson['days'][number]['mark']
  minutes: number | null
  credited_days: number
  standing: RosterPerson['days'][number]['standing']
  note: string | null
  ask_officer: boolean
  limits: string[] | null
  work_limits: unknown
}

function personOf(rows: RosterRow[]): RosterPerson {
  const [first] = rows as [RosterRow, ...RosterRow[]]
  return {
    enrolmentId: first.enrolment_id,
    name: nameInList(first),
    birthDate: first.birth_date,
    limits: limitsOf(first),
    days: rows.map((row) => ({
      contractDayId: row.id,
      day: row.day,
      version: row.mark_number ?? 0,
      mark: row.mark,
      minutes: row.minutes,
      creditedDays: row.credited_days,
      standing: row.standing,
      askOfficer: row.ask_officer,
      note: row.note ?? '',
    })),
  }
}

// Codes only: what an application says in its own words may tell a diagnosis.
function limitsOf(row: RosterRow): WorkLimit[] {
  const codes = row.limits ?? (Array.isArray(row.work_limits) ? (row.work_limits as string[]) : [])
  return workLimits.filter((limit) => codes.includes(limit))
}

type KeptRecord = z.output<typeof record> & { kind: string }

async function recordsOf(
  tx: RoomTx<'work'>,
  siteId: string,
  monday: Temporal.PlainDate,
): Promise<KeptRecord[]> {
  const rows = await tx
    .selectFrom('work.roster_record as r')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'r.agency_id').onRef('a.id', '=', 'r.recorded_by'),
    )
    .selectAll('r')
    .select('a.display_name')
    .where('r.site_id', '=', siteId)
    .where('r.week', '=', monday)
    .orderBy('r.recorded_at', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    onDay: row.on_day,
    how: row.how as KeptRecord['how'],
    note: row.note,
    paperId: row.paper_id,
    recordedAt: row.recorded_at,
    recordedBy: row.display_name ?? '',
  }))
}

async function changesSince(
  tx: RoomTx<'work'>,
  siteId: string,
  monday: Temporal.PlainDate,
  sentAt: Temporal.Instant,
): Promise<RosterPage['changedSinceSent']> {
  const rows = await sql<{
    day: Temporal.PlainDate
    family_name: string
    given_names: string
    suffix: string
    what: 'added' | 'taken-out'
  }>`
    select d.day, p.family_name, p.given_names, p.suffix,
      case when d.until_version is null then 'added' else 'taken-out' end as what
    from work.contract_day d
    join people.v_person p on p.agency_id = d.agency_id and p.id = d.person_id
    join work.contract made on made.agency_id = d.agency_id and made.enrolment_id = d.enrolment_id and made.version = d.from_version
    left join work.contract ended on ended.agency_id = d.agency_id and ended.enrolment_id = d.enrolment_id and ended.version = d.until_version
    where d.site_id = ${siteId} and d.day >= ${monday} and d.day < ${monday.add({ days: 7 })}
      and case when d.until_version is null then made.made_at > ${sentAt}
        else coalesce(d.freed_at, ended.made_at) > ${sentAt} and made.made_at <= ${sentAt} end
    order by d.day, lower(p.family_name), lower(p.given_names), d.id`.execute(tx)
  return rows.rows.map((row) => ({ name: nameInList(row), day: row.day, what: row.what }))
}
