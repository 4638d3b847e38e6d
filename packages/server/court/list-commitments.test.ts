import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../testing/database.ts'
import { keptWrongly } from '../testing/kept.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { completePaper } from './testing/paper.ts'

let office: TestOffice
let clerk: TestAccount

const people: [string, Record<string, unknown>][] = [
  ['Accepted', { docket: '10-1', receivedOn: '2026-03-01' }],
  ['Faxed', { docket: '10-2', receivedOn: '2026-03-02', form: 'fax' }],
  ['Unchecked', { docket: '10-3', receivedOn: '2026-03-03', items: { conditions: 'unknown' } }],
  ['Lacking', { docket: '10-4', receivedOn: '2026-03-04', addressOnPaper: '', items: { address: 'absent' } }],
  ['=Refused', { docket: '10-5', receivedOn: '2026-03-05', form: 'photocopy' }],
  ['Enrolled', { docket: '10-6', receivedOn: '2026-03-06' }],
]

beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  for (const [familyName, change] of people) {
    const newPerson = { familyName, givenNames: 'Some' }
    const { body } = await clerk.post('/api/court/commitments', { ...completePaper(change), newPerson })
    if (familyName !== 'Enrolled') continue
    const { personId, commitmentId } = body
    await clerk.post('/api/programs/enrolments', { personId, commitmentIds: [commitmentId] })
  }
})
afterAll(() => office.stop())

const list = async (query: string) =>
  (await clerk.get(`/api/court/commitments?${query}`)).body.commitments.map(
    (row: { person: { familyName: string } }) => row.person.familyName,
  )

describe('the list of commitments', () => {
  test('all of them, latest received first', async () => {
    expect(await list('')).toEqual(['Enrolled', '=Refused', 'Lacking', 'Unchecked', 'Faxed', 'Accepted'])
    expect(await list('limit=2')).toEqual(['Enrolled', '=Refused'])
  })

  test.each([
    ['state=open', ['=Refused', 'Lacking', 'Unchecked', 'Faxed', 'Accepted']],
    ['state=to-check', ['Unchecked']],
    ['state=to-ask', ['Lacking']],
    ['state=refused', ['=Refused']],
    ['state=original-owed', ['Faxed']],
    ['state=accepted', ['Enrolled', 'Accepted']],
    ['state=accepted&enrolled=no', ['Accepted']],
    ['enrolled=yes', ['Enrolled']],
    ['original=owed', ['Faxed']],
    ['state=returned', []],
    ['from=2026-03-02&until=2026-03-03', ['Unchecked', 'Faxed']],
    ['q=10-4', ['Lacking']],
    ['q=lack', ['Lacking']],
    ['q=acking%20some', ['Lacking']],
    ['q=lack%2010-5', []],
    ['q=nobody', []],
  ])('%s', async (query, names) => expect(await list(query)).toEqual(names))

  test('tells what is owed and what nobody has looked at', async () => {
    const { body } = await clerk.get('/api/court/commitments?q=10-4')
    expect(body.commitments).toMatchObject([
      {
        docket: '10-4',
        state: 'to-ask',
        owed: [{ name: 'address', words: { en: 'Address', es: 'Domicilio' } }],
        toCheck: [],
        enrolmentNumber: null,
      },
    ])
  })

  test('leaves as a table in words, and what a spreadsheet would run is text', async () => {
    const { status, body } = await clerk.get('/api/court/commitments?format=csv&state=open')
    expect(status).toBe(200)
    const lines = body.split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffReceived,Family name,Given names,Date of birth,Docket,Court,Sentenced,State,Missing,Not looked at,Booking number',
    )
    expect(lines[1]).toBe(
      '2026-03-05,\'=Refused,Some,,10-5,Walnut Creek Municipal Court,2026-02-20,"Return it, or ask the court",The original or a certified copy,,',
    )
    expect(lines[3]).toContain('Look at the paper again,,Conditions of the sentence,')
  })

  test('what cannot be asked is refused, and nobody of another office sees any', async () => {
    for (const query of ['state=lost', 'from=yesterday', 'limit=0', 'limit=5001'])
      expect((await clerk.get(`/api/court/commitments?${query}`)).status, query).toBe(400)
    const theirs = await office.account(['clerk'], await office.agency())
    expect((await theirs.get('/api/court/commitments')).body).toEqual({ commitments: [] })
  })
})

test('the commitments that are kept as waiting are those that nobody is enrolled for and that did not go back', async () => {
  const [refused] = (await clerk.get('/api/court/commitments?q=10-5')).body.commitments
  const returned = { version: 1, note: 'Sent back by mail.' }
  expect((await clerk.post(`/api/court/commitments/${refused.id}/return`, returned)).status).toBe(200)
  expect(await list('state=open')).toEqual(['Lacking', 'Unchecked', 'Faxed', 'Accepted'])
  const { rows, wrong } = await ownerQuery(office.urls, clerk.agencyId, async (client) => ({
    rows: (await client.query('select from court.waiting')).rowCount,
    wrong: await keptWrongly(client),
  }))
  expect(rows).toBeGreaterThan(0)
  expect(wrong).toEqual({})
})
