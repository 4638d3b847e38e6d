import { describe, expect, test } from 'vitest'
import { assessFees, mayDecide, pack, proposeSanction, reduceFee, resolveParameters } from '../../index.ts'
import type { Decision, DecisionRequest, FeeInput, Rank } from '../../types.ts'

const ON = '2026-03-02'
const work = pack('arizona/work-and-restitution')
const home = pack('arizona/home-detention')
const dui = pack('arizona/dui-home-detention')
const alcohol = pack('arizona/continuous-alcohol-monitoring')

const by = (rank: Rank, decision: Decision): DecisionRequest => ({
  decision,
  actorId: 'u1',
  ranks: [rank],
  delegations: [],
  on: ON,
})

describe('who decides', () => {
  test.each<[typeof home, Decision, Rank, string]>([
    [home, 'admit', 'sheriff', 'ARS-A'],
    [home, 'electronic-monitoring', 'sheriff', 'ARS-C.1'],
    [home, 'detrimental-association', 'sheriff', 'ARS-C.4'],
    [home, 'monitoring-fee-order', 'court', 'ARS-D'],
    [home, 'fee-change', 'sheriff', 'ARS-D'],
    [work, 'weekend-restitution', 'sheriff', 'ARS-E'],
    [home, 'special-leave', 'sheriff', 'ARS-F'],
    [work, 'work-project-recommendation', 'committee', 'ARS-G'],
    [work, 'work-project-approval', 'sheriff', 'ARS-G'],
    [work, 'committee-appointment', 'police-chief', 'ARS-H.1'],
    [work, 'termination', 'sheriff', 'ARS-I'],
    [dui, 'program-authorization', 'board', 'ARS-K.1'],
    [dui, 'fee-waiver', 'court', 'ARS-K.2'],
    [alcohol, 'fee-waiver', 'court', 'ARS-L'],
    [dui, 'added-criteria', 'board', 'ARS-M.5'],
    [dui, 'placement', 'court', 'ARS-N.2'],
    [dui, 'return-to-custody', 'court', 'ARS-P'],
    [alcohol, 'return-to-custody', 'court', 'ARS-P'],
    [work, 'program-termination', 'sheriff', 'ARS-Q'],
  ])('%#: %o', (p, decision, rank, clause) => {
    expect(mayDecide(p, by(rank, decision))).toMatchObject({ allowed: true, clause })
    expect(mayDecide(p, by('clerk', decision))).toMatchObject({ allowed: false, because: 'not-the-rank' })
  })

  test('ARS-K.2, ARS-L only the court lowers the costs; the sheriff may not', () => {
    for (const p of [dui, alcohol]) expect(mayDecide(p, by('sheriff', 'fee-waiver')).allowed).toBe(false)
  })

  test('ARS-A nobody may order custody for nonpayment', () => {
    for (const p of [work, home, dui, alcohol])
      expect(mayDecide(p, by('sheriff', 'custody-for-nonpayment')).because).toBe('never')
  })

  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('ARS-I whom the sheriff named decides while the delegation holds: %s %s', (on, allowed) => {
    const delegations = [
      {
        decision: 'termination',
        byRank: 'sheriff',
        toActorId: 'u1',
        from: '2026-03-01',
        until: '2026-04-01',
      } as const,
    ]
    const request = { ...by('deputy', 'termination'), delegations, on }
    expect(mayDecide(home, request).allowed).toBe(allowed)
  })

  test('ARS-Q ending the whole program is not delegated', () => {
    const delegations = [
      { decision: 'program-termination', byRank: 'sheriff', toActorId: 'u1', from: '2026-01-01' } as const,
    ]
    const request = { ...by('deputy', 'program-termination'), delegations }
    expect(mayDecide(home, request).because).toBe('not-delegable')
  })

  test.each([
    [work, ['completed', 'withdrawn', 'I', 'Q']],
    [home, ['completed', 'withdrawn', 'I', 'Q']],
    [dui, ['completed', 'withdrawn', 'I', 'Q', 'O.1', 'P', 'O.2']],
    [alcohol, ['completed', 'withdrawn', 'I', 'Q', 'O.1', 'P']],
  ])('ARS-I, ARS-O.1, ARS-O.2, ARS-P, ARS-Q endings, each with who decides it: %#', (p, names) => {
    expect(p.endings.map((e) => e.name)).toEqual(names)
    const bodies = p.endings.flatMap((e) => {
      const row = p.decisions.find((d) => d.decision === e.decision)
      return row ? [[e.name, row.holders.map((h) => h.rank)[0]]] : []
    })
    for (const [name, body] of bodies) expect(body).toBe(name === 'I' || name === 'Q' ? 'sheriff' : 'court')
  })
})

describe('fees', () => {
  const fees = (p: typeof home, input: FeeInput) => assessFees(p, resolveParameters(p, [], ON), input, ON)
  const monitored: FeeInput = { months: 3, costsCents: { monitoring: 30_000 } }

  test.each([
    [undefined, 0],
    [null, 0],
    ['2026-03-03', 0],
    ['2026-03-02', 39_000],
    ['2026-03-01', 39_000],
  ])('ARS-D no order, no charge; ordered on %s: %i cents', (courtOrderedOn, cents) => {
    const input = courtOrderedOn === undefined ? monitored : { ...monitored, courtOrderedOn }
    const sheet = fees(home, input)
    expect(sheet.chargedCents).toBe(cents)
    expect(sheet.lines.map((l) => l.clause)).toEqual(['ARS-D', 'ARS-D'])
    if (cents === 0) expect(sheet.lines.map((l) => l.reason)).toEqual(['no-court-order', 'no-court-order'])
  })

  test.each([
    [0, 9_000],
    [1, 9_001],
    [29_999, 38_999],
    [30_000, 39_000],
    [30_001, 39_000],
    [null, 39_000],
  ])('ARS-D from zero to full cost: %s cents ordered of 30,000, with three months %i', (ordered, cents) => {
    const input = { ...monitored, courtOrderedOn: ON, courtOrderedCents: ordered }
    expect(fees(home, input).chargedCents).toBe(cents)
  })

  test('ARS-D an amount without the day of an order charges nothing, and lowers no cost of K.2', () => {
    expect(fees(home, { ...monitored, courtOrderedCents: 100 }).chargedCents).toBe(0)
    expect(fees(dui, { costsCents: { testing: 4_500 }, courtOrderedCents: 100 }).chargedCents).toBe(4_500)
  })

  test('ARS-K.2 the prisoner bears the costs; D adds its thirty dollars only if ordered (own)', () => {
    const input = {
      ...monitored,
      costsCents: { monitoring: 30_000, testing: 4_500, 'treatment-enrolment': 9_900 },
    }
    const sheet = fees(dui, input)
    expect(sheet.chargedCents).toBe(44_400)
    expect(sheet.lines.at(-1)).toMatchObject({ clause: 'ARS-D', own: true, reason: 'no-court-order' })
    expect(fees(dui, { ...input, courtOrderedOn: ON }).chargedCents).toBe(53_400)
  })

  test('ARS-L costs and thirty dollars a month without any order', () => {
    const sheet = fees(alcohol, monitored)
    expect(sheet.chargedCents).toBe(39_000)
    expect(sheet.lines.map((l) => [l.clause, l.reducedBy])).toEqual([
      ['ARS-L', 'fee-waiver'],
      ['ARS-L', 'fee-waiver'],
    ])
  })

  test.each([
    [2_999, true],
    [3_000, true],
    [3_001, false],
  ])('ARS-D, ARS-L never above thirty dollars: %i cents %s', (value, allowed) => {
    const from = { from: '2026-01-01', authority: 'Board', resolution: '1' }
    const set = () => resolveParameters(alcohol, [{ name: 'monthlyFeeCents', value, ...from }], ON)
    if (allowed) expect(set().values.monthlyFeeCents!.value).toBe(value)
    else expect(set).toThrow('must be from 0 to 3000')
  })

  test.each([
    [home, 'ARS-D', 'sheriff', { courtOrderedOn: ON }],
    [dui, 'ARS-K.2', 'court', {}],
    [alcohol, 'ARS-L', 'court', {}],
  ] as const)(
    'less is assessed for inability to pay, by whom the paragraph names: $name %s, %s',
    (p, clause, rank, more) => {
      const line = fees(p, { costsCents: { monitoring: 30_000 }, ...more }).lines[0]!
      const half = {
        toCents: 15_000,
        ground: 'ability-to-pay',
        during: true,
        abilityChangedOn: null,
      } as const
      const by = (of: Rank) =>
        reduceFee(p, line, half, { actorId: 'u', ranks: [of], delegations: [], on: ON })
      expect(by(rank)).toMatchObject({
        allowed: true,
        chargedCents: 15_000,
        takenOffCents: 15_000,
        reasons: [{ code: 'fees.reduce.ability-to-pay', clause, own: false }],
      })
      expect(by(rank === 'court' ? 'sheriff' : 'court')).toMatchObject({
        allowed: false,
        chargedCents: 30_000,
      })
      expect(() =>
        reduceFee(
          p,
          line,
          { ...half, ground: 'necessary' },
          { actorId: 'u', ranks: [rank], delegations: [], on: ON },
        ),
      ).toThrow(`ground: is none in ${p.name}; there are ability-to-pay`)
    },
  )

  test('ARS-D the thirty dollars of D are the sheriff’s to lower, in home detention for driving under the influence too', () => {
    const line = fees(dui, { months: 1, courtOrderedOn: ON }).lines[0]!
    const none = { toCents: 0, ground: 'ability-to-pay', during: false, abilityChangedOn: null } as const
    const found = reduceFee(dui, line, none, { actorId: 'u', ranks: ['sheriff'], delegations: [], on: ON })
    expect(found).toMatchObject({ allowed: true, chargedCents: 0, reasons: [{ clause: 'ARS-D' }] })
  })

  test.each([
    [work, 'ARS-A'],
    [home, 'ARS-D'],
    [dui, 'ARS-K.2'],
    [alcohol, 'ARS-L'],
  ] as const)('not paying is answered by a lesser fee, never by custody: $name %s', (p, clause) => {
    for (const ableToPay of [true, false, null]) {
      const interview = { heldOn: ON, heldBy: 'a deputy', ableToPay }
      const violation = { kind: 'fees', on: ON, term: null, imposed: [], arrested: false, interview } as const
      expect(proposeSanction(p, resolveParameters(p, [], ON), violation, ON)).toEqual({
        kind: 'blocked',
        reasons: [{ code: 'sanction.nonpayment.never', clause, own: true, values: {} }],
      })
    }
  })

  test('ARS-A work and restitution know no fee', () => {
    expect(work.fees).toEqual([])
    expect(fees(work, monitored).lines).toEqual([])
  })
})
