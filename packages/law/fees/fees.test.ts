import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessFees, collectible, feesOnBooks } from '../index.ts'
import { ON, parametersOf, wap } from '../testing/wap.ts'
import type { FeeInput } from '../types.ts'

const AS_READ = { feeBasis: 'as-the-source-reads' }
const assessed = (
  input: Partial<FeeInput>,
  values: Readonly<Record<string, number | string>> = AS_READ,
  on = ON,
) => assessFees(wap, parametersOf(values, on), { adjustedDays: null, reschedulings: [], ...input }, on)
const once = (unexcusedDays: number, excusedDays = 0) => ({ id: 'r1', unexcusedDays, excusedDays })

describe('WAP-FEE.1 as the source reads', () => {
  test.each([
    [0, 5_000],
    [1, 5_700],
    [20, 19_000],
    [45, 36_500],
  ])('%i adjusted days: %i cents', (adjustedDays, cents) => {
    expect(assessed({ adjustedDays }).chargedCents).toBe(cents)
  })

  test('each line says clause, unit, quantity, authority and that it is charged', () => {
    const [administrative, daily] = assessed({ adjustedDays: 20 }).lines
    expect(administrative).toMatchObject({
      clause: 'WAP-FEE.1',
      unit: 'once',
      quantity: 1,
      amountCents: 5_000,
    })
    expect(daily).toMatchObject({
      clause: 'WAP-FEE.1',
      unit: 'day',
      unitCents: 700,
      quantity: 20,
      amountCents: 14_000,
      chargeable: true,
      reason: 'charged',
      statute: 'Penal Code 4024.2(e)',
      authority: 'Policy 2-1, effective 1995-01-03',
      resolution: null,
      assessedOn: ON,
    })
  })

  test('a changed amount carries its resolution', () => {
    const [line] = assessed({ adjustedDays: 1 }, { ...AS_READ, administrativeFeeCents: 4_500 }).lines
    expect(line).toMatchObject({ unitCents: 4_500, authority: 'Board of Supervisors', resolution: '2026/1' })
  })

  test('nothing of intake when only a re-scheduling is assessed', () => {
    expect(assessed({ reschedulings: [once(1)] }).lines.map((l) => l.code)).toEqual([
      're-scheduling',
      're-scheduled-day',
    ])
  })
})

describe('WAP-BOOK.10 re-scheduling', () => {
  test.each([
    [0, 0],
    [1, 5_700],
    [3, 7_100],
  ])('%i unexcused days at once: %i cents', (days, cents) => {
    expect(assessed({ reschedulings: [once(days)] }).chargedCents).toBe(cents)
  })

  test('for each absence, where the office reads it so', () => {
    const values = { ...AS_READ, reschedulingFeePer: 'absence' }
    expect(assessed({ reschedulings: [once(3)] }, values).chargedCents).toBe(17_100)
  })

  test('excused days are never charged', () => {
    const { lines, chargedCents } = assessed({ reschedulings: [once(0, 4)] })
    expect(chargedCents).toBe(0)
    expect(lines.every((l) => l.reason === 'nothing-to-charge' && !l.chargeable)).toBe(true)
    expect(assessed({ reschedulings: [once(2, 4)] }).chargedCents).toBe(6_400)
  })

  test('each re-scheduling has lines of its own, flagged as our reading', () => {
    const { lines } = assessed({ reschedulings: [once(1), { ...once(1), id: 'r2' }] })
    expect(lines.map((l) => l.rescheduling)).toEqual(['r1', 'r1', 'r2', 'r2'])
    expect(lines[0]).toMatchObject({ clause: 'WAP-BOOK.10', own: true })
  })
})

describe('the law as it stands: AB 1869', () => {
  const input = { adjustedDays: 20, reschedulings: [once(1)] }

  test.each([
    ['2021-06-30', 24_700],
    ['2021-07-01', 0],
    ['2021-07-02', 0],
  ])('%s: %i cents', (on, cents) => {
    expect(assessed(input, {}, on).chargedCents).toBe(cents)
  })

  test('lines stay visible, with the repeal', () => {
    const { lines, printedCents } = assessed(input, {})
    expect(printedCents).toBe(24_700)
    for (const line of lines) {
      expect(line).toMatchObject({ chargeable: false, chargedCents: 0, reason: 'repealed' })
      expect(line.repeal).toMatchObject({
        operative: '2021-07-01',
        by: 'Assembly Bill 1869 (Stats. 2020, ch. 92)',
      })
    }
  })

  test('it is the default of an office that says nothing', () => {
    expect(assessed(input, {}).basis).toBe('law-as-it-stands')
  })

  test('as the source reads: charged after the repeal, the repeal named', () => {
    const [line] = assessed(input).lines
    expect(line).toMatchObject({ chargeable: true, basis: 'as-the-source-reads' })
    expect(line!.repeal).not.toBe(null)
  })
})

describe('Penal Code 1465.9: old balances', () => {
  const old = assessed({ adjustedDays: 20 }, {}, '2021-06-01').lines[1]!

  test.each([
    ['2021-06-30', true],
    ['2021-07-01', false],
    ['2021-07-02', false],
  ])('charged in June 2021, on %s collectible: %s', (on, expected) => {
    expect(collectible(wap, parametersOf({}, on), old, on).collectible).toBe(expected)
  })

  test('the statute is cited', () => {
    expect(collectible(wap, parametersOf(), old, ON)).toEqual({
      collectible: false,
      textCode: 'fees.uncollectible',
      statute: 'Penal Code 1465.9',
    })
  })

  test('as the source reads it may be collected; what was never charged may not', () => {
    expect(collectible(wap, parametersOf(AS_READ), old, ON).collectible).toBe(true)
    const struck = assessed({ adjustedDays: 20 }, {}).lines[0]!
    expect(collectible(wap, parametersOf(AS_READ), struck, ON)).toMatchObject({
      collectible: false,
      textCode: 'fees.not-charged',
    })
  })

  test('an office that turns from the source to the law stops collecting', () => {
    const charged = assessed({ adjustedDays: 20 }).lines[0]!
    expect(collectible(wap, parametersOf(), charged, ON).collectible).toBe(false)
  })
})

describe('WAP-P8.3 necessary fees on the books', () => {
  test.each([
    [19_000, 0, 18_999, 'not-met'],
    [19_000, 0, 19_000, 'met'],
    [19_000, 0, 19_001, 'met'],
    [19_000, 9_000, 9_999, 'not-met'],
    [19_000, 9_000, 10_000, 'met'],
    [19_000, 0, null, 'unknown'],
    [19_000, 19_000, null, 'met'],
    [0, 0, null, 'met'],
  ] as const)(
    '%i charged, %i waived, %s on the books: %s',
    (chargedCents, waivedCents, onBooksCents, verdict) => {
      expect(feesOnBooks(wap, { chargedCents, waivedCents, onBooksCents })).toMatchObject({
        clause: 'WAP-P8.3',
        kind: 'require',
        verdict,
      })
    },
  )
})

test('WAP-P3.1 three forms of payment; WAP-P3.2 three ways when fees are not brought', () => {
  expect(wap.paymentForms).toEqual(['cash', 'money-order', 'cashiers-check'])
  expect(wap.whenFeesNotBrought.map((w) => [w.name, w.clause])).toEqual([
    ['agree-a-date', 'WAP-P3.2'],
    ['waiver-with-budget', 'WAP-P3.2'],
    ['new-appointment', 'WAP-P3.2'],
  ])
})

test('totals are the sum of lines, in whole cents', () => {
  const days = fc.nat(400)
  const reschedulings = fc.array(fc.record({ id: fc.uuid(), unexcusedDays: days, excusedDays: days }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.option(days), reschedulings, (adjustedDays, given) => {
      const sheet = assessed({ adjustedDays, reschedulings: given })
      const sum = sheet.lines.reduce((total, line) => total + line.chargedCents, 0)
      expect(sheet.chargedCents).toBe(sum)
      expect(sheet.printedCents).toBe(sum)
      expect(sheet.lines.every((l) => Number.isInteger(l.amountCents) && l.amountCents >= 0)).toBe(true)
    }),
  )
})

test('what does not fit is refused', () => {
  expect(() => assessed({ adjustedDays: -1 })).toThrow('adjustedDays: must be from 0')
  expect(() => assessed({ adjustedDays: 1.5 })).toThrow('adjustedDays: must be a whole number')
  const unset = { ...wap, parameters: wap.parameters.filter((p) => p.name !== 'dailyFeeCents') }
  const parameters = { ...parametersOf(), values: { feeBasis: parametersOf().values.feeBasis! } }
  expect(() => assessFees(unset, parameters, { adjustedDays: 1, reschedulings: [] }, ON)).toThrow(
    'is not a parameter of',
  )
})
