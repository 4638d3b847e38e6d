import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { largestPaper } from './papers.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')

/** The parts of a form in the order given; a Buffer is a file. */
async function form(parts: [string, string | Buffer][], fileName = 'scan.pdf') {
  const data = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') data.append(name, value)
    else data.append(name, new Blob([new Uint8Array(value)], { type: 'application/pdf' }), fileName)
  }
  const request = new Response(data)
  return {
    bytes: Buffer.from(await request.arrayBuffer()),
    type: request.headers.get('content-type')!,
  }
}

async function send(
  parts: [string, string | Buffer][],
  options: { as?: TestAccount; headers?: Record<string, string>; fileName?: string } = {},
) {
  const { bytes, type } = await form(parts, options.fileName)
  return (options.as ?? clerk).post('/api/platform/papers', bytes, {
    'content-type': type,
    ...options.headers,
  })
}

const described: [string, string][] = [
  ['kind', 'commitment'],
  ['title', 'Commitment, docket 01-123'],
]

describe('keeping a scanned paper', () => {
  test('its bytes come back as they were, whatever the order of the form', async () => {
    for (const parts of [
      [...described, ['file', pdf]],
      [['file', pdf], ...described],
    ] as [string, string | Buffer][][]) {
      const { status, body } = await send(parts)
      expect(status).toBe(200)
      const reply = await clerk.get(`/api/platform/papers/${body.paperId}`)
      expect(reply.status).toBe(200)
      expect(reply.body).toBe(pdf.toString())
    }
  })

  test('what it is is told by its content, not by its name', async () => {
    const notOne = await send([
      ...described,
      ['file', Buffer.from('MZ this is a program, called scan.pdf all the same')],
    ])
    expect(notOne.status).toBe(415)
    expect(notOne.body.error.fields).toMatchObject([{ path: 'file' }])
    const cutShort = await send([...described, ['file', pdf.subarray(0, 30)]])
    expect(cutShort.status).toBe(415)
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.alloc(40),
      Buffer.from([0xff, 0xd9]),
    ])
    expect((await send([...described, ['file', jpeg]], { fileName: 'x.exe' })).status).toBe(200)
  })

  test('20 MiB are kept, one byte more is not', async () => {
    const sized = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - 2 * pdf.length), pdf])
    expect((await send([...described, ['file', sized(largestPaper)]])).status).toBe(200)
    const more = await send([...described, ['file', sized(largestPaper + 1)]])
    expect(more.status).toBe(413)
    expect(more.body.error).toMatchObject({ code: 'too-large', fields: [{ path: 'file' }] })
  })

  test('sent again under the same key it is kept once; another file under that key is refused', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const first = await send([...described, ['file', pdf]], { headers })
    expect((await send([...described, ['file', pdf]], { headers })).body).toEqual(first.body)
    const other = Buffer.concat([pdf, pdf])
    expect((await send([...described, ['file', other]], { headers })).body.error.code).toBe('key-reused')
  })

  test.each<[string, [string, string | Buffer][], string]>([
    ['no file', described, 'file'],
    ['text in place of the file', [...described, ['file', 'scan.pdf']], 'file'],
    [
      'no kind',
      [
        ['title', 'A title'],
        ['file', pdf],
      ],
      'kind',
    ],
    [
      'a kind that is none',
      [
        ['kind', '../etc'],
        ['title', 'A title'],
        ['file', pdf],
      ],
      'kind',
    ],
    [
      'an empty title',
      [
        ['kind', 'commitment'],
        ['title', ' '],
        ['file', pdf],
      ],
      'title',
    ],
    ['a person that is no id', [...described, ['personId', 'me'], ['file', pdf]], 'personId'],
  ])('%s is refused at its field', async (_what, parts, path) => {
    const { status, body } = await send(parts)
    expect(status).toBe(400)
    expect(body.error.fields.map((field: { path: string }) => field.path)).toContain(path)
  })

  test.each([
    ['JSON', '{}', 'application/json', 415],
    ['a form without its boundary', 'x', 'multipart/form-data', 400],
    [
      'a form that is cut short',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'multipart/form-data; boundary=b',
      400,
    ],
    ['a form that is nonsense', '\u0000\u0001--b--b--', 'multipart/form-data; boundary=b', 400],
  ])('%s is refused', async (_what, payload, type, expected) => {
    const reply = await clerk.post('/api/platform/papers', Buffer.from(payload), { 'content-type': type })
    expect(reply.status).toBe(expected)
  })

  test('two files in one form are one too many', async () => {
    expect((await send([...described, ['file', pdf], ['more', pdf]])).status).toBe(400)
  })

  test('a form with a file is nothing for a route that takes JSON', async () => {
    const { bytes, type } = await form([...described, ['file', pdf]])
    expect((await clerk.post('/api/people', bytes, { 'content-type': type })).status).toBe(400)
  })

  test('the trail holds its digest and not its bytes', async () => {
    const marked = Buffer.concat([Buffer.from('%PDF-1.7 secret-inside-9137 '), pdf])
    const { body } = await send([...described, ['file', marked]])
    const superuser = new pg.Client({ connectionString: office.urls.superuser })
    await superuser.connect()
    const trail = await superuser.query('select payload from audit.entry where row_id = $1', [body.paperId])
    await superuser.end()
    const text = JSON.stringify(trail.rows)
    expect(text).toContain(createHash('sha256').update(marked).digest('hex'))
    expect(text).not.toContain('secret-inside-9137')
  })

  test('an auditor adds none; a person of another office is not there to add to; nobody of another office reads it', async () => {
    expect(
      (await send([...described, ['file', pdf]], { as: await office.account(['auditor']) })).status,
    ).toBe(403)
    const theirs = await office.account(['clerk'], await office.agency())
    const person = await clerk.post('/api/people', { familyName: 'Paper', givenNames: 'Person' })
    const { personId } = person.body
    expect((await send([...described, ['personId', personId], ['file', pdf]], { as: theirs })).status).toBe(
      404,
    )
    const mine = await send([...described, ['personId', personId], ['file', pdf]])
    expect(mine.status).toBe(200)
    expect((await theirs.get(`/api/platform/papers/${mine.body.paperId}`)).status).toBe(404)
  })
})

describe('a person’s photo (WAP-BOOK.5)', () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(20),
    Buffer.from('IEND'),
    Buffer.alloc(4),
  ])
  const photo: [string, string | Buffer][] = [
    ['kind', 'booking-photo'],
    ['title', 'Photo'],
    ['file', png],
  ]

  test('a picture kept before becomes the photo and theirs; a PDF does not, and nobody else gets it', async () => {
    const person = (await clerk.post('/api/people', { familyName: 'Photo', givenNames: 'One' })).body.personId
    const other = (await clerk.post('/api/people', { familyName: 'Photo', givenNames: 'Two' })).body.personId
    const { paperId } = (await send(photo)).body
    const set = (personId: string, id: string, version = 1) =>
      clerk.post(`/api/people/${personId}/photo`, { paperId: id, version })
    expect(await set(person, paperId)).toEqual({ status: 200, body: { version: 2 } })
    expect((await clerk.get(`/api/people/${person}`)).body.photoPaperId).toBe(paperId)
    expect(await set(person, paperId, 2)).toEqual({ status: 200, body: { version: 2 } })
    expect((await set(other, paperId)).status).toBe(422)
    const paper = (await send([...described, ['file', pdf]])).body.paperId
    expect((await set(other, paper)).status).toBe(422)
    expect((await set(other, crypto.randomUUID())).status).toBe(404)
    expect((await set(person, (await send(photo)).body.paperId, 1)).status).toBe(409)
  })
})
