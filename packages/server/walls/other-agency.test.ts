import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../access/index.ts'
import { loadDemonstration } from '../demonstration/index.ts'
import { eventsAfter } from '../platform/events.ts'
import { ownerQuery } from '../testing/database.ts'
import { type Schema, valuesFor } from '../testing/from-schema.ts'
import { type TestAccount, type TestOffice, testKeys, testOffice } from '../testing/office.ts'

// A worked office with the demonstration's people, and someone of another agency who may do everything there
// and knows every id of ours: no route, view, search, export, stream or guess gives or changes anything.

let office: TestOffice
let agencyId: string
let stranger: TestAccount
/** Every id of ours, by the table it stands in. */
let ids: Map<string, string[]>
/** Words that must not appear in any answer. */
let names: string[]

beforeAll(async () => {
  office = await testOffice()
  await loadDemonstration({ appUrl: office.urls.app, ownerUrl: office.urls.owner, keys: testKeys })
  const demonstration = await ownerQuery(office.urls, '00000000-0000-4000-8000-000000000000', (client) =>
    client.query<{ id: string }>(`select id from access.agency where slug = 'demonstration'`),
  )
  agencyId = demonstration.rows[0]!.id
  stranger = await office.account([...roles], await office.agency('Elsewhere'))
  ids = new Map()
  await ownerQuery(office.urls, agencyId, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'audit', 'graphile_worker', 'migration')
         and c.relname <> 'agency'`,
    )
    for (const { name } of tables.rows) {
      const rows = await client.query<{ id: string }>(
        `select id from ${name} where agency_id = $1 limit 200`,
        [agencyId],
      )
      if (rows.rows.length > 0)
        ids.set(
          name,
          rows.rows.map((row) => row.id),
        )
    }
    names = (
      await client.query<{ family_name: string }>(
        `select family_name from people.person where agency_id = $1`,
        [agencyId],
      )
    ).rows.map((row) => row.family_name)
  })
}, 120_000)
afterAll(() => office.stop())

const oneOfEach = () => [...ids.values()].map((list) => list[0]!)

function leaked(body: unknown, asked: string): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
  const all = [...ids.values()].flat()
  return [
    ...all.filter((id) => !asked.includes(id) && text.includes(id)),
    ...names.filter((name) => text.includes(name)),
  ]
}

/** What of ours could have been touched: the trail grows with every change, the stream with every act. */
async function traces(): Promise<string> {
  const { rows } = await ownerQuery(office.urls, agencyId, (client) =>
    client.query(
      `select (select count(*) from audit.entry where agency_id = $1) || '/' || (select count(*) from platform.event where agency_id = $1) as traces`,
      [agencyId],
    ),
  )
  return rows[0].traces
}

describe('another agency', () => {
  test('there is something to find', () => {
    expect(ids.size).toBeGreaterThan(30)
    expect(names.length).toBeGreaterThan(10)
  })

  test('reads nothing by any route with any id of ours', async () => {
    let asked = 0
    for (const route of office.app.registered.filter(
      (one) => one.method === 'GET' && one.path !== '/api/session',
    )) {
      const isByUuid = /:(\w*[iI]d)\b/.test(route.path)
      const tries = isByUuid ? oneOfEach() : ['2026-03-02']
      for (const id of tries) {
        const url = route.path
          .replace(/:zip/g, '94553')
          .replace(/:day/g, '2026-03-02')
          .replace(/:[A-Za-z]+/g, id)
        const reply = await stranger.get(url)
        asked++
        expect(reply.status, url).toBeLessThan(500)
        expect(leaked(reply.body, url), url).toEqual([])
      }
    }
    expect(asked).toBeGreaterThan(500)
  }, 120_000)

  test('finds nobody of ours by name, sound, number or in a list or export', async () => {
    for (const q of [...names.slice(0, 5), 'sam', 'ex', '925555', '01-17']) {
      const found = await stranger.get(`/api/desk/search?q=${encodeURIComponent(q)}`)
      expect(found.body, q).toEqual({ people: [] })
    }
    for (const list of [
      '/api/court/commitments',
      '/api/programs/enrolments',
      '/api/money/receipts',
      '/api/money/ledger',
      '/api/work-release/sites',
      '/api/desk/trail.csv',
    ]) {
      for (const address of [list, `${list}?format=csv`])
        expect(leaked((await stranger.get(address)).body, ''), address).toEqual([])
    }
  })

  test('hears nothing of ours in the stream', async () => {
    const own = await eventsAfter(office.database.db, agencyId, { xid: 0n, id: 0n, news: 0n })
    expect(own.length).toBeGreaterThan(100)
    const theirs = await eventsAfter(office.database.db, stranger.agencyId, { xid: 0n, id: 0n, news: 0n })
    expect(leaked(theirs, '')).toEqual([])
  })

  test('changes nothing of ours by any route, with bodies full of our ids', async () => {
    const before = await traces()
    const document = office.app.swagger() as unknown as {
      paths: Record<
        string,
        Record<string, { requestBody?: { content: { 'application/json'?: { schema: Schema } } } }>
      >
    }
    for (const route of office.app.registered.filter(
      (one) => one.method === 'POST' && !one.path.startsWith('/api/session'),
    )) {
      if (route.path.startsWith('/api/access/own') || route.path === '/api/platform/demonstration-clock')
        continue
      const schema =
        document.paths[route.path.replace(/:([A-Za-z]+)/g, '{$1}')]?.post?.requestBody?.content[
          'application/json'
        ]?.schema
      const bodies = fc.sample(valuesFor(schema, oneOfEach()), { numRuns: 10, seed: 4 })
      for (const [index, body] of bodies.entries()) {
        const id = oneOfEach()[index % ids.size]!
        const reply = await stranger.post(route.path.replace(/:[A-Za-z]+/g, id), body ?? {})
        expect(reply.status, `${route.path} ${JSON.stringify(body)?.slice(0, 200)}`).toBeLessThan(500)
        expect(leaked(reply.body, JSON.stringify(body) + id), route.path).toEqual([])
      }
    }
    expect(await traces()).toBe(before)
  }, 120_000)
})
