import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { act, verb, type Work } from './act.ts'
import { verifyAudit } from './audit-verify.ts'
import { eventsAfter, parsePosition, type StreamedEvent, streamEnd } from './events.ts'
import { Problem } from './problem.ts'
import { sealOnce } from './sealer.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const addAlias = verb(
  'people.test-open',
  async ({ ctx, db, emit }: Work<'people'>, input: { name: string; refuse?: boolean }) => {
    const id = randomUUID()
    await db
      .insertInto('people.person')
      .values({ agency_id: ctx.agency.id, id, family_name: input.name, given_names: '', created_at: ctx.now })
      .execute()
    await emit('people.person-opened', { person: id })
    if (input.refuse) throw new Problem('cannot-be', 'Refused after writing.')
    return { id }
  },
)

/** How long an event or a seal may wait for transactions of other tests on the same cluster. */
const patience = { timeout: 20_000, interval: 100 }

async function as(role: 'superuser' | 'app', statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: office.urls[role] })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}

describe('act', () => {
  test('what a verb refuses leaves nothing: no row, no event, no audit', async () => {
    const clerk = await office.account(['clerk'])
    await expect(clerk.act(addAlias, { name: 'Refused', refuse: true })).rejects.toThrow(
      'Refused after writing.',
    )
    expect(await as('superuser', `select 1 from people.person where family_name = 'Refused'`)).toEqual([])
    expect(await as('superuser', `select 1 from audit.entry where payload::text like '%Refused%'`)).toEqual(
      [],
    )
  })

  test('the audit row says who, as what, in which request, by which verb', async () => {
    const clerk = await office.account(['clerk'])
    const { id } = await clerk.act(addAlias, { name: 'Audited' })
    const [row] = await as('superuser', 'select * from audit.entry where row_id = $1', [id])
    expect(row).toMatchObject({
      actor: clerk.id,
      roles: 'clerk',
      verb: 'people.test-open',
      room: 'people',
      record: 'person',
      operation: 'insert',
    })
    expect(row.payload.after.family_name).toBe('Audited')
  })

  test('the same key again gives the same answer and no second effect, also at the same moment', async () => {
    const clerk = await office.account(['clerk'])
    const ctx = { ...clerk.ctx, idempotencyKey: randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => act(office.database.db, ctx, addAlias, { name: 'Once' })),
    )
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(
      await as('superuser', `select count(*)::int as n from people.person where family_name = 'Once'`),
    ).toEqual([{ n: 1 }])
    await expect(act(office.database.db, ctx, addAlias, { name: 'Other' })).rejects.toMatchObject({
      code: 'key-reused',
    })
  })

  test('a key of a refused save can be used again', async () => {
    const clerk = await office.account(['clerk'])
    const ctx = { ...clerk.ctx, idempotencyKey: randomUUID() }
    await expect(act(office.database.db, ctx, addAlias, { name: 'Later', refuse: true })).rejects.toThrow()
    await expect(act(office.database.db, ctx, addAlias, { name: 'Later' })).resolves.toHaveProperty('id')
  })
})

describe('events', () => {
  test('a slow transaction is waited for and its event is not lost', async () => {
    const clerk = await office.account(['clerk'])
    const from = await streamEnd(office.database.db, clerk.agencyId)
    const slow = new pg.Client({ connectionString: office.urls.app })
    await slow.connect()
    await slow.query('begin')
    await slow.query(`select set_config('inlieu.agency', $1, true)`, [clerk.agencyId])
    await slow.query(
      `insert into platform.event (agency_id, at, kind, subject) values ($1, '2026-01-01', 'test.slow', '{}')`,
      [clerk.agencyId],
    )
    const fast = await clerk.act(addAlias, { name: 'Fast' })
    // Others of this office may stand before it: the horizon where the reader began is the cluster's.
    const ours = (events: StreamedEvent[]) =>
      events
        .filter((event) => event.kind === 'test.slow' || event.subject.person === fast.id)
        .map((event) => event.kind)
    const early = await eventsAfter(office.database.db, clerk.agencyId, from)
    expect(ours(early)).toEqual([])
    await slow.query('commit')
    await slow.end()
    // The horizon is the cluster's: a transaction of another database may still hold it back for a moment.
    await vi.waitFor(async () => {
      const late = await eventsAfter(office.database.db, clerk.agencyId, from)
      expect(ours(late).sort()).toEqual(['people.person-opened', 'test.slow'])
    }, patience)
  })

  test('news of the watch wait for no transaction of the office', async () => {
    const clerk = await office.account(['clerk'])
    const from = await streamEnd(office.database.db, clerk.agencyId)
    const slow = new pg.Client({ connectionString: office.urls.app })
    const watch = new pg.Client({ connectionString: office.urls.ingest })
    await Promise.all([slow.connect(), watch.connect()])
    await slow.query('begin')
    await slow.query('select pg_current_xact_id()')
    await watch.query(
      `insert into platform.news (number, agency_id, at, kind, subject) values ($1, $2, '2026-01-01', 'test.news', '{}')`,
      [String(from.news + 1n), clerk.agencyId],
    )
    const heard = await eventsAfter(office.database.db, clerk.agencyId, from)
    expect(heard.map(({ kind }) => kind)).toEqual(['test.news'])
    const place = parsePosition(heard[0]!.position)!
    expect(await eventsAfter(office.database.db, clerk.agencyId, place)).toEqual([])
    await Promise.all([slow.end(), watch.end()])
  })

  test('another agency reads none of them', async () => {
    const clerk = await office.account(['clerk'])
    const other = await office.agency()
    await clerk.act(addAlias, { name: 'Mine' })
    expect(await eventsAfter(office.database.db, other, { xid: 0n, id: 0n, news: 0n })).toEqual([])
  })
})

describe('seals', () => {
  async function seal() {
    const worker = new pg.Pool({ connectionString: office.urls.worker, max: 1 })
    const head = await sealOnce(worker, null)
    await worker.end()
    return head
  }
  const verify = () => verifyAudit(office.urls.worker)
  const sealAll = () =>
    vi.waitFor(async () => {
      await seal()
      expect((await verify()).unsealed).toBe(0)
    }, patience)

  test('every row is sealed, and the trail verifies; a running transaction waits for the next seal', async () => {
    const clerk = await office.account(['clerk'])
    await clerk.act(addAlias, { name: 'Sealed' })
    await sealAll()
    expect(await verify()).toMatchObject({ unsealed: 0, faults: [] })
    expect(await seal()).toBeNull()
  })

  test('a row changed, a payload changed, a row removed, a seal changed: each is found', async () => {
    const clerk = await office.account(['clerk'])
    const { id } = await clerk.act(addAlias, { name: 'Touched' })
    await sealAll()
    const tamper = async (change: string, undo: string, kind: string) => {
      await as('superuser', change, [id])
      expect((await verify()).faults.map((fault) => fault.kind)).toContain(kind)
      await as('superuser', undo, [id])
    }
    const where = 'where row_id = $1'
    await tamper(
      `update audit.entry set verb = 'other' ${where}`,
      `update audit.entry set verb = 'people.test-open' ${where}`,
      'row-changed',
    )
    await tamper(
      `update audit.entry set payload = jsonb_set(payload, '{after,family_name}', '"Else"') ${where}`,
      `update audit.entry set payload = jsonb_set(payload, '{after,family_name}', '"Touched"') ${where}`,
      'payload-changed',
    )
    await as('superuser', `update audit.entry set payload = null ${where}`, [id])
    expect(await verify()).toMatchObject({ erased: 1, faults: [] })
    await as('superuser', `delete from audit.entry ${where}`, [id])
    expect((await verify()).faults.map((fault) => fault.kind)).toContain('rows-missing')
  })
})
