import type { Kind, Severity } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import { isGraver } from './severity.ts'

/** How a happening stands with its alarm. */
export interface Link {
  key: string
  alarmId: string
  incident: string
  kind: Kind
  /** As the agency grades it. */
  severity: Severity
  /** As the watch said it. */
  said: Severity
  at: Temporal.Instant
  knownAt: Temporal.Instant
  late: boolean
  withdrawn: boolean
  joined: string | null
  ends: string | null
  endedAt: Temporal.Instant | null
}

/** What the plan needs to know of an alarm that is there already. */
export interface KnownAlarm {
  id: string
  number: number
  kind: string
  /** Key of the incident when it was opened. */
  incident: string
  closedCode: string | null
  severity: Severity
}

export interface Known {
  alarms: Map<string, KnownAlarm>
  links: Map<string, Link>
}

/**
 * The alarms that these happenings may belong to, held against being closed until the transaction ends. That is
 * all this waits for: whoever acknowledges or notes something holds nothing that stops the watch.
 */
export async function knownAlarms(
  client: PlainClient,
  agencyId: string,
  keys: string[],
  incidents: string[],
): Promise<Known> {
  const { rows } = await client.query(
    `select id, number, kind, incident, closed_code as "closedCode", severity from monitoring.alarm
     where agency_id = $1 and id = any(array(
       select alarm_id from monitoring.alarm_happening where agency_id = $1 and key = any($2)
       union select alarm_id from monitoring.alarm_happening where agency_id = $1 and incident = any($3)))
     order by id for key share`,
    [agencyId, keys, incidents],
  )
  const alarms = new Map((rows as KnownAlarm[]).map((alarm) => [alarm.id, alarm]))
  const links = new Map<string, Link>()
  if (alarms.size === 0) return { alarms, links }
  const found = await client.query(
    `select key, alarm_id as "alarmId", incident, kind, severity, said, at, known_at as "knownAt", late, withdrawn, joined,
       ends, ended_at as "endedAt"
     from monitoring.alarm_happening where agency_id = $1 and alarm_id = any($2)`,
    [agencyId, [...alarms.keys()]],
  )
  for (const link of found.rows as Link[]) {
    links.set(link.key, link)
    const alarm = alarms.get(link.alarmId)!
    if (isGraver(link.severity, alarm.severity)) alarm.severity = link.severity
  }
  return { alarms, links }
}
