import type pg from 'pg'

/**
 * What the database keeps beside the rows it follows from, so that lists of what is open need not read everything
 * there ever was: queries of what does not agree, for the office of the running transaction. Each must be empty.
 */
export const keptBeside: Readonly<Record<string, string>> = {
  'the state kept of each enrolment is that of its steps': `
    select k.enrolment_id, k.from_day, k.state from programs.standing k
    left join lateral programs.state_from_steps(k.agency_id, k.enrolment_id, k.from_day) s on true
    where (k.state, k.since) is distinct from (s.state, s.since)`,
  'the progress kept of each contract is that of its days': `
    select d.enrolment_id, k.* from work.progress k
    full join (
      select agency_id, enrolment_id, count(*) as days, sum(credited_days) as credited, min(day) as first, max(day) as last,
        count(*) filter (where standing = 'open') as open,
        count(*) filter (where standing in ('incomplete', 'missed', 'stood-down') and rescheduled_in is null) as lost
      from work.v_contract_day group by 1, 2
    ) d using (agency_id, enrolment_id)
    where (k.days, k.credited_days, k.first_day, k.last_day, k.open_days, k.lost_days)
      is distinct from (d.days, d.credited, d.first, d.last, d.open, d.lost)`,
  'the days kept as unmarked are those that stand without a mark': `
    select coalesce(u.contract_day_id, d.id) from work.unmarked_day u
    full join (select * from work.v_contract_day where standing = 'open') d on d.agency_id = u.agency_id and d.id = u.contract_day_id
    where (u.enrolment_id, u.site_id, u.day) is distinct from (d.enrolment_id, d.site_id, d.day)`,
  'the commitments kept as waiting are those that are neither joined nor returned': `
    select coalesce(w.commitment_id, c.id) from court.waiting w
    full join (
      select * from court.commitment c where c.returned_at is null
        and not exists (select from programs.enrolment_commitment j where j.agency_id = c.agency_id and j.commitment_id = c.id)
    ) c on c.agency_id = w.agency_id and c.id = w.commitment_id
    where w.commitment_id is null or c.id is null`,
  'how grave each alarm is kept is what follows from what stands of it': `
    select a.id, g.severity as kept, d.gravity as derived from monitoring.alarm a
    left join monitoring.alarm_gravity g on g.agency_id = a.agency_id and g.alarm_id = a.id
    cross join lateral (
      select coalesce(
        least(min(monitoring.gravity(h.severity)) filter (where not h.withdrawn),
          case when not coalesce(bool_or(h.kind = a.kind and h.at = a.happened_at), false)
            then monitoring.gravity(a.severity) end),
        max(monitoring.gravity(h.severity))) as gravity
      from monitoring.alarm_happening h
      where h.agency_id = a.agency_id and h.alarm_id = a.id and h.severity <> 'note') d
    where monitoring.gravity(coalesce(g.severity, a.severity)) <> d.gravity`,
}

/** What is kept and does not agree with the rows it follows from, by name; empty where all of it does. */
export async function keptWrongly(client: pg.Client): Promise<Record<string, unknown[]>> {
  const wrong: Record<string, unknown[]> = {}
  for (const [what, query] of Object.entries(keptBeside)) {
    const { rows } = await client.query(query)
    if (rows.length > 0) wrong[what] = rows
  }
  return wrong
}
