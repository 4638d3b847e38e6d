import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../platform/read.ts'
import { openEnrolment, recordStep } from '../programs/index.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { completePaper, scannedPaper } from './testing/paper.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

let count = 0
// Names that differ by a digit sound alike: the birth dates tell them apart.
const newPerson = () => ({
  familyName: `Committed${++count}`,
  givenNames: 'Some',
  birthDate: Temporal.PlainDate.from('1990-01-01').add({ days: count }).toString(),
})
async function someone(): Promise<string> {
  return (await clerk.post('/api/people', newPerson())).body.personId
}
const receive = (sent: object, who = clerk) => who.post('/api/court/commitments', sent)
const page = async (id: string) => (await clerk.get(`/api/court/commitments/${id}`)).body

describe('receiving a commitment', () => {
  test('person, commitment and paper are one act', async () => {
    const paperId = await scannedPaper(clerk)
    const { status, body } = await receive({ ...completePaper({ paperId }), newPerson: newPerson() })
    expect({ status, kind: body.kind, outcome: body.outcome }).toEqual({
      status: 200,
      kind: 'received',
      outcome: 'accepted',
    })
    const shown = await page(body.commitmentId)
    expect(shown).toMatchObject({
      version: 1,
      state: 'accepted',
      person: { id: body.personId, familyName: `Committed${count}` },
      fields: { docket: '01-123456-7', days: 30, paperId, charges: [{ statute: 'VC 23152(b)' }] },
      checklist: { bookingAuthority: 'valid', askCourt: [], toCheck: [] },
      policy: { stillSo: true },
      scans: [{ paperId, title: 'Commitment', mediaType: 'application/pdf' }],
      receivedWhileActive: false,
      received: { by: 'Test clerk' },
    })
    const papers = await read<'platform', { person_id: string | null }[]>(
      office.database.db,
      clerk.ctx,
      (tx) => tx.selectFrom('platform.v_paper').select('person_id').where('id', '=', paperId).execute(),
    )
    expect(papers).toEqual([{ person_id: body.personId }])
    expect((await clerk.get('/api/people?q=123456')).body.people).toMatchObject([
      { personId: body.personId, by: 'number' },
    ])
  })

  test('when anything is wrong nothing at all is written', async () => {
    const person = newPerson()
    const wrong = await receive({ ...completePaper({ docket: '' }), newPerson: person })
    expect(wrong).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'docket' }] } } })
    const noPaper = await receive({ ...completePaper({ paperId: crypto.randomUUID() }), newPerson: person })
    expect(noPaper.status).toBe(404)
    expect((await clerk.get(`/api/people?q=${person.familyName}`)).body.people).toEqual([])
  })

  test('somebody on record may be the same person: asked first, opened even so when said', async () => {
    const person = newPerson()
    await clerk.post('/api/people', person)
    const asked = await receive({ ...completePaper(), newPerson: person })
    expect(asked.body).toMatchObject({
      kind: 'likely-duplicates',
      candidates: [{ familyName: person.familyName }],
    })
    const even = await receive({ ...completePaper(), newPerson: person, personEvenSo: true })
    expect(even.body.kind).toBe('received')
  })

  test('the docket and day of sentence on record already: the fax that came before, most likely', async () => {
    const personId = await someone()
    const first = await receive({ ...completePaper({ form: 'fax' }), personId })
    const same = { ...completePaper({ docket: '01 1234567' }), personId }
    expect((await receive(same)).body).toEqual({
      kind: 'on-record',
      commitmentId: first.body.commitmentId,
      personId,
    })
    expect((await receive({ ...same, ...completePaper({ sentencedOn: '2026-02-21' }) })).body.kind).toBe(
      'received',
    )
    expect((await receive({ ...same, evenSo: true })).body.kind).toBe('received')
  })

  test('it says whose it is, and one person only', async () => {
    const personId = await someone()
    expect((await receive(completePaper())).body.error.fields).toMatchObject([{ path: 'personId' }])
    expect((await receive({ ...completePaper(), personId, newPerson: newPerson() })).status).toBe(400)
    expect((await receive({ ...completePaper(), personId: crypto.randomUUID() })).status).toBe(404)
  })

  test.each([
    ['an impossible day', { receivedOn: '2026-02-30' }, 'receivedOn'],
    ['no day', { receivedOn: '' }, 'receivedOn'],
    ['days below zero', { days: -1 }, 'days'],
    ['part of a day', { days: 1.5 }, 'days'],
    ['too many days', { days: 36_501 }, 'days'],
    ['a docket too long', { docket: '1'.repeat(61) }, 'docket'],
    ['an item nobody knows', { items: { 'good-time': 'present' } }, 'items'],
    ['a charge without its statute', { charges: [{ statute: ' ' }] }, 'charges.0.statute'],
    ['a field nobody knows', { goodTime: 5 }, ''],
  ])('%s is refused at its field', async (_what, change, path) => {
    const { status, body } = await receive({ ...completePaper(change), newPerson: newPerson() })
    expect(status).toBe(400)
    const paths = (body.error.fields as { path: string }[]).map((field) => field.path)
    expect(
      paths.some((found) => found === path || found.startsWith(`${path}.`)),
      JSON.stringify(paths),
    ).toBe(true)
  })

  test('a commitment, a paper and a person of another office are not there', async () => {
    const theirs = await office.account(['clerk'], await office.agency())
    const mine = await receive({ ...completePaper(), newPerson: newPerson() })
    expect((await theirs.get(`/api/court/commitments/${mine.body.commitmentId}`)).status).toBe(404)
    expect(
      (await receive({ ...completePaper({ docket: 'x' }), personId: mine.body.personId }, theirs)).status,
    ).toBe(404)
    expect(
      (
        await receive(
          { ...completePaper({ paperId: await scannedPaper(clerk) }), newPerson: newPerson() },
          theirs,
        )
      ).status,
    ).toBe(404)
    const known = await theirs.get(`/api/court/people/${mine.body.personId}`)
    expect(known.body).toEqual({ commitments: [], files: [] })
  })
})

describe('what the paper shows, held against the lists', () => {
  const outcome = async (change: Record<string, unknown>) => {
    const { body } = await receive({ ...completePaper(change), newPerson: newPerson() })
    return { outcome: body.outcome, ...(await page(body.commitmentId)) }
  }

  test('WAP-AUTH.1 a photocopy refuses, a fax serves and leaves the original owed', async () => {
    expect(await outcome({ form: 'photocopy' })).toMatchObject({ outcome: 'refused', state: 'refused' })
    expect(await outcome({ form: 'fax' })).toMatchObject({
      outcome: 'accepted-pending-original',
      state: 'original-owed',
      checklist: { askCourt: [{ name: 'original-or-certified-copy' }] },
    })
  })

  test('WAP-AUTH.1 without seal or filing stamp it is refused, with the reason and its clause', async () => {
    const shown = await outcome({ items: { 'court-mark': 'absent' } })
    expect(shown).toMatchObject({
      state: 'refused',
      checklist: {
        askCourt: [{ name: 'court-mark', words: { es: 'Sello del tribunal o sello de presentación' } }],
      },
    })
    expect(shown.checklist.reasons).toMatchObject([
      {
        clause: 'WAP-AUTH.1',
        own: false,
        words: {
          en: 'Missing, and the commitment cannot be accepted without it: Court seal or filing stamp',
        },
      },
    ])
  })

  test('WAP-AUTH.3 from out of county without the statement it is refused, with it accepted', async () => {
    expect(await outcome({ origin: 'out-of-county', county: 'Alameda' })).toMatchObject({ state: 'accepted' })
    const without = await outcome({
      origin: 'out-of-county',
      county: 'Alameda',
      items: { 'may-be-served-here': 'absent' },
    })
    expect(without).toMatchObject({
      state: 'refused',
      checklist: { askCourt: [{ name: 'may-be-served-here' }] },
    })
  })

  test('what only the other list asks for is not kept', async () => {
    const shown = await outcome({ items: { 'court-seal': 'present', 'may-be-served-here': 'absent' } })
    expect(shown.fields.items).not.toHaveProperty('court-seal')
    expect(shown.fields.items).not.toHaveProperty('may-be-served-here')
    expect(shown.fields.items).toHaveProperty('court-mark', 'present')
  })

  test('WAP-SENT.3 a missing docket number is asked for, not refused', async () => {
    const shown = await outcome({ docket: '', items: { 'docket-number': 'absent' } })
    expect(shown).toMatchObject({
      outcome: 'incomplete',
      state: 'to-ask',
      checklist: { askCourt: [{ name: 'docket-number' }] },
    })
  })

  test('what nobody has looked at is to be checked', async () => {
    const shown = await outcome({ items: { 'judge-signature': 'unknown' } })
    expect(shown).toMatchObject({ state: 'to-check', checklist: { toCheck: [{ name: 'judge-signature' }] } })
  })

  test('WAP-P1.2 without jail orders: not looked, found, not found', async () => {
    expect(await outcome({ jailOrders: false })).toMatchObject({
      state: 'to-check',
      checklist: { file: 'look-for-active-file' },
    })
    expect(await outcome({ jailOrders: false, activeFileFound: true })).toMatchObject({
      state: 'accepted',
      checklist: { file: 'follow-new-orders' },
    })
    expect(await outcome({ jailOrders: false, activeFileFound: false })).toMatchObject({
      state: 'refused',
      checklist: { file: 'return-to-court' },
    })
  })

  test('with jail orders and no modification nobody looks for a file', async () => {
    expect((await outcome({ activeFileFound: false })).fields.activeFileFound).toBeNull()
  })
})

describe('what the lists say of a paper while it is typed', () => {
  const tried = (query: string) => clerk.get(`/api/court/checklist?${query}`)

  test('nothing typed yet: every item of the list with its clauses and words, nothing looked at', async () => {
    const { status, body } = await tried('origin=in-county')
    expect(status).toBe(200)
    expect(body).toMatchObject({ outcome: 'incomplete', bookingAuthority: 'unknown', askCourt: [] })
    expect(body.items[0]).toEqual({
      name: 'defendant-name',
      words: { en: 'Defendant’s name', es: 'Nombre del acusado' },
      lists: ['WAP-AUTH.1', 'WAP-SENT.3', 'WAP-P1.1'],
      whenAbsent: 'refuse',
      state: 'unknown',
    })
    expect(body.toCheck.map((item: { name: string }) => item.name)).toContain('form')
  })

  test('as it fills, the same answer as when it is received', async () => {
    const present = Object.keys(completePaper().items).filter((name) => name !== 'court-mark')
    const rest = 'form=fax&modified=no&jailOrders=yes'
    const { body } = await tried(`${rest}&present=${present.join(',')}&absent=court-mark`)
    expect(body).toMatchObject({
      outcome: 'refused',
      askCourt: [{ name: 'court-mark' }, { name: 'original-or-certified-copy' }],
    })
    const whole = await tried(`${rest}&present=${present.join(',')},court-mark`)
    expect(whole.body.outcome).toBe('accepted-pending-original')
  })

  test('what is no item or no answer is refused', async () => {
    for (const query of [
      'present=good-time',
      'absent=,,x',
      'modified=maybe',
      `present=${'charges,'.repeat(90)}`,
    ])
      expect((await tried(query)).status, query).toBe(400)
  })
})

describe('other commitments of the same person', () => {
  test('WAP-P1.3 a modification stands beside what it modifies, which stays as it was', async () => {
    const personId = await someone()
    const first = (await receive({ ...completePaper(), personId })).body.commitmentId
    const modification = completePaper({
      modification: true,
      modifiesCommitmentId: first,
      activeFileFound: true,
      days: 20,
      sentencedOn: '2026-03-01',
    })
    const second = await receive({ ...modification, personId })
    expect(second.body.kind).toBe('received')
    expect(await page(first)).toMatchObject({
      version: 1,
      fields: { days: 30 },
      others: [{ modifies: first }],
    })
    const events = await read<'platform', { kind: string; subject: unknown }[]>(
      office.database.db,
      clerk.ctx,
      (tx) =>
        tx
          .selectFrom('platform.event')
          .select(['kind', 'subject'])
          .where('kind', '=', 'court.commitment-changed')
          .execute(),
    )
    expect(events).toContainEqual({
      kind: 'court.commitment-changed',
      subject: { commitment: first, person: personId, by: second.body.commitmentId },
    })
  })

  test('what it modifies or follows is a commitment of the same person, here, and not returned', async () => {
    const [personId, other] = [await someone(), await someone()]
    const theirs = (await receive({ ...completePaper(), personId: other })).body.commitmentId
    const wrong = await receive({
      ...completePaper({
        relation: 'consecutive',
        consecutiveTo: [theirs],
        modification: true,
        modifiesCommitmentId: theirs,
      }),
      personId,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.error.fields.map((field: { path: string }) => field.path)).toEqual([
      'consecutiveTo',
      'modifiesCommitmentId',
    ])
  })

  test('WAP-SENT.6 received while active follows from the enrolment as it stood that day', async () => {
    const personId = await someone()
    const first = (await receive({ ...completePaper(), personId })).body.commitmentId
    const sergeant = await office.account(['sergeant'])
    const { id } = await sergeant.act(openEnrolment, {
      personId,
      pack: 'contra-costa/work-alternative',
      commitmentIds: [first],
    })
    const today = clerk.ctx.today.toString()
    const another = (docket: string, receivedOn: string) =>
      receive({ ...completePaper({ docket, receivedOn }), personId }).then(({ body }) =>
        page(body.commitmentId),
      )
    expect((await another('opened-only', today)).receivedWhileActive).toBe(false)
    for (const kind of ['accepted', 'booked'] as const)
      await sergeant.act(recordStep, { enrolmentId: id, kind })
    const active = await another('while-active', today)
    expect(active).toMatchObject({
      receivedWhileActive: true,
      files: [{ enrolmentId: id, state: 'booked', isOpen: true }],
    })
    const before = clerk.ctx.today.subtract({ days: 1 }).toString()
    expect((await another('day-before', before)).receivedWhileActive).toBe(false)
  })
})
