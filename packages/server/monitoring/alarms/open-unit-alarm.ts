import { type Happening, type Kind, kinds } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { unitProtocol } from '../guidelines/default-protocols.ts'
import type { ProtocolInForce } from '../guidelines/in-force.ts'
import type { PlainClient } from '../plain-client.ts'
import { actForAgency } from './as-watch.ts'
import type { AlarmNews } from './news.ts'
import { openFor } from './open-alarms.ts'

/** What a unit that nobody wears said, or what is the matter with it. */
export interface UnitAlarm {
  unitId: string
  kind: Kind
  at: Temporal.Instant
  /** In one sentence. */
  why: string
  /** How often it was said, one after the other, and when last; once where nothing is told of it. */
  times?: number
  lastAt?: Temporal.Instant
}

/** Minutes for which a unit must not have said it, for the next time to be an incident of its own. */
const quietMinutes = 60

/**
 * Opens an alarm about a unit that nobody wears: an equipment incident. What the unit says again belongs to it and is
 * counted, also after somebody has closed the alarm, until the unit has not said it for an hour or has said that it
 * is no longer so. Runs in the watch's transaction, as its role.
 */
export async function openUnitAlarm(
  client: PlainClient,
  agencyId: string,
  alarm: UnitAlarm,
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  await actForAgency(client, agencyId)
  if (await isCounted(client, agencyId, alarm)) return []
  const { unitId, kind, at, why } = alarm
  const incident = `unit ${unitId}|${kind}`
  const happening: Happening = {
    kind,
    key: `${incident}|${at.epochMilliseconds}`,
    person: '',
    severity: kinds[kind].severity,
    at: at.epochMilliseconds,
    knownAt: now.epochMilliseconds,
    confirmedAt: at.epochMilliseconds,
    late: false,
    withdrawn: false,
    incident,
    evidence: { why, fixes: [], inputs: [], parameters: {}, values: {} },
  }
  const news = await openFor(client, agencyId, [happening], () => ({ personId: null, unitId }), now, {
    workedBy: asUnit,
  })
  await begin(client, agencyId, happening.key, alarm)
  return news
}

/**
 * How grave it is, its times and who is asked follow what the agency has approved for the kind (EMP-7.3). The steps do
 * not: those of the agency are for a participant who is called and looked for, and nobody wears this unit.
 */
const asUnit = (inForce: ProtocolInForce): ProtocolInForce => ({
  ...inForce,
  protocol: unitProtocol(inForce.protocol),
})

/** Counts it with the incident that it belongs to, if there is one. */
async function isCounted(
  client: PlainClient,
  agencyId: string,
  { unitId, kind, at, times = 1, lastAt = at }: UnitAlarm,
): Promise<boolean> {
  const { rows } = await client.query(
    `with latest as (
       select i.alarm_id, i.last_at, i.is_over, a.closed_at from monitoring.unit_incident i
       join monitoring.alarm a on a.agency_id = i.agency_id and a.id = i.alarm_id
       where i.agency_id = $1 and i.unit_id = $2 and i.kind = $3 order by i.last_at desc limit 1)
     update monitoring.unit_incident i
     set times = i.times + $6, last_at = greatest(i.last_at, $5), is_over = false
     from latest l
     where i.agency_id = $1 and i.alarm_id = l.alarm_id
       and (l.closed_at is null or not l.is_over and $4::timestamptz < l.last_at + make_interval(mins => $7))
     returning i.alarm_id`,
    [agencyId, unitId, kind, at.toString(), lastAt.toString(), times, quietMinutes],
  )
  return rows.length > 0
}

async function begin(
  client: PlainClient,
  agencyId: string,
  key: string,
  { unitId, kind, at, times = 1, lastAt = at }: UnitAlarm,
): Promise<void> {
  await client.query(
    `insert into monitoring.unit_incident (agency_id, alarm_id, unit_id, kind, first_at, last_at, times)
     select $1, h.alarm_id, $3, $4, $5, $6, $7 from monitoring.alarm_happening h
     where h.agency_id = $1 and h.key = $2
     on conflict (agency_id, alarm_id) do update set times = unit_incident.times + excluded.times,
       last_at = greatest(unit_incident.last_at, excluded.last_at), is_over = false`,
    [agencyId, key, unitId, kind, at.toString(), lastAt.toString(), times],
  )
}

/** The unit says that it is no longer so: the next time is an incident of its own, once this alarm is closed. */
export async function unitSaysOver(
  client: PlainClient,
  agencyId: string,
  { unitId, kind, at }: Pick<UnitAlarm, 'unitId' | 'kind' | 'at'>,
): Promise<void> {
  await client.query(
    `update monitoring.unit_incident set is_over = true
     where agency_id = $1 and unit_id = $2 and kind = $3 and not is_over and last_at <= $4`,
    [agencyId, unitId, kind, at.toString()],
  )
}
