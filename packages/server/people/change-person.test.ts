import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read as readIn } from '../platform/read.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

let count = 0
async function someone(more: object = {}): Promise<string> {
  const { body } = await clerk.post('/api/people', {
    familyName: `Person${++count}`,
    givenNames: 'Some',
    ...more,
  })
  return body.personId
}
const read = async (id: string) => (await clerk.get(`/api/people/${id}`)).body
const search = async (q: string) =>
  (await clerk.get(`/api/people?q=${encodeURIComponent(q)}`)).body.people.map(
    (p: { personId: string }) => p.personId,
  )

describe('changing a person', () => {
  test('only what was sent changes, and the version counts on', async () => {
    const id = await someone({ birthDate: '1980-01-01', race: 'not asked' })
    const { status, body } = await clerk.post(`/api/people/${id}`, {
      version: 1,
      birthDate: null,
      sex: 'male',
    })
    expect({ status, body }).toEqual({ status: 200, body: { version: 2 } })
    expect(await read(id)).toMatchObject({ version: 2, birthDate: null, sex: 'male', race: 'not asked' })
  })

  test('nothing new changes nothing and says nothing', async () => {
    const id = await someone({ race: 'a', phones: [{ number: '9255550111' }] })
    const before = await read(id)
    const { body } = await clerk.post(`/api/people/${id}`, { version: 1, race: 'a', phones: before.phones })
    expect(body).toEqual({ version: 1 })
  })

  test('an older version is a conflict that tells who, when, and what stands now', async () => {
    const id = await someone()
    const other = await office.account(['sergeant'])
    await other.post(`/api/people/${id}`, { version: 1, race: 'theirs' })
    const { status, body } = await clerk.post(`/api/people/${id}`, { version: 1, race: 'mine' })
    expect(status).toBe(409)
    expect(body.error).toMatchObject({
      code: 'conflict',
      message: 'Test sergeant changed this person while you had it open.',
      conflict: {
        changedBy: 'Test sergeant',
        current: { race: 'theirs', familyName: `Person${count}`, version: 2 },
      },
    })
    expect(Date.parse(body.error.conflict.changedAt)).not.toBeNaN()
    expect((await read(id)).race).toBe('theirs')
  })

  test('of two who save at once one is told of the other', async () => {
    const id = await someone()
    const other = await office.account(['clerk'])
    const [mine, theirs] = await Promise.all([
      clerk.post(`/api/people/${id}`, { version: 1, race: 'mine' }),
      other.post(`/api/people/${id}`, { version: 1, race: 'theirs' }),
    ])
    expect([mine.status, theirs.status].sort()).toEqual([200, 409])
  })

  test('a new name is found, the one before is not', async () => {
    const id = await someone({ familyName: 'Vorherig', phones: [{ number: '510 555 7777' }] })
    await clerk.post(`/api/people/${id}`, {
      version: 1,
      familyName: 'Nachmalig',
      phones: [{ number: '510 555 8888' }],
    })
    expect(await search('vorherig')).toEqual([])
    expect(await search('555-7777')).toEqual([])
    expect(await search('nachmalig')).toEqual([id])
    expect(await search('555-8888')).toEqual([id])
    // Taken back, the old name finds again.
    await clerk.post(`/api/people/${id}`, { version: 2, familyName: 'Vorherig' })
    expect(await search('vorherig')).toEqual([id])
    expect(await search('nachmalig')).toEqual([])
  })

  test('a list that is sent is the whole new list: added, changed and ended', async () => {
    const id = await someone({
      aliases: [
        { familyName: 'Keep', givenNames: '' },
        { familyName: 'Drop', givenNames: '' },
      ],
      emergencyContacts: [{ name: 'Ann', relation: 'aunt' }],
    })
    const before = await read(id)
    const keep = before.aliases.find((alias: { familyName: string }) => alias.familyName === 'Keep')
    const ann = before.emergencyContacts[0]
    await clerk.post(`/api/people/${id}`, {
      version: 1,
      aliases: [
        { ...keep, givenNames: 'Changed' },
        { familyName: 'Added', givenNames: '' },
      ],
      emergencyContacts: [
        { ...ann, phone: '555 0100' },
        { name: 'Bo', relation: 'brother' },
      ],
    })
    const after = await read(id)
    expect(after.aliases).toMatchObject([{ id: keep.id, givenNames: 'Changed' }, { familyName: 'Added' }])
    expect(after.emergencyContacts).toMatchObject([{ id: ann.id, phone: '555 0100' }, { name: 'Bo' }])
    expect(await search('drop')).toEqual([])
    expect(await search('keep')).toEqual([id])
    await clerk.post(`/api/people/${id}`, { version: 2, emergencyContacts: [], phones: [] })
    expect((await read(id)).emergencyContacts).toEqual([])
  })

  test('a list without ids is compared by what it says: the same stays, another ends the one before', async () => {
    const phone = { number: '19255550123', kind: 'mobile' }
    const id = await someone({ phones: [phone, { ...phone, number: '19255550124' }] })
    const before = (await read(id)).phones
    expect(
      (
        await clerk.post(`/api/people/${id}`, {
          version: 1,
          phones: [phone, { ...phone, number: '19255550124' }],
        })
      ).body,
    ).toEqual({ version: 1 })
    await clerk.post(`/api/people/${id}`, {
      version: 1,
      phones: [{ ...phone, number: '19255550125' }, phone, phone],
    })
    const after = (await read(id)).phones
    expect(after.map((row: { number: string }) => row.number).sort()).toEqual([
      '19255550123',
      '19255550123',
      '19255550125',
    ])
    expect(after.map((row: { id: string }) => row.id)).toContain(
      before.find((row: { number: string }) => row.number === phone.number).id,
    )
  })

  test('a move keeps the address before it with the days it held; putting right does not', async () => {
    const martinez = { line1: '900 Ward St', city: 'Martinez', state: 'CA', zip: '94553' }
    const id = await someone()
    const { today } = clerk.ctx
    const since = today.subtract({ days: 30 }).toString()
    await clerk.post(`/api/people/${id}`, { version: 1, address: martinez, addressFromDay: since })
    await clerk.post(`/api/people/${id}`, { version: 2, address: { ...martinez, line1: '901 Ward St' } })
    expect(await read(id)).toMatchObject({
      address: { line1: '901 Ward St', fromDay: since },
      earlierAddresses: [],
    })
    const movedOn = today.subtract({ days: 1 }).toString()
    const concord = { line1: '1 Main St', city: 'Concord', state: 'CA', zip: '94520' }
    await clerk.post(`/api/people/${id}`, { version: 3, address: concord, addressFromDay: movedOn })
    expect(await read(id)).toMatchObject({
      version: 4,
      address: { city: 'Concord', fromDay: movedOn, untilDay: null },
      earlierAddresses: [{ line1: '901 Ward St', fromDay: since, untilDay: movedOn }],
    })
    const early = await clerk.post(`/api/people/${id}`, {
      version: 4,
      address: martinez,
      addressFromDay: since,
    })
    expect(early).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'addressFromDay' }] } } })
  })

  test('a name cannot be taken away whole', async () => {
    const id = await someone({ familyName: 'Only', givenNames: '' })
    const { status, body } = await clerk.post(`/api/people/${id}`, { version: 1, familyName: '' })
    expect({ status, at: body.error.fields[0].path }).toEqual({ status: 422, at: 'familyName' })
  })

  test('another office’s account finds nobody, and changes nobody', async () => {
    const id = await someone()
    const theirs = await office.account(['sergeant'], await office.agency())
    expect((await theirs.get(`/api/people/${id}`)).status).toBe(404)
    expect((await theirs.post(`/api/people/${id}`, { version: 1, race: 'x' })).status).toBe(404)
    expect((await theirs.get('/api/people?q=person')).body.people).toEqual([])
  })

  test('the person’s timeline tells of opening, addresses and changes', async () => {
    const id = await someone()
    await clerk.post(`/api/people/${id}`, {
      version: 1,
      race: 'x',
      address: { line1: '1 Main St', city: 'Concord', state: 'CA' },
    })
    const kinds = await readIn<'people', string[]>(office.database.db, clerk.ctx, async (tx) => {
      const rows = await tx
        .selectFrom('people.v_timeline')
        .select('kind')
        .where('person_id', '=', id)
        .execute()
      return rows.map((row) => row.kind!)
    })
    expect([...new Set(kinds)].sort()).toEqual(['people.address-recorded', 'people.changed', 'people.opened'])
  })
})
