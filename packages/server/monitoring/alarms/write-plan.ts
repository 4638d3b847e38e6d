import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import type { Plan } from './planned.ts'

/** Rows as one JSON argument: a statement a table, however many alarms an outage makes. */
const rows = (list: readonly object[]) => JSON.stringify(list)

/** Writes what was planned: a statement a table. */
export async function writePlan(
  client: PlainClient,
  agencyId: string,
  plan: Plan,
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString()
  if (plan.alarms.length > 0) {
    await client.query(
      `insert into monitoring.alarm (agency_id, id, person_id, unit_id, incident, kind, zone, severity, happened_at,
         opened_at, lat, lon, why, after_alarm_id)
       select $1, a.id, a."personId", a."unitId", a.incident, a.kind, a.zone, a.severity, a.at, $2, (a.place ->> 'lat')::float8,
         (a.place ->> 'lon')::float8, a.why, a.after
       from jsonb_to_recordset($3::jsonb) as a (id uuid, "personId" uuid, "unitId" uuid, incident text, kind text, zone text,
         severity text, at timestamptz, place jsonb, why text, after uuid)`,
      [agencyId, at, rows(plan.alarms)],
    )
  }
  if (plan.links.size > 0) {
    await client.query(
      `insert into monitoring.alarm_happening as h (agency_id, key, alarm_id, incident, kind, severity, said, at, known_at,
         late, withdrawn, joined, ends, ended_at)
       select $1, l.key, l."alarmId", l.incident, l.kind, l.severity, l.said, l.at, l."knownAt", l.late, l.withdrawn, l.joined,
         l.ends, l."endedAt"
       from jsonb_to_recordset($2::jsonb) as l (key text, "alarmId" uuid, incident text, kind text, severity text, said text,
         at timestamptz, "knownAt" timestamptz, late boolean, withdrawn boolean, joined text, ends text, "endedAt" timestamptz)
       on conflict (agency_id, key) do update set alarm_id = excluded.alarm_id, incident = excluded.incident,
         severity = excluded.severity, said = excluded.said, at = excluded.at, known_at = excluded.known_at,
         late = excluded.late, withdrawn = excluded.withdrawn, joined = excluded.joined, ends = excluded.ends,
         ended_at = excluded.ended_at`,
      [agencyId, rows([...plan.links.values()])],
    )
  }
  if (plan.gravities.size > 0) {
    await client.query(
      `insert into monitoring.alarm_gravity (agency_id, alarm_id, severity)
       select $1, g.id, g.severity from jsonb_to_recordset($2::jsonb) as g (id uuid, severity text)
       on conflict (agency_id, alarm_id) do update set severity = excluded.severity`,
      [agencyId, rows([...plan.gravities].map(([id, severity]) => ({ id, severity })))],
    )
  }
  if (plan.protocols.size > 0) {
    await client.query(
      `insert into monitoring.alarm_protocol (agency_id, id, alarm_id, kind, from_at, content, guideline_id)
       select $1, p.id, p."alarmId", p.kind, $2, p."inForce" -> 'protocol', (p."inForce" ->> 'guidelineId')::uuid
       from jsonb_to_recordset($3::jsonb) as p (id uuid, "alarmId" uuid, kind text, "inForce" jsonb)`,
      [agencyId, at, rows([...plan.protocols.values()].map((one) => ({ id: randomUUID(), ...one })))],
    )
  }
  if (plan.steps.length > 0) {
    await client.query(
      `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, happening_key, note, about)
       select $1, s.id, s."alarmId", s.kind, $2, s.code, s.key, s.note, s.about
       from rows from (jsonb_to_recordset($3::jsonb) as (id uuid, "alarmId" uuid, kind text, code text, key text, note text,
         about jsonb)) with ordinality as s
       order by s.ordinality`,
      [agencyId, at, rows(plan.steps.map((one) => ({ id: randomUUID(), ...one })))],
    )
  }
  if (plan.duties.length > 0) await owe(client, agencyId, plan, at)
}

/**
 * Makes duties. What an alarm that has grown graver owed already ends in their favor: the miss stays with both, no
 * time gets later by it, and one of a kind is owed. A duty that somebody is meeting at this moment is left to them.
 */
async function owe(
  client: PlainClient,
  agencyId: string,
  { duties, opened }: Plan,
  at: string,
): Promise<void> {
  await client.query(
    `with planned as (
       select * from jsonb_to_recordset($3::jsonb) as p (id uuid, "alarmId" uuid, kind text, "dueAt" timestamptz,
         "isGraver" boolean)),
     owed as (
       select d.id, d.alarm_id, d.kind, d.due_at, d.escalate_at, d.missed_at
       from planned p join monitoring.duty d on d.alarm_id = p."alarmId" and d.kind = p.kind
       where p."isGraver" and d.agency_id = $1 and d.done_at is null for no key update of d skip locked),
     replaced as (
       update monitoring.duty set done_at = $2, dropped = true where agency_id = $1 and id = any(array(select id from owed)))
     insert into monitoring.duty (agency_id, id, alarm_id, kind, made_at, due_at, escalate_at, missed_at)
     select $1, p.id, p."alarmId", p.kind, $2, least(p."dueAt", min(o.due_at)), least(p."dueAt", min(o.escalate_at)),
       min(o.missed_at)
     from planned p left join owed o on o.alarm_id = p."alarmId" and o.kind = p.kind
     group by p.id, p."alarmId", p.kind, p."dueAt"`,
    [
      agencyId,
      at,
      rows(duties.map((one) => ({ id: randomUUID(), isGraver: !opened.has(one.alarmId), ...one }))),
    ],
  )
}
