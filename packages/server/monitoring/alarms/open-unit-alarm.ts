import { type Happening, type Kind, kinds } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import type { AlarmNews } from './news.ts'
import { openFor } from './open-alarms.ts'

/** What a unit that nobody wears said, or what is the matter with it. */
export interface UnitAlarm {
  unitId: string
  kind: Kind
  at: Temporal.Instant
  /** In one sentence. */
  why: string
}

/**
 * Opens an alarm about a unit that nobody wears: an equipment incident. While one of its kind is open for this
 * unit, nothing more is opened. Runs in the watch's transaction, as its role.
 */
export async function openUnitAlarm(
  client: PlainClient,
  agencyId: string,
  { unitId, kind, at, why }: UnitAlarm,
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const incident = `unit ${unitId}|${kind}`
  const { rows } = await client.query(
    `select from monitoring.alarm_happening h
     join monitoring.alarm a on a.agency_id = h.agency_id and a.id = h.alarm_id and a.closed_at is null
     where h.agency_id = $1 and h.incident = $2 limit 1`,
    [agencyId, incident],
  )
  if (rows.length > 0) return []
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
  return openFor(client, agencyId, [happening], () => ({ personId: null, unitId }), now)
}
