import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openCase } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const record = (path: string, kind: string, more: object = {}) =>
  clerk.post(`${path}/prints`, { kind, day: clerk.ctx.today.toString(), ...more })
const page = async (path: string) => (await clerk.get(`${path}/prints`)).body
const dueKinds = async (path: string) =>
  (await page(path)).due.flatMap((one: { kinds: string[] }) => one.kinds)

describe('history and prints', () => {
  test('WAP-P2.0 to P2.2 a record with its day and who made it; what is due follows', async () => {
    const one = await openCase(office, clerk)
    expect(
      (await record(one.path, 'history-none', { note: 'Looked up by name and birth date' })).status,
    ).toBe(200)
    const shown = await page(one.path)
    expect(shown.records).toMatchObject([
      { kind: 'history-none', day: clerk.ctx.today.toString(), by: 'Test clerk', letter: null },
    ])
    expect(await dueKinds(one.path)).toContain('duplicate-given')
  })

  test('WAP-P2.3 no match asks for the letter that sends the person to the bureau', async () => {
    const one = await openCase(office, clerk, { language: 'es' })
    for (const kind of ['history-found', 'duplicate-sent', 'returned-no-match']) await record(one.path, kind)
    const { body } = await record(one.path, 'no-match-letter')
    const document = await clerk.get(`/api/platform/documents/${body.documentId}`)
    expect(document.body).toMatchObject({ title: 'Preséntese para tomarle las huellas', failure: null })
    const { records } = await page(one.path)
    expect(records.at(-1).letter).toEqual({ documentId: body.documentId, paperId: null, failure: null })
  })

  test('WAP-P2.1 thumb prints of an earlier enrolment serve', async () => {
    const one = await openCase(office, clerk)
    expect(await dueKinds(one.path)).toContain('thumb-prints')
    expect((await record(one.path, 'thumb-prints')).status).toBe(200)
    expect(await dueKinds(one.path)).not.toContain('thumb-prints')
  })

  test('out of order, twice, contradicting or on a day to come it is refused', async () => {
    const one = await openCase(office, clerk)
    expect((await record(one.path, 'returned-match')).status).toBe(422)
    await record(one.path, 'history-found')
    expect((await record(one.path, 'history-found')).body.error.code).toBe('already-done')
    expect((await record(one.path, 'history-none')).body.error.fields[0].path).toBe('kind')
    const tomorrow = clerk.ctx.today.add({ days: 1 }).toString()
    expect((await record(one.path, 'thumb-prints', { day: tomorrow })).body.error.fields[0].path).toBe('day')
  })

  test('a record entered wrongly is taken back with a reason, unless others stand on it', async () => {
    const one = await openCase(office, clerk)
    const { id } = (await record(one.path, 'history-found')).body
    const sent = (await record(one.path, 'duplicate-sent')).body
    const withdraw = (which: string) =>
      clerk.post(`/api/intake/prints/${which}/withdraw`, { reason: 'Wrong person' })
    expect((await withdraw(id)).status).toBe(422)
    expect((await withdraw(sent.id)).status).toBe(200)
    expect((await withdraw(id)).status).toBe(200)
    expect((await withdraw(id)).status).toBe(404)
    expect((await page(one.path)).records).toEqual([])
    expect((await record(one.path, 'history-none')).status).toBe(200)
  })

  test('the same record twice at once is kept once', async () => {
    const one = await openCase(office, clerk)
    const replies = await Promise.all([record(one.path, 'thumb-prints'), record(one.path, 'thumb-prints')])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  })

  test('another agency finds nothing and changes nothing', async () => {
    const one = await openCase(office, clerk)
    const { id } = (await record(one.path, 'thumb-prints')).body
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.get(`${one.path}/prints`)).status).toBe(404)
    const write = { kind: 'print-set', day: clerk.ctx.today.toString() }
    expect((await stranger.post(`${one.path}/prints`, write)).status).toBe(404)
    expect((await stranger.post(`/api/intake/prints/${id}/withdraw`, { reason: 'x' })).status).toBe(404)
  })
})
