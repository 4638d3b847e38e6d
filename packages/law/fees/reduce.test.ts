import { describe, expect, test } from 'vitest'
import { assessFees, convertFine, mayDecide, reduceFee, resolveParameters } from '../index.ts'
import { asp, home, ON, overridesOf, parametersOf, pretrialSheriff } from '../testing/sacramento.ts'
import { wap, parametersOf as wapParameters } from '../testing/wap.ts'
import type { FeeLine, FeeReduction, FineInput, ParameterOverride, Rank } from '../types.ts'

const AS_READ = { feeBasis: 'as-the-source-reads' }
const line: FeeLine = assessFees(home, parametersOf(home, AS_READ), { days: 10 }, ON).lines[0]!
const half: FeeReduction = {
  toCents: 24_500,
  ground: 'ability-to-pay',
  during: false,
  abilityChangedOn: null,
}
const by = (ranks: readonly Rank[]) => ({ actorId: 'u', ranks, delegations: [], on: ON })
const reduce = (change: Partial<FeeReduction> = {}, ranks: readonly Rank[] = ['sheriff']) =>
  reduceFee(home, line, { ...half, ...change }, by(ranks))

describe('SCC-4.B1 the fee or any portion of it', () => {
  test.each([
    [0, 49_000],
    [24_500, 24_500],
    [48_999, 1],
    [49_000, 0],
  ])('to %i cents: %i taken off', (toCents, off) => {
    expect(reduce({ toCents })).toMatchObject({ allowed: true, chargedCents: toCents, takenOffCents: off })
  })

  test('never raised', () => {
    expect(() => reduce({ toCents: 49_001 })).toThrow('toCents: is above what is charged (49000 cents)')
  })

  test.each(['ability-to-pay', 'necessary', 'justified', 'interests-of-justice'] as const)(
    'on the ground %s',
    (ground) => {
      expect(reduce({ ground }).reasons).toMatchObject([
        { code: `fees.reduce.${ground}`, clause: 'SCC-4.B1', own: false },
      ])
    },
  )

  test('by the Sheriff or designee, nobody else', () => {
    for (const rank of ['clerk', 'deputy', 'sergeant', 'lieutenant', 'bureau-manager', 'board'] as const) {
      const found = reduce({}, [rank])
      expect(found).toMatchObject({ allowed: false, chargedCents: 49_000, takenOffCents: 0 })
      expect(found.permission).toMatchObject({
        because: 'not-the-rank',
        clause: 'SCC-4.B1',
        ranks: ['sheriff'],
      })
    }
    const delegation = {
      decision: 'fee-waiver',
      byRank: 'sheriff',
      toActorId: 'u',
      from: '2026-01-01',
    } as const
    const delegated = reduceFee(home, line, half, { ...by(['lieutenant']), delegations: [delegation] })
    expect(delegated).toMatchObject({ allowed: true, permission: { because: 'delegation' } })
  })
})

describe('WAP-FEE.2, WAP-FEE.3 waived or reduced for who cannot pay', () => {
  const daily = assessFees(wap, wapParameters({ feeBasis: 'as-the-source-reads' }), { adjustedDays: 20 }, ON)
    .lines[1]!
  const lower = (ranks: readonly Rank[], change: Partial<FeeReduction> = {}, requestedBy?: string) =>
    reduceFee(
      wap,
      daily,
      { ...half, toCents: 4_000, ...change },
      {
        ...by(ranks),
        ...(requestedBy === undefined ? {} : { requestedBy }),
      },
    )

  test.each(['bureau-manager', 'sergeant', 'lieutenant'] as const)('by a %s', (rank) => {
    expect(lower([rank])).toMatchObject({
      allowed: true,
      chargedCents: 4_000,
      takenOffCents: 10_000,
      reasons: [{ code: 'fees.reduce.ability-to-pay', clause: 'WAP-FEE.2', own: false }],
    })
  })

  test.each(['clerk', 'deputy', 'bureau-commander', 'sheriff'] as const)('not by a %s', (rank) => {
    expect(lower([rank])).toMatchObject({ allowed: false, chargedCents: 14_000 })
  })

  test('during the program as before it: no change need be determined; never by who asked', () => {
    expect(lower(['sergeant'], { during: true }).allowed).toBe(true)
    expect(lower(['sergeant'], {}, 'u')).toMatchObject({
      allowed: false,
      permission: { because: 'asked-for-it' },
    })
  })

  test('on no other ground', () => {
    expect(() => lower(['sergeant'], { ground: 'justified' })).toThrow('ground: is none in contra-costa')
  })
})

describe('SCC-4.B2 during participation only on a change of ability to pay', () => {
  test.each([
    [null, false],
    ['2026-03-01', true],
    ['2026-03-02', true],
    ['2026-03-03', false],
  ])('determined %s: %s', (abilityChangedOn, allowed) => {
    const found = reduce({ during: true, abilityChangedOn })
    expect(found.allowed).toBe(allowed)
    if (!allowed)
      expect(found).toMatchObject({
        chargedCents: 49_000,
        reasons: [{ code: 'fees.reduce.no-change', clause: 'SCC-4.B2' }],
      })
  })

  test('before it, none is needed; the Sheriff’s pretrial program likewise', () => {
    expect(reduce({ during: false }).allowed).toBe(true)
    const found = reduceFee(pretrialSheriff, line, { ...half, during: true }, by(['sheriff']))
    expect(found.allowed).toBe(false)
  })
})

test('SCC-3.A1 only the board changes the fees', () => {
  const may = (rank: Rank) => mayDecide(home, { decision: 'fee-change', ...by([rank]) })
  expect(may('board')).toMatchObject({ allowed: true, clause: 'SCC-3.A1' })
  expect(may('sheriff').allowed).toBe(false)
})

describe('SWR-4 and Penal Code 1209.5: hours in place of a fine', () => {
  const wage = (value: number, from: string): ParameterOverride => ({
    name: 'smallEmployerWageCents',
    value,
    from,
    authority: 'Labor Code 1182.12',
    resolution: `wage of ${from}`,
  })
  const wages = [wage(1_600, '2024-01-01'), wage(1_650, '2025-01-01')]
  const referred: FineInput = { fineCents: 33_000, personChose: true, hoursWorked: 0 }
  const convert = (change: Partial<FineInput> = {}, on = '2025-06-02') =>
    convertFine(asp, resolveParameters(asp, wages, on), { ...referred, ...change })

  test.each([
    ['2024-12-31', 3_200, 10.5],
    ['2025-01-01', 3_300, 10],
    ['2025-01-02', 3_300, 10],
  ])('referred on %s: an hour counts %i cents, %d hours', (on, hourCents, hours) => {
    expect(convert({}, on)).toMatchObject({ kind: 'converted', hourCents, hours, leftCents: 33_000, on })
  })

  test.each([
    [32_999, 10],
    [33_000, 10],
    [33_001, 10.25],
  ])('a fine of %i cents: %d hours, rounded up', (fineCents, hours) => {
    expect(convert({ fineCents }).hours).toBe(hours)
  })

  test.each([
    [9.75, 825],
    [10, 0],
    [10.25, 0],
  ])('%d hours worked leave %i cents', (hoursWorked, leftCents) => {
    expect(convert({ hoursWorked })).toMatchObject({ leftCents, creditedCents: 33_000 - leftCents })
  })

  test('the choice is the person’s', () => {
    expect(convert({ personChose: false })).toMatchObject({
      kind: 'not-chosen',
      hours: null,
      leftCents: 33_000,
    })
    expect(convert({ personChose: null })).toMatchObject({
      kind: 'ask',
      reasons: [{ code: 'fine.ask-person' }],
    })
    expect(convert().reasons.map((r) => r.code)).toEqual(['fine.rate', 'fine.chosen'])
  })

  test('without the wage of the day it is asked; twice is the least that an hour may count', () => {
    expect(convertFine(asp, resolveParameters(asp, wages, '2023-12-31'), referred)).toMatchObject({
      kind: 'ask',
      reasons: [{ code: 'fine.ask-wage', clause: 'SWR-4', own: true }],
    })
    const times = (value: number) =>
      parametersOf(asp, { smallEmployerWageCents: 1_650, conversionTimes: value })
    expect(() => times(1)).toThrow('must be from 2 to 20')
    expect(convertFine(asp, times(3), referred).hourCents).toBe(4_950)
    expect(overridesOf({}).length).toBe(0)
  })

  test('what does not fit is refused', () => {
    expect(() => convert({ fineCents: 0 })).toThrow('fineCents: must be from 1')
    expect(() => convert({ hoursWorked: -1 })).toThrow('hoursWorked: must be from 0')
    const parameters = resolveParameters(home, [], ON)
    expect(() => convertFine(home, parameters, referred)).toThrow(
      'smallEmployerWageCents: is not a parameter of',
    )
  })
})
