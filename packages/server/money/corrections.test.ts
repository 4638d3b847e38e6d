import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { books, furtherWorksheet, openAssessed, ownerRows } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
let sergeant: TestAccount
let stranger: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  sergeant = await office.account(['sergeant'])
  stranger = await office.account(['sergeant'], await office.agency('Other', 'as-the-source-reads'))
})
afterAll(() => office.stop())

async function statement(enrolmentId: string) {
  return (await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`)).body
}

async function paid(enrolmentId: string, amountCents = 19_000, form = 'cash', instrumentNumber = '') {
  const body = { enrolmentId, form, amountCents, instrumentNumber, receivedFrom: 'Maria' }
  return (await clerk.post('/api/money/record-payment', body)).body
}

describe('a receipt is voided', () => {
  test('by a counter-entry with a reason; the number stays and says void; the balance is owed again', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { receiptId, number, documentId } = await paid(enrolmentId)
    expect((await statement(enrolmentId)).receipts[0].paperId).toBeNull()
    const voided = await sergeant.post('/api/money/void-payment', { receiptId, reason: 'Counted wrong' })
    expect(voided).toMatchObject({ status: 200, body: { number, balanceCents: 19_000 } })
    const after = await statement(enrolmentId)
    expect(after.lines.at(-1)).toMatchObject({
      kind: 'payment-void',
      amountCents: 19_000,
      reason: 'Counted wrong',
      correctsLine: 3,
    })
    expect(after.receipts[0]).toMatchObject({ number, voided: { reason: 'Counted wrong' } })
    // A paper of its own says void; the one that was handed out stays as it was.
    expect(voided.body.documentId).not.toBe(documentId)
  })

  test('once only, also by two at once', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { receiptId } = await paid(enrolmentId)
    const body = { receiptId, reason: 'Counted wrong' }
    const answers = await Promise.all([1, 2].map(() => sergeant.post('/api/money/void-payment', body)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const again = await sergeant.post('/api/money/void-payment', body)
    expect(again.body.error.message).toContain('is void since')
    expect((await statement(enrolmentId)).balanceCents).toBe(19_000)
  })

  test('never by a clerk, not without a reason, not from another agency', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { receiptId } = await paid(enrolmentId)
    expect((await clerk.post('/api/money/void-payment', { receiptId, reason: 'x' })).status).toBe(403)
    expect((await sergeant.post('/api/money/void-payment', { receiptId, reason: ' ' })).status).toBe(400)
    expect((await stranger.post('/api/money/void-payment', { receiptId, reason: 'x' })).status).toBe(404)
    expect((await statement(enrolmentId)).balanceCents).toBe(0)
  })
})

describe('a fee is corrected', () => {
  const correct = (entryId: string, amountCents: number, who = sergeant) =>
    who.post('/api/money/correct-fee', { entryId, amountCents, reason: 'Charged twice' })

  test.each([
    ['below', 4_999, 200],
    ['at', 5_000, 200],
    ['above', 5_001, 422],
  ])('%s what is left of its line', async (_where, cents, status) => {
    const { enrolmentId } = await openAssessed(clerk)
    const { lines } = await statement(enrolmentId)
    expect((await correct(lines[0].id, cents)).status).toBe(status)
    const expected = status === 200 ? 19_000 - cents : 19_000
    expect((await statement(enrolmentId)).balanceCents).toBe(expected)
  })

  test('names the line it corrects, and what was taken off cannot be taken off again', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const [fee] = (await statement(enrolmentId)).lines
    await correct(fee.id, 5_000)
    expect((await statement(enrolmentId)).lines.at(-1)).toMatchObject({
      kind: 'fee-correction',
      correctsLine: 1,
      amountCents: -5_000,
      reason: 'Charged twice',
      about: { code: 'administrative', line: 1 },
    })
    expect((await correct(fee.id, 1)).body.error.fields[0].message).toContain('Nothing is left')
  })

  test('after fewer days, no more than is left of the fee', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    const daily = (await statement(enrolmentId)).lines[1].id
    await furtherWorksheet(clerk, opened, { days: 5 })
    expect((await correct(daily, 3_501)).status).toBe(422)
    expect((await correct(daily, 3_500)).status).toBe(200)
    expect((await statement(enrolmentId)).balanceCents).toBe(5_000)
  })

  test('what was paid too much by it is held, and can be paid back once', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await paid(enrolmentId)
    const [fee] = (await statement(enrolmentId)).lines
    await correct(fee.id, 5_000)
    expect(await statement(enrolmentId)).toMatchObject({ balanceCents: -5_000, heldCents: 5_000 })
    const refund = { enrolmentId, amountCents: 5_000, reference: 'Warrant 12', reason: 'Paid too much' }
    expect((await clerk.post('/api/money/record-refund', refund)).status).toBe(403)
    expect((await sergeant.post('/api/money/record-refund', { ...refund, amountCents: 5_001 })).status).toBe(
      422,
    )
    expect((await sergeant.post('/api/money/record-refund', refund)).body.balanceCents).toBe(0)
    expect((await sergeant.post('/api/money/record-refund', refund)).status).toBe(422)
  })

  test('a payment is no fee; a clerk and another agency correct nothing', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await paid(enrolmentId)
    const { lines } = await statement(enrolmentId)
    expect((await correct(lines[2].id, 100)).status).toBe(422)
    expect((await correct(lines[0].id, 100, clerk)).status).toBe(403)
    expect((await correct(lines[0].id, 100, stranger)).status).toBe(404)
  })
})

describe('Penal Code 1465.9 a balance that may not be collected', () => {
  test('is taken off once the office follows the law as it stands; what was paid stays paid', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await paid(enrolmentId, 9_000)
    expect((await clerk.post('/api/money/vacate-balance', { enrolmentId })).status).toBe(422)
    await feeBasis('law-as-it-stands')
    const barred = await statement(enrolmentId)
    const refused = await clerk.post('/api/money/record-payment', {
      enrolmentId,
      form: 'cash',
      amountCents: 1_000,
      receivedFrom: 'Maria',
    })
    const vacated = await clerk.post('/api/money/vacate-balance', { enrolmentId })
    const after = await statement(enrolmentId)
    await feeBasis('as-the-source-reads')
    expect(barred.barred).toEqual({ cents: 10_000, statute: 'Penal Code 1465.9' })
    expect(refused.body.error.message).toContain('Penal Code 1465.9')
    expect(vacated.body.balanceCents).toBe(0)
    expect(after).toMatchObject({ paidCents: 9_000, uncollectibleCents: 10_000, barred: null })
    expect(after.lines.at(-1)).toMatchObject({ kind: 'uncollectible', amountCents: -10_000 })
  })

  test('a fee whose authority has ended does not grow with a new worksheet', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    await feeBasis('law-as-it-stands')
    await furtherWorksheet(clerk, opened, { days: 30 })
    const after = await statement(enrolmentId)
    await feeBasis('as-the-source-reads')
    expect(after.balanceCents).toBe(19_000)
    expect(after.assessments[0]).toMatchObject({ printedCents: 26_000, chargedCents: 19_000 })
  })
})

async function feeBasis(basis: string): Promise<void> {
  await ownerRows(office, clerk, 'update access.agency set fee_basis = $1 where id = $2', [
    basis,
    clerk.agencyId,
  ])
}

test('the books balance after all of it', async () => {
  expect(await books(office, clerk)).toEqual([])
})
