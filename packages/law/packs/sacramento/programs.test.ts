import { describe, expect, test } from 'vitest'
import {
  checkCommitment,
  computeSentence,
  creditFor,
  rankSites,
  rostersLate,
  violationLetterDue,
} from '../../index.ts'
import {
  asp,
  expanded,
  home,
  ON,
  parametersOf,
  pretrialCourt,
  pretrialSheriff,
  workProject,
} from '../../testing/sacramento.ts'
import { wap } from '../../testing/wap.ts'
import type { CannotCompute, CommitmentTerm, Pack, SentenceInput, Worksheet } from '../../types.ts'

const all = [workProject, home, expanded, asp, pretrialSheriff, pretrialCourt]

const term: CommitmentTerm = {
  id: 'a',
  docket: 'M-1',
  sentencedOn: '2026-01-01',
  startsOn: '2026-01-01',
  length: { days: 100 },
  creditDays: 0,
  relation: 'unstated',
  arrival: { kind: 'booking' },
}

/** The sentence of one term. */
function sentence(
  p: Pack,
  change: Partial<CommitmentTerm>,
  more: Partial<SentenceInput> = {},
  parameters = parametersOf(p, {}, ON),
): Worksheet | CannotCompute {
  const input = { commitments: [{ ...term, ...change }], daysServed: 0, asOf: ON, ...more }
  return computeSentence(p, input, parameters)
}

function worksheet(...given: Parameters<typeof sentence>): Worksheet {
  const found = sentence(...given)
  if (found.kind === 'cannot-compute') throw new Error(found.because.map((o) => o.code).join())
  return found
}

describe.each(all.map((p) => ({ p, name: p.name })))('$name', ({ p }) => {
  test('every clause is carried by something, or a room is named for it', () => {
    const carried = new Set([
      ...p.rules.map((r) => r.clause),
      ...p.parameters.map((x) => x.clause),
      ...Object.values(p.citations).map((c) => c.clause),
      ...p.decisions.map((d) => d.clause),
      ...p.fees.map((f) => f.clause),
      ...p.ladder.map((r) => r.clause),
      ...p.endings.map((e) => e.clause),
      ...p.processes.map((x) => x.clause),
      ...p.capacities.map((c) => c.clause),
      ...p.nevers.map((n) => n.clause),
    ])
    const inRooms = p.notRules.map((n) => n.clause)
    expect(p.clauses.map((c) => c.id).filter((id) => !carried.has(id) && !inRooms.includes(id))).toEqual([])
    expect(inRooms.filter((id) => carried.has(id))).toEqual([])
  })

  test('it has no checklist of commitments, and refuses to pretend one', () => {
    const paper = {
      origin: 'in-county',
      form: 'original',
      items: {},
      modified: false,
      jailOrders: true,
      activeFileFound: null,
    } as const
    expect(() => checkCommitment(p, paper)).toThrow('has no checklist of commitments')
  })
})

describe('SWR-2 the Work Project runs on the work machinery', () => {
  test('a sentence as the Work Alternative Program counts it, cited as our reading', () => {
    const here = worksheet(workProject, { length: { months: 2 }, creditDays: 9 })
    const there = worksheet(wap, { length: { months: 2 }, creditDays: 9 })
    expect([here.adjustedDays, here.releaseDate]).toEqual([there.adjustedDays, there.releaseDate])
    expect(here.adjustedDays).toBe(50)
    const reasons = here.steps.flatMap((s) => (s.kind === 'term' ? s.reasons : []))
    expect(reasons.every((r) => r.clause === 'SWR-2' && r.own)).toBe(true)
  })

  test.each([
    [7, 0, true],
    [8, 1, false],
    [9, 1, false],
    [11, 1, false],
  ])('%i hours: %i days of credit', (hours, days, askOfficer) => {
    const found = creditFor(workProject, parametersOf(workProject), hours)
    expect(found).toMatchObject({ days, askOfficer, reason: { clause: 'SWR-2', own: true } })
  })

  test('each number is a setting of the office', () => {
    const parameters = parametersOf(workProject, { fullDayHours: 6, rosterLateDays: 7 })
    expect(creditFor(workProject, parameters, 6).days).toBe(1)
    const roster = { siteId: 's', lastRosterOn: '2026-02-20', since: '2026-01-01' }
    expect(rostersLate(workProject, parameters, [roster])).toHaveLength(1)
    expect(rostersLate(workProject, parametersOf(workProject), [roster])).toHaveLength(0)
  })

  test('absences and sites', () => {
    const missed = { on: ON, state: 'absent', verifiedAndRescheduled: false } as const
    expect(violationLetterDue(workProject, [missed])).toMatchObject({
      due: true,
      reason: { clause: 'SWR-2' },
    })
    const parameters = parametersOf(workProject)
    const ranking = rankSites(workProject, parameters, { purpose: 'first', limits: [], sites: [] })
    expect(ranking.clause).toBe('SWR-2')
  })
})

describe('SCC-2.D good time in home detention', () => {
  const lost = { kind: 'good-time-lost', on: '2026-02-01', commitment: 'a', days: 5 } as const
  const returned = (ending: string, on = '2026-02-01') =>
    ({ kind: 'returned', on, ending, daysServed: null }) as const

  test('what was granted shortens the term; what is lost comes back', () => {
    const granted = worksheet(home, { goodTimeDays: 20 })
    expect(granted.adjustedDays).toBe(80)
    expect(
      worksheet(home, { goodTimeDays: 20 }, { events: [returned('rule-violation'), lost] }),
    ).toMatchObject({
      adjustedDays: 85,
      custody: { days: 54, ending: 'rule-violation' },
    })
    expect(granted.notes.map((n) => n.code)).not.toContain('sentence.note.no-good-time')
  })

  test.each([
    ['a return for nonpayment', [returned('nonpayment')]],
    ['a removal', [returned('removed')]],
    ['a withdrawal', [{ kind: 'withdrawn', on: '2026-02-01', daysServed: null }]],
    ['a rule violation of the day after', [returned('rule-violation', '2026-02-02')]],
    ['nothing', []],
  ] as const)('it is lost for a rule violation alone, not with %s', (_, others) => {
    for (const p of [home, expanded])
      expect(sentence(p, { goodTimeDays: 20 }, { events: [lost, ...others] })).toMatchObject({
        kind: 'cannot-compute',
        because: [{ code: 'good-time-lost-without-violation', clause: 'SCC-2.D' }],
      })
  })

  test.each(['2026-01-31', '2026-02-01'])('returned on %s, lost on February 1', (on) => {
    const events = [returned('rule-violation', on), lost]
    expect(worksheet(home, { goodTimeDays: 20 }, { events }).adjustedDays).toBe(85)
  })

  test('the Work Project and pretrial have none', () => {
    for (const p of [workProject, pretrialSheriff, pretrialCourt])
      expect(() => worksheet(p, { goodTimeDays: 20 })).toThrow('goodTimeDays: is not a field here')
  })
})

test('SCC-1.A a participant withdraws: the rest is served in custody, told before it is confirmed', () => {
  const withdrawn = { kind: 'withdrawn', on: '2026-01-31', daysServed: null } as const
  expect(worksheet(home, {}, { events: [withdrawn] }).custody).toMatchObject({
    kind: 'withdrawn',
    from: '2026-01-31',
    days: 70,
  })
})

describe('EMP-2.3 the last two months of fourteen on Work Release', () => {
  const plan = (months: number, values = {}) =>
    worksheet(expanded, { length: { months } }, {}, parametersOf(expanded, values)).stepDown!

  test('fourteen months from January 1: from January 1 of the next year', () => {
    expect(plan(14)).toMatchObject({
      plannedOn: '2027-01-01',
      days: 59,
      ask: null,
      reason: { clause: 'EMP-2.3' },
    })
  })

  test('fifteen: longer than supervision may last', () => {
    expect(plan(15)).toMatchObject({
      plannedOn: '2027-02-01',
      reason: { code: 'sentence.step-down.over-longest' },
    })
  })

  test('thirteen: the office says how', () => {
    expect(plan(13)).toMatchObject({ plannedOn: null, ask: 'shorterTerms' })
    expect(plan(13, { shorterTerms: 'last-months' }).plannedOn).toBe('2026-12-01')
    expect(plan(13, { shorterTerms: 'none' })).toMatchObject({ plannedOn: null, ask: null })
    expect(plan(7, { shorterTerms: 'in-proportion' }).days).toBe(30)
  })
})
