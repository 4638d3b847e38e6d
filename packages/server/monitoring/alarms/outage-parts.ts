import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'

/**
 * Notes on both sides which silences of an outage have an alarm of their own: those that were alarms before there
 * were enough for an outage, and those that the outage no longer accounts for. Each is noted once.
 */
export async function noteOwnAlarms(
  client: PlainClient,
  agencyId: string,
  incident: string,
  silences: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await client.query(
    `select o.id as outage, o.number::integer as "outageNumber", h.key, a.id as own, a.number::integer as "ownNumber"
     from monitoring.alarm o
     join monitoring.alarm_happening h on h.agency_id = o.agency_id and h.key = any($3)
     join monitoring.alarm a on a.agency_id = h.agency_id and a.id = h.alarm_id
     where o.agency_id = $1 and o.incident = $2 and o.kind = 'carrier-outage' and not o.drill and a.kind <> 'carrier-outage'
       and a.closed_at is null and not exists (
         select from monitoring.alarm_step s
         where s.agency_id = o.agency_id and s.alarm_id = o.id and s.kind = 'folded' and s.about ? 'outage'
           and s.happening_key = h.key and s.about ->> 'own' = a.id::text)
     order by a.number`,
    [agencyId, incident, silences],
  )
  const pairs = rows as {
    outage: string
    outageNumber: number
    key: string
    own: string
    ownNumber: number
  }[]
  if (pairs.length === 0) return
  const steps = pairs.flatMap(({ outage, outageNumber, key, own, ownNumber }) => {
    const note = `Part of the outage of a carrier, alarm ${outageNumber}; the unit has alarm ${ownNumber} of its own.`
    const about = { outage, outageNumber, own, ownNumber }
    return [outage, own].map((alarmId) => ({ id: randomUUID(), alarmId, key, note, about }))
  })
  await client.query(
    `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, happening_key, note, about)
     select $1, s.id, s."alarmId", 'folded', $2, 'carrier-outage', s.key, s.note, s.about
     from jsonb_to_recordset($3::jsonb) as s (id uuid, "alarmId" uuid, key text, note text, about jsonb)`,
    [agencyId, now.toString(), JSON.stringify(steps)],
  )
}
