import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { assessFees } from './assess-fees.ts'
import { correctFee } from './correct-fee.ts'
import { recordPayment } from './record-payment.ts'
import { books, furtherWorksheet, openAssessed, openCase, ownerRows } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
let sergeant: TestAccount
let lawClerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  sergeant = await office.account(['sergeant'])
  lawClerk = await office.account(['clerk'], await office.agency())
})
afterAll(() => office.stop())

async function statement(account: TestAccount, enrolmentId: string) {
  const { status, body } = await account.get(`/api/money/enrolments/${enrolmentId}/statement`)
  expect(status).toBe(200)
  return body
}

describe('WAP-FEE.1 the fees of an intake', () => {
  test('WAP-SENT.1 $50 and $7 a day of the adjusted sentence are proposed before they are charged', async () => {
    const { enrolmentId } = await openCase(clerk)
    const before = await statement(clerk, enrolmentId)
    expect(before).toMatchObject({
      balanceCents: 0,
      lines: [],
      assessments: [],
      basis: 'as-the-source-reads',
    })
    expect(before.proposal).toMatchObject({ adjustedDays: 20, chargedCents: 19_000, worksheetNumber: 1 })
    expect(before.proposal.lines).toMatchObject([
      { code: 'administrative', amountCents: 5_000, clause: 'WAP-FEE.1', quantity: 1 },
      { code: 'daily', amountCents: 14_000, unitCents: 700, quantity: 20 },
    ])
  })

  test('they are charged line by line, each with its clause and authority, and stored whole', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const after = await statement(clerk, enrolmentId)
    expect(after).toMatchObject({ balanceCents: 19_000, assessedCents: 19_000, proposal: null })
    expect(after.lines).toMatchObject([
      { line: 1, kind: 'fee', about: { code: 'administrative' }, amountCents: 5_000, balanceCents: 5_000 },
      {
        line: 2,
        kind: 'fee',
        about: { code: 'daily', quantity: 20 },
        amountCents: 14_000,
        balanceCents: 19_000,
      },
    ])
    for (const line of after.lines) {
      expect(line.about.clause).toBe('WAP-FEE.1')
      expect(line.about.authority).not.toBe('')
    }
    const [stored] = await ownerRows<{
      result: { law: { hash: string } }
      input: unknown
      parameters: unknown
    }>(office, clerk, 'select result, input, parameters from money.assessment where enrolment_id = $1', [
      enrolmentId,
    ])
    expect(stored!.input).toEqual({ adjustedDays: 20, reschedulings: [] })
    expect(stored!.result.law.hash).toHaveLength(64)
    expect(stored!.parameters).toMatchObject({ law: { values: { dailyFeeCents: { value: 700 } } } })
  })

  test('assessed again without a change, nothing is added and nothing is told', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    expect(await clerk.act(assessFees, { enrolmentId })).toEqual({ assessmentId: null })
    expect((await statement(clerk, enrolmentId)).assessments).toHaveLength(1)
  })

  test('two clerks at once: they are charged once', async () => {
    const { enrolmentId } = await openCase(clerk)
    const answers = await Promise.all([clerk, sergeant].map((who) => who.act(assessFees, { enrolmentId })))
    expect(answers.filter((answer) => answer.assessmentId !== null)).toHaveLength(1)
    expect((await statement(clerk, enrolmentId)).balanceCents).toBe(19_000)
  })

  test('an enrolment without a worksheet has no fees yet, and is told what to do first', async () => {
    const { enrolmentId } = await openCase(clerk, { worksheet: false })
    const refused = await clerk.post('/api/money/assess-fees', { enrolmentId })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('Compute the adjusted sentence first')
    expect((await statement(clerk, enrolmentId)).cannotAssess).toBe(refused.body.error.message)
  })

  test('an enrolment whose sentence could not be computed has no fees yet', async () => {
    const opened = await openCase(clerk)
    const { enrolmentId } = opened
    await furtherWorksheet(clerk, opened, { days: null })
    const refused = await clerk.post('/api/money/assess-fees', { enrolmentId })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('could not be computed')
    expect((await statement(clerk, enrolmentId)).cannotAssess).toContain('could not be computed')
  })

  test('a fee line without a clause or an authority cannot be kept', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    for (const column of ['clause', 'authority', 'statute']) {
      const copy = `insert into money.fee_line
        select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'position', 9, '${column}', ''))).*
        from money.fee_line l join money.assessment a on a.id = l.assessment_id where a.enrolment_id = $1 limit 1`
      await expect(ownerRows(office, clerk, copy, [enrolmentId])).rejects.toThrow('fee_line_cited')
    }
  })
})

describe('an office that follows the law as it stands', () => {
  test('AB 1869: the lines are shown with the repeal and charge nothing', async () => {
    const { enrolmentId } = await openAssessed(lawClerk)
    const after = await statement(lawClerk, enrolmentId)
    expect(after).toMatchObject({ basis: 'law-as-it-stands', balanceCents: 0, assessedCents: 0, lines: [] })
    expect(after.assessments[0]).toMatchObject({ printedCents: 19_000, chargedCents: 0 })
    for (const line of after.assessments[0].lines) {
      expect(line).toMatchObject({ chargedCents: 0, reason: 'repealed', repeal: { operative: '2021-07-01' } })
    }
  })

  test('nothing can be paid, waived or arranged where nothing is owed', async () => {
    const { enrolmentId } = await openAssessed(lawClerk)
    const paid = await lawClerk.post('/api/money/record-payment', {
      enrolmentId,
      form: 'cash',
      amountCents: 100,
      receivedFrom: 'Maria',
    })
    expect(paid.status).toBe(422)
    const asked = await lawClerk.post('/api/money/ask-waiver', {
      enrolmentId,
      budget: { why: 'x', incomes: [], expenses: [], dependents: 0 },
    })
    expect(asked.status).toBe(422)
    const agreed = await lawClerk.post('/api/money/agree-date', {
      enrolmentId,
      payBy: lawClerk.ctx.today.toString(),
    })
    expect(agreed.status).toBe(422)
  })
})

describe('WAP-P1.3 a new worksheet', () => {
  test('changes what is owed by the difference, and says which line it corrects', async () => {
    const opened = await openAssessed(clerk)
    await furtherWorksheet(clerk, opened, { days: 22 })
    const after = await statement(clerk, opened.enrolmentId)
    expect(after.balanceCents).toBe(20_400)
    expect(after.lines.at(-1)).toMatchObject({
      kind: 'fee-difference',
      about: { code: 'daily', quantity: 22, quantityBefore: 20 },
      amountCents: 1_400,
      correctsLine: 2,
      reason: 'Worksheet 2',
    })
  })

  test('before anybody has assessed fees it assesses none: the clerk does', async () => {
    const opened = await openCase(clerk)
    await furtherWorksheet(clerk, opened, { days: 22 })
    expect(await statement(clerk, opened.enrolmentId)).toMatchObject({
      lines: [],
      assessments: [],
      proposal: { worksheetNumber: 2, chargedCents: 20_400 },
    })
  })

  test.each([
    ['fewer days', 18, 17_600, -1_400],
    ['one day more', 21, 19_700, 700],
  ])('%s: the difference, and the earlier assessment is kept', async (_what, days, balance, difference) => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    await furtherWorksheet(clerk, opened, { days })
    const after = await statement(clerk, enrolmentId)
    expect(after.balanceCents).toBe(balance)
    expect(after.lines.at(-1).amountCents).toBe(difference)
    expect(after.assessments.map((assessment: { number: number }) => assessment.number)).toEqual([2, 1])
  })

  test('as many days as before: kept as an assessment, nothing on the statement', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    await furtherWorksheet(clerk, opened, { startsOn: clerk.ctx.today.add({ days: 7 }) })
    const after = await statement(clerk, enrolmentId)
    expect(after.lines).toHaveLength(2)
    expect(after.assessments).toHaveLength(2)
  })

  test('days fewer than were paid for: what was paid too much is held', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    await clerk.act(recordPayment, {
      enrolmentId,
      form: 'cash',
      amountCents: 19_000,
      receivedFrom: 'M',
      instrumentNumber: '',
    })
    await furtherWorksheet(clerk, opened, { days: 15 })
    expect(await statement(clerk, enrolmentId)).toMatchObject({ balanceCents: -3_500, heldCents: 3_500 })
  })

  test('a worksheet that cannot be computed leaves the fees as they are', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    await furtherWorksheet(clerk, opened, { days: null })
    expect((await statement(clerk, enrolmentId)).balanceCents).toBe(19_000)
  })

  test('what a supervisor took off stays off when the days change', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    const administrative = (await statement(clerk, enrolmentId)).lines[0].id
    await sergeant.act(correctFee, {
      entryId: administrative,
      amountCents: 5_000,
      reason: 'Charged on the other case',
    })
    await furtherWorksheet(clerk, opened, { days: 21 })
    expect((await statement(clerk, enrolmentId)).balanceCents).toBe(14_700)
  })

  test('the rate of the day of the first assessment stays; the office’s new rate is for others (own)', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    // As if it had been assessed the day before the board's new rate.
    await ownerRows(
      office,
      clerk,
      'update money.assessment set rates_on = rates_on - 1 where enrolment_id = $1',
      [enrolmentId],
    )
    await parameter('dailyFeeCents', 1_000)
    await furtherWorksheet(clerk, opened, { days: 21 })
    const kept = await statement(clerk, enrolmentId)
    const other = await openAssessed(clerk)
    await withdrawParameter('dailyFeeCents')
    expect(kept.lines.at(-1)).toMatchObject({ about: { unitCents: 700 }, amountCents: 700 })
    expect((await statement(clerk, other.enrolmentId)).balanceCents).toBe(25_000)
  })
})

async function parameter(name: string, value: number): Promise<void> {
  const today = clerk.ctx.today.toString()
  await ownerRows(
    office,
    clerk,
    `insert into programs.parameter (agency_id, id, pack, name, value, from_day, authority, resolution, entered_at, entered_by, approved_at, approved_by)
     values ($1, gen_random_uuid(), 'contra-costa/work-alternative', $2, $3, $4, 'Board', '2026/1', clock_timestamp(), $5, clock_timestamp(), $6)`,
    [clerk.agencyId, name, JSON.stringify(value), today, clerk.id, sergeant.id],
  )
}

async function withdrawParameter(name: string): Promise<void> {
  await ownerRows(
    office,
    clerk,
    `update programs.parameter set withdrawn_at = clock_timestamp(), withdrawn_by = $2, withdrawal_reason = 'Test' where name = $1`,
    [name, clerk.id],
  )
}

test('the books balance after all of it', async () => {
  expect(await books(office, clerk)).toEqual([])
  expect(await books(office, lawClerk)).toEqual([])
})
