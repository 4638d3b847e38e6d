import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verb } from '../platform/act.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { assessRescheduling } from './assess-rescheduling.ts'
import { books, openAssessed, openCase, ownerRows } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

async function statement(enrolmentId: string) {
  return (await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`)).body
}

describe('WAP-BOOK.10 re-scheduled days', () => {
  test.each([
    ['none without excuse', 3, 0, 0],
    ['one without excuse', 3, 1, 5_700],
    ['all without excuse', 3, 3, 7_100],
  ])('%s', async (_what, days, unexcused, charged) => {
    const { enrolmentId } = await openAssessed(clerk)
    await clerk.act(assessRescheduling, { enrolment: enrolmentId, days, unexcused })
    expect((await statement(enrolmentId)).balanceCents).toBe(19_000 + charged)
  })

  test('the fee for the re-scheduling is marked as our reading; each line has its clause', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    await clerk.act(assessRescheduling, { enrolment: enrolmentId, days: 2, unexcused: 2 })
    const after = await statement(enrolmentId)
    expect(after.lines.slice(-2)).toMatchObject([
      { kind: 'fee', amountCents: 5_000, about: { code: 're-scheduling', clause: 'WAP-BOOK.10', own: true } },
      {
        kind: 'fee',
        amountCents: 1_400,
        about: { code: 're-scheduled-day', clause: 'WAP-BOOK.10', quantity: 2 },
      },
    ])
    expect(after.assessments[0]).toMatchObject({ occasion: 're-scheduling', chargedCents: 6_400 })
  })

  test('each re-scheduling adds its own; the same one is charged once', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const rescheduling = randomUUID()
    await clerk.act(assessRescheduling, { enrolment: enrolmentId, days: 1, unexcused: 1, rescheduling })
    await clerk.act(assessRescheduling, { enrolment: enrolmentId, days: 1, unexcused: 1 })
    await expect(
      clerk.act(assessRescheduling, { enrolment: enrolmentId, days: 1, unexcused: 1, rescheduling }),
    ).rejects.toMatchObject({ code: 'already-done' })
    expect((await statement(enrolmentId)).balanceCents).toBe(19_000 + 2 * 5_700)
  })

  test('for each absence, where the office has set it so', async () => {
    await ownerRows(
      office,
      clerk,
      `insert into programs.parameter (agency_id, id, pack, name, value, from_day, authority, resolution, entered_at, entered_by, approved_at, approved_by)
       values ($1, gen_random_uuid(), 'contra-costa/work-alternative', 'reschedulingFeePer', '"absence"', $2, 'Board', '2026/2', clock_timestamp(), $3, clock_timestamp(), $4)`,
      [clerk.agencyId, clerk.ctx.today.toString(), clerk.id, (await office.account(['sergeant'])).id],
    )
    const { enrolmentId } = await openAssessed(clerk)
    await clerk.act(assessRescheduling, { enrolment: enrolmentId, days: 2, unexcused: 2 })
    expect((await statement(enrolmentId)).balanceCents).toBe(19_000 + 2 * 5_700)
  })

  test('is charged when the work room says so, in the same transaction', async () => {
    const { enrolmentId } = await openCase(clerk)
    const missed = verb('work.test-days-missed', async (work, input: { fail: boolean }) => {
      await work.emit('work.days-rescheduled', { enrolment: enrolmentId, days: 1, unexcused: 1 })
      if (input.fail) throw new Error('the contract could not be kept')
    })
    await expect(clerk.act(missed, { fail: true })).rejects.toThrow('could not be kept')
    expect((await statement(enrolmentId)).balanceCents).toBe(0)
    await clerk.act(missed, { fail: false })
    expect((await statement(enrolmentId)).balanceCents).toBeGreaterThan(0)
  })

  test('an enrolment of no office here is refused', async () => {
    await expect(
      clerk.act(assessRescheduling, { enrolment: randomUUID(), days: 1, unexcused: 1 }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('the books balance after all of it', async () => {
  expect(await books(office, clerk)).toEqual([])
})
