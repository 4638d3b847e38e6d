import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'
import { askedLast, lastAsking } from './asked-last.ts'
import { closingCodes } from './closing-codes.ts'
import { dutyKinds } from './duties.ts'
import { alarmSeverities } from './severity.ts'

/** An alarm as a list shows it: whose, what, how grave, what is owed next, who has it. Never where somebody is. */
export const alarmShown = z.object({
  id,
  number: z.int(),
  kind: z.string(),
  severity: z.enum(alarmSeverities),
  drill: z.boolean(),
  person: z.object({ id, name: z.string() }).nullable(),
  unit: z.object({ id, serial: z.string() }).nullable(),
  /** The zone by its name; null where it is about none. */
  zone: z.string().nullable(),
  why: z.string(),
  happenedAt: instant,
  openedAt: instant,
  late: z.boolean(),
  withdrawn: z.boolean(),
  /** When the watch saw that it was over: returned, restored, cleared. It is open until a person closes it. */
  endedAt: instant.nullable(),
  /** Findings of one cause; of a unit that nobody wears, how often it said so. */
  happenings: z.int(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  nextDuty: z.enum(dutyKinds).nullable(),
  nextDueAt: instant.nullable(),
  /** The time of the next duty has run out. */
  missed: z.boolean(),
  /** Whom the watch asked last about a duty that is still owed. */
  askedLast: askedLast.nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  closedCode: z.enum(closingCodes).nullable(),
})
export type AlarmShown = z.output<typeof alarmShown>

/** Which alarms, and in which order. */
export interface Which {
  where: ReturnType<typeof sql>
  orderBy: ReturnType<typeof sql>
  limit: number
}

interface Row extends Omit<AlarmShown, 'person' | 'unit'> {
  personId: string | null
  personName: string | null
  unitId: string | null
  serial: string | null
  zoneId: string | null
}

/** Alarms with the names of whom and what they are about. `where` and `orderBy` name columns of `v_alarm` as `a`. */
export async function showAlarms(db: RoomTx<'monitoring'>, which: Which): Promise<AlarmShown[]> {
  const { rows } = await sql<Row>`
    select a.id, a.number, a.kind, a.severity, a.drill, a.person_id as "personId", a.unit_id as "unitId", u.serial,
      concat_ws(' ', p.given_names, p.family_name, nullif(p.suffix, '')) as "personName",
      a.zone as "zoneId", z.name as zone, a.why, a.happened_at as "happenedAt", a.opened_at as "openedAt", a.late,
      a.withdrawn, a.ended_at as "endedAt", greatest(a.happenings, i.times) as happenings,
      a.acknowledged_at as "acknowledgedAt", case when a.acknowledged_at is not null then k.display_name end as "acknowledgedBy",
      a.next_duty as "nextDuty", a.next_due_at as "nextDueAt", a.next_missed_at is not null as missed,
      e.asked as "askedLast", a.closed_at as "closedAt", c.display_name as "closedBy", a.closed_code as "closedCode"
    from (select * from monitoring.v_alarm a where ${which.where} order by ${which.orderBy} limit ${which.limit}) a
    left join monitoring.unit_incident i on i.agency_id = a.agency_id and i.alarm_id = a.id
    left join people.v_person p on p.agency_id = a.agency_id and p.id = a.person_id
    left join equipment.v_unit u on u.agency_id = a.agency_id and u.id = a.unit_id
    left join home.v_zone z on z.agency_id = a.agency_id and z.person_id = a.person_id and z.id::text = a.zone
    left join access.v_account k on k.agency_id = a.agency_id and k.id = a.acknowledged_by
    left join access.v_account c on c.agency_id = a.agency_id and c.id = a.closed_by
    left join ${lastAsking} e on true
    order by ${which.orderBy}`.execute(db)
  const names = await templateZones(
    db,
    rows.flatMap((row) => (row.zone === null && row.zoneId !== null ? [row.zoneId] : [])),
  )
  return rows.map(({ personId, personName, unitId, serial, zoneId, ...row }) => ({
    ...row,
    zone: row.zone ?? (zoneId === null ? null : (names.get(zoneId) ?? null)),
    person: personId === null ? null : { id: personId, name: personName ?? '' },
    unit: unitId === null ? null : { id: unitId, serial: serial ?? '' },
  }))
}

/** Names of zones that were drawn once for many. */
async function templateZones(db: RoomTx<'monitoring'>, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select z ->> 'id' as id, z ->> 'name' as name
    from home.v_template_set s
    join home.v_template_version v on v.agency_id = s.agency_id and v.set_id = s.id and v.number = s.version
    cross join lateral jsonb_array_elements(v.zones) z
    where z ->> 'id' = any(${[...new Set(ids)]})`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** When the watch last evaluated, and how long ago: over ten seconds is a watch that stands still (monitoring, DESIGN 7). */
export const pulse = z.object({
  /** Everything that is not closed. */
  open: z.int(),
  /** Of them, those that nobody has acknowledged. */
  unacknowledged: z.int(),
  /** Of them, those of which a time ran out. */
  late: z.int(),
  /** Null where the watch has never run. */
  evaluatedAt: instant.nullable(),
  secondsAgo: z.int().nullable(),
  /** Who wears a unit of this office: the watch follows those of others too, and says so to nobody. */
  people: z.int(),
  /** Duties and outages, of any office, that the watch could not look at when their time came: a defect. */
  putOff: z.int(),
  /** People, of any office, of whose messages the watch could make nothing or whose alarms it could not write: a defect. */
  notEvaluated: z.int(),
})
export type Pulse = z.output<typeof pulse>

/** How the room and the watch are at this moment. */
export async function readPulse(db: RoomTx<'monitoring'>, now: Temporal.Instant): Promise<Pulse> {
  const { rows } = await sql<Omit<Pulse, 'secondsAgo'>>`
    select (select count(*)::integer from monitoring.alarm where closed_at is null) as open,
      (select count(distinct alarm_id)::integer from monitoring.duty where done_at is null and kind = 'acknowledge')
        as unacknowledged,
      (select count(distinct alarm_id)::integer from monitoring.duty where done_at is null and missed_at is not null)
        as late,
      (select evaluated_at from monitoring.heartbeat) as "evaluatedAt",
      (select count(distinct person_id)::integer from equipment.v_fitting where removed_at is null) as people,
      coalesce((select put_off from monitoring.heartbeat), 0) as "putOff",
      coalesce((select not_evaluated from monitoring.heartbeat), 0) as "notEvaluated"`.execute(db)
  const row = rows[0]!
  const since = row.evaluatedAt && (now.epochMilliseconds - row.evaluatedAt.epochMilliseconds) / 1000
  return { ...row, secondsAgo: since === null ? null : Math.max(0, Math.floor(since)) }
}
