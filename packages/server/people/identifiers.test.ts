import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
let clerk: TestAccount
let superuser: pg.Client
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  superuser = new pg.Client({ connectionString: office.urls.superuser })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await office.stop()
})

const ssn = { kind: 'social-security', number: '219-09-9999' }
const key = () => ({ 'idempotency-key': crypto.randomUUID() })

async function someone(familyName: string): Promise<string> {
  return (await clerk.post('/api/people', { familyName, givenNames: 'Some' })).body.personId
}
async function add(personId: string, identifier: object = ssn, more: object = {}) {
  return clerk.post(`/api/people/${personId}/identifiers`, { identifier, ...more }, key())
}

describe('sealed numbers (WAP-BOOK.4)', () => {
  test('a number is shown by its last four only, and opened whole with a reason that is recorded', async () => {
    const person = await someone('Sealed')
    const { body } = await add(person)
    expect(body.kind).toBe('added')
    const page = await clerk.get(`/api/people/${person}`)
    expect(page.body.identifiers).toEqual([
      { id: body.identifierId, kind: 'social-security', issuer: '', ending: '9999' },
    ])
    const url = `/api/people/${person}/identifiers/${body.identifierId}/open`
    const opened = await clerk.post(url, { reason: 'Booking record' }, key())
    expect(opened).toEqual({ status: 200, body: { number: '219099999' } })

    const looks = await superuser.query(
      `select actor, reason, payload from audit.entry where operation = 'look' and row_id = $1`,
      [body.identifierId],
    )
    expect(looks.rows).toEqual([
      {
        actor: clerk.id,
        reason: 'Booking record',
        payload: { person, kind: 'social-security', ending: '9999', reason: 'Booking record' },
      },
    ])
  })

  test('each look is recorded, one sent again as well', async () => {
    const person = await someone('Looked')
    const { body } = await add(person, { kind: 'coin', number: 'C12345' })
    const url = `/api/people/${person}/identifiers/${body.identifierId}/open`
    const same = key()
    await clerk.post(url, { reason: 'One' }, same)
    await clerk.post(url, { reason: 'One' }, same)
    const { rowCount } = await superuser.query(
      `select 1 from audit.entry where operation = 'look' and row_id = $1`,
      [body.identifierId],
    )
    expect(rowCount).toBe(2)
  })

  test('without a reason nothing is opened, and no look recorded', async () => {
    const person = await someone('Unreasoned')
    const { body } = await add(person, { kind: 'coin', number: 'C777' })
    const url = `/api/people/${person}/identifiers/${body.identifierId}/open`
    for (const reason of ['', '   ']) expect((await clerk.post(url, { reason })).status).toBe(400)
    const { rowCount } = await superuser.query(
      `select 1 from audit.entry where operation = 'look' and row_id = $1`,
      [body.identifierId],
    )
    expect(rowCount).toBe(0)
  })

  test('the number stands in the clear nowhere in the database', async () => {
    const person = await someone('Nowhere')
    await add(person, { kind: 'social-security', number: '514-77-3321' })
    await clerk.post(
      '/api/people',
      {
        familyName: 'Elsewhere',
        givenNames: 'Too',
        identifiers: [{ kind: 'social-security', number: '514-77-3322' }],
      },
      key(),
    )
    const { rows: tables } = await superuser.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rowCount } = await superuser.query(
        `select 1 from ${name} t where replace(t::text, '-', '') ~ '51477332[12]' limit 1`,
      )
      if (rowCount) found.push(name)
    }
    expect(found).toEqual([])
  })

  test('what a request is remembered by cannot be guessed back to the number', async () => {
    const person = await someone('Guess')
    const sent = { identifier: { kind: 'social-security', number: '219-33-1111' } }
    const used = key()
    await clerk.post(`/api/people/${person}/identifiers`, sent, used)
    const { rows } = await superuser.query('select input_digest from platform.answer where key = $1', [
      used['idempotency-key'],
    ])
    const { createHash } = await import('node:crypto')
    const guess = {
      personId: person,
      identifier: { kind: 'social-security', issuer: '', number: '219331111' },
      evenSo: false,
    }
    expect(rows[0].input_digest).not.toEqual(createHash('sha256').update(JSON.stringify(guess)).digest())
    // Sent again under the same key it is the same request all the same.
    expect((await clerk.post(`/api/people/${person}/identifiers`, sent, used)).status).toBe(200)
  })

  test('a number that somebody else has is told, and kept even so when said; on the same person it is there once', async () => {
    const [one, two] = [await someone('First'), await someone('Second')]
    const license = { kind: 'drivers-license', issuer: 'CA', number: 'Y1234567' }
    const first = await add(one, license)
    expect((await add(one, { ...license, number: 'y123-4567' })).body).toEqual(first.body)
    expect((await add(two, license)).body).toMatchObject({
      kind: 'likely-duplicates',
      candidates: [{ personId: one, because: ['same-number'] }],
    })
    expect((await add(two, license, { evenSo: true })).body.kind).toBe('added')
  })

  test('found exactly by its number, and by nothing less; the search is a look', async () => {
    const person = await someone('Exact')
    await add(person, { kind: 'coin', number: 'X99-001' })
    const search = (number: string) => clerk.post('/api/people/by-number', { kind: 'coin', number })
    expect((await search('x99001')).body.found).toMatchObject([{ personId: person }])
    expect((await search('X9900')).body.found).toEqual([])
    const { rowCount } = await superuser.query(
      `select 1 from audit.entry where operation = 'look' and record = 'person' and row_id = $1`,
      [person],
    )
    expect(rowCount).toBe(1)
  })

  test('a wrong number is taken off with a reason, and stays in the record of what was', async () => {
    const person = await someone('Wrong')
    const { body } = await add(person, { kind: 'coin', number: 'W123' })
    const url = `/api/people/${person}/identifiers/${body.identifierId}/end`
    expect((await clerk.post(url, { reason: 'Typed wrong' })).body).toEqual({ done: true })
    expect((await clerk.get(`/api/people/${person}`)).body.identifiers).toEqual([])
    expect((await clerk.post(url, { reason: 'Again' })).status).toBe(404)
    const { rows } = await superuser.query('select end_reason from people.identifier where id = $1', [
      body.identifierId,
    ])
    expect(rows).toEqual([{ end_reason: 'Typed wrong' }])
  })

  test('nobody without the right, and nobody of another office, opens or finds a number', async () => {
    const person = await someone('Guarded')
    const { body } = await add(person, { kind: 'coin', number: 'G4242' })
    const url = `/api/people/${person}/identifiers/${body.identifierId}/open`
    for (const role of ['auditor', 'administrator', 'treasurer'] as const) {
      const account = await office.account([role])
      expect((await account.post(url, { reason: 'Curious' })).status).toBe(403)
    }
    const theirs = await office.account(['sergeant'], await office.agency())
    expect((await theirs.post(url, { reason: 'Curious' })).status).toBe(404)
    expect(
      (await theirs.post('/api/people/by-number', { kind: 'coin', number: 'G4242' })).body.found,
    ).toEqual([])
    expect((await theirs.post(`/api/people/${person}/identifiers`, { identifier: ssn })).status).toBe(404)
    // The right number under another person's address opens nothing.
    const other = await someone('Otherwise')
    expect(
      (await clerk.post(`/api/people/${other}/identifiers/${body.identifierId}/open`, { reason: 'x' }))
        .status,
    ).toBe(404)
  })
})
