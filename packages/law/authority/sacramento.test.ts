import { describe, expect, test } from 'vitest'
import { decisions, mayDecide } from '../index.ts'
import {
  asp,
  expanded,
  home,
  ON,
  pretrialCourt,
  pretrialSheriff,
  workProject,
} from '../testing/sacramento.ts'
import type { Decision, Delegation, Pack, Rank } from '../types.ts'
import { ranks as everyRank } from './ranks.ts'

const OFFICERS: readonly Rank[] = [
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
]
const SUPERVISORS = OFFICERS.slice(1)
const MANAGERS = OFFICERS.slice(3)
const PROBATION: readonly Rank[] = ['supervising-probation-officer', 'chief-probation-officer']

/** Clause, who, whether it is our reading, whether a designee may, whether who asked may not. */
type Row = readonly [
  decision: Decision,
  clause: string,
  ranks: readonly Rank[],
  own: boolean,
  delegable: boolean,
  another: boolean,
]
const sheriff = (decision: Decision, clause: string, own = false): Row => [
  decision,
  clause,
  ['sheriff'],
  own,
  true,
  false,
]
const chief = (decision: Decision, clause: string): Row => [
  decision,
  clause,
  ['chief-probation-officer'],
  false,
  true,
  false,
]
const officers = (decision: Decision, clause: string): Row => [decision, clause, OFFICERS, true, false, false]
const supervisors = (decision: Decision, clause: string): Row => [
  decision,
  clause,
  SUPERVISORS,
  true,
  false,
  true,
]
const managers = (decision: Decision, clause: string): Row => [decision, clause, MANAGERS, true, false, true]

const ordinance = (lesser: string): readonly Row[] => [
  sheriff('admit', 'SCC-2.A1'),
  sheriff('deny', 'SCC-2.A1'),
  sheriff('remove', 'SCC-2.A1'),
  sheriff('ability-to-pay', 'SCC-2.C1'),
  sheriff('custody-for-nonpayment', 'SCC-2.C1'),
  sheriff('return-to-custody', 'SCC-2.D'),
  sheriff('fee-waiver', 'SCC-4.B1'),
  sheriff('fee-method', 'SCC-4.B1'),
  ['fee-change', 'SCC-3.A1', ['board'], false, false, false],
  ['policy-approval', 'SCC-5.A', ['board'], false, false, false],
  supervisors('challenge-review', 'SCC-5.A'),
  supervisors('dispute-review', 'SCC-5.A'),
  managers('parameter-change', 'SCC-5.A'),
  supervisors('lesser-sanction', lesser),
]
const homeDetention: readonly Row[] = [
  ...ordinance('EMP-10.1'),
  sheriff('flash-incarceration', 'EMP-10.1', true),
  officers('arrest', 'EMP-4.2'),
  officers('zone-exception', 'EMP-8.3'),
  supervisors('monitoring-parameters', 'EMP-7.3'),
]

/** The table of `authority.md` for Sacramento. */
const tables: readonly (readonly [Pack, readonly Row[]])[] = [
  [
    home,
    [...homeDetention, officers('absence-approval', 'EMP-0.1'), officers('reasonable-distance', 'EMP-0.3')],
  ],
  [expanded, [...homeDetention, officers('absence-approval', 'EMP-1.5'), officers('step-down', 'EMP-2.3')]],
  [pretrialSheriff, [...ordinance('SCC-2.D'), supervisors('monitoring-parameters', 'SCC-2.A1')]],
  [
    pretrialCourt,
    [
      chief('pretrial-recommendation', 'SCC-2.E'),
      ['admit', 'SCC-2.F', ['court'], false, false, false],
      ['deny', 'SCC-2.F', ['court'], false, false, false],
      chief('return-to-custody', 'SCC-2.G'),
      ['lesser-sanction', 'SCC-2.G', PROBATION, true, false, true],
      ['monitoring-parameters', 'SCC-2.F', PROBATION, true, false, true],
      ['custody-for-nonpayment', 'SCC-3.B', [], false, false, false],
      ['policy-approval', 'SCC-5.B', ['board'], false, false, false],
      ['challenge-review', 'SCC-5.B', PROBATION, true, false, true],
      ['parameter-change', 'SCC-5.B', ['chief-probation-officer'], true, false, true],
    ],
  ],
  [
    workProject,
    [
      sheriff('admit', 'SWR-2', true),
      sheriff('deny', 'SWR-2', true),
      sheriff('fee-waiver', 'SWR-2', true),
      ['custody-for-nonpayment', 'SWR-2', [], true, false, false],
      officers('return-to-court', 'SWR-2'),
      officers('partial-day-credit', 'SWR-2'),
      officers('sentence-reading', 'SWR-2'),
      supervisors('early-start', 'SWR-2'),
      supervisors('lesser-sanction', 'SWR-2'),
      managers('work-site-contract', 'SWR-6'),
      managers('parameter-change', 'SWR-2'),
      supervisors('challenge-review', 'SWR-2'),
    ],
  ],
  [
    asp,
    [
      ['placement', 'SWR-4', ['court'], false, false, false],
      officers('admit', 'SWR-4'),
      officers('deny', 'SWR-4'),
      officers('partial-day-credit', 'SWR-4'),
      officers('return-to-court', 'SWR-4'),
      supervisors('referral-extension', 'SWR-4'),
      ['custody-for-nonpayment', 'SWR-4', [], true, false, false],
      managers('conversion-rate', 'SWR-4'),
      managers('work-site-contract', 'SWR-6'),
      managers('parameter-change', 'SWR-4'),
      supervisors('challenge-review', 'SWR-4'),
    ],
  ],
]

describe.each(tables.map(([p, rows]) => ({ p, rows, name: p.name })))('$name', ({ p, rows }) => {
  const may = (decision: Decision, rank: Rank, more = {}) =>
    mayDecide(p, { decision, actorId: 'u', ranks: [rank], delegations: [], on: ON, ...more })

  test('knows these decisions and no other', () => {
    expect(decisions(p).toSorted()).toEqual(rows.map(([decision]) => decision).toSorted())
  })

  test.each(rows.map((row) => ({ row, title: row[0] })))('$title', ({ row }) => {
    const [decision, clause, ranks, own, delegable, another] = row
    for (const rank of everyRank)
      expect(may(decision, rank)).toMatchObject({ allowed: ranks.includes(rank), clause, own, ranks })
    if (ranks.length === 0) return expect(may(decision, 'sheriff').because).toBe('never')
    const [holder] = ranks
    const delegation: Delegation = { decision, byRank: holder!, toActorId: 'u', from: '2026-01-01' }
    const delegated = may(decision, 'clerk', { delegations: [delegation] })
    expect(delegated.because).toBe(delegable ? 'delegation' : 'not-delegable')
    expect(may(decision, holder!, { requestedBy: 'u' }).because).toBe(another ? 'asked-for-it' : 'rank')
    expect(may(decision, holder!, { decidedBy: 'u' }).because).toBe('own-decision')
  })
})

describe('a designee', () => {
  const delegation: Delegation = {
    decision: 'return-to-custody',
    byRank: 'sheriff',
    toActorId: 'u',
    from: '2026-03-02',
    until: '2026-03-04',
  }
  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-03', true],
    ['2026-03-04', false],
  ])('SCC-2.D dated, on %s: %s', (on, allowed) => {
    const asked = { decision: 'return-to-custody', actorId: 'u', ranks: ['lieutenant'], on } as const
    expect(mayDecide(home, { ...asked, delegations: [delegation] }).allowed).toBe(allowed)
  })

  test('SCC-2.G of the Chief Probation Officer, not of the Sheriff', () => {
    const asked = {
      decision: 'return-to-custody',
      actorId: 'u',
      ranks: ['probation-officer'],
      on: ON,
    } as const
    expect(mayDecide(pretrialCourt, { ...asked, delegations: [delegation] }).allowed).toBe(false)
    const byChief: Delegation = { ...delegation, byRank: 'chief-probation-officer' }
    expect(mayDecide(pretrialCourt, { ...asked, delegations: [byChief] }).allowed).toBe(true)
  })
})
