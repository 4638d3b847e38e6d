import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../access/index.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { waivedOf } from './decide-waiver.ts'
import { books, furtherWorksheet, openAssessed, ownerRows, someBudget } from './testing/open-case.ts'

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

async function asked(who = clerk, askedCents: number | null = null, enrolmentId?: string) {
  const enrolment = enrolmentId ?? (await openAssessed(clerk)).enrolmentId
  const { status, body } = await who.post('/api/money/ask-waiver', {
    enrolmentId: enrolment,
    askedCents,
    budget: someBudget,
  })
  return { status, enrolmentId: enrolment, waiverId: body.id as string, body }
}

const decide = (who: TestAccount, waiverId: string, decision: object) =>
  who.post('/api/money/decide-waiver', { waiverId, reason: 'The budget shows it.', ...decision })

describe('WAP-FEE.2 a waiver is asked for with the budget form', () => {
  test('and waits, seen by those who decide, oldest first', async () => {
    const first = await asked()
    const later = await asked(clerk, 5_000)
    const { body } = await sergeant.get('/api/money/waivers')
    const mine = body.waivers.filter((waiver: { id: string }) =>
      [first.waiverId, later.waiverId].includes(waiver.id),
    )
    expect(mine).toMatchObject([
      { id: first.waiverId, askedCents: null, owedCents: 19_000, state: 'open', askedByMe: false },
      { id: later.waiverId, askedCents: 5_000, owedCents: 19_000, state: 'open' },
    ])
    expect((await clerk.get('/api/money/waivers')).body.waivers[0].askedByMe).toBe(true)
  })

  test.each([
    ['below', 18_999, 200],
    ['at', 19_000, 200],
    ['above', 19_001, 422],
  ])('%s what is owed', async (_where, cents, status) => {
    expect((await asked(clerk, cents)).status).toBe(status)
  })

  test('one at a time for an enrolment', async () => {
    const { enrolmentId } = await asked()
    const second = await asked(clerk, null, enrolmentId)
    expect(second.status).toBe(409)
    expect(second.body.error.message).toContain('waits for a decision')
  })

  test('not without why they cannot pay', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { status, body } = await clerk.post('/api/money/ask-waiver', {
      enrolmentId,
      budget: { ...someBudget, why: '', dependents: -1, incomes: [{ what: '', monthlyCents: -1 }] },
    })
    expect(status).toBe(400)
    expect(body.error.fields.map((field: { path: string }) => field.path)).toEqual(
      expect.arrayContaining([
        'budget.why',
        'budget.dependents',
        'budget.incomes.0.what',
        'budget.incomes.0.monthlyCents',
      ]),
    )
  })

  test('can be taken back before it is decided', async () => {
    const { waiverId, enrolmentId } = await asked()
    const back = { waiverId, reason: 'She borrowed the money.' }
    expect((await clerk.post('/api/money/withdraw-waiver', back)).status).toBe(200)
    expect((await clerk.post('/api/money/withdraw-waiver', back)).status).toBe(409)
    expect((await statement(enrolmentId)).waivers[0]).toMatchObject({ state: 'withdrawn' })
    expect((await asked(clerk, null, enrolmentId)).status).toBe(200)
  })
})

describe('WAP-FEE.3, WAP-P3.2 who decides a waiver', () => {
  const may: Role[] = ['sergeant', 'lieutenant', 'bureau-manager']
  const mayNot: Role[] = ['clerk', 'deputy', 'bureau-commander', 'sheriff', 'treasurer', 'administrator']

  test.each(may)('a %s', async (role) => {
    const { waiverId } = await asked()
    const answer = await decide(await office.account([role]), waiverId, { outcome: 'granted' })
    expect(answer).toMatchObject({ status: 200, body: { waivedCents: 19_000, balanceCents: 0 } })
  })

  test.each(mayNot)('never a %s', async (role) => {
    const { waiverId, enrolmentId } = await asked()
    const answer = await decide(await office.account([role]), waiverId, { outcome: 'granted' })
    expect(answer.status).toBe(403)
    expect((await statement(enrolmentId)).balanceCents).toBe(19_000)
  })

  test('never who asked, not even a sergeant; the clause is named', async () => {
    const { waiverId, enrolmentId } = await asked(sergeant)
    const answer = await decide(sergeant, waiverId, { outcome: 'granted' })
    expect(answer.status).toBe(403)
    expect(answer.body.error.message).toContain('WAP-FEE.3')
    expect((await statement(enrolmentId)).balanceCents).toBe(19_000)
    expect(
      (await decide(await office.account(['lieutenant']), waiverId, { outcome: 'granted' })).status,
    ).toBe(200)
  })

  test('never who asked: the database refuses it too', async () => {
    const { waiverId, enrolmentId } = await asked(sergeant)
    const around = `insert into money.waiver_decision (agency_id, waiver_id, enrolment_id, outcome, waived_cents, reason, authority, document_id, on_day, at, by)
      select $1, $2, $3, 'denied', 0, 'x', '{}', d.id, current_date, clock_timestamp(), $4 from platform.document d limit 1`
    await expect(
      ownerRows(office, sergeant, around, [sergeant.agencyId, waiverId, enrolmentId, sergeant.id]),
    ).rejects.toThrow('not decided by who asked')
  })

  test('a clerk who is also a lieutenant decides what another asked', async () => {
    const both = await office.account(['clerk', 'lieutenant'])
    const { waiverId } = await asked()
    expect((await decide(both, waiverId, { outcome: 'denied' })).status).toBe(200)
  })

  test('another agency finds nothing to decide or to look at', async () => {
    const { waiverId } = await asked()
    expect((await decide(stranger, waiverId, { outcome: 'granted' })).status).toBe(404)
    expect((await stranger.get(`/api/money/waivers/${waiverId}`)).status).toBe(404)
    expect((await stranger.post('/api/money/open-budget', { waiverId })).status).toBe(404)
    expect((await stranger.get('/api/money/waivers?state=all')).body.waivers).toEqual([])
    expect((await decide(sergeant, randomUUID(), { outcome: 'granted' })).status).toBe(404)
  })
})

describe('how a waiver is decided', () => {
  test('granted: what was asked for is taken off by a counter-entry with the reason', async () => {
    const { waiverId, enrolmentId } = await asked(clerk, 5_000)
    await decide(sergeant, waiverId, { outcome: 'granted' })
    const after = await statement(enrolmentId)
    expect(after).toMatchObject({ balanceCents: 14_000, waivedCents: 5_000 })
    expect(after.lines.at(-1)).toMatchObject({
      kind: 'waiver',
      amountCents: -5_000,
      reason: 'The budget shows it.',
    })
    expect(after.waivers[0]).toMatchObject({
      state: 'granted',
      decision: { waivedCents: 5_000, clause: 'WAP-FEE.3', reason: 'The budget shows it.' },
    })
  })

  test('granted after a part was paid: no more than is still owed', async () => {
    const { waiverId, enrolmentId } = await asked()
    await clerk.post('/api/money/record-payment', {
      enrolmentId,
      form: 'cash',
      amountCents: 10_000,
      receivedFrom: 'M',
    })
    expect((await decide(sergeant, waiverId, { outcome: 'granted' })).body.waivedCents).toBe(9_000)
  })

  test.each([
    ['below', 18_999, true],
    ['at', 19_000, false],
    ['above', 19_001, false],
  ])('in part: %s what was asked for', (_where, waivedCents, fits) => {
    const decided = () => waivedOf({ outcome: 'granted-in-part', waivedCents }, { askedCents: null }, 19_000)
    if (fits) expect(decided()).toBe(waivedCents)
    else expect(decided).toThrow('A part is less than')
  })

  test('an amount has its place in a part only', () => {
    const waiver = { askedCents: 5_000 }
    expect(() => waivedOf({ outcome: 'granted', waivedCents: 1 }, waiver, 19_000)).toThrow('Leave this empty')
    expect(() => waivedOf({ outcome: 'denied', waivedCents: 1 }, waiver, 19_000)).toThrow('waives nothing')
    expect(() => waivedOf({ outcome: 'granted-in-part', waivedCents: null }, waiver, 19_000)).toThrow(
      'how much',
    )
    expect(() => waivedOf({ outcome: 'granted', waivedCents: null }, waiver, 0)).toThrow('Nothing is owed')
    expect(waivedOf({ outcome: 'granted', waivedCents: null }, waiver, 19_000)).toBe(5_000)
    expect(waivedOf({ outcome: 'granted', waivedCents: null }, waiver, 4_000)).toBe(4_000)
    expect(waivedOf({ outcome: 'denied', waivedCents: null }, waiver, 19_000)).toBe(0)
  })

  test('denied: the balance stays, the reason is told, and they may ask again', async () => {
    const { waiverId, enrolmentId } = await asked()
    expect((await decide(sergeant, waiverId, { outcome: 'denied' })).body).toMatchObject({
      waivedCents: 0,
      balanceCents: 19_000,
    })
    expect((await statement(enrolmentId)).lines).toHaveLength(2)
    expect((await asked(clerk, null, enrolmentId)).status).toBe(200)
  })

  test('not without a reason, and once only, also by two at once', async () => {
    const { waiverId, enrolmentId } = await asked()
    const lieutenant = await office.account(['lieutenant'])
    expect((await decide(sergeant, waiverId, { outcome: 'granted', reason: ' ' })).status).toBe(400)
    const answers = await Promise.all([
      decide(sergeant, waiverId, { outcome: 'granted' }),
      decide(lieutenant, waiverId, { outcome: 'granted-in-part', waivedCents: 5_000 }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(
      (await statement(enrolmentId)).lines.filter((line: { kind: string }) => line.kind === 'waiver'),
    ).toHaveLength(1)
  })

  test('fewer days after a waiver: the waiver shrinks with the fee, and nothing is held that was not paid (own)', async () => {
    const opened = await openAssessed(clerk)
    const { enrolmentId } = opened
    const { waiverId } = await asked(clerk, null, enrolmentId)
    await decide(sergeant, waiverId, { outcome: 'granted' })
    await furtherWorksheet(clerk, opened, { days: 18 })
    const after = await statement(enrolmentId)
    expect(after).toMatchObject({ balanceCents: 0, waivedCents: 17_600, assessedCents: 17_600, heldCents: 0 })
    expect(after.lines.slice(-2)).toMatchObject([
      { kind: 'fee-difference', amountCents: -1_400 },
      { kind: 'waiver-reduced', amountCents: 1_400, correctsLine: 3 },
    ])
  })
})

test('the books balance after all of it', async () => {
  expect(await books(office, clerk)).toEqual([])
})
