import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessFees, assessPeriod, checkFeeResolution, collectible, resolveParameters } from '../index.ts'
import {
  asp,
  BEFORE_REPEAL,
  expanded,
  home,
  ON,
  overridesOf,
  parametersOf,
  pretrialCourt,
  pretrialSheriff,
  workProject,
} from '../testing/sacramento.ts'
import type { FeeInput, FeeResolution, Pack, ParameterOverride } from '../types.ts'

const AS_READ = { feeBasis: 'as-the-source-reads' }
const assessed = (
  p: Pack,
  input: FeeInput,
  values: Readonly<Record<string, number | string>> = AS_READ,
  on = ON,
) => assessFees(p, parametersOf(p, values, on), input, on)

describe('SCC-3.A1 as the source reads: $130 and $49 a day', () => {
  test.each([
    [0, 13_000],
    [1, 17_900],
    [30, 160_000],
  ])('admitted, %i days: %i cents', (days, cents) => {
    for (const p of [home, pretrialSheriff])
      expect(assessed(p, { application: 'admitted', days }).chargedCents).toBe(cents)
  })

  test.each(['denied', 'pending'] as const)('a %s applicant owes nothing', (application) => {
    const sheet = assessed(home, { application })
    expect(sheet.chargedCents).toBe(0)
    expect(sheet.lines).toMatchObject([
      { reason: 'not-admitted', clause: 'SCC-3.A1', own: true, chargeable: false },
    ])
  })

  test('only what is spoken of is assessed', () => {
    expect(assessed(home, {}).lines).toEqual([])
    expect(assessed(home, { days: 3 }).lines.map((l) => [l.code, l.chargedCents])).toEqual([
      ['daily', 14_700],
    ])
    expect(assessed(home, { application: 'admitted' }).lines.map((l) => l.code)).toEqual(['application'])
  })

  test('each line says who may reduce it and what it rests on', () => {
    expect(assessed(home, { days: 1 }).lines[0]).toMatchObject({
      clause: 'SCC-3.A1',
      own: false,
      unit: 'day',
      unitCents: 4_900,
      reducedBy: 'fee-waiver',
      statute: 'Penal Code 1203.016(g)',
    })
    expect(assessed(pretrialSheriff, { days: 1 }).lines[0]!.statute).toBe('Penal Code 1203.018(j)')
  })
})

describe('the law as it stands: AB 1869 by statute', () => {
  const cases: readonly (readonly [Pack, string])[] = [
    [home, 'Penal Code 1203.016(g)'],
    [expanded, 'Penal Code 1203.016(g)'],
    [pretrialSheriff, 'Penal Code 1203.018(j)'],
  ]
  test.each(cases.map(([p, statute]) => ({ p, statute, name: p.name })))('$name', ({ p, statute }) => {
    const input: FeeInput = { application: 'admitted', days: 1, abilityReviewedOn: '2021-01-04' }
    const on = (day: string) => assessed(p, input, {}, day)
    expect([on('2021-06-30'), on('2021-07-01'), on('2021-07-02')].map((s) => s.chargedCents)).toEqual([
      17_900, 0, 0,
    ])
    for (const line of on(ON).lines)
      expect(line).toMatchObject({
        reason: 'repealed',
        statute,
        repeal: { operative: '2021-07-01', statute },
      })
    expect(on(ON).printedCents).toBe(17_900)
  })

  test('Penal Code 1465.9: a balance from before may not be collected', () => {
    for (const [p] of cases) {
      const input: FeeInput = { application: 'admitted', abilityReviewedOn: '2021-01-04' }
      const [line] = assessed(p, input, {}, BEFORE_REPEAL).lines
      const on = (day: string) => collectible(p, resolveParameters(p, [], day), line!, day)
      expect(on('2021-06-30').collectible).toBe(true)
      expect(on('2021-07-01')).toMatchObject({ collectible: false, statute: 'Penal Code 1465.9' })
    }
  })

  test('the Work Project: its amounts are not asked while nothing may be charged', () => {
    const sheet = assessed(workProject, { adjustedDays: 20 }, {})
    expect(sheet.lines.map((l) => [l.code, l.clause, l.reason, l.own])).toEqual([
      ['administrative', 'SWR-2', 'repealed', true],
      ['daily', 'SWR-2', 'repealed', true],
    ])
    expect(() => assessed(workProject, { adjustedDays: 20 })).toThrow('administrativeFeeCents: is not set')
    const set = { ...AS_READ, administrativeFeeCents: 4_300, workDayFeeCents: 2_000 }
    expect(assessed(workProject, { adjustedDays: 2 }, set).chargedCents).toBe(8_300)
    expect(
      assessed(workProject, { adjustedDays: 2 }, { ...set, feeBasis: 'law-as-it-stands' }, BEFORE_REPEAL)
        .chargedCents,
    ).toBe(8_300)
    expect(
      assessed(workProject, { adjustedDays: 2 }, { ...set, feeBasis: 'law-as-it-stands' }).chargedCents,
    ).toBe(0)
  })
})

describe('SCC-3.B never a fee in the court-ordered pretrial program', () => {
  test('no line, whatever is put in, and the clause says so', () => {
    const anything = fc.record(
      {
        application: fc.constantFrom('admitted', 'denied', 'pending'),
        days: fc.nat(400),
        months: fc.nat(24),
        adjustedDays: fc.option(fc.nat(400)),
        costsCents: fc.record({ testing: fc.nat(100_000), monitoring: fc.nat(100_000) }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anything, (input) => {
        const sheet = assessed(pretrialCourt, input as FeeInput, {})
        expect(sheet).toMatchObject({ lines: [], chargedCents: 0, printedCents: 0 })
        expect(sheet.notes).toMatchObject([{ code: 'fees.none-ever', clause: 'SCC-3.B', own: false }])
      }),
    )
  })

  test('there is no parameter that could hold an amount', () => {
    expect(pretrialCourt.fees).toEqual([])
    expect(pretrialCourt.parameters.filter((x) => x.type === 'number' && x.unit === 'cents')).toEqual([])
    expect(asp.fees).toEqual([])
  })
})

describe('EMP-11.1 rental and monitoring within the daily fee', () => {
  const parts = (equipmentRentalCents: number, monitoringFeeCents: number) =>
    assessed(home, { days: 10 }, { ...AS_READ, equipmentRentalCents, monitoringFeeCents })

  test.each([
    [2_000, 2_899, true],
    [2_000, 2_900, true],
    [2_000, 2_901, false],
  ])('%i and %i of 4900: %s', (rental, monitoring, fits) => {
    if (!fits)
      return expect(() => parts(rental, monitoring)).toThrow('together 4901 cents, above dailyFeeCents')
    const sheet = parts(rental, monitoring)
    expect([sheet.chargedCents, sheet.printedCents]).toEqual([49_000, 49_000])
    expect(sheet.lines.map((l) => [l.code, l.amountCents, l.chargedCents, l.reason])).toEqual([
      ['daily', 49_000, 49_000, 'charged'],
      ['equipment-rental', rental * 10, 0, 'within-another'],
      ['monitoring', monitoring * 10, 0, 'within-another'],
    ])
    expect(sheet.lines[1]).toMatchObject({ clause: 'EMP-11.1', own: true })
  })

  test('parts that the office does not tell apart are not shown', () => {
    expect(assessed(home, { days: 1 }).lines.map((l) => l.code)).toEqual(['daily'])
    expect(
      assessed(expanded, { days: 1 }, { ...AS_READ, monitoringFeeCents: 100 }).lines.map((l) => l.code),
    ).toEqual(['daily', 'monitoring'])
    expect(assessed(expanded, { days: 1 }, { ...AS_READ, equipmentRentalCents: 1 }).lines[1]!.clause).toBe(
      'EMP-11.1',
    )
  })
})

describe('EMP-11.5 the expanded track: no fee before the review of ability to pay', () => {
  test.each([
    [null, 'no-ability-review', 0],
    ['2026-03-01', 'charged', 4_900],
    ['2026-03-02', 'charged', 4_900],
    ['2026-03-03', 'no-ability-review', 0],
  ] as const)('reviewed %s: %s', (abilityReviewedOn, reason, cents) => {
    const sheet = assessed(expanded, { days: 1, abilityReviewedOn })
    expect(sheet.lines[0]).toMatchObject({ reason, chargedCents: cents })
    const told = { code: 'fees.no-ability-review', clause: 'EMP-11.5', own: false, values: {} }
    expect(sheet.notes).toEqual(reason === 'charged' ? [] : [told])
  })

  test('it is told once, for however many lines', () => {
    const sheet = assessed(expanded, { application: 'admitted', days: 1 })
    expect(sheet.lines.length).toBeGreaterThan(1)
    expect(sheet.notes.map((note) => note.clause)).toEqual(['EMP-11.5'])
  })

  test('the application too; the existing track asks for none', () => {
    expect(assessed(expanded, { application: 'admitted' }).chargedCents).toBe(0)
    expect(assessed(home, { application: 'admitted' }).chargedCents).toBe(13_000)
  })
})

describe('SCC-3.A2 never above the pro rata cost', () => {
  const raised = (dailyFeeCents: number, more = {}) =>
    assessed(home, { application: 'admitted', days: 10 }, { ...AS_READ, dailyFeeCents, ...more })

  test.each([
    [4_899, 61_990, 0],
    [4_900, 62_000, 0],
    [4_901, 62_000, 1],
  ])('a daily fee of %i: %i charged', (daily, cents, notes) => {
    const sheet = raised(daily)
    expect(sheet.chargedCents).toBe(cents)
    expect(sheet.notes).toHaveLength(notes)
    if (notes > 0) {
      expect(sheet.notes[0]).toMatchObject({ code: 'fees.ceiling', clause: 'SCC-3.A2', values: { over: 10 } })
      expect(sheet.lines[1]).toMatchObject({
        reason: 'up-to-cost',
        chargedCents: 49_000,
        amountCents: 49_010,
      })
    }
  })

  test('with the cost raised as well it may be charged', () => {
    expect(raised(5_200, { dayCostCents: 5_200 }).chargedCents).toBe(65_000)
  })

  test('both fees together are held against both costs together; the last gives way first', () => {
    const sheet = raised(5_000, { applicationFeeCents: 12_500 })
    expect(sheet.chargedCents).toBe(62_000)
    expect(sheet.lines.map((l) => l.chargedCents)).toEqual([12_500, 49_500])
    expect(raised(0, { applicationFeeCents: 13_001 }).chargedCents).toBe(13_001)
  })

  test('whatever a county sets, the charge is never above the cost of the same', () => {
    const cents = fc.nat(20_000)
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        cents,
        fc.nat(60),
        (application, daily, applicationCost, dayCost, days) => {
          for (const p of [home, pretrialSheriff]) {
            const sheet = assessed(
              p,
              { application: 'admitted', days },
              {
                ...AS_READ,
                applicationFeeCents: application,
                dailyFeeCents: daily,
                applicationCostCents: applicationCost,
                dayCostCents: dayCost,
              },
            )
            expect(sheet.chargedCents).toBeLessThanOrEqual(applicationCost + dayCost * days)
            expect(sheet.lines.every((l) => l.chargedCents >= 0)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('SCC-3.A1 changed by resolution', () => {
  const resolution: FeeResolution = {
    number: '2027-3',
    adoptedOn: '2027-01-12',
    from: '2027-02-01',
    applicationFeeCents: 14_000,
    dailyFeeCents: 5_100,
    applicationCostCents: 14_000,
    dayCostCents: 5_100,
    factors: ['salaries', 'equipment'],
  }
  const check = (change: Partial<FeeResolution> = {}) =>
    checkFeeResolution(home, { ...resolution, ...change })

  test.each([
    [5_099, true],
    [5_100, true],
    [5_101, false],
  ])('a daily fee of %i beside a cost of 5100: %s', (dailyFeeCents, accepted) => {
    const found = check({ dailyFeeCents })
    expect(found.accepted).toBe(accepted)
    if (!accepted)
      expect(found.reasons).toMatchObject([{ code: 'fees.resolution.above-cost', clause: 'SCC-3.A2' }])
  })

  test.each([
    [13_999, true],
    [14_000, true],
    [14_001, false],
  ])('an application fee of %i beside a cost of 14000: %s', (applicationFeeCents, accepted) => {
    expect(check({ applicationFeeCents }).accepted).toBe(accepted)
  })

  test('it names what the board considered, and does not reach back', () => {
    expect(check({ factors: [] }).reasons).toMatchObject([
      { code: 'fees.resolution.no-factors', clause: 'SCC-3.A1' },
    ])
    expect(check({ from: '2027-01-11' }).reasons).toMatchObject([
      { code: 'fees.resolution.before-adopted', own: true },
    ])
    expect(check({ from: '2027-01-12' }).accepted).toBe(true)
    expect(check({ from: '2027-01-11' }).overrides).toEqual([])
  })

  test('what was charged before stays as it was: each day by its own rate', () => {
    const overrides: readonly ParameterOverride[] = [...check().overrides, ...overridesOf(AS_READ)]
    const parts = assessPeriod(home, overrides, { from: '2027-01-30', until: '2027-02-03' })
    expect(parts.map((p) => [p.from, p.until, p.worksheet.chargedCents])).toEqual([
      ['2027-01-30', '2027-02-01', 9_800],
      ['2027-02-01', '2027-02-03', 10_200],
    ])
    expect(parts[1]!.worksheet.lines[0]).toMatchObject({
      resolution: '2027-3',
      authority: 'Board of Supervisors',
    })
    expect(parts[0]!.worksheet.lines[0]).toMatchObject({ resolution: null })
  })

  test('a period by parts is the same as by days, and ends where it begins', () => {
    const overrides = [...check().overrides, ...overridesOf(AS_READ)]
    const sum = (from: string, until: string) =>
      assessPeriod(home, overrides, { from, until }).reduce((t, p) => t + p.worksheet.chargedCents, 0)
    expect(sum('2027-01-30', '2027-02-03')).toBe(
      sum('2027-01-30', '2027-01-31') + sum('2027-01-31', '2027-02-03'),
    )
    expect(assessPeriod(home, [], { from: ON, until: ON })).toEqual([])
    expect(() => assessPeriod(home, [], { from: ON, until: '2026-03-01' })).toThrow('is before it begins')
  })

  test('EMP-11.5 days before the review of ability to pay are not charged', () => {
    const period = { from: '2026-03-01', until: '2026-03-05', abilityReviewedOn: '2026-03-03' }
    expect(assessPeriod(expanded, overridesOf(AS_READ), period).map((p) => p.worksheet.chargedCents)).toEqual(
      [0, 9_800],
    )
  })
})
