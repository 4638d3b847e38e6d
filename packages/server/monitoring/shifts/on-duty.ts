import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'

/** Somebody whom the center can reach. */
export interface Reachable {
  staffId: string
  /** Null for somebody without an account here. */
  accountId: string | null
  name: string
  /** '' where none is on record. */
  phone: string
  email: string
  /** Whether the telephone takes text messages. */
  texts: boolean
}

/** Who is there at a moment. */
export interface OnDuty {
  /** Those who have taken an operator's post over. */
  operators: Reachable[]
  /** Who has taken the supervisor's post over; else who is planned for it now; else nobody. */
  supervisor: Reachable | null
  /** False: the supervisor is only planned, or there is none (EMP-7.1). */
  supervisorPresent: boolean
  /** Officers on call, in the order in which they are called. */
  onCall: Reachable[]
}

const reachable = 's.id as "staffId", s.account_id as "accountId", s.name, s.phone, s.email, s.texts'

/** Who is on duty and on call at a moment. For the watch and the office alike. */
export async function onDuty(client: PlainClient, agencyId: string, now: Temporal.Instant): Promise<OnDuty> {
  const { rows } = await client.query(
    `select 'present' as what, p.post, p.from_at, 0 as place, ${reachable}
       from monitoring.presence p join monitoring.staff s on s.agency_id = p.agency_id and s.id = p.staff_id
       where p.agency_id = $1 and p.from_at <= $2 and (p.to_at is null or p.to_at > $2)
     union all
     select 'planned', f.post, f.from_at, 0, ${reachable}
       from monitoring.shift f join monitoring.staff s on s.agency_id = f.agency_id and s.id = f.staff_id
       where f.agency_id = $1 and f.cancelled_at is null and f.from_at <= $2 and f.to_at > $2 and f.post = 'supervisor'
     union all
     select 'on-call', '', c.from_at, c.place, ${reachable}
       from monitoring.on_call c join monitoring.staff s on s.agency_id = c.agency_id and s.id = c.staff_id
       where c.agency_id = $1 and c.ended_at is null and c.from_at <= $2 and (c.to_at is null or c.to_at > $2)
     order by place, from_at, name, "staffId"`,
    [agencyId, now.toString()],
  )
  const found = rows as (Reachable & { what: string; post: string })[]
  const of = (what: string, post: string) =>
    found.filter((row) => row.what === what && row.post === post).map(toReachable)
  const present = of('present', 'supervisor')
  return {
    operators: of('present', 'operator'),
    supervisor: present[0] ?? of('planned', 'supervisor')[0] ?? null,
    supervisorPresent: present.length > 0,
    onCall: of('on-call', ''),
  }
}

/** Of a row, only what is asked to reach somebody. */
export function toReachable({ staffId, accountId, name, phone, email, texts }: Reachable): Reachable {
  return { staffId, accountId, name, phone, email, texts }
}
