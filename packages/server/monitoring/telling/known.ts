import type { Parameters, Settings, TrackingLevel, WeeklyHours, Zone } from '@inlieu/watch'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import { type EnrolmentState, isEnded } from '../../programs/index.ts'

/** A leave as it was granted: local times of the agency, repeated on days of the week until a day where it says so. */
export interface GrantedLeave {
  kind: string
  from: string
  to: string
  repeatDays: readonly string[]
  repeatUntil: Temporal.PlainDate | null
  endedAt: Temporal.Instant | null
}

/** An officer's dated exception to a zone. */
export interface GrantedException {
  zone: string
  fromAt: Temporal.Instant
  toAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** The hours of a zone on one day in place of its weekly ones; null: none that day. */
export interface HoursOfDay {
  zone: string
  day: Temporal.PlainDate
  from: string | null
  to: string | null
}

/** A unit that the person wears now. */
export interface WornUnit {
  id: string
  positions: boolean
  level: TrackingLevel
  carrier: string
  fittedAt: Temporal.Instant
}

/** Everything on record that the watch has to know of one person, as it stands now. */
export interface Known {
  personId: string
  zones: Zone[]
  /** Null: nobody has set hours. */
  weekly: WeeklyHours[] | null
  dated: HoursOfDay[]
  leave: GrantedLeave[]
  exceptions: GrantedException[]
  units: WornUnit[]
  /** Template sets that bind the person, as `<id>@<version>`. */
  templates: string[]
  parameters: Partial<Parameters>
}

/**
 * What stands on record of these people, from the views of the rooms below. Of an enrolment that has ended nothing
 * binds any more. Leave and exceptions that were over at `at` are left out.
 */
export async function knownOf(
  tx: RoomTx<'monitoring'>,
  personIds: readonly string[],
  at: Temporal.Instant,
  parameters: Partial<Parameters>,
): Promise<Known[]> {
  if (personIds.length === 0) return []
  const enrolments = await runningEnrolments(tx, personIds)
  const ids = enrolments.map(({ id }) => id)
  const [zones, schedules, dated, leave, exceptions, units, uses] = [
    Map.groupBy(await zonesOf(tx, ids), ({ personId }) => personId),
    Map.groupBy(await schedulesOf(tx, ids), ({ personId }) => personId),
    Map.groupBy(await datedOf(tx, ids), ({ personId }) => personId),
    Map.groupBy(await leaveOf(tx, ids, at), ({ personId }) => personId),
    Map.groupBy(await exceptionsOf(tx, ids, at), ({ personId }) => personId),
    Map.groupBy(await unitsOf(tx, personIds), ({ personId }) => personId),
    await tx.selectFrom('home.v_template_use').selectAll().orderBy('set_id').execute(),
  ]
  const byPerson = Map.groupBy(enrolments, ({ personId }) => personId)
  return personIds.map((personId) => {
    const own = byPerson.get(personId) ?? []
    const binding = uses.filter(
      (use) =>
        own.length > 0 &&
        (use.reach === 'everyone' ||
          own.some(({ id, pack }) => use.enrolment_id === id || use.pack === pack)),
    )
    const weekly = schedules.get(personId)
    return {
      personId,
      zones: (zones.get(personId) ?? []).map(({ zone }) => zone),
      weekly: weekly ? weekly.flatMap((one) => one.weekly) : null,
      dated: dated.get(personId) ?? [],
      leave: leave.get(personId) ?? [],
      exceptions: exceptions.get(personId) ?? [],
      units: units.get(personId) ?? [],
      templates: [...new Set(binding.map((use) => `${use.set_id}@${use.set_version}`))],
      parameters,
    }
  })
}

/** Enrolments of these people that have not ended. */
export async function runningEnrolments(tx: RoomTx<'monitoring'>, personIds: readonly string[]) {
  const rows = await tx
    .selectFrom('programs.v_enrolment as e')
    .innerJoin('programs.v_standing as s', 's.enrolment_id', 'e.id')
    .where('e.person_id', 'in', [...personIds])
    .select(['e.id', 'e.person_id as personId', 'e.pack', 's.state'])
    .orderBy('e.id')
    .execute()
  return rows.filter(({ state }) => !isEnded(state as EnrolmentState))
}

/** Null is a list that no row is in: `in ()` is not SQL. */
const among = (ids: readonly string[]) => sql<boolean>`enrolment_id = any(${[...ids]}::uuid[])`

async function zonesOf(tx: RoomTx<'monitoring'>, enrolmentIds: readonly string[]) {
  const rows = await tx
    .selectFrom('home.v_zone')
    .where(among(enrolmentIds))
    .where('ended_at', 'is', null)
    .selectAll()
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, zone: zoneOf(row) }))
}

/** A row of `home.v_zone` or `home.v_zone_version` as the watch takes it. */
export function zoneOf(row: {
  id: string
  version: number
  name: string
  rule: string
  area: Zone['area']
  buffer_m: number
  severity: string | null
  confirm_fixes: number | null
  confirm_seconds: number | null
}): Zone {
  const confirm = {
    ...(row.confirm_fixes === null ? {} : { fixes: row.confirm_fixes }),
    ...(row.confirm_seconds === null ? {} : { seconds: row.confirm_seconds }),
  }
  return {
    id: row.id,
    version: String(row.version),
    name: row.name,
    rule: row.rule as Zone['rule'],
    area: row.area,
    ...(row.buffer_m === 0 ? {} : { buffer: row.buffer_m }),
    ...(row.severity === null ? {} : { severity: row.severity as NonNullable<Zone['severity']> }),
    ...(Object.keys(confirm).length === 0 ? {} : { confirm }),
  }
}

async function schedulesOf(tx: RoomTx<'monitoring'>, enrolmentIds: readonly string[]) {
  const rows = await tx
    .selectFrom('home.v_schedule')
    .where(among(enrolmentIds))
    .select(['person_id as personId', 'weekly'])
    .orderBy('enrolment_id')
    .execute()
  return rows.map(({ personId, weekly }) => ({ personId, weekly: weekly as WeeklyHours[] }))
}

const datedOf = (tx: RoomTx<'monitoring'>, enrolmentIds: readonly string[]) =>
  tx
    .selectFrom('home.v_dated_hours')
    .where(among(enrolmentIds))
    .select([
      'person_id as personId',
      'zone_id as zone',
      'on_day as day',
      'from_time as from',
      'to_time as to',
    ])
    .orderBy('on_day')
    .orderBy('zone_id')
    .execute()

const leaveOf = (tx: RoomTx<'monitoring'>, enrolmentIds: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('home.v_leave')
    .where(among(enrolmentIds))
    .where('outcome', '=', 'granted')
    .where('to_at', '>', at)
    .select([
      'person_id as personId',
      'kind',
      'from_local as from',
      'to_local as to',
      'repeat_days as repeatDays',
      'repeat_until as repeatUntil',
      'ended_at as endedAt',
    ])
    .orderBy('from_at')
    .orderBy('id')
    .execute()

const exceptionsOf = (tx: RoomTx<'monitoring'>, enrolmentIds: readonly string[], at: Temporal.Instant) =>
  tx
    .selectFrom('home.v_zone_exception')
    .where(among(enrolmentIds))
    .where('to_at', '>', at)
    .select([
      'person_id as personId',
      'zone_id as zone',
      'from_at as fromAt',
      'to_at as toAt',
      'ended_at as endedAt',
    ])
    .orderBy('from_at')
    .orderBy('id')
    .execute()

async function unitsOf(tx: RoomTx<'monitoring'>, personIds: readonly string[]) {
  const rows = await tx
    .selectFrom('equipment.v_unit')
    .where('person_id', 'in', [...personIds])
    .select(['id', 'person_id', 'positions', 'level', 'carrier', 'fitted_at'])
    .orderBy('fitted_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    // A unit that stands under a person in the view is fitted to them: level and time are there with it.
    personId: row.person_id!,
    id: row.id,
    positions: row.positions,
    level: row.level as Settings['level'],
    carrier: row.carrier,
    fittedAt: row.fitted_at!,
  }))
}
