import { describe, expect, test } from 'vitest'
import { decisions, mayDecide } from '../index.ts'
import { definePack } from '../pack.ts'
import { ON, wap } from '../testing/wap.ts'
import type { Decision, DecisionRequest, Delegation, Rank } from '../types.ts'

const RANKS: readonly Rank[] = [
  'clerk',
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
  'board',
]
const OFFICERS: readonly Rank[] = [
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
]
const SUPERVISORS = OFFICERS.slice(1)
const MANAGERS: readonly Rank[] = ['bureau-manager', 'bureau-commander', 'sheriff']

const request = (decision: Decision, more: Partial<DecisionRequest> = {}): DecisionRequest => ({
  decision,
  actorId: 'actor',
  ranks: ['sergeant'],
  delegations: [],
  on: ON,
  ...more,
})

/** The table of `authority.md` for this program. */
const table: Readonly<
  Partial<Record<Decision, readonly [clause: string, ranks: readonly Rank[], own: boolean]>>
> = {
  admit: ['WAP-ELIG.1', OFFICERS, true],
  deny: ['WAP-ELIG.1', OFFICERS, true],
  'fee-waiver': ['WAP-FEE.3', ['bureau-manager', 'sergeant', 'lieutenant'], false],
  'return-to-court': ['WAP-P2.5', OFFICERS, true],
  'return-to-custody': ['WAP-P8.7', OFFICERS, true],
  'custody-for-nonpayment': ['WAP-P3.3', [], false],
  'lesser-sanction': ['WAP-P6.5', SUPERVISORS, true],
  'parole-referral': ['WAP-P7.1', ['bureau-commander', 'sergeant'], false],
  'early-release': ['WAP-P8.3', OFFICERS, true],
  'partial-day-credit': ['WAP-CRED.1', OFFICERS, true],
  'sentence-reading': ['WAP-SENT.6', OFFICERS, true],
  'early-start': ['WAP-P6.1', SUPERVISORS, true],
  'work-site-contract': ['WAP-SITE.1', MANAGERS, true],
  'policy-approval': ['WAP-0', ['board'], false],
  'policy-review': ['WAP-UPD.1', ['bureau-manager'], false],
  'parameter-change': ['WAP-UPD.1', MANAGERS, true],
  'challenge-review': ['WAP-ELIG.1', SUPERVISORS, true],
}

test('every decision of the pack is in the table', () => {
  expect(decisions(wap).toSorted()).toEqual(Object.keys(table).toSorted())
})

describe.each(Object.entries(table))('%s', (name, [clause, ranks, own]) => {
  const decision = name as Decision
  test.each(RANKS)('%s', (rank) => {
    const permission = mayDecide(wap, request(decision, { ranks: [rank] }))
    const allowed = ranks.includes(rank)
    expect(permission).toMatchObject({ allowed, own, ranks })
    const refusal = ranks.length === 0 ? 'never' : 'not-the-rank'
    expect(permission.because).toBe(allowed ? 'rank' : refusal)
    const byLieutenant = decision === 'fee-waiver' && rank === 'lieutenant'
    expect(permission.clause).toBe(byLieutenant ? 'WAP-P3.2' : clause)
  })

  test('someone without a rank', () => {
    expect(mayDecide(wap, request(decision, { ranks: [] })).allowed).toBe(false)
  })

  test('nobody reviews a decision of their own', () => {
    expect(mayDecide(wap, request(decision, { ranks: RANKS, decidedBy: 'actor' })).allowed).toBe(false)
  })
})

describe('WAP-FEE.3 a waiver is never approved by who asked for it', () => {
  test('asked by the one who decides, by another, by nobody named', () => {
    expect(mayDecide(wap, request('fee-waiver', { requestedBy: 'actor' }))).toMatchObject({
      allowed: false,
      because: 'asked-for-it',
    })
    expect(mayDecide(wap, request('fee-waiver', { requestedBy: 'other' })).allowed).toBe(true)
    expect(mayDecide(wap, request('fee-waiver', { requestedBy: null })).allowed).toBe(true)
  })

  test.each(decisions(wap))('%s: whether who asked may decide', (decision) => {
    const another = [
      'fee-waiver',
      'lesser-sanction',
      'parole-referral',
      'parameter-change',
      'challenge-review',
    ]
    const { because } = mayDecide(wap, request(decision, { ranks: RANKS, requestedBy: 'actor' }))
    if (decision !== 'custody-for-nonpayment')
      expect(because).toBe(another.includes(decision) ? 'asked-for-it' : 'rank')
  })

  test('asking for an admission does not stand in the way of deciding it', () => {
    expect(mayDecide(wap, request('admit', { requestedBy: 'actor' })).allowed).toBe(true)
  })
})

test('a review belongs to another than who decided', () => {
  expect(mayDecide(wap, request('challenge-review', { decidedBy: 'actor' }))).toMatchObject({
    allowed: false,
    because: 'own-decision',
  })
  expect(mayDecide(wap, request('challenge-review', { decidedBy: 'other' })).allowed).toBe(true)
})

test('WAP-P3.3 nobody, of any rank or by any delegation, takes into custody for nonpayment', () => {
  const delegations: readonly Delegation[] = [
    { decision: 'custody-for-nonpayment', byRank: 'sheriff', toActorId: 'actor', from: '2020-01-01' },
  ]
  expect(mayDecide(wap, request('custody-for-nonpayment', { ranks: RANKS, delegations }))).toMatchObject({
    allowed: false,
    because: 'never',
    ranks: [],
  })
})

describe('delegations', () => {
  const { hash: _, ...declared } = wap
  const delegable = definePack({
    ...declared,
    decisions: wap.decisions.map((row) => ({ ...row, delegable: row.decision === 'policy-review' })),
  })
  const delegation: Delegation = {
    decision: 'policy-review',
    byRank: 'bureau-manager',
    toActorId: 'actor',
    from: '2026-03-02',
    until: '2026-03-04',
  }
  const ask = (change: Partial<Delegation>, on = ON, p = delegable) =>
    mayDecide(
      p,
      request('policy-review', { ranks: ['deputy'], delegations: [{ ...delegation, ...change }], on }),
    )

  test('this policy knows no designee', () => {
    expect(ask({}, ON, wap)).toMatchObject({ allowed: false, because: 'not-delegable' })
  })

  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-03', true],
    ['2026-03-04', false],
  ])('where a text does, it holds from its first day until its last: %s %s', (on, allowed) => {
    expect(ask({}, on)).toMatchObject({
      allowed,
      because: allowed ? 'delegation' : 'delegation-not-in-force',
    })
  })

  test('an open end, another person, another decision, a rank that cannot give it', () => {
    expect(ask({ until: null }, '2030-01-01').allowed).toBe(true)
    expect(ask({ toActorId: 'other' }).because).toBe('not-the-rank')
    expect(ask({ decision: 'admit' }).because).toBe('not-the-rank')
    expect(ask({ byRank: 'sergeant' }).because).toBe('delegation-not-in-force')
  })
})

test('a decision that the pack has not is refused with those it has', () => {
  const unknown = request('promote' as Decision)
  expect(() => mayDecide(wap, unknown)).toThrow('decision: must be one of admit, deny')
})
