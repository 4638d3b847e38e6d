import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestOffice, testOffice } from '../testing/office.ts'

// The database's own catalogue, asked whether every table, view and key stands inside the walls.

let office: TestOffice
let client: pg.Client
beforeAll(async () => {
  office = await testOffice()
  client = new pg.Client({ connectionString: office.urls.superuser })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await office.stop()
})

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'graphile_worker', 'migration')`
// Tables that hold nothing of an agency: seals close rows of all, the clock is the machine's, the watch is one.
const ofNoAgency = ['audit.seal', 'platform.demonstration_clock', 'monitoring.batch', 'monitoring.heartbeat']

async function names(query: string): Promise<string[]> {
  return (await client.query<{ name: string }>(query)).rows.map((row) => row.name)
}

describe('catalogue', () => {
  test('there are tables to look at', async () => {
    const tables = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ours}`,
    )
    expect(tables.length).toBeGreaterThan(25)
    expect(tables).toContain('people.person')
  })

  test('every table has row-level security, for its owner too, and a policy on the agency', async () => {
    const open = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ours}
         and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (
           select from pg_policy p where p.polrelid = c.oid
             and pg_get_expr(p.polqual, p.polrelid) like '%platform.agency()%'))`,
    )
    expect(open.filter((name) => !ofNoAgency.includes(name))).toEqual([])
  })

  test('a policy that lets all rows pass is for the owner, the worker or the watch, never for the office', async () => {
    const loose = await client.query<{ name: string; roles: string[] }>(
      `select n.nspname || '.' || c.relname || ' ' || p.polname as name,
         array(select r.rolname::text from pg_roles r where r.oid = any(p.polroles)) as roles
       from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
       where ${ours} and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) = 'true'`,
    )
    expect(loose.rows.length).toBeGreaterThan(0)
    for (const policy of loose.rows) {
      expect(policy.roles.length, policy.name).toBeGreaterThan(0)
      for (const role of policy.roles)
        expect(['inlieu_owner', 'inlieu_worker', 'inlieu_ingest'], policy.name).toContain(role)
    }
  })

  test('every view reads with the rights of who reads', async () => {
    const unsafe = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and ${ours} and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
    )
    expect(unsafe).toEqual([])
    const materialized = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'm' and ${ours}`,
    )
    expect(materialized).toEqual([])
  })

  test('every key between tables of agencies carries the agency', async () => {
    const plain = await names(
      `select con.conname || ' on ' || con.conrelid::regclass as name
       from pg_constraint con
       join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
       where con.contype = 'f' and ${ours}
         and con.confrelid <> 'access.agency'::regclass
         and not exists (select from pg_attribute a
           where a.attrelid = con.conrelid and a.attname = 'agency_id' and a.attnum = any(con.conkey))`,
    )
    expect(plain).toEqual([])
  })

  test('a key across rooms points to the spine or the platform only', async () => {
    const spine = ['access.agency', 'access.account', 'people.person', 'court.commitment', 'programs.enrolment',
      'work.site', 'equipment.unit', 'platform.paper', 'platform.document'] // biome-ignore format: one list
    const across = await client.query<{ name: string; target: string }>(
      `select con.conname || ' on ' || con.conrelid::regclass as name, con.confrelid::regclass::text as target
       from pg_constraint con
       join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_class t on t.oid = con.confrelid
       where con.contype = 'f' and ${ours} and t.relnamespace <> c.relnamespace`,
    )
    for (const key of across.rows) expect(spine, key.name).toContain(key.target)
  })

  test('the office can delete nothing, and cannot change what is append-only', async () => {
    const deletes = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ours}
         and (has_table_privilege('inlieu_app', c.oid, 'DELETE') or has_table_privilege('inlieu_app', c.oid, 'TRUNCATE'))`,
    )
    expect(deletes).toEqual([])
    const appendOnly = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p')
         and (n.nspname || '.' || c.relname = any(array['audit.entry', 'audit.seal', 'platform.event', 'platform.paper',
           'platform.paper_bytes', 'programs.step', 'programs.worksheet']) or n.nspname = 'money' and c.relname in ('entry', 'line'))
         and has_table_privilege('inlieu_app', c.oid, 'UPDATE')`,
    )
    expect(appendOnly).toEqual([])
    for (const direct of ['audit.entry', 'audit.seal']) {
      const { rows } = await client.query(`select has_table_privilege('inlieu_app', $1, 'INSERT') as may`, [
        direct,
      ])
      expect(rows[0].may, direct).toBe(false)
    }
  })

  test('every table that the office changes is audited, but for the named few', async () => {
    const quiet = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ours} and has_table_privilege('inlieu_app', c.oid, 'INSERT')
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audited')
       order by 1`,
    )
    expect(quiet).toEqual([
      'access.session', // a row would be written with each request; signing in and out are events and tries
      'home.program', // a row to wait at; it holds nothing
      'money.budget', // a form nobody may read but through open_budget, which records the look
      'money.receivable', // where a statement stands; its entries are append-only
      'monitoring.crowd_person', // the audited crowd holds their digest
      'monitoring.message', // an outbox: each word about a message is a row of its own
      'monitoring.message_step',
      'monitoring.told', // what audited acts of other rooms lead to, for the watch
      'people.search_key', // derived from audited rows
      'platform.answer', // answers already given
      'platform.demonstration_clock',
      'platform.event',
      'platform.paper_bytes', // the audited row beside it holds the hash
      'programs.counter', // each number taken stands on an audited row
      'work.schedule', // which version of a contract stands; the versions are audited
      'work.site_day', // a count of audited rows
    ])
  })

  test('functions that run as their owner are the named few', async () => {
    const definers = await names(
      `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where ${ours} and p.prosecdef order by 1`,
    )
    expect(definers).toEqual([
      'access.account_at_the_door',
      'access.agencies_for_worker',
      'access.agency_changed',
      'access.session_at_the_door',
      'audit.on_change',
      'audit.write',
      // These write what other rows give, which the office cannot write itself.
      'court.commitment_came',
      'court.commitment_joined',
      'money.open_budget',
      // The watch owns no table; partitions of days are all it may make.
      'monitoring.ensure_days',
      // Which office a report of delivery belongs to, by a word that only the other system knows.
      'monitoring.message_at_the_door',
      'platform.enqueue',
      'programs.keep_standing',
      'work.keep_progress',
    ])
  })

  test('the roles of the office are not superusers, own no tables and pass no row-level security', async () => {
    const { rows } = await client.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('inlieu_app', 'inlieu_worker', 'inlieu_auditor', 'inlieu_ingest', 'inlieu_owner') order by 1`,
    )
    expect(rows.length).toBe(5)
    for (const role of rows) {
      expect([role.rolsuper, role.rolbypassrls, role.rolcreaterole, role.rolcreatedb], role.rolname).toEqual([
        false,
        false,
        false,
        false,
      ])
    }
    const owned = await names(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where ${ours} and c.relkind in ('r', 'p', 'v') and pg_get_userbyid(c.relowner) <> 'inlieu_owner'`,
    )
    expect(owned).toEqual([])
  })
})

describe('row-level security alone, in SQL', () => {
  test('without an office set, the role of the office sees no row of any table', async () => {
    await office.account(['clerk'])
    const app = new pg.Client({ connectionString: office.urls.app })
    await app.connect()
    try {
      const tables = await names(
        `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v') and ${ours} and has_table_privilege('inlieu_app', c.oid, 'SELECT')`,
      )
      const seen: string[] = []
      for (const name of tables.filter((table) => !ofNoAgency.includes(table))) {
        const { rowCount } = await app.query(`select 1 from ${name} limit 1`)
        if (rowCount) seen.push(name)
      }
      expect(seen).toEqual([])
      // A setting that ended with its transaction reads as '': no rows, not an error.
      await app.query('begin')
      await app.query(`select set_config('inlieu.agency', $1, true)`, [
        '00000000-0000-4000-8000-000000000000',
      ])
      await app.query('commit')
      expect((await app.query('select 1 from access.account')).rowCount).toBe(0)
    } finally {
      await app.end()
    }
  })

  test('within one office nothing of another is seen, written or pointed to', async () => {
    const mine = await office.account(['clerk'])
    const otherAgency = await office.agency()
    const theirs = await office.account(['clerk'], otherAgency)
    const app = new pg.Client({ connectionString: office.urls.app })
    await app.connect()
    try {
      await app.query('begin')
      await app.query(`select set_config('inlieu.agency', $1, true)`, [mine.agencyId])
      expect((await app.query('select 1 from access.account where id = $1', [theirs.id])).rowCount).toBe(0)
      expect((await app.query('select distinct agency_id from access.account')).rows).toEqual([
        { agency_id: mine.agencyId },
      ])
      await app.query('savepoint s')
      const insertThere = app.query(
        `insert into people.person (agency_id, id, family_name, given_names, created_at) values ($1, gen_random_uuid(), 'A', 'B', '2026-01-01')`,
        [otherAgency],
      )
      await expect(insertThere).rejects.toThrow(/row-level security/)
      await app.query('rollback to s')
      const pointThere = app.query(
        `insert into access.account_role (agency_id, id, account_id, role, granted_at) values ($1, gen_random_uuid(), $2, 'clerk', '2026-01-01')`,
        [mine.agencyId, theirs.id],
      )
      await expect(pointThere).rejects.toThrow(/account_role_account/)
      await app.query('rollback')
    } finally {
      await app.end()
    }
  })
})
