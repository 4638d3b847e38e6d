import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openPerson } from './open-person.ts'
import { newPersonBody } from './person-schema.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const ana = { familyName: 'Núñez', givenNames: 'Ana María', birthDate: '1990-05-06' }

describe('opening a person', () => {
  test('everything that was typed is on record, and the person can be found', async () => {
    const { status, body } = await clerk.post('/api/people', {
      ...ana,
      suffix: 'Jr.',
      sex: 'female',
      language: 'es',
      aliases: [{ familyName: 'Gómez', givenNames: 'Anita' }],
      phones: [{ number: '(925) 555-0199', kind: 'mobile' }],
      emergencyContacts: [{ name: 'Luz Núñez', relation: 'mother', address: 'Concord', phone: '555 0100' }],
      address: { line1: '900 Ward St', city: 'Martinez', state: 'ca', zip: '94553' },
    })
    expect({ status, kind: body.kind }).toEqual({ status: 200, kind: 'opened' })
    const read = await clerk.get(`/api/people/${body.personId}`)
    expect(read.body).toMatchObject({
      ...ana,
      version: 1,
      suffix: 'Jr.',
      aliases: [{ familyName: 'Gómez', givenNames: 'Anita' }],
      phones: [{ number: '19255550199', kind: 'mobile' }],
      emergencyContacts: [{ name: 'Luz Núñez', relation: 'mother' }],
      address: {
        state: 'CA',
        latitude: 37.9864,
        placedBy: 'zip',
        fromDay: clerk.ctx.today.toString(),
        untilDay: null,
      },
      earlierAddresses: [],
      identifiers: [],
    })
    const found = await clerk.get('/api/people?q=gomez')
    expect(found.body.people).toMatchObject([{ personId: body.personId, aliases: ['Anita Gómez'] }])
  })

  test('a name that sounds alike with the same birth date is told, and nothing is written', async () => {
    const { body } = await clerk.post('/api/people', { ...ana, familyName: 'Nunes' })
    expect(body).toMatchObject({
      kind: 'likely-duplicates',
      candidates: [{ familyName: 'Núñez', because: ['same-sound-and-birth-date'] }],
    })
    expect(
      (await clerk.get('/api/people?q=nunes')).body.people.map((p: { familyName: string }) => p.familyName),
    ).toEqual(['Núñez'])
  })

  test('another birth date, or another given name, is another person', async () => {
    const later = await clerk.post('/api/people', { ...ana, birthDate: '1990-05-07' })
    expect(later.body.kind).toBe('opened')
    const sister = await clerk.post('/api/people', { ...ana, givenNames: 'Beatriz' })
    expect(sister.body.kind).toBe('opened')
  })

  test('the same name where one has no birth date is told', async () => {
    const first = await clerk.post('/api/people', { familyName: 'Quark', givenNames: 'Odo' })
    expect(first.body.kind).toBe('opened')
    const same = { kind: 'likely-duplicates', candidates: [{ because: ['same-name'] }] }
    const dated = { familyName: 'quark', givenNames: 'ODO', birthDate: '1980-01-01' }
    expect((await clerk.post('/api/people', dated)).body).toMatchObject(same)
    expect((await clerk.post('/api/people', { ...dated, birthDate: null })).body).toMatchObject(same)
  })

  test('said to be somebody else even so, the person is opened', async () => {
    const { body } = await clerk.post('/api/people', { ...ana, evenSo: true })
    expect(body.kind).toBe('opened')
  })

  test('the same sealed number is told, whatever the name', async () => {
    const identifiers = [{ kind: 'social-security', number: '123-45-6789' }]
    const first = await clerk.post('/api/people', { familyName: 'Aaa', givenNames: 'Bbb', identifiers })
    expect(first.body.kind).toBe('opened')
    const second = await clerk.post('/api/people', { familyName: 'Ccc', givenNames: 'Ddd', identifiers })
    expect(second.body).toMatchObject({
      kind: 'likely-duplicates',
      candidates: [{ personId: first.body.personId, because: ['same-number'] }],
    })
  })

  test('two clerks with the same paper open one person', async () => {
    const person = newPersonBody.parse({
      familyName: 'Simultane',
      givenNames: 'Ous',
      birthDate: '1970-01-01',
    })
    const other = await office.account(['clerk'])
    const answers = await Promise.all(
      [clerk, other, clerk, other].map((who) => who.act(openPerson, { person })),
    )
    expect(answers.map((answer) => answer.kind).sort()).toEqual([
      'likely-duplicates',
      'likely-duplicates',
      'likely-duplicates',
      'opened',
    ])
  })

  test('the people of another office are nobody’s duplicates', async () => {
    const theirs = await office.account(['clerk'], await office.agency())
    expect((await theirs.post('/api/people', ana)).body.kind).toBe('opened')
  })

  test('sent twice under one key it is opened once', async () => {
    const key = { 'idempotency-key': '6a8dbf5e-3a55-4bb0-9d93-5f4ba3ed8f01' }
    const person = { familyName: 'Twice', givenNames: 'Sent' }
    const first = await clerk.post('/api/people', person, key)
    expect((await clerk.post('/api/people', person, key)).body).toEqual(first.body)
  })

  test('a state left empty is told once', async () => {
    const { body } = await clerk.post('/api/people', {
      ...ana,
      address: { line1: 'a', city: 'b', state: '' },
    })
    expect(body.error.fields).toEqual([{ path: 'address.state', message: 'This cannot be left empty.' }])
  })

  test.each([
    ['nothing at all', {}, 'familyName'],
    ['no name', { familyName: ' ', givenNames: '' }, 'familyName'],
    ['a name too long', { ...ana, familyName: 'x'.repeat(101) }, 'familyName'],
    ['half a character', { ...ana, givenNames: '\ud800' }, 'givenNames'],
    ['a NUL', { ...ana, race: 'a\u0000' }, 'race'],
    ['an impossible day', { ...ana, birthDate: '2023-02-29' }, 'birthDate'],
    ['a telephone in words', { ...ana, phones: [{ number: 'none' }] }, 'phones.0.number'],
    [
      'a ZIP code of four digits',
      { ...ana, address: { line1: 'a', city: 'b', state: 'CA', zip: '9455' } },
      'address.zip',
    ],
    [
      'a state of three letters',
      { ...ana, address: { line1: 'a', city: 'b', state: 'CAL' } },
      'address.state',
    ],
    [
      'a place off the map',
      { ...ana, address: { line1: 'a', city: 'b', state: 'CA', place: { latitude: 91, longitude: 0 } } },
      'address.place.latitude',
    ],
  ])('%s is refused at its field', async (_what, sent, path) => {
    const { status, body } = await clerk.post('/api/people', sent)
    expect(status).toBe(400)
    expect(body.error.fields.map((field: { path: string }) => field.path)).toContain(path)
  })

  test('names in other scripts are kept as written', async () => {
    const { body } = await clerk.post('/api/people', { familyName: '李', givenNames: 'Ольга' })
    expect((await clerk.get(`/api/people/${body.personId}`)).body).toMatchObject({
      familyName: '李',
      givenNames: 'Ольга',
    })
    expect((await clerk.get(`/api/people?q=${encodeURIComponent('李')}`)).body.people).toHaveLength(1)
  })
})
