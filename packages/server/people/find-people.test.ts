import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setActor } from '../platform/act.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { peopleQuery, type SearchTerm, searchTerms } from './find-people.ts'
import { setSearchKeys } from './set-search-keys.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const names = async (q: string, limit = 20) =>
  (await clerk.get(`/api/people?q=${encodeURIComponent(q)}&limit=${limit}`)).body.people.map(
    (p: { givenNames: string; familyName: string; by: string }) => `${p.givenNames} ${p.familyName} ${p.by}`,
  )

describe('what a search asks for', () => {
  test.each<[string, SearchTerm[]]>([
    ['garcía', [{ kind: 'word', text: 'garcia' }]],
    [
      'García-López j',
      [
        { kind: 'word', text: 'garcia' },
        { kind: 'word', text: 'lopez' },
      ],
    ],
    ['(925) 555-0199', [{ kind: 'number', text: '9255550199' }]],
    ['01-123456-7', [{ kind: 'number', text: '011234567' }]],
    ['WAP-2026-00012', [{ kind: 'number', text: 'wap202600012' }]],
    [
      'ruiz 0199',
      [
        { kind: 'word', text: 'ruiz' },
        { kind: 'number', text: '0199' },
      ],
    ],
    ['李', [{ kind: 'word', text: '李' }]],
    ['a', []],
    ['  ', []],
    ['-- ()', []],
    [
      "' or 1=1 --",
      [
        { kind: 'word', text: 'or' },
        { kind: 'number', text: '11' },
      ],
    ],
  ])('%s', (q, terms) => expect(searchTerms(q)).toEqual(terms))
})

describe('finding people', () => {
  beforeAll(async () => {
    const people = [
      { familyName: 'Hernández', givenNames: 'Rosa', phones: [{ number: '925 555 0199' }] },
      { familyName: 'Fernandez', givenNames: 'Rosalía' },
      { familyName: 'Hern', givenNames: 'Paul' },
      { familyName: 'Schmidt', givenNames: 'Erik' },
      {
        familyName: 'De la Cruz',
        givenNames: 'Ana',
        aliases: [{ familyName: 'Stone', givenNames: 'Annie' }],
      },
      { familyName: 'O’Brien', givenNames: 'Pat' },
    ]
    for (const person of people) await clerk.post('/api/people', person)
  })

  test('by the beginning of a word, whole words first', async () => {
    expect(await names('hern')).toEqual(['Paul Hern name', 'Rosa Hernández name'])
  })
  test('by any part of a name, after the beginnings', async () => {
    expect(await names('ernan')).toEqual(['Rosalía Fernandez part', 'Rosa Hernández part'])
  })
  test('all words must match, in any order', async () => {
    expect(await names('rosa hern')).toEqual(['Rosa Hernández name'])
    expect(await names('HERNÁNDEZ ros')).toEqual(['Rosa Hernández name'])
    expect(await names('hern ana')).toEqual([])
  })
  test('by sound when few were found, never instead of what is written so', async () => {
    expect(await names('smit')).toEqual(['Erik Schmidt sound'])
    expect(await names('hernandes')).toContain('Rosa Hernández sound')
  })
  test('by an alias, a name of several words run together, a name with an apostrophe or without', async () => {
    expect(await names('stone')).toEqual(['Ana De la Cruz name'])
    expect(await names('delacruz')).toEqual(['Ana De la Cruz name'])
    expect(await names('obrien')).toEqual(['Pat O’Brien name'])
    expect(await names("o'bri")).toEqual(['Pat O’Brien name'])
  })
  test('by phone, written anyhow, from four digits on', async () => {
    for (const q of ['(925) 555-0199', '555 0199', '0199', '1-925'])
      expect(await names(q), q).toEqual(['Rosa Hernández number'])
    expect(await names('rosa 0199')).toEqual(['Rosa Hernández name'])
    expect(await names('ana 0199')).toEqual([])
  })
  test('by docket and booking number, until the row says something else', async () => {
    const [found] = (await clerk.get('/api/people?q=schmidt')).body.people
    const sourceId = crypto.randomUUID()
    const set = (texts: string[]) =>
      clerk.act(setSearchKeys, { personId: found.personId, sourceId, kind: 'docket', texts })
    await set(['01-777888-9'])
    await clerk.act(setSearchKeys, {
      personId: found.personId,
      sourceId,
      kind: 'booking',
      texts: ['WAP-2026-00012'],
    })
    for (const q of ['01-777888-9', '777888', '7888 9', 'wap-2026-00012', '00012'])
      expect(await names(q), q).toEqual(['Erik Schmidt number'])
    await set(['02-111111-1'])
    expect(await names('777888')).toEqual([])
    expect(await names('02-111111')).toEqual(['Erik Schmidt number'])
    await set([])
    expect(await names('02-111111')).toEqual([])
    expect(await names('00012')).toEqual(['Erik Schmidt number'])
  })
  test('no more than asked for; nothing for nothing', async () => {
    expect(await names('an', 2)).toHaveLength(2)
    expect(await names('')).toEqual([])
    expect(await names('%')).toEqual([])
    expect(await names('zzzz')).toEqual([])
  })
  test('a search for too much, or too long, is refused', async () => {
    expect((await clerk.get(`/api/people?q=${'a'.repeat(201)}`)).status).toBe(400)
    expect((await clerk.get('/api/people?q=a&limit=101')).status).toBe(400)
  })
})

describe('under row-level security the index serves the search', () => {
  // Some 40,000 keys, and statistics over them: enough that the planner has a choice.
  beforeAll(async () => {
    await ownerQuery(office.urls, clerk.agencyId, async (client) => {
      await client.query(
        `insert into people.person (agency_id, id, family_name, given_names, created_at)
         select $1, gen_random_uuid(), md5(i::text), 'Filler', '2026-01-01' from generate_series(1, 8000) i`,
        [clerk.agencyId],
      )
      await client.query(
        `insert into people.search_key (agency_id, person_id, source_id, kind, key)
         select agency_id, id, id, kind, case kind when 'phone' then translate(left(family_name, 10), 'abcdef', '123456')
           when 'sound' then upper(left(family_name, 4)) else substr(family_name, 1 + ascii(kind) % 3) end
         from people.person, unnest(array['name', 'inside', 'sound', 'docket', 'phone']) kind
         where given_names = 'Filler'`,
      )
    })
    const superuser = new pg.Client({ connectionString: office.urls.superuser })
    await superuser.connect()
    await superuser.query('analyze people.search_key, people.person')
    await superuser.end()
  })

  async function plan(q: string, by: 'name' | 'part' | 'sound' | 'number'): Promise<string> {
    const query = peopleQuery(searchTerms(q), by, 20)!.compile(office.database.db)
    return office.database.db.transaction().execute(async (tx) => {
      await setActor(tx, clerk.ctx, 'read')
      expect((await sql<{ user: string }>`select current_user as user`.execute(tx)).rows[0]?.user).toBe(
        'inlieu_app',
      )
      const { rows } = await tx.executeQuery<{ 'QUERY PLAN': string }>({
        ...query,
        sql: `explain (costs off) ${query.sql}`,
      })
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
  }

  test.each([
    ['garc', 'name'],
    ['arci', 'part'],
    ['ruiz pat', 'name'],
    ['ruiz pat', 'sound'],
    ['555-0199', 'number'],
  ] as const)('%s by %s', async (q, by) => {
    const text = await plan(q, by)
    expect(text).not.toMatch(/Seq Scan on (search_key|person)/)
    // The key itself is in the condition of the index, and not filtered afterwards.
    const conditions = text.split('\n').filter((line) => /Index Cond: .*\bkind = /.test(line))
    expect(conditions.length).toBeGreaterThan(0)
    for (const condition of conditions) {
      expect(condition).toContain(by === 'sound' ? 'key = ' : 'key >= ')
    }
  })
})
