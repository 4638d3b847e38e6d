import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openAssessed, ownerRows } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
let stranger: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  stranger = await office.account(['clerk'], await office.agency('Other', 'as-the-source-reads'))
})
afterAll(() => office.stop())

async function statement(enrolmentId: string) {
  return (await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`)).body
}

describe('WAP-P3.2 fees that are not brought', () => {
  const agree = (who: TestAccount, enrolmentId: string, days: number, note = '') =>
    who.post('/api/money/agree-date', { enrolmentId, payBy: who.ctx.today.add({ days }).toString(), note })

  test.each([
    ['yesterday', -1, 422],
    ['today', 0, 200],
    ['in a year and a day', 366, 200],
    ['later than that', 367, 422],
  ])('a day to pay by: %s', async (_when, days, status) => {
    const { enrolmentId } = await openAssessed(clerk)
    expect((await agree(clerk, enrolmentId, days)).status).toBe(status)
  })

  test('the last one agreed on holds, and the earlier stays on record', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await agree(clerk, enrolmentId, 14, 'After payday')
    await agree(clerk, enrolmentId, 28)
    const after = await statement(enrolmentId)
    expect(after.payBy).toBe(clerk.ctx.today.add({ days: 28 }).toString())
    expect(after.arrangements).toMatchObject([
      { kind: 'pay-by', note: '', owedCents: 19_000 },
      { kind: 'pay-by', note: 'After payday' },
    ])
    const [due] = await ownerRows<{ owed_cents: string }>(
      office,
      clerk,
      'select owed_cents from money.v_pay_by where enrolment_id = $1',
      [enrolmentId],
    )
    expect(Number(due!.owed_cents)).toBe(19_000)
  })

  test('the interview is put off: noted, and the fees stand as they are', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    expect(
      (await clerk.post('/api/money/put-off-interview', { enrolmentId, note: 'Bring pay slips' })).status,
    ).toBe(200)
    expect(await statement(enrolmentId)).toMatchObject({
      balanceCents: 19_000,
      payBy: null,
      arrangements: [{ kind: 'interview-put-off', payBy: null, note: 'Bring pay slips' }],
    })
  })

  test('with nothing owed there is nothing to arrange, and nothing for another agency', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    expect((await agree(stranger, enrolmentId, 1)).status).toBe(404)
    await clerk.post('/api/money/record-payment', {
      enrolmentId,
      form: 'cash',
      amountCents: 19_000,
      receivedFrom: 'M',
    })
    expect((await agree(clerk, enrolmentId, 1)).status).toBe(422)
    expect((await clerk.post('/api/money/put-off-interview', { enrolmentId })).status).toBe(422)
  })

  test.each(['2026-02-30', '', '0000-00-00', '9999-12-31', 'soon'])(
    'the day %o is refused',
    async (payBy) => {
      const { enrolmentId } = await openAssessed(clerk)
      expect((await clerk.post('/api/money/agree-date', { enrolmentId, payBy })).status).toBe(400)
    },
  )
})
