import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openAssessed, ownerRows, someBudget } from './testing/open-case.ts'

// WAP-P3.3: inability to pay is never a violation. What a person tells of their money is kept from every room
// that could read it as one: eligibility, assignment, removal.

let office: TestOffice
let clerk: TestAccount
let sergeant: TestAccount
let waiverId: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  sergeant = await office.account(['sergeant'])
  const { enrolmentId } = await openAssessed(clerk)
  const budget = { ...someBudget, why: 'xyzzy-secret-why', note: 'xyzzy-secret-note' }
  waiverId = (await clerk.post('/api/money/ask-waiver', { enrolmentId, budget })).body.id
  const reason = 'xyzzy-secret-reason'
  await sergeant.post('/api/money/decide-waiver', { waiverId, outcome: 'granted', reason })
})
afterAll(() => office.stop())

async function asRole<R>(url: string, run: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select set_config('inlieu.agency', $1, false)`, [clerk.agencyId])
    return await run(client)
  } finally {
    await client.end()
  }
}

describe('WAP-P3.3 the budget form', () => {
  test.each(['app', 'worker', 'auditor'] as const)(
    'cannot be read as %s, in any way but its opening',
    async (role) => {
      await asRole(office.urls[role], async (client) => {
        await expect(client.query('select * from money.budget')).rejects.toThrow('permission denied')
        await expect(client.query('select count(why) from money.budget')).rejects.toThrow('permission denied')
      })
    },
  )

  test('is opened by who decides and by who took it down, and each opening is recorded', async () => {
    const other = await office.account(['clerk'])
    const treasurer = await office.account(['treasurer'])
    expect((await other.post('/api/money/open-budget', { waiverId })).status).toBe(403)
    expect((await treasurer.post('/api/money/open-budget', { waiverId })).status).toBe(403)
    for (const who of [clerk, sergeant]) {
      const { status, body } = await who.post('/api/money/open-budget', { waiverId })
      expect(status).toBe(200)
      expect(body).toMatchObject({ why: 'xyzzy-secret-why', incomes: someBudget.incomes, dependents: 2 })
    }
    const looks = await ownerRows<{ actor: string }>(
      office,
      clerk,
      `select actor from audit.entry where room = 'money' and record = 'budget' and operation = 'look' and row_id = $1 order by id`,
      [waiverId],
    )
    expect(looks.map((look) => look.actor)).toEqual([clerk.id, sergeant.id])
  })

  test('stands in no view of any room, and in nothing that is told to other rooms', async () => {
    const views = await ownerRows<{ name: string }>(
      office,
      clerk,
      `select distinct d.refobjid::regclass::text as name from pg_depend d
         join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
         where d.refobjid = 'money.budget'::regclass and d.classid = 'pg_rewrite'::regclass`,
    )
    expect(views).toEqual([])
    const published = await ownerRows<{ name: string }>(
      office,
      clerk,
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'v' and c.relname like 'v\\_%' and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    expect(published.length).toBeGreaterThan(10)
    for (const { name } of published) {
      const [found] = await ownerRows<{ n: number }>(
        office,
        clerk,
        `select count(*)::int as n from ${name} v where v::text like '%xyzzy-secret%'`,
      )
      // The trail tells a waiver's reason, as it tells every change, to those who may read the trail.
      if (!name.startsWith('audit.')) expect([name, found!.n]).toEqual([name, 0])
    }
  })

  test('leaves its digest in the trail and nothing of its content', async () => {
    const [found] = await ownerRows<{ n: number }>(
      office,
      clerk,
      `select count(*)::int as n from audit.entry where payload::text ~ 'xyzzy-secret-(why|note)' or payload::text like '%Unemployment%'`,
    )
    expect(found!.n).toBe(0)
    const [event] = await ownerRows<{ n: number }>(
      office,
      clerk,
      `select count(*)::int as n from platform.event where subject::text like '%xyzzy%'`,
    )
    expect(event!.n).toBe(0)
    const [waiver] = await ownerRows<{ bytes: number }>(
      office,
      clerk,
      'select length(budget_digest) as bytes from money.waiver where id = $1',
      [waiverId],
    )
    expect(waiver!.bytes).toBe(32)
  })

  test('is named by no code outside this room', async () => {
    const server = join(import.meta.dirname, '..')
    const found: string[] = []
    for (const file of await readdir(server, { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.startsWith('money/')) continue
      if (file.endsWith('.gen.ts') || file.includes('node_modules')) continue
      if (/money\.(budget|open_budget)/.test(await readFile(join(server, file), 'utf8'))) found.push(file)
    }
    expect(found).toEqual([])
  })
})

describe('WAP-P3.3 nothing that the room tells can be read as a violation', () => {
  test('of its events and its timeline, none says unpaid, late, missed or failed', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await clerk.post('/api/money/agree-date', { enrolmentId, payBy: clerk.ctx.today.toString() })
    await clerk.post('/api/money/put-off-interview', { enrolmentId })
    const told = await ownerRows<{ kind: string }>(
      office,
      clerk,
      `select kind from platform.event where kind like 'money.%' union select kind from money.v_timeline`,
    )
    expect(told.length).toBeGreaterThan(4)
    for (const { kind } of told)
      expect(kind).not.toMatch(/unpaid|overdue|late|miss|fail|violat|default|broken/)
  })
})
