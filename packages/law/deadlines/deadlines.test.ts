import { describe, expect, test } from 'vitest'
import {
  capacityLeft,
  deadline,
  policyReview,
  processStanding,
  resolveParameters,
  testsDue,
} from '../index.ts'
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
import type { Pack, ParameterValue, ProcessInput } from '../types.ts'

const on = (p: Pack, day: string, values: Readonly<Record<string, ParameterValue>> = {}) =>
  resolveParameters(p, overridesOf(values), day)

describe('SCC-4.A money goes to the County Treasurer every month', () => {
  test.each([
    ['2026-03-14', 'not-yet'],
    ['2026-03-15', 'due'],
    ['2026-03-16', 'late'],
  ])('last on 2026-02-15, on %s: %s', (day, state) => {
    for (const p of [home, expanded, pretrialSheriff])
      expect(deadline(p, on(p, day), 'treasurer-transmittal', '2026-02-15')).toMatchObject({
        state,
        dueOn: '2026-03-15',
        clause: 'SCC-4.A',
        own: false,
      })
  })

  test('no office makes it rarer', () => {
    expect(() => parametersOf(home, { transmittalMonths: 2 })).toThrow('must be from 1 to 1')
  })
})

describe('WAP-P8.2 the list of who may be released early, each Tuesday and Friday', () => {
  // March 2, 2026 is a Monday.
  test.each([
    ['2026-03-02', '2026-03-03'],
    ['2026-03-03', '2026-03-06'],
    ['2026-03-04', '2026-03-06'],
    ['2026-03-05', '2026-03-06'],
    ['2026-03-06', '2026-03-10'],
    ['2026-03-07', '2026-03-10'],
    ['2026-03-08', '2026-03-10'],
    ['2026-03-09', '2026-03-10'],
  ])('the last came on %s: the next on %s', (last, dueOn) => {
    expect(deadline(wap, on(wap, last), 'early-release-list', last)).toMatchObject({
      dueOn,
      warnFrom: null,
      state: 'not-yet',
      ask: null,
      clause: 'WAP-P8.2',
      own: false,
    })
  })

  test.each([
    ['2026-03-05', 'not-yet'],
    ['2026-03-06', 'due'],
    ['2026-03-07', 'late'],
  ])('after that of Tuesday, on %s: %s', (day, state) => {
    expect(deadline(wap, on(wap, day), 'early-release-list', '2026-03-03').state).toBe(state)
  })
})

describe('the review of an approved policy', () => {
  test.each([
    { p: workProject, clause: 'SWR-2' },
    { p: home, clause: 'SCC-5.A' },
    { p: expanded, clause: 'SCC-5.A' },
    { p: asp, clause: 'SWR-4' },
    { p: pretrialSheriff, clause: 'SCC-5.A' },
    { p: pretrialCourt, clause: 'SCC-5.B' },
  ])('$p.name: unset is asked, set is due', ({ p, clause }) => {
    expect(deadline(p, on(p, ON), 'policy-review', '2025-03-02')).toMatchObject({
      state: 'unknown',
      dueOn: null,
      ask: 'policyReviewMonths',
      clause,
      own: true,
    })
    const set = on(p, ON, { policyReviewMonths: 12 })
    expect(deadline(p, set, 'policy-review', '2025-03-02')).toMatchObject({
      state: 'due',
      dueOn: ON,
      ask: null,
    })
    expect(policyReview(p, set, '2025-03-02')).toMatchObject({ due: true, clause })
  })

  test('a deadline that the pack has not is refused with those there are', () => {
    expect(() => deadline(home, on(home, ON), 'meeting', ON)).toThrow(
      '"meeting" is not one of treasurer-transmittal, policy-review',
    )
    expect(() => deadline(home, on(home, ON), 'policy-review', '2026-02-30')).toThrow(
      'must be a day that exists',
    )
  })
})

describe('SCC-5 processes', () => {
  const SET = { challengeDays: 10, reviewDays: 15 }
  const given: ProcessInput = { process: 'challenge', decidedOn: ON, filedOn: null, outcomeOn: null }
  const at = (p: Pack, day: string, change: Partial<ProcessInput> = {}, values = SET) =>
    processStanding(p, on(p, day, values), { ...given, ...change })

  const clauses: readonly (readonly [Pack, string])[] = [
    [workProject, 'SWR-2'],
    [home, 'SCC-5.A'],
    [expanded, 'SCC-5.A'],
    [asp, 'SWR-4'],
    [pretrialSheriff, 'SCC-5.A'],
    [pretrialCourt, 'SCC-5.B'],
  ]
  test.each(clauses.map(([p, clause]) => ({ p, clause, name: p.name })))(
    '$name: a challenge',
    ({ p, clause }) => {
      expect(['2026-03-11', '2026-03-12', '2026-03-13'].map((day) => at(p, day).state)).toEqual([
        'open-to-file',
        'open-to-file',
        'too-late',
      ])
      const filed = { filedOn: '2026-03-12' }
      expect(['2026-03-26', '2026-03-27', '2026-03-28'].map((day) => at(p, day, filed).state)).toEqual([
        'filed',
        'filed',
        'overdue',
      ])
      expect(at(p, ON)).toMatchObject({
        fileBy: '2026-03-12',
        decision: 'challenge-review',
        clause,
        own: true,
      })
      expect(at(p, ON).reasons[1]).toMatchObject({ code: 'process.another-reviewer', clause, own: true })
    },
  )

  test('filed a day late; decided whenever', () => {
    expect(at(home, '2026-03-20', { filedOn: '2026-03-13' }).state).toBe('too-late')
    expect(at(home, '2026-06-01', { filedOn: '2026-03-12', outcomeOn: '2026-05-01' }).state).toBe('decided')
  })

  test('SCC-5.A, SCC-5.B which policy offers it, approved by whom and when', () => {
    const approved = {
      resolution: expect.any(String),
      authority: expect.any(String),
      from: expect.any(String),
    }
    for (const { p } of clauses.map(([p]) => ({ p }))) expect(at(p, ON).setBy).toEqual(approved)
    expect(at(home, ON, { process: 'fee-dispute' }).setBy).toEqual(approved)
  })

  test('not set: not offered, and nobody guesses', () => {
    const none = processStanding(home, on(home, ON), given)
    expect(none.setBy).toBeNull()
    expect(none).toMatchObject({ state: 'not-offered', fileBy: null, decideBy: null })
    expect(none.reasons[0]).toMatchObject({ code: 'process.not-offered', own: true })
  })

  test.each([
    ['ability-to-pay', 'fee-waiver', 'SCC-4.B2'],
    ['fee-dispute', 'dispute-review', 'SCC-5.A'],
  ] as const)('%s may be filed at any time', (process, decision, clause) => {
    for (const p of [home, expanded, pretrialSheriff]) {
      expect(at(p, '2030-01-01', { process })).toMatchObject({
        state: 'open-to-file',
        fileBy: null,
        decision,
        clause,
      })
      expect(at(p, ON, { process, filedOn: ON }).decideBy).toBe('2026-03-17')
    }
  })

  test('SCC-5.B Probation has no parts on fees', () => {
    expect(pretrialCourt.processes.map((x) => x.name)).toEqual(['challenge'])
    expect(() => at(pretrialCourt, ON, { process: 'fee-dispute' })).toThrow(
      'process: must be one of challenge',
    )
  })

  test('the policies that the ordinance asks for, who submits and who approves', () => {
    const policies = (p: Pack) => (p.authority.kind === 'ordinance' ? p.authority.policies : [])
    for (const p of [home, expanded, pretrialSheriff])
      expect(policies(p)).toMatchObject([
        {
          clause: 'SCC-5.A',
          submittedBy: 'sheriff',
          approvedBy: 'board',
          covers: ['criteria', 'ability-to-pay', 'challenge', 'fee-dispute'],
        },
      ])
    expect(policies(pretrialCourt)).toMatchObject([
      {
        clause: 'SCC-5.B',
        submittedBy: 'chief-probation-officer',
        submitBy: '2020-01-01',
        covers: ['criteria', 'challenge'],
      },
    ])
  })
})

describe('EMP-0.8 and EMP-2.4 places, each track apart', () => {
  const cases: readonly (readonly [Pack, string])[] = [
    [home, 'EMP-0.8'],
    [expanded, 'EMP-2.4'],
  ]
  test.each(cases.map(([p, clause]) => ({ p, clause, name: p.name })))('$name', ({ p, clause }) => {
    const left = (enrolled: number) => capacityLeft(p, on(p, ON), 'supervised', enrolled)
    expect([299, 300, 301].map((n) => [left(n).free, left(n).waitingList])).toEqual([
      [1, false],
      [0, true],
      [0, true],
    ])
    expect(left(0)).toMatchObject({ clause, capacity: 300 })
  })

  test('EMP-2.1 the intake unit is off until its beds are set', () => {
    const beds = (values = {}) => capacityLeft(expanded, on(expanded, ON, values), 'intake-beds', 158)
    expect(beds()).toMatchObject({ clause: 'EMP-2.1', capacity: null, free: null, waitingList: false })
    expect(beds({ intakeBeds: 158 })).toMatchObject({ free: 0, waitingList: true })
  })

  test('500 to 800, and 1,100: described, no limit until the office sets one', () => {
    for (const p of [workProject, asp]) {
      expect(capacityLeft(p, on(p, ON), 'active', 5_000)).toMatchObject({
        free: null,
        waitingList: false,
        own: true,
      })
      expect(capacityLeft(p, on(p, ON, { activeMost: 800 }), 'active', 799).free).toBe(1)
    }
    expect(() => capacityLeft(home, on(home, ON), 'active', 1)).toThrow('"active" is not one of supervised')
  })
})

describe('EMP-9.2 random drug tests twice a month', () => {
  const due = (tested: readonly string[], day = '2026-03-10', values = {}) =>
    testsDue(home, on(home, day, values), tested)

  test.each([
    [[], 2, 'open'],
    [['2026-03-02'], 1, 'open'],
    [['2026-03-02', '2026-03-09'], 0, 'done'],
    [['2026-03-02', '2026-03-05', '2026-03-09'], 0, 'done'],
  ] as const)('tested %j: %i left, %s', (tested, left, state) => {
    expect(due(tested)).toMatchObject({ left, state, reason: { code: 'tests.month', clause: 'EMP-9.2' } })
    expect(testsDue(expanded, on(expanded, '2026-03-10'), tested).left).toBe(left)
  })

  test('another month, and a day that has not come, do not count', () => {
    expect(due(['2026-02-28', '2026-03-11']).left).toBe(2)
  })

  test.each([
    ['2026-03-29', 'open'],
    ['2026-03-30', 'pressing'],
    ['2026-03-31', 'pressing'],
  ])('two owed on %s: %s', (day, state) => {
    expect(due([], day).state).toBe(state)
  })

  test('monthly, where the office says so', () => {
    expect(due([], '2026-03-10', { testsAMonth: 1 }).owed).toBe(1)
  })
})
