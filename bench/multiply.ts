import pg from 'pg'
import { searchKeysOf } from '../packages/server/people/search-keys.ts'
import { type CaseRows, type CaseTable, caseRows } from './case-rows.ts'
import { type CountyPerson, countyPerson } from './names.ts'

/** How many sites are made of each of the demonstration's: a roster has then as many people as a real one. */
const sitesOfEach = 30
/** Weeks over which the completed cases are spread. */
const weeksBack = 200
const batch = 5000

/** What was loaded, for choosing what to ask for. */
export interface County {
  people: number
  open: number
}

/** How many of a thousand people are in which state; the first take what the others leave. */
const shares = [
  { state: 'completed', of1000: 0, spread: true },
  { state: 'active', of1000: 44, spread: false },
  { state: 'booked', of1000: 1, spread: false },
  { state: 'accepted', of1000: 1, spread: false },
  { state: 'applied', of1000: 1, spread: false },
  { state: 'appointed', of1000: 2, spread: false },
  { state: 'opened', of1000: 1, spread: false },
] as const

/**
 * Fills an office's database with `people`, copied from cases that were driven through the routes: 95 of 100
 * completed, the others at work or on their way there. Set operations of the database's owner; nothing is audited
 * or asked of a verb.
 */
export async function multiply(superuserUrl: string, database: string, people: number): Promise<County> {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(`set synchronous_commit = off`)
    await client.query(`set work_mem = '512MB'`)
    const spans = await spansOf(client, people)
    await nameEverybody(client, people)
    await multiplySites(client)
    // Written row by row into indexes of random ids, the load took a quarter of an hour.
    const tables = spans[0]!.rows.tables.map(({ name }) => name)
    await withoutIndexes(client, [...tables, 'people.search_key'], async () => {
      for (const span of spans) await copyCase(client, span)
      await writeSearchKeys(client)
    })
    await client.query('vacuum (analyze)')
    return { people, open: people - spans[0]!.until }
  } finally {
    await client.end()
  }
}

/** A case and the people who are copies of it: those from `from` until before `until`. */
interface Span {
  rows: CaseRows
  from: number
  until: number
  /** Whether the copies are spread over the past weeks. */
  spread: boolean
}

async function spansOf(client: pg.Client, people: number): Promise<Span[]> {
  const spans: Span[] = []
  let until = people
  for (const { state, of1000, spread } of shares.toReversed()) {
    const rows = await caseInState(client, state)
    const from = of1000 === 0 ? 0 : until - Math.ceil((people * of1000) / 1000)
    spans.unshift({ rows, from, until, spread })
    until = from
  }
  return spans
}

async function caseInState(client: pg.Client, state: string): Promise<CaseRows> {
  const { rows } = await client.query<{ person_id: string; enrolment_id: string }>(
    `select e.person_id, e.id as enrolment_id from programs.enrolment_state('2199-01-01') s
     join programs.enrolment e on e.id = s.enrolment_id
     where s.state = $1
     order by (select count(*) from work.contract_day d where d.enrolment_id = e.id) desc, e.number limit 1`,
    [state],
  )
  if (!rows[0]) throw new Error(`The demonstration has nobody who is ${state}.`)
  return caseRows(client, rows[0].person_id, rows[0].enrolment_id)
}

async function nameEverybody(client: pg.Client, people: number): Promise<void> {
  await client.query(
    `create temp table county (n integer primary key, family text, given text, birth date, phone text, docket text,
       booking text)`,
  )
  for (let from = 0; from < people; from += batch) {
    const some = Array.from({ length: Math.min(batch, people - from) }, (_, n) => countyPerson(from + n))
    const column = (of: (person: CountyPerson) => unknown) => some.map(of)
    await client.query(
      `insert into county select * from unnest($1::int[], $2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[])`,
      [
        column((p) => p.n),
        column((p) => p.familyName),
        column((p) => p.givenNames),
        column((p) => p.birthDate),
        column((p) => p.phone),
        column((p) => p.docket),
        column((p) => p.bookingNumber),
      ],
    )
  }
  await client.query('analyze county')
}

/** The nth copy of an id, the same wherever the id stands; in the form of version 4, as all ids here are. */
const nth = (id: string, n: string) =>
  `overlay(overlay(md5(${id}::text || ':' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`

async function multiplySites(client: pg.Client): Promise<void> {
  // The copies of a case work at all sites in turn, whichever the driven one was sent to.
  await client.query(
    `create temp table chosen_site as
     select row_number() over (order by name) - 1 as k, id, count(*) over () as sites from work.site`,
  )
  for (const table of ['site', 'capacity_plan']) {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'work' and table_name = $1 order by ordinal_position`,
      [table],
    )
    const value = (column: string) => {
      if (column === 'id' || column === 'site_id') return nth(`t.${column}`, 'k')
      return column === 'name' ? `t.name || ' ' || k` : `t.${column}`
    }
    const columns = rows.map((row) => row.name)
    await client.query(
      `insert into work.${table} (${columns.join(', ')})
       select ${columns.map(value).join(', ')} from work.${table} t, generate_series(0, ${sitesOfEach - 1}) k`,
    )
  }
}

async function copyCase(client: pg.Client, span: Span): Promise<void> {
  for (const table of span.rows.tables) await copyTable(client, table, span)
  await findSearchKeys(client, span)
}

/** Drops the indexes that hold no constraint for the time of a load, and builds them again. */
async function withoutIndexes(client: pg.Client, tables: string[], load: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any($1::text[]::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await load()
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { definition } of rows) await client.query(definition)
}

async function copyTable(client: pg.Client, table: CaseTable, span: Span): Promise<void> {
  const columns = table.columns.map((column) => `"${column.name}"`)
  const values = table.columns.map((column) => copyOf(table.name, column, span))
  // In the order of the key, which is then written from its beginning to its end.
  const id = table.columns.findIndex((column) => column.name === 'id')
  await client.query(
    `insert into ${table.name} (${columns.join(', ')})
     select ${values.join(', ')}
     from (select * from ${table.name} where ${table.where}) t
     cross join (select * from county where n >= ${span.from} and n < ${span.until}) c
     ${id < 0 ? '' : `order by ${id + 1}`}`,
    [span.rows.ids],
  )
}

const ofCopy = `(select ${nth('s.id', `(c.n % ${sitesOfEach})`)} from chosen_site s
  where s.k = (c.n / ${sitesOfEach}) % s.sites)`

/** What each copy has of its own, beside its ids and days. */
const ownValues: Readonly<Record<string, string>> = {
  'people.person.family_name': 'c.family',
  'people.person.given_names': 'c.given',
  'people.person.birth_date': 'c.birth',
  'people.phone.number': 'c.phone',
  'court.commitment.docket': 'c.docket',
  'programs.enrolment.number': 'c.booking',
  // One place in a slot is held once: each copy has its own.
  'intake.appointment.place': 't.place + 100 + 3 * c.n',
  'money.receipt.serial': 't.serial + 1000 * (1 + c.n)',
  'money.receipt.number': `t.number || '-' || c.n`,
}

function copyOf(table: string, column: { name: string; type: string }, span: Span): string {
  const own = ownValues[`${table}.${column.name}`]
  if (own) return own
  const from = `t."${column.name}"`
  if (column.name === 'site_id') return `case when ${from} is not null then ${ofCopy} end`
  if (column.type === 'uuid' && column.name !== 'agency_id')
    return `case when ${from} = any($1::uuid[]) then ${nth(from, 'c.n')} else ${from} end`
  if (!span.spread) return from
  if (column.type === 'date') return `${from} - 7 * (c.n % ${weeksBack})`
  return column.type === 'timestamptz' ? `${from} - make_interval(weeks => c.n % ${weeksBack})` : from
}

/** The keys that the rooms would have kept, by their own functions. */
async function findSearchKeys(client: pg.Client, span: Span): Promise<void> {
  await client.query(
    `create temp table if not exists found_key (person_id uuid, kind text collate "C", key text collate "C")`,
  )
  for (let from = span.from; from < span.until; from += batch) {
    const numbers: number[] = []
    const kinds: string[] = []
    const keys: string[] = []
    for (let n = from; n < Math.min(from + batch, span.until); n++) {
      for (const { kind, key } of keysOf(countyPerson(n))) {
        numbers.push(n)
        kinds.push(kind)
        keys.push(key)
      }
    }
    await client.query(
      `insert into found_key
       select ${nth('$1', 'k.n')}, k.kind, k.key from unnest($2::int[], $3::text[], $4::text[]) k (n, kind, key)`,
      [span.rows.personId, numbers, kinds, keys],
    )
  }
}

// All at once and in order: in batches each of them wrote the whole index again.
async function writeSearchKeys(client: pg.Client): Promise<void> {
  await client.query(
    `insert into people.search_key (agency_id, person_id, source_id, kind, key)
     select p.agency_id, k.person_id, k.person_id, k.kind, k.key
     from found_key k join people.person p on p.id = k.person_id
     order by p.agency_id, k.kind, k.key, k.person_id
     on conflict do nothing`,
  )
}

function keysOf(person: CountyPerson) {
  const names = [person.familyName, person.givenNames]
  return [
    ...searchKeysOf('name', names),
    ...searchKeysOf('sound', names),
    ...searchKeysOf('phone', [person.phone]),
    ...searchKeysOf('docket', [person.docket]),
    ...searchKeysOf('booking', [person.bookingNumber]),
  ]
}
