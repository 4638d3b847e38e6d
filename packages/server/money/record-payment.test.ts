import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { books, openAssessed, openCase, ownerRows } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
let second: TestAccount
let stranger: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  second = await office.account(['clerk'])
  stranger = await office.account(['clerk'], await office.agency('Other', 'as-the-source-reads'))
})
afterAll(() => office.stop())

const cash = (enrolmentId: string, amountCents: number) => ({
  enrolmentId,
  form: 'cash',
  amountCents,
  receivedFrom: 'Maria Delgado',
})
const pay = (account: TestAccount, body: object, headers?: Record<string, string>) =>
  account.post('/api/money/record-payment', body, headers)

async function balance(enrolmentId: string): Promise<number> {
  return (await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`)).body.balanceCents
}

describe('WAP-P3.1 a payment', () => {
  test('gets a numbered receipt and a line on the statement', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { status, body } = await pay(clerk, cash(enrolmentId, 10_000))
    expect(status).toBe(200)
    expect(body).toMatchObject({ balanceCents: 9_000, heldCents: 0 })
    expect(body.number).toMatch(new RegExp(`^${clerk.ctx.today.year}-\\d{6}$`))
    const statement = (await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`)).body
    expect(statement.lines.at(-1)).toMatchObject({
      kind: 'payment',
      about: { number: body.number, form: 'cash' },
      amountCents: -10_000,
      balanceCents: 9_000,
    })
    expect(statement.receipts[0]).toMatchObject({
      number: body.number,
      receivedFrom: 'Maria Delgado',
      voided: null,
    })
  })

  test.each([
    ['money-order', '88-1204'],
    ['cashiers-check', '4471'],
  ])(
    'by %s keeps its number, and holds what is beyond what is owed (own)',
    async (form, instrumentNumber) => {
      const { enrolmentId } = await openAssessed(clerk)
      const { body } = await pay(clerk, { ...cash(enrolmentId, 20_000), form, instrumentNumber })
      expect(body).toMatchObject({ balanceCents: -1_000, heldCents: 1_000 })
      const held = (await clerk.get('/api/money/held')).body.held
      expect(held).toContainEqual(expect.objectContaining({ enrolmentId, heldCents: 1_000 }))
    },
  )

  test('cash beyond what is owed is refused at the field, and no number is used up', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const refused = await pay(clerk, cash(enrolmentId, 19_001))
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields).toEqual([
      { path: 'amountCents', message: '$190.00 is owed. Take no more than that and give the rest back.' },
    ])
    expect(await balance(enrolmentId)).toBe(19_000)
  })

  test('before any fees are assessed there is nothing to pay', async () => {
    const { enrolmentId } = await openCase(clerk)
    expect((await pay(clerk, cash(enrolmentId, 100))).status).toBe(404)
  })

  test('the same save sent twice is one payment', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const headers = { 'idempotency-key': randomUUID() }
    const first = await pay(clerk, cash(enrolmentId, 5_000), headers)
    const again = await pay(clerk, cash(enrolmentId, 5_000), headers)
    expect(again).toEqual(first)
    expect(await balance(enrolmentId)).toBe(14_000)
  })

  test.each([
    ['nothing', {}],
    ['an amount of zero', { amountCents: 0 }],
    ['a part of a cent', { amountCents: 10.5 }],
    ['an amount below zero', { amountCents: -100 }],
    ['an amount beyond counting', { amountCents: 1e300 }],
    ['a form that does not exist', { form: 'credit-card' }],
    ['no name', { receivedFrom: '  ' }],
    ['a name too long', { receivedFrom: 'x'.repeat(121) }],
    ['a character that cannot be kept', { receivedFrom: 'Ma\u0000ria' }],
    ['an id that is none', { enrolmentId: 'abc' }],
    ['a field that is none', { tip: 5 }],
  ])('%s is refused with the field', async (_what, change) => {
    const { enrolmentId } = await openAssessed(clerk)
    const body = Object.keys(change).length === 0 ? {} : { ...cash(enrolmentId, 1_000), ...change }
    const { status } = await pay(clerk, body)
    expect(status).toBe(400)
    expect(await balance(enrolmentId)).toBe(19_000)
  })
})

describe('two clerks at once', () => {
  test('both take the whole of what is owed in cash: one is told that nothing is owed', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const answers = await Promise.all([clerk, second].map((who) => pay(who, cash(enrolmentId, 19_000))))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422])
    expect(await balance(enrolmentId)).toBe(0)
  })

  test('receipts of many payments at once have no gap and no double', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, () => openAssessed(clerk)))
    const before = (await serials()).length
    const payments = cases.flatMap(({ enrolmentId }, i) =>
      Array.from({ length: 5 }, () => pay(i % 2 === 0 ? clerk : second, cash(enrolmentId, 1_000 + i))),
    )
    const answers = await Promise.all(payments)
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    const after = await serials()
    expect(after).toHaveLength(before + 40)
    expect(after).toEqual(Array.from({ length: after.length }, (_, i) => i + 1))
    expect(await books(office, clerk)).toEqual([])
  })
})

async function serials(): Promise<number[]> {
  const rows = await ownerRows<{ serial: number }>(
    office,
    clerk,
    'select serial from money.receipt order by serial',
  )
  return rows.map((row) => row.serial)
}

describe('another agency', () => {
  test('takes no payment here, sees no statement and no receipt', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await pay(clerk, cash(enrolmentId, 1_000))
    expect((await pay(stranger, cash(enrolmentId, 1_000))).status).toBe(404)
    expect((await stranger.get(`/api/money/enrolments/${enrolmentId}/statement`)).status).toBe(404)
    expect((await stranger.get('/api/money/receipts')).body.receipts).toEqual([])
    expect((await stranger.get('/api/money/held')).body.held).toEqual([])
    expect((await stranger.get('/api/money/takings')).body.netCents).toBe(0)
    expect(await balance(enrolmentId)).toBe(18_000)
  })

  test('has receipt numbers of its own, from 1', async () => {
    const { enrolmentId } = await openAssessed(stranger)
    expect((await pay(stranger, cash(enrolmentId, 1_000))).body.number).toBe(
      `${stranger.ctx.today.year}-000001`,
    )
  })
})
