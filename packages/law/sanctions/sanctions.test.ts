import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSanction, mayDecide, proposeSanction, resolveParameters } from '../index.ts'
import {
  asp,
  expanded,
  home,
  ON,
  overridesOf,
  parametersOf,
  pretrialCourt,
  pretrialSheriff,
  workProject,
} from '../testing/sacramento.ts'
import { wap } from '../testing/wap.ts'
import type { AbilityInterview, Pack, RungName, SanctionProposal, ViolationInput } from '../types.ts'

const broken: ViolationInput = {
  kind: 'rule',
  on: '2026-03-01',
  term: 'Home by nine in the evening',
  imposed: [],
  arrested: false,
}
const propose = (p: Pack, more: Partial<ViolationInput> = {}, values = {}) =>
  proposeSanction(p, parametersOf(p, values), { ...broken, ...more }, ON)
const proposal = (p: Pack, more: Partial<ViolationInput> = {}): SanctionProposal => {
  const found = propose(p, more)
  if (found.kind === 'blocked') throw new Error(found.reasons.map((r) => r.code).join())
  return found
}

describe('EMP-10.1 the ladder of home detention', () => {
  const steps: readonly (readonly [
    imposed: readonly RungName[],
    rung: RungName,
    decision: string,
    code: string,
  ])[] = [
    [[], 'lose-privileges', 'lesser-sanction', 'sanction.first'],
    [['lose-privileges'], 'change-monitoring', 'lesser-sanction', 'sanction.next'],
    [['change-monitoring', 'lose-privileges'], 'flash-incarceration', 'flash-incarceration', 'sanction.next'],
    [['flash-incarceration'], 'rest-in-custody', 'return-to-custody', 'sanction.next'],
    [['rest-in-custody'], 'rest-in-custody', 'return-to-custody', 'sanction.top'],
  ]
  test.each([home, expanded])('$name', (p) => {
    for (const [imposed, rung, decision, code] of steps) {
      const found = proposal(p, { imposed })
      expect(found).toMatchObject({ kind: 'proposal', rung, decision, clause: 'EMP-10.1', own: false })
      expect(found.reasons[0]).toMatchObject({ code, clause: 'EMP-10.1' })
    }
  })

  test('each rung says who decides it, whether it is custody, how long, and what it may take', () => {
    const rungs = home.ladder.map((_, i) =>
      proposal(home, { imposed: home.ladder.slice(0, i).map((r) => r.name) }),
    )
    expect(rungs.map((r) => [r.rung, r.custody, r.longestDays, r.goodTimeLoss, r.delegable])).toEqual([
      ['lose-privileges', false, null, false, false],
      ['change-monitoring', false, null, false, false],
      ['flash-incarceration', true, 10, true, true],
      ['rest-in-custody', true, null, true, true],
    ])
    expect(rungs[0]!.ranks).toEqual([
      'sergeant',
      'lieutenant',
      'bureau-manager',
      'bureau-commander',
      'sheriff',
    ])
    expect(rungs[3]!.ranks).toEqual(['sheriff'])
    expect(rungs[0]!.rungs).toEqual(home.ladder.map((r) => r.name))
  })

  test('EMP-4.2 an arrest may come at once; the rung is decided then (settled conflict 2)', () => {
    const found = proposal(home, { arrested: true })
    expect(found.rung).toBe('lose-privileges')
    expect(found.reasons[1]).toMatchObject({ code: 'sanction.arrested', clause: 'EMP-4.2' })
    expect(proposal(home).reasons).toHaveLength(1)
  })

  test('EMP-4.3 a violation names the term broken', () => {
    expect(propose(home, { term: null })).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'sanction.term-missing', clause: 'EMP-4.3' }],
    })
    expect(propose(pretrialCourt, { term: null }).kind).toBe('proposal')
  })
})

describe('the other programs', () => {
  test.each([
    { p: pretrialSheriff, clause: 'SCC-2.D', ranks: ['sheriff'] },
    { p: pretrialCourt, clause: 'SCC-2.G', ranks: ['chief-probation-officer'] },
  ])('$p.name: no flash incarceration before trial', ({ p, clause, ranks }) => {
    expect(p.ladder.map((r) => [r.name, r.clause, r.own, r.custody, r.goodTimeLoss])).toEqual([
      ['lose-privileges', clause, true, false, false],
      ['change-monitoring', clause, true, false, false],
      ['return-to-custody', clause, false, true, false],
    ])
    const returned = proposal(p, { imposed: ['change-monitoring'] })
    expect(returned).toMatchObject({ rung: 'return-to-custody', clause, ranks, delegable: true })
  })

  test.each([workProject, asp])('$name: back to the court (own)', (p) => {
    expect(proposal(p)).toMatchObject({ rung: 'return-to-court', own: true, custody: false })
  })

  test('a rung of another program is refused with those there are; a pack without a ladder has none', () => {
    expect(() => propose(pretrialCourt, { imposed: ['flash-incarceration'] })).toThrow(
      'imposed[0]: must be one of lose-privileges, change-monitoring, return-to-custody',
    )
    const parameters = resolveParameters(wap, [], ON)
    expect(() => proposeSanction(wap, parameters, broken, ON)).toThrow('has no sanctions')
    expect(() => propose(home, { on: '2026-03-03' })).toThrow('is after 2026-03-02')
  })
})

describe('EMP-10.2 never over ten days', () => {
  const flash = (days: number | null, values = {}) =>
    checkSanction(home, parametersOf(home, values), {
      rung: 'flash-incarceration',
      days,
      goodTimeDaysLost: 0,
    })

  test.each([
    [1, true],
    [9, true],
    [10, true],
    [11, false],
    [12, false],
  ])('%i days: %s', (days, allowed) => {
    expect(flash(days).allowed).toBe(allowed)
    if (!allowed)
      expect(flash(days).reasons).toMatchObject([{ code: 'sanction.too-long', clause: 'EMP-10.2' }])
  })

  test('an office may set fewer and never more', () => {
    expect(flash(5, { flashDaysMost: 4 }).allowed).toBe(false)
    expect(flash(4, { flashDaysMost: 4 }).allowed).toBe(true)
    expect(() => parametersOf(home, { flashDaysMost: 11 })).toThrow('must be from 1 to 10')
    expect(() => resolveParameters(expanded, overridesOf({ flashDaysMost: 11 }), ON)).toThrow('from 1 to 10')
  })

  test('it has a number of days, the others have none', () => {
    expect(flash(null).reasons).toMatchObject([{ code: 'sanction.needs-length' }])
    expect(flash(0).reasons).toMatchObject([{ code: 'sanction.needs-length' }])
    const rest = { rung: 'rest-in-custody', days: 5, goodTimeDaysLost: 0 } as const
    expect(checkSanction(home, parametersOf(home), rest).reasons).toMatchObject([
      { code: 'sanction.has-no-length' },
    ])
    expect(checkSanction(home, parametersOf(home), { ...rest, days: null }).allowed).toBe(true)
  })

  test('whatever is asked, no flash incarceration over ten days is allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 11, max: 36_500 }), (most, days) => {
        expect(flash(days, { flashDaysMost: most }).allowed).toBe(false)
      }),
    )
  })
})

describe('SCC-2.D loss of good time', () => {
  const losing = (p: Pack, rung: RungName, days: number | null = null) =>
    checkSanction(p, parametersOf(p), { rung, days, goodTimeDaysLost: 3 })

  test('with a return of a home detention participant, not with a lesser sanction', () => {
    expect(losing(home, 'rest-in-custody').allowed).toBe(true)
    expect(losing(home, 'flash-incarceration', 5).allowed).toBe(true)
    expect(losing(home, 'lose-privileges').reasons).toMatchObject([
      { code: 'sanction.no-good-time-loss', clause: 'SCC-2.D' },
    ])
  })

  test('never of a pretrial participant', () => {
    for (const p of [pretrialSheriff, pretrialCourt])
      for (const { name } of p.ladder) expect(losing(p, name).allowed).toBe(false)
  })
})

describe('SCC-2.C1 no return for nonpayment without the interview of current ability', () => {
  const able: AbilityInterview = { heldOn: ON, heldBy: 'the Sheriff’s designee', ableToPay: true }
  const forFees = (interview: AbilityInterview | null, more: Partial<ViolationInput> = {}, values = {}) =>
    propose(home, { kind: 'fees', interview, ...more }, { feeBasis: 'as-the-source-reads', ...values })
  const blocked = (code: string) => ({ kind: 'blocked', reasons: [{ code, clause: 'SCC-2.C1' }] })

  test.each([
    ['none recorded', null, 'no-interview'],
    ['only after today', { ...able, heldOn: '2026-03-03' }, 'no-interview'],
    ['yesterday', { ...able, heldOn: '2026-03-01' }, 'not-current'],
    ['not determined', { ...able, ableToPay: null }, 'not-determined'],
    ['unable', { ...able, ableToPay: false }, 'unable'],
  ] as const)('%s: blocked', (_, interview, code) => {
    expect(forFees(interview)).toMatchObject(blocked(`sanction.nonpayment.${code}`))
  })

  test('held today and able: a proposal to the Sheriff or designee, without loss of good time', () => {
    expect(forFees(able)).toMatchObject({
      kind: 'proposal',
      rung: 'custody-for-nonpayment',
      decision: 'custody-for-nonpayment',
      clause: 'SCC-2.C1',
      ranks: ['sheriff'],
      delegable: true,
      goodTimeLoss: false,
    })
  })

  test.each([
    ['2026-02-24', 'proposal'],
    ['2026-02-23', 'proposal'],
    ['2026-02-22', 'blocked'],
  ])('current for seven days where the office says so: held on %s, %s', (heldOn, kind) => {
    expect(forFees({ ...able, heldOn }, {}, { interviewCurrentDays: 7 }).kind).toBe(kind)
  })

  test.each([
    [home, '2021-06-30', 'law-as-it-stands', 'proposal'],
    [home, '2021-07-01', 'law-as-it-stands', 'blocked'],
    [home, '2021-07-02', 'law-as-it-stands', 'blocked'],
    [home, '2021-07-01', 'as-the-source-reads', 'proposal'],
    [expanded, '2021-06-30', 'law-as-it-stands', 'proposal'],
    [expanded, '2021-07-01', 'law-as-it-stands', 'blocked'],
    [pretrialSheriff, '2021-06-30', 'law-as-it-stands', 'proposal'],
    [pretrialSheriff, '2021-07-01', 'law-as-it-stands', 'blocked'],
  ])('for fees whose authority has ended nobody is returned: $name, %s, %s: %s', (p, on, feeBasis, kind) => {
    const violation = { ...broken, kind: 'fees', on, interview: { ...able, heldOn: on } } as const
    const found = proposeSanction(p, parametersOf(p, { feeBasis }, on), violation, on)
    expect(found.kind).toBe(kind)
    if (kind === 'blocked')
      expect(found.reasons).toMatchObject([
        { code: 'sanction.nonpayment.fees-ended', clause: 'SCC-2.C1', own: true },
      ])
  })

  test('it stands on no ladder: nothing imposed before leads to it', () => {
    expect(forFees(null, { imposed: ['rest-in-custody'] }).kind).toBe('blocked')
  })

  test.each([
    [null, 'blocked'],
    [false, 'blocked'],
    [true, 'proposal'],
  ])('SCC-2.C2 where the agreement is required, signed %s: %s', (agreementSigned, kind) => {
    const found = forFees(able, { agreementSigned }, { nonpaymentAgreement: 'required' })
    expect(found.kind).toBe(kind)
    if (kind === 'blocked') expect(found.reasons[0]).toMatchObject({ clause: 'SCC-2.C2' })
    expect(forFees(able, { agreementSigned }).kind).toBe('proposal')
  })

  test('whatever else is true, there is no proposal but on a current finding of ability', () => {
    const interviews = fc.option(
      fc.record({
        heldOn: fc.constantFrom('2026-02-01', '2026-03-01', ON, '2026-03-03'),
        heldBy: fc.constant('officer'),
        ableToPay: fc.constantFrom(true, false, null),
      }),
      { nil: null },
    )
    const imposed = fc.subarray(home.ladder.map((r) => r.name))
    fc.assert(
      fc.property(interviews, imposed, fc.boolean(), (interview, rungs, arrested) => {
        const found = forFees(interview, { imposed: rungs, arrested })
        const mayReturn = interview !== null && interview.heldOn === ON && interview.ableToPay === true
        expect(found.kind).toBe(mayReturn ? 'proposal' : 'blocked')
      }),
    )
  })

  const nevers = [
    { p: pretrialCourt, clause: 'SCC-3.B' },
    { p: workProject, clause: 'SWR-2' },
    { p: asp, clause: 'SWR-4' },
    { p: wap, clause: 'WAP-P3.3' },
  ]
  test.each(nevers)('$p.name: never, interview or not', ({ p, clause }) => {
    for (const interview of [null, able])
      expect(propose(p, { kind: 'fees', interview })).toMatchObject({
        kind: 'blocked',
        reasons: [{ code: 'sanction.nonpayment.never', clause }],
      })
    const asked = {
      decision: 'custody-for-nonpayment',
      actorId: 'u',
      ranks: ['sheriff'],
      delegations: [],
      on: ON,
    } as const
    expect(mayDecide(p, asked).because).toBe('never')
  })
})

test('endings: how each participation ends, who decides, and whether the rest is served in custody', () => {
  const endings = (p: Pack) => p.endings.map((e) => [e.name, e.clause, e.decision, e.restInCustody])
  expect(endings(home)).toEqual([
    ['completed', 'SCC-1.A', null, false],
    ['withdrawn', 'SCC-1.A', null, true],
    ['removed', 'SCC-2.A1', 'remove', true],
    ['rule-violation', 'SCC-2.D', 'return-to-custody', true],
    ['nonpayment', 'SCC-2.C1', 'custody-for-nonpayment', true],
    ['court-order', 'SWR-1', null, false],
  ])
  expect(endings(expanded)).toEqual([
    endings(home)[0],
    ['stepped-down', 'EMP-2.3', 'step-down', false],
    ...endings(home).slice(1),
  ])
  expect(endings(pretrialSheriff)).toEqual([
    ['withdrawn', 'SCC-1.B', null, true],
    ['removed', 'SCC-2.A1', 'remove', true],
    ['rule-violation', 'SCC-2.D', 'return-to-custody', true],
    ['nonpayment', 'SCC-2.C1', 'custody-for-nonpayment', true],
    ['court-order', 'SCC-1.B', null, false],
  ])
  expect(endings(pretrialCourt)).toEqual([
    ['withdrawn', 'SCC-1.B', null, true],
    ['rule-violation', 'SCC-2.G', 'return-to-custody', true],
    ['court-order', 'SCC-2.F', null, false],
  ])
  expect(endings(workProject)).toEqual([
    ['completed', 'SWR-2', null, false],
    ['withdrawn', 'SWR-2', null, true],
    ['returned-to-court', 'SWR-2', 'return-to-court', false],
    ['court-order', 'SWR-1', null, false],
  ])
  expect(endings(asp)).toEqual([
    ['service-completed', 'SWR-4', null, false],
    ['due-date-passed', 'SWR-4', 'return-to-court', false],
    ['returned-to-court', 'SWR-4', 'return-to-court', false],
    ['withdrawn', 'SWR-4', null, false],
  ])
})
