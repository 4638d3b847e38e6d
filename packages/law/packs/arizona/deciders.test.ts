import { describe, expect, test } from 'vitest'
import { assessFees, deadline, decisions, mayDecide, pack, resolveParameters } from '../../index.ts'
import type { Decision, Rank } from '../../types.ts'

// Who decides what in each of the four programs, by the section: written out whole, so that no row goes missing.

const ON = '2026-03-02'

type Row = readonly [decision: Decision, clause: string, by: readonly Rank[]]

const SHERIFF: readonly Rank[] = ['sheriff']
const COURT: readonly Rank[] = ['court']
/** Not said who; never who proposed it (own). */
const SUPERVISORS: readonly Rank[] = ['sergeant', 'lieutenant', 'sheriff']

/** A, I and Q speak of all of them. */
const everywhere: readonly Row[] = [
  ['admit', 'ARS-A', SHERIFF],
  ['deny', 'ARS-A', SHERIFF],
  ['termination', 'ARS-I', SHERIFF],
  ['program-termination', 'ARS-Q', SHERIFF],
  ['custody-for-nonpayment', 'ARS-A', []],
  ['lesser-sanction', 'ARS-I', SUPERVISORS],
  ['challenge-review', 'ARS-I', SUPERVISORS],
  ['parameter-change', 'ARS-A', SHERIFF],
]

/** E and G: work on weekends, and the projects. */
const atWork: readonly Row[] = [
  ['weekend-restitution', 'ARS-E', SHERIFF],
  ['work-project-recommendation', 'ARS-G', ['committee']],
  ['work-project-approval', 'ARS-G', SHERIFF],
  ['committee-appointment', 'ARS-H.1', ['sheriff', 'county-attorney', 'police-chief', 'board']],
]

/** C, D and F: at home. */
const atHome: readonly Row[] = [
  ['electronic-monitoring', 'ARS-C.1', SHERIFF],
  ['monitoring-parameters', 'ARS-C.1', SHERIFF],
  ['detrimental-association', 'ARS-C.4', SHERIFF],
  ['special-leave', 'ARS-F', SHERIFF],
  ['monitoring-fee-order', 'ARS-D', COURT],
  ['fee-change', 'ARS-D', SHERIFF],
]

/** M.5, O and P: both programs for driving under the influence. */
const dui: readonly Row[] = [
  ['added-criteria', 'ARS-M.5', ['board']],
  ['return-to-custody', 'ARS-P', COURT],
]

const tables: Readonly<Record<string, readonly Row[]>> = {
  'arizona/work-and-restitution': [...everywhere, ...atWork],
  'arizona/home-detention': [...everywhere, ...atWork, ...atHome],
  'arizona/dui-home-detention': [
    ...everywhere,
    ...atWork,
    ...atHome,
    ...dui,
    ['program-authorization', 'ARS-K.1', ['board']],
    ['placement', 'ARS-N.2', COURT],
    ['fee-waiver', 'ARS-K.2', COURT],
  ],
  'arizona/continuous-alcohol-monitoring': [...everywhere, ...dui, ['fee-waiver', 'ARS-L', COURT]],
}

describe.each(Object.entries(tables))('%s', (name, rows) => {
  const p = pack(name)
  const by = (decision: Decision, rank: Rank) =>
    mayDecide(p, { decision, actorId: 'u1', ranks: [rank], delegations: [], on: ON })

  test('knows these decisions and no other', () => {
    expect(decisions(p).toSorted()).toEqual(rows.map(([decision]) => decision).toSorted())
  })

  test.each(rows)('%s (%s): %j and nobody else', (decision, clause, ranks) => {
    for (const rank of ranks) expect(by(decision, rank)).toMatchObject({ allowed: true, ranks })
    const clerk = by(decision, 'clerk')
    expect(clerk).toMatchObject({ allowed: false, because: ranks.length === 0 ? 'never' : 'not-the-rank' })
    expect(clerk.clause).toBe(clause)
  })
})

describe.each(
  ['arizona/work-and-restitution', 'arizona/home-detention', 'arizona/dui-home-detention'].map(pack),
)('ARS-H.2 $name', (p) => {
  test.each([
    ['2026-04-14', 'soon'],
    ['2026-04-15', 'due'],
    ['2026-04-16', 'late'],
  ])('the committee met on January 15, on %s: %s', (on, state) => {
    const parameters = resolveParameters(p, [], on)
    const found = deadline(p, parameters, 'committee-meeting', '2026-01-15')
    expect(found).toMatchObject({ state, dueOn: '2026-04-15', clause: 'ARS-H.2', own: false })
  })
})

describe.each([
  ['arizona/dui-home-detention', 'ARS-K.2'],
  ['arizona/continuous-alcohol-monitoring', 'ARS-L'],
] as const)('%s, %s: the prisoner bears all cost of testing, monitoring and enrolment', (name, clause) => {
  const p = pack(name)
  const costs = { monitoring: 30_000, testing: 4_500, 'treatment-enrolment': 9_900 }

  test.each(Object.entries(costs))('%s: %i cents', (code, cents) => {
    const sheet = assessFees(p, resolveParameters(p, [], ON), { costsCents: { [code]: cents } }, ON)
    expect(sheet.lines).toMatchObject([{ code, clause, chargedCents: cents, reason: 'charged' }])
  })

  test('all of it together', () => {
    expect(assessFees(p, resolveParameters(p, [], ON), { costsCents: costs }, ON).chargedCents).toBe(44_400)
  })
})
