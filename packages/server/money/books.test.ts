import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../platform/problem.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { askWaiver } from './ask-waiver.ts'
import { assessRescheduling } from './assess-rescheduling.ts'
import { correctFee } from './correct-fee.ts'
import { decideWaiver } from './decide-waiver.ts'
import { recordPayment } from './record-payment.ts'
import { recordRefund } from './record-refund.ts'
import {
  books,
  furtherWorksheet,
  type MoneyCase,
  openAssessed,
  ownerRows,
  someBudget,
} from './testing/open-case.ts'
import { voidPayment } from './void-payment.ts'

let office: TestOffice
let clerk: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  sergeant = await office.account(['sergeant'])
})
afterAll(() => office.stop())

type Deed =
  | { deed: 'worksheet'; days: number }
  | { deed: 'reschedule'; days: number; unexcused: number }
  | { deed: 'pay'; form: 'cash' | 'money-order'; cents: number }
  | { deed: 'void' | 'correct'; which: number; cents: number }
  | { deed: 'waive'; cents: number }
  | { deed: 'refund'; cents: number }

const cents = fc.integer({ min: 1, max: 25_000 })
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ deed: fc.constant('worksheet' as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc
    .record({ days: fc.integer({ min: 1, max: 4 }), unexcused: fc.integer({ min: 0, max: 4 }) })
    .map(({ days, unexcused }) => ({
      deed: 'reschedule' as const,
      days,
      unexcused: Math.min(days, unexcused),
    })),
  fc.record({
    deed: fc.constant('pay' as const),
    form: fc.constantFrom('cash' as const, 'money-order' as const),
    cents,
  }),
  fc.record({
    deed: fc.constantFrom('void' as const, 'correct' as const),
    which: fc.nat({ max: 20 }),
    cents,
  }),
  fc.record({ deed: fc.constant('waive' as const), cents }),
  fc.record({ deed: fc.constant('refund' as const), cents }),
)

async function run(opened: MoneyCase, deed: Deed): Promise<void> {
  const { enrolmentId } = opened
  switch (deed.deed) {
    case 'worksheet':
      await furtherWorksheet(clerk, opened, { days: deed.days })
      return
    case 'reschedule':
      await clerk.act(assessRescheduling, { enrolment: enrolmentId, ...deed })
      return
    case 'pay': {
      const instrumentNumber = deed.form === 'cash' ? '' : '771'
      const payment = { form: deed.form, amountCents: deed.cents, receivedFrom: 'M', instrumentNumber }
      await clerk.act(recordPayment, { enrolmentId, ...payment })
      return
    }
    case 'void': {
      const receiptId = await pick('select id from money.receipt where enrolment_id = $1 order by serial')
      if (receiptId) await sergeant.act(voidPayment, { receiptId, reason: 'Test' })
      return
    }
    case 'correct': {
      const entryId = await pick('select id from money.entry where enrolment_id = $1 order by line')
      if (entryId) await sergeant.act(correctFee, { entryId, amountCents: deed.cents, reason: 'Test' })
      return
    }
    case 'waive': {
      const asked = { enrolmentId, askedCents: null, budget: someBudget }
      const { id } = await clerk.act(askWaiver, asked)
      const { balance_cents } = await balanceOf(enrolmentId)
      const whole = deed.cents >= balance_cents
      await sergeant.act(decideWaiver, {
        waiverId: id,
        outcome: whole ? 'granted' : 'granted-in-part',
        waivedCents: whole ? null : deed.cents,
        reason: 'Test',
      })
      return
    }
    case 'refund': {
      const refund = { amountCents: deed.cents, reference: 'W', reason: 'Test' }
      await sergeant.act(recordRefund, { enrolmentId, ...refund })
    }
  }
  async function pick(sql: string): Promise<string | undefined> {
    const rows = await ownerRows<{ id: string }>(office, clerk, sql, [enrolmentId])
    return rows[(deed as { which: number }).which % Math.max(rows.length, 1)]?.id
  }
}

interface Balance {
  assessed_cents: number
  paid_cents: number
  waived_cents: number
  uncollectible_cents: number
  balance_cents: number
  held_cents: number
}

async function balanceOf(enrolmentId: string): Promise<Balance> {
  const [row] = await ownerRows<Record<keyof Balance, string>>(
    office,
    clerk,
    `select assessed_cents, paid_cents, waived_cents, uncollectible_cents, balance_cents, held_cents
     from money.v_balance where enrolment_id = $1`,
    [enrolmentId],
  )
  return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)])) as never
}

describe('the books balance after any sequence of deeds', () => {
  test('balance = assessed - paid - waived, and it is below zero only where money is held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 3, maxLength: 14 }), async (sequence) => {
        const opened = await openAssessed(clerk)
        const { enrolmentId } = opened
        for (const deed of sequence) {
          const refused = await run(opened, deed).then(
            () => null,
            (error: unknown) => error,
          )
          // A deed may be refused, never fail.
          if (refused !== null) expect(refused).toBeInstanceOf(Problem)
          const now = await balanceOf(enrolmentId)
          expect(now.balance_cents).toBe(
            now.assessed_cents - now.paid_cents - now.waived_cents - now.uncollectible_cents,
          )
          expect(now.held_cents).toBe(Math.max(0, 0 - now.balance_cents))
          expect(Math.min(now.assessed_cents, now.waived_cents)).toBeGreaterThanOrEqual(0)
          expect(now.held_cents).toBeLessThanOrEqual(Math.max(now.paid_cents, 0))
        }
        const { body } = await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`)
        const { balance_cents } = await balanceOf(enrolmentId)
        expect(body.lines.at(-1)?.balanceCents ?? 0).toBe(balance_cents)
        expect(await books(office, clerk)).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

test('eight actors at once on the same statements: no deadlock, nothing lost, the books balance', async () => {
  const cases = await Promise.all([1, 2, 3].map(() => openAssessed(clerk)))
  const deedsOfAll = Array.from({ length: 8 }, (_, actor) =>
    (async () => {
      for (let i = 0; i < 6; i++) {
        const opened = cases[(actor + i) % cases.length]!
        const deed: Deed =
          (actor + i) % 3 === 0
            ? { deed: 'void', which: i, cents: 1 }
            : { deed: 'pay', form: 'cash', cents: 100 + actor }
        await run(opened, deed).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Problem)
          expect((error as Problem).code).not.toBe('not-ready')
        })
      }
    })(),
  )
  await Promise.all(deedsOfAll)
  expect(await books(office, clerk)).toEqual([])
}, 60_000)
