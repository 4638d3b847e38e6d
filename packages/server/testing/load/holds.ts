import pg from 'pg'
import { keptBeside } from '../kept.ts'
import type { Report } from './report.ts'
import type { StreamReader } from './stream-reader.ts'

/** Addresses of the database under load. */
export interface Watched {
  /** For the counters of the server. */
  superuser: string
  /** For everything of every office. */
  owner: string
  agencyId: string
}

/** What must be empty after any load, as queries within one office. */
const mustBeEmpty: Readonly<Record<string, string>> = {
  'the books balance': 'select * from money.books()',
  'no day of a site is oversold': 'select * from work.site_day where taken > capacity or taken < 0',
  'the places of a site are those of its contracts': `
    select s.site_id, s.day, s.taken, count(d.id) from work.site_day s
    left join work.contract_day d on d.agency_id = s.agency_id and d.site_id = s.site_id and d.day = s.day
      and d.until_version is null
    group by 1, 2, 3 having s.taken <> count(d.id)`,
  'no day of a site has more people than its plan': `
    select p.site_id, p.day, p.capacity, p.taken
    from (select min(day) as first, max(day) as last from work.site_day) span,
      work.site_days(null, span.first, span.last + 1) p
    where p.taken > p.capacity`,
  'nobody is in two places on one day': `
    select person_id, day from work.contract_day where until_version is null group by 1, 2 having count(*) > 1`,
  'no appointment time is oversold': `
    select a.slot_id, count(*) from intake.appointment a
    where a.ended_as is null or a.ended_as = 'kept'
    group by 1 having count(*) > (select capacity from intake.slot_plan order by from_day desc, entered_at desc limit 1)`,
  'receipts are numbered without a gap': `
    select year, count(*), max(serial) from money.receipt group by 1 having count(*) <> max(serial) or min(serial) <> 1`,
  'each day of a contract has one mark that counts': `
    select contract_day_id from work.attendance where superseded_at is null group by 1 having count(*) > 1`,
  'steps of an enrolment are numbered without a gap': `
    select enrolment_id from programs.step group by 1 having count(*) <> max(number)`,
  ...keptBeside,
}

/** Runs a query as the owner within the office. */
export async function inOffice<R extends pg.QueryResultRow>(
  { owner, agencyId }: Pick<Watched, 'owner' | 'agencyId'>,
  query: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    await client.query(`select set_config('inlieu.agency', $1, false)`, [agencyId])
    return (await client.query<R>(query, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Checks everything that must hold in the database after a load. */
export async function checkTables(report: Report, watched: Watched): Promise<void> {
  for (const [what, query] of Object.entries(mustBeEmpty)) {
    const rows = await inOffice(watched, query)
    report.check(what, rows.length === 0, JSON.stringify(rows.slice(0, 3)))
  }
}

/** Deadlocks the database has counted since it was made. */
export async function deadlocksOf({ superuser, owner }: Watched): Promise<number> {
  const client = new pg.Client({ connectionString: superuser })
  await client.connect()
  try {
    const name = new URL(owner).pathname.slice(1)
    const { rows } = await client.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = $1',
      [name],
    )
    return Number(rows[0]?.deadlocks ?? Number.NaN)
  } finally {
    await client.end()
  }
}

/** The last event that is on record; a reader that begins now is owed every later one. */
export async function lastEvent(watched: Watched): Promise<number> {
  const rows = await inOffice<{ last: number }>(
    watched,
    'select coalesce(max(id), 0)::int as last from platform.event',
  )
  return rows[0]!.last
}

/** Waits until every event on record is behind the commit horizon, where readers can see it. */
export async function untilSettled(watched: Watched): Promise<void> {
  await until(async () => {
    const rows = await inOffice<{ settled: boolean }>(
      watched,
      `select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as settled from platform.event`,
    )
    return rows[0]!.settled
  }, 15_000)
}

/** Checks that a reader has seen each event after `since` once and in order. */
export async function checkEvents(
  report: Report,
  watched: Watched,
  reader: StreamReader,
  since: number,
): Promise<void> {
  await untilSettled(watched)
  const rows = await inOffice<{ position: string }>(
    watched,
    `select xid::text || '.' || id::text as position from platform.event where id > $1 order by xid, id`,
    [since],
  )
  const expected = rows.map((row) => row.position)
  await until(async () => placesOf(reader).length >= expected.length, 10_000)
  const seen = placesOf(reader)
  const firstOff = expected.findIndex((position, index) => seen[index] !== position)
  report.check(
    'a reader of the stream saw each event once and in order',
    firstOff < 0 && seen.length === expected.length && reader.reloads === 0,
    `${seen.length} came of ${expected.length}, the first that differs at ${firstOff}, told to reload ${reader.reloads} times`,
  )
  report.figure('events', expected.length)
}

/** The places in the office's own events that a reader came to; news of the watch between them move on in theirs. */
function placesOf(reader: StreamReader): string[] {
  const places = reader.positions.map((position) => position.slice(0, position.lastIndexOf('.')))
  return places.filter((place, index) => place !== places[index - 1])
}

/** Waits for the sealer; milliseconds until no audit row is open, null when it was not so in time. */
export async function untilSealed(watched: Watched, withinMs: number): Promise<number | null> {
  const began = performance.now()
  const sealed = await until(async () => {
    const rows = await inOffice<{ open: boolean }>(
      watched,
      `select exists (select from audit.entry
        where xid >= coalesce((select max(until_xid) from audit.seal), '0'::xid8)) as open`,
    )
    return !rows[0]!.open
  }, withinMs)
  return sealed ? performance.now() - began : null
}

/** Waits until the worker has made every document that was asked for; how many are open when the time is over. */
export async function documentsOpen(watched: Watched, withinMs: number): Promise<number> {
  let open = 0
  await until(async () => {
    const rows = await inOffice<{ open: number }>(
      watched,
      'select count(*)::int as open from platform.document where paper_id is null',
    )
    open = rows[0]!.open
    return open === 0
  }, withinMs)
  return open
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs
  for (;;) {
    if (await holds()) return true
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
