import type { Kind, Severity } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import type { AlarmSeverity } from './severity.ts'

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
  /** As grave as it was opened, and for what. */
  openedAs: AlarmSeverity
  openedFor: Pick<Link, 'kind' | 'at'>
  /** As grave as it is. */
  severity: AlarmSeverity
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
    `select a.id, a.number, a.kind, a.incident, a.closed_code as "closedCode", a.severity as "openedAs",
       a.happened_at as "happenedAt", coalesce(g.severity, a.severity) as severity
     from monitoring.alarm a
     left join monitoring.alarm_gravity g on g.agency_id = a.agency_id and g.alarm_id = a.id
     where a.agency_id = $1 and a.id = any(array(
       select alarm_id from monitoring.alarm_happening where agency_id = $1 and key = any($2)
       union select alarm_id from monitoring.alarm_happening where agency_id = $1 and incident = any($3)))
     order by a.id for key share of a`,
    [agencyId, keys, incidents],
  )
  const alarms = new Map(
    (rows as (Omit<KnownAlarm, 'openedFor'> & { kind: Kind; happenedAt: Temporal.Instant })[]).map(
      ({ happenedAt, ...alarm }): [string, KnownAlarm] => [
        alarm.id,
        { ...alarm, openedFor: { kind: alarm.kind, at: happenedAt } },
      ],
    ),
  )
  const links = new Map<string, Link>()
  if (alarms.size === 0) return { alarms, links }
  const found = await client.query(
    `select key, alarm_id as "alarmId", incident, kind, severity, said, at, known_at as "knownAt", late, withdrawn, joined,
       ends, ended_at as "endedAt"
     from monitoring.alarm_happening where agency_id = $1 and alarm_id = any($2)`,
    [agencyId, [...alarms.keys()]],
  )
  for (const link of found.rows as Link[]) links.set(link.key, link)
  return { alarms, links }
}
