import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import type { Reachable } from './on-duty.ts'

/**
 * The supervisors of a center, by name, whether they are there or not; without those whose account has ended. For the
 * watch and the office alike.
 */
export async function centerSupervisors(
  client: PlainClient,
  agencyId: string,
  now: Temporal.Instant,
): Promise<Reachable[]> {
  const { rows } = await client.query(
    `select s.id as "staffId", s.account_id as "accountId", s.name, s.phone, s.email, s.texts
     from monitoring.staff s
     join access.v_account_role r on r.agency_id = s.agency_id and r.account_id = s.account_id
     where s.agency_id = $1 and s.ended_at is null and r.role = 'operator-supervisor'
       and (r.ends_at is null or r.ends_at > $2)
     order by s.name, s.id`,
    [agencyId, now.toString()],
  )
  return rows as Reachable[]
}
