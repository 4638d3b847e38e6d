import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../platform/read.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { completePaper } from './testing/paper.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

let count = 0
async function received(change: Record<string, unknown> = {}) {
  const newPerson = { familyName: `Changed${++count}`, givenNames: 'Some' }
  return (await clerk.post('/api/court/commitments', { ...completePaper(change), newPerson })).body
}
const page = async (id: string) => (await clerk.get(`/api/court/commitments/${id}`)).body
const change = (id: string, version: number, fields: Record<string, unknown>, who = clerk) =>
  who.post(`/api/court/commitments/${id}`, { ...completePaper(fields), version })

describe('putting right what was read from a paper', () => {
  test('the fields, the charges and the checklist are as they shall stand', async () => {
    const { commitmentId } = await received({ items: { 'court-mark': 'unknown' } })
    expect((await page(commitmentId)).state).toBe('to-check')
    const charges = [
      { statute: 'PC 484', description: 'Theft', level: 'misdemeanor' },
      { statute: 'VC 23152(b)', description: 'DUI', level: 'misdemeanor' },
    ]
    const { body } = await change(commitmentId, 1, { docket: '02-2', charges })
    expect(body).toEqual({ version: 2, outcome: 'accepted' })
    expect(await page(commitmentId)).toMatchObject({
      version: 2,
      state: 'accepted',
      fields: { docket: '02-2', charges },
    })
    // The charge that gave way stays readable.
    await change(commitmentId, 2, { docket: '02-2', charges: charges.slice(0, 1) })
    expect((await page(commitmentId)).fields.charges).toEqual(charges.slice(0, 1))
    const kept = await read<'court', { statute: string }[]>(office.database.db, clerk.ctx, (tx) =>
      tx.selectFrom('court.charge').select('statute').where('commitment_id', '=', commitmentId).execute(),
    )
    expect(kept.map((charge) => charge.statute).sort()).toEqual(['PC 484', 'VC 23152(b)', 'VC 23152(b)'])
  })

  test('the docket put right is found, the wrong one is not', async () => {
    const { commitmentId } = await received({ docket: '77-000001-1' })
    await change(commitmentId, 1, { docket: '88-000002-2' })
    expect((await clerk.get('/api/people?q=77-000001')).body.people).toEqual([])
    expect((await clerk.get('/api/people?q=88-000002')).body.people).toHaveLength(1)
  })

  test('nothing new changes nothing', async () => {
    const { commitmentId } = await received()
    expect((await change(commitmentId, 1, {})).body).toEqual({ version: 1, outcome: 'accepted' })
  })

  test('an older version is a conflict that shows what stands now', async () => {
    const { commitmentId } = await received()
    const sergeant = await office.account(['sergeant'])
    await change(commitmentId, 1, { days: 40 }, sergeant)
    const { status, body } = await change(commitmentId, 1, { days: 50 })
    expect(status).toBe(409)
    expect(body.error.conflict).toMatchObject({
      changedBy: 'Test sergeant',
      current: { days: 40, receivedOn: '2026-03-02', version: 2 },
    })
    expect((await page(commitmentId)).fields.days).toBe(40)
  })

  test('what contradicts itself is refused at its field', async () => {
    const { commitmentId } = await received()
    expect(await change(commitmentId, 1, { startsOn: null })).toMatchObject({
      status: 422,
      body: { error: { fields: [{ path: 'startsOn' }] } },
    })
  })

  test('it cannot modify itself, nor what modifies it', async () => {
    const { commitmentId, personId } = await received()
    const modifying = { modification: true, activeFileFound: true }
    const itself = await change(commitmentId, 1, { ...modifying, modifiesCommitmentId: commitmentId })
    expect(itself.body.error.fields).toMatchObject([{ path: 'modifiesCommitmentId' }])
    const second = await clerk.post('/api/court/commitments', {
      ...completePaper({ ...modifying, modifiesCommitmentId: commitmentId }),
      personId,
    })
    const round = await change(commitmentId, 1, {
      ...modifying,
      modifiesCommitmentId: second.body.commitmentId,
    })
    expect(round.body.error.fields).toMatchObject([{ path: 'modifiesCommitmentId' }])
  })

  test('another office’s account, and a role that may only read, change nothing', async () => {
    const { commitmentId } = await received()
    const theirs = await office.account(['sergeant'], await office.agency())
    expect((await change(commitmentId, 1, { days: 1 }, theirs)).status).toBe(404)
    expect((await change(commitmentId, 1, { days: 1 }, await office.account(['auditor']))).status).toBe(403)
  })
})

describe('WAP-AUTH.2 the original after a fax', () => {
  const original = (id: string, version: number, more: object = {}) =>
    clerk.post(`/api/court/commitments/${id}/original`, {
      version,
      form: 'original',
      receivedOn: '2026-03-05',
      ...more,
    })

  test('a fax is accepted until the original comes; then nothing is owed, and the fax stays on record', async () => {
    const { commitmentId } = await received({ form: 'fax' })
    expect((await original(commitmentId, 1)).body).toEqual({ version: 2, outcome: 'accepted' })
    expect(await page(commitmentId)).toMatchObject({
      state: 'accepted',
      fields: { form: 'fax' },
      original: { form: 'original', receivedOn: '2026-03-05' },
    })
    expect((await original(commitmentId, 2)).status).toBe(409)
  })

  test('a photocopy is refused until a certified copy comes', async () => {
    const { commitmentId } = await received({ form: 'photocopy' })
    expect((await original(commitmentId, 1, { form: 'certified-copy' })).body.outcome).toBe('accepted')
  })

  test('nothing is owed of an original', async () => {
    const { commitmentId } = await received()
    expect((await original(commitmentId, 1)).status).toBe(409)
  })

  test('not the day before the fax, but that day or later; not tomorrow', async () => {
    const { commitmentId } = await received({ form: 'fax' })
    expect((await original(commitmentId, 1, { receivedOn: '2026-03-01' })).status).toBe(422)
    const tomorrow = clerk.ctx.today.add({ days: 1 }).toString()
    expect((await original(commitmentId, 1, { receivedOn: tomorrow })).status).toBe(422)
    expect((await original(commitmentId, 1, { receivedOn: '2026-03-02' })).status).toBe(200)
  })
})

describe('asking the court', () => {
  const ask = (id: string, version: number, more: object = {}) =>
    clerk.post(`/api/court/commitments/${id}/ask`, { version, ...more })

  test('for all that is missing, with one letter; answered when all of it has come', async () => {
    const missing = { form: 'fax', docket: '', items: { 'docket-number': 'absent' } }
    const { commitmentId } = await received(missing)
    const { status, body } = await ask(commitmentId, 1, { note: 'Please hurry.' })
    expect(status).toBe(200)
    const asked = await page(commitmentId)
    expect(asked).toMatchObject({
      state: 'asked',
      requests: [
        {
          items: [{ name: 'docket-number' }, { name: 'original-or-certified-copy' }],
          note: 'Please hurry.',
          answeredAt: null,
        },
      ],
      letters: [{ documentId: body.documentId, title: 'Request to the court, docket number not stated' }],
    })
    await change(commitmentId, 1, { form: 'fax', docket: '09-9' })
    expect((await page(commitmentId)).requests[0].answeredAt).toBeNull()
    await clerk.post(`/api/court/commitments/${commitmentId}/original`, {
      version: 2,
      form: 'original',
      receivedOn: '2026-03-06',
    })
    const answered = await page(commitmentId)
    expect(answered).toMatchObject({ state: 'accepted' })
    expect(answered.requests[0].answeredAt).not.toBeNull()
  })

  test('setting an item back to "not looked at" is not an answer', async () => {
    const { commitmentId } = await received({ docket: '', items: { 'docket-number': 'absent' } })
    await ask(commitmentId, 1)
    await change(commitmentId, 1, { docket: '', items: { 'docket-number': 'unknown' } })
    expect((await page(commitmentId)).requests[0].answeredAt).toBeNull()
  })

  test('not twice for the same, unless to ask again', async () => {
    const { commitmentId } = await received({ form: 'fax' })
    expect((await ask(commitmentId, 1)).status).toBe(200)
    expect((await ask(commitmentId, 1)).status).toBe(409)
    expect((await ask(commitmentId, 1, { again: true })).status).toBe(200)
    expect((await page(commitmentId)).requests).toHaveLength(2)
  })

  test('for nothing that is not missing', async () => {
    const { commitmentId } = await received()
    expect((await ask(commitmentId, 1)).status).toBe(422)
    const fax = await received({ form: 'fax' })
    expect((await ask(fax.commitmentId, 1, { items: ['court-mark'] })).status).toBe(422)
    expect((await ask(fax.commitmentId, 1, { items: ['what'] })).status).toBe(400)
  })
})

describe('WAP-P1.2 returning it to the court', () => {
  const giveBack = (id: string, version: number, note = 'We do not have the file.') =>
    clerk.post(`/api/court/commitments/${id}/return`, { version, note })

  test('no active file: it goes back with a note and a letter, and stays on record as returned', async () => {
    const { commitmentId, personId } = await received({ jailOrders: false, activeFileFound: false })
    const { status, body } = await giveBack(commitmentId, 1)
    expect({ status, version: body.version }).toEqual({ status: 200, version: 2 })
    expect(await page(commitmentId)).toMatchObject({
      state: 'returned',
      returned: { by: 'Test clerk', note: 'We do not have the file.' },
      letters: [{ documentId: body.documentId }],
    })
    expect((await change(commitmentId, 2, { days: 3 })).status).toBe(409)
    expect((await giveBack(commitmentId, 2)).status).toBe(409)
    // What the court sends next is a new paper, not "on record already".
    const next = await clerk.post('/api/court/commitments', { ...completePaper(), personId })
    expect(next.body.kind).toBe('received')
  })

  test('an accepted commitment does not go back, and none without a note', async () => {
    const { commitmentId } = await received()
    expect((await giveBack(commitmentId, 1)).status).toBe(422)
    const refused = await received({ form: 'photocopy' })
    expect((await giveBack(refused.commitmentId, 1, ' ')).status).toBe(400)
    expect((await giveBack(refused.commitmentId, 1, 'A photocopy.')).status).toBe(200)
  })

  test('nor one that a person is enrolled on', async () => {
    const { commitmentId, personId } = await received({ items: { 'judge-signature': 'unknown' } })
    const opened = await clerk.post('/api/programs/enrolments', { personId, commitmentIds: [commitmentId] })
    expect(opened.status).toBe(200)
    expect(await giveBack(commitmentId, 1)).toMatchObject({
      status: 422,
      body: { error: { code: 'cannot-be' } },
    })
  })
})

describe('the person’s timeline', () => {
  test('tells of receipt, change, request, original and return', async () => {
    const { commitmentId, personId } = await received({ form: 'fax', jailOrders: false })
    await clerk.post(`/api/court/commitments/${commitmentId}/ask`, { version: 1 })
    await change(commitmentId, 1, { form: 'fax', jailOrders: false, activeFileFound: false })
    await clerk.post(`/api/court/commitments/${commitmentId}/original`, {
      version: 2,
      form: 'original',
      receivedOn: '2026-03-05',
    })
    await clerk.post(`/api/court/commitments/${commitmentId}/return`, { version: 3, note: 'No file.' })
    const rows = await read<'court', { kind: string | null; on_day: unknown }[]>(
      office.database.db,
      clerk.ctx,
      (tx) =>
        tx
          .selectFrom('court.v_timeline')
          .select(['kind', 'on_day'])
          .where('person_id', '=', personId)
          .orderBy('at')
          .execute(),
    )
    expect(rows.map((row) => `${row.kind} ${row.on_day ?? ''}`.trim())).toEqual([
      'court.commitment-received 2026-03-02',
      'court.asked',
      'court.commitment-changed',
      'court.original-received 2026-03-05',
      'court.commitment-returned',
    ])
  })
})
