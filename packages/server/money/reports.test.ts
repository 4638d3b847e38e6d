import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openAssessed, someBudget } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
let treasurer: TestAccount
let today: string
let enrolmentId: string
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  treasurer = await office.account(['treasurer'])
  const sergeant = await office.account(['sergeant'])
  today = clerk.ctx.today.toString()
  enrolmentId = (await openAssessed(clerk, { name: '=HYPERLINK("x")' })).enrolmentId
  const pay = async (form: string, amountCents: number, instrumentNumber = '') =>
    (
      await clerk.post('/api/money/record-payment', {
        enrolmentId,
        form,
        amountCents,
        instrumentNumber,
        receivedFrom: '=1+1',
      })
    ).body
  await pay('cash', 3_000)
  const wrong = await pay('cash', 2_000)
  await pay('money-order', 4_000, '771')
  await sergeant.post('/api/money/void-payment', { receiptId: wrong.receiptId, reason: 'Counted wrong' })
  const asked = await clerk.post('/api/money/ask-waiver', {
    enrolmentId,
    askedCents: 1_000,
    budget: someBudget,
  })
  await sergeant.post('/api/money/decide-waiver', {
    waiverId: asked.body.id,
    outcome: 'granted',
    reason: 'She earns nothing.',
  })
  const other = (await openAssessed(clerk)).enrolmentId
  await clerk.post('/api/money/record-payment', {
    enrolmentId: other,
    form: 'cashiers-check',
    instrumentNumber: '9',
    amountCents: 20_000,
    receivedFrom: 'Ana',
  })
  const refund = { enrolmentId: other, amountCents: 400, reference: 'Warrant 5', reason: 'Paid too much' }
  await sergeant.post('/api/money/record-refund', refund)
})
afterAll(() => office.stop())

describe('the day’s takings', () => {
  test('by form, so that the drawer can be counted; a void counts on its day', async () => {
    const { status, body } = await treasurer.get('/api/money/takings')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      onDay: today,
      netCents: 27_000,
      forms: [
        { form: 'cash', receipts: 2, takenCents: 5_000, voidedCents: 2_000, netCents: 3_000 },
        { form: 'money-order', receipts: 1, takenCents: 4_000, voidedCents: 0, netCents: 4_000 },
        { form: 'cashiers-check', receipts: 1, takenCents: 20_000, voidedCents: 0, netCents: 20_000 },
      ],
    })
    expect(body.receipts).toHaveLength(4)
  })

  test('a day without takings has the forms and nothing in them', async () => {
    const { body } = await clerk.get('/api/money/takings?onDay=2020-01-01')
    expect(body).toMatchObject({ netCents: 0, receipts: [] })
    expect(body.forms).toHaveLength(3)
  })
})

describe('receipts', () => {
  test.each([
    ['?state=void', 1],
    ['?state=standing', 3],
    ['?form=cash', 2],
    ['?limit=2', 2],
    ['?from=2199-01-01', 0],
    ['', 4],
  ])('filtered by %s', async (query, count) => {
    expect((await clerk.get(`/api/money/receipts${query}`)).body.receipts).toHaveLength(count)
  })

  test('found by the beginning of the number, newest first', async () => {
    const { receipts } = (await clerk.get(`/api/money/receipts?number=${clerk.ctx.today.year}-00000`)).body
    expect(receipts.map((receipt: { number: string }) => receipt.number.slice(-1))).toEqual([
      '4',
      '3',
      '2',
      '1',
    ])
    expect(
      (await clerk.get(`/api/money/receipts?number=${clerk.ctx.today.year}-000003`)).body.receipts,
    ).toHaveLength(1)
    expect((await clerk.get('/api/money/receipts?number=%25')).status).toBe(400)
  })

  test('as CSV, with what a spreadsheet would run made text', async () => {
    const { status, body } = await treasurer.get('/api/money/receipts?format=csv')
    expect(status).toBe(200)
    expect(body.split('\r\n')).toHaveLength(6)
    expect(body).toContain(`'=1+1`)
    expect(body).toContain('Counted wrong')
  })
})

describe('the ledger', () => {
  const url = (more = '') => `/api/money/ledger?from=${today}&until=${today}${more}`

  test('debits and credits are equal, and every account is there', async () => {
    const { rows } = (await treasurer.get(url())).body
    const sum = (side: string) =>
      rows.reduce((total: number, row: Record<string, number>) => total + row[side]!, 0)
    expect(sum('debitCents')).toBe(sum('creditCents'))
    expect(new Set(rows.map((row: { account: string }) => row.account))).toEqual(
      new Set(['receivable', 'fee-income', 'drawer', 'waived', 'refunds-payable', 'refunds-paid']),
    )
  })

  test.each([
    ['&account=drawer', 5],
    ['&kind=payment-void', 2],
    ['&kind=uncollectible', 0],
  ])('filtered by %s', async (more, count) => {
    expect((await treasurer.get(url(more))).body.rows).toHaveLength(count)
  })

  test('why a waiver was given does not leave with it (WAP-P3.3)', async () => {
    const { body } = await treasurer.get(url('&format=csv'))
    expect(body).toContain('waiver')
    expect(body).not.toContain('She earns nothing.')
    expect(body).toContain('Paid too much')
  })

  test('the last day before the first is refused at the field', async () => {
    const { status, body } = await treasurer.get('/api/money/ledger?from=2026-02-02&until=2026-02-01')
    expect(status).toBe(422)
    expect(body.error.fields[0].path).toBe('until')
  })
})

describe('WAP-FEE.0 fee income of a period', () => {
  test('charged by fee, collected by form, waived, paid back', async () => {
    const { body } = await treasurer.get(`/api/money/income?from=${today}&until=${today}`)
    expect(body).toMatchObject({
      fees: [
        { code: 'administrative', chargedCents: 10_000 },
        { code: 'daily', chargedCents: 28_000 },
      ],
      chargedCents: 38_000,
      waivedCents: 1_000,
      collectedCents: 27_000,
      refundedCents: 400,
      incomeCents: 26_600,
    })
  })

  test('a period in which nothing happened', async () => {
    const { body } = await treasurer.get('/api/money/income?from=2020-01-01&until=2020-12-31')
    expect(body).toMatchObject({ chargedCents: 0, collectedCents: 0, incomeCents: 0 })
  })
})

test('the treasurer reads and changes nothing (people.md)', async () => {
  const body = { enrolmentId, form: 'cash', amountCents: 100, receivedFrom: 'T' }
  for (const path of [
    'record-payment',
    'assess-fees',
    'void-payment',
    'ask-waiver',
    'decide-waiver',
    'record-refund',
  ])
    expect((await treasurer.post(`/api/money/${path}`, body)).status).toBe(403)
})
