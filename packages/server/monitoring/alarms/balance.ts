import type { PlainClient } from '../plain-client.ts'

/** The books of one agency's alarms: what was opened less what was closed is what stands in the queue. */
export interface AlarmBooks {
  agencyId: string
  name: string
  opened: number
  reopened: number
  closed: number
  /** Rows that are not closed: what the queue lists. */
  queue: number
  /** Open alarms that owe nothing to anybody any more: they would sink to the end of every list. */
  withoutDuty: number
  /** What the watch found and nobody was asked to look at. */
  unheard: number
  /** Alarms whose own last entry says otherwise than they do. */
  contradicted: number
}

/** Whether the books balance. */
export const balances = (books: AlarmBooks): boolean =>
  books.opened + books.reopened - books.closed === books.queue &&
  books.withoutDuty === 0 &&
  books.unheard === 0 &&
  books.contradicted === 0

/**
 * Counts the record of every alarm, agency by agency: entries are append-only, so nothing is counted against itself.
 * @param client a connection of the worker's role, in a transaction of its own that reads one moment
 */
export async function alarmBooks(client: PlainClient): Promise<AlarmBooks[]> {
  const agencies = await client.query('select agency_id as id from access.agencies_for_worker() order by 1')
  const books: AlarmBooks[] = []
  for (const { id } of agencies.rows as { id: string }[]) {
    await client.query(`select set_config('inlieu.agency', $1, true)`, [id])
    const { rows } = await client.query(booksOfOne, [id])
    books.push(rows[0] as AlarmBooks)
  }
  return books
}

const booksOfOne = `
  select g.agency_id as "agencyId", g.name, r.*,
    (select count(*) from monitoring.v_alarm a where a.agency_id = $1 and a.closed_at is null) as queue,
    (select count(*) from monitoring.v_alarm a where a.agency_id = $1 and a.closed_at is null and a.next_duty is null)
      as "withoutDuty",
    (select count(*) from monitoring.happening h
      where h.agency_id = $1 and h.severity <> 'note' and not h.withdrawn and not exists (
        select from monitoring.alarm_happening l where l.agency_id = h.agency_id and l.key = h.key)) as unheard,
    (select count(*) from monitoring.alarm a
      cross join lateral (
        select s.kind from monitoring.alarm_step s
        where s.agency_id = a.agency_id and s.alarm_id = a.id and s.kind in ('opened', 'closed', 'reopened')
        order by s.number desc limit 1) last
      where a.agency_id = $1 and (last.kind = 'closed') <> (a.closed_at is not null)) as contradicted
  from access.v_agency g
  cross join lateral (
    select count(*) filter (where s.kind = 'opened') as opened, count(*) filter (where s.kind = 'reopened') as reopened,
      count(*) filter (where s.kind = 'closed') as closed
    from monitoring.alarm_step s where s.agency_id = $1) r
  where g.agency_id = $1`
