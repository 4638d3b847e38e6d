import { describe, expect, test } from 'vitest'
import { checkProject, committeeStanding, committeeVote, pack, resolveParameters } from '../index.ts'
import type { CommitteeMember, ParameterOverride, SeatName, WorkProject } from '../types.ts'

const home = pack('arizona/home-detention')
const ON = '2026-03-02'

const member = (id: string, seat: SeatName, more: Partial<CommitteeMember> = {}): CommitteeMember => ({
  id,
  seat,
  chair: false,
  from: '2025-01-01',
  until: null,
  ...more,
})

const full: readonly CommitteeMember[] = [
  member('s1', 'sheriff-designee', { chair: true }),
  member('s2', 'sheriff-designee'),
  member('ca', 'county-attorney'),
  member('lp', 'local-police'),
  member('p1', 'private-sector'),
  member('p2', 'private-sector'),
  member('p3', 'private-sector'),
]

const standing = (
  members: readonly CommitteeMember[],
  lastMeetingOn: string | null = '2026-02-20',
  on = ON,
) => committeeStanding(home, resolveParameters(home, [], on), { members, lastMeetingOn }, on)
const codes = (...given: Parameters<typeof standing>) =>
  standing(...given).reasons.map((r) => [r.code, r.clause])

describe('ARS-H.1 who sits', () => {
  test('seven, chaired by a designee of the sheriff', () => {
    expect(standing(full)).toMatchObject({ complete: true, chair: 's1' })
    expect(standing(full).seats.map((s) => [s.seat, s.selectedBy, s.wanted])).toEqual([
      ['sheriff-designee', 'sheriff', 2],
      ['county-attorney', 'county-attorney', 1],
      ['local-police', 'police-chief', 1],
      ['private-sector', 'board', 3],
    ])
  })

  test.each(full.filter((m) => !m.chair).map((m) => [m.id]))('without %s a seat is vacant', (id) => {
    const found = standing(full.filter((m) => m.id !== id))
    expect(found.complete).toBe(false)
    expect(found.reasons[0]).toMatchObject({ code: 'committee.vacant', clause: 'ARS-H.1', own: false })
  })

  test('one too many', () => {
    expect(codes([...full, member('p4', 'private-sector')])[0]).toEqual(['committee.too-many', 'ARS-H.1'])
  })

  test('no chair, two chairs, a chair from another seat', () => {
    const chaired = (...ids: readonly string[]) => full.map((m) => ({ ...m, chair: ids.includes(m.id) }))
    expect(codes(chaired())[0]).toEqual(['committee.no-chair', 'ARS-H.1'])
    expect(codes(chaired('s1', 's2'))[0]).toEqual(['committee.two-chairs', 'ARS-H.1'])
    expect(codes(chaired('ca'))[0]).toEqual(['committee.chair-not-designee', 'ARS-H.1'])
    expect(standing(chaired('s2')).complete).toBe(true)
  })

  test.each([
    ['2026-03-01', true],
    ['2026-03-02', false],
    ['2026-03-03', false],
  ])('a member whose seat ends on March 2, on %s: complete %s', (on, complete) => {
    const members = full.map((m) => (m.id === 'lp' ? { ...m, until: '2026-03-02' } : m))
    expect(standing(members, '2026-02-20', on).complete).toBe(complete)
  })
})

describe('ARS-H.2 for how long a member sits, where the office set it (own)', () => {
  const term = (value: number): ParameterOverride => ({
    name: 'committeeTermMonths',
    value,
    from: '2024-01-01',
    authority: 'Board of Supervisors',
    resolution: '1',
  })
  const after = (on: string, months: readonly number[], from = '2024-03-02') => {
    const members = full.map((m) => (m.id === 'ca' ? { ...m, from } : m))
    const parameters = resolveParameters(home, months.map(term), on)
    return committeeStanding(home, parameters, { members, lastMeetingOn: on }, on)
  }

  test.each([
    ['2026-03-01', true],
    ['2026-03-02', false],
    ['2026-03-03', false],
  ])('from March 2, 2024 for 24 months, on %s: sits %s', (on, sits) => {
    const found = after(on, [24])
    expect(found.complete).toBe(sits)
    expect(found.seats[1]!.members).toEqual(sits ? ['ca'] : [])
    const told = found.reasons.filter((r) => r.code === 'committee.term-over')
    expect(told).toEqual(
      sits
        ? []
        : [
            {
              code: 'committee.term-over',
              clause: 'ARS-H.2',
              own: true,
              values: { member: 'ca', from: '2024-03-02', months: 24 },
            },
          ],
    )
  })

  test('from a day that the month has not: to its last', () => {
    expect(after('2026-02-27', [24], '2024-02-29').complete).toBe(true)
    expect(after('2026-02-28', [24], '2024-02-29').complete).toBe(false)
  })

  test('not set: a member sits until somebody else does', () => {
    expect(after('2026-03-02', [], '2014-03-02').complete).toBe(true)
  })

  test('chosen again, on a day of their own, they sit', () => {
    const members = [
      ...full.map((m) => (m.id === 'ca' ? { ...m, from: '2024-03-02', until: '2026-03-02' } : m)),
      member('ca', 'county-attorney', { from: '2026-03-02' }),
    ]
    const parameters = resolveParameters(home, [term(24)], '2026-03-02')
    const found = committeeStanding(home, parameters, { members, lastMeetingOn: ON }, '2026-03-02')
    expect(found.complete).toBe(true)
  })
})

describe('ARS-H.2 no less than once every three months, from the last meeting', () => {
  test.each([
    ['2026-03-31', 'not-yet', 'committee.meet-by'],
    ['2026-04-01', 'soon', 'committee.soon'],
    ['2026-04-14', 'soon', 'committee.soon'],
    ['2026-04-15', 'due', 'committee.soon'],
    ['2026-04-16', 'late', 'committee.late'],
  ])('met on January 15, on %s: %s', (on, state, code) => {
    const found = standing(full, '2026-01-15', on)
    expect(found.meeting).toMatchObject({ dueOn: '2026-04-15', state, clause: 'ARS-H.2' })
    expect(found.reasons.at(-1)).toMatchObject({ code, clause: 'ARS-H.2' })
  })

  test('from a day that the month has not: its last', () => {
    expect(standing(full, '2025-11-30', '2026-01-02').meeting!.dueOn).toBe('2026-02-28')
  })

  test('that has never met must meet', () => {
    expect(codes(full, null).at(-1)).toEqual(['committee.never-met', 'ARS-H.2'])
  })

  test.each([
    [1, true],
    [3, true],
    [4, false],
  ])('a county may meet oftener, never less often: %i months %s', (value, allowed) => {
    const override = {
      name: 'committeeMonths',
      value,
      from: '2026-01-01',
      authority: 'Sheriff',
      resolution: '1',
    }
    const set = () => resolveParameters(home, [override], ON)
    if (allowed) expect(set().values.committeeMonths!.value).toBe(value)
    else expect(set).toThrow('must be from 1 to 3')
  })
})

test.each(['compensation', 'perDiemCents', 'paid'])('ARS-H.3 never paid: %s is not a field', (field) => {
  const members = [{ ...full[0]!, [field]: 100 }]
  expect(() => standing(members)).toThrow(`members[0].${field}: is not a field here`)
  expect(home.nevers).toContainEqual({ clause: 'ARS-H.3', textCode: 'ars.never.committeePaid' })
})

describe('ARS-H.2, ARS-G a vote', () => {
  const quorum: ParameterOverride = {
    name: 'committeeQuorum',
    value: 4,
    from: '2026-01-01',
    authority: 'Committee',
    resolution: '1',
  }
  const vote = (present: number, inFavor: number, overrides = [quorum]) => {
    const ids = Array.from({ length: present }, (_, i) => `m${i}`)
    const parameters = resolveParameters(home, overrides, ON)
    return committeeVote(home, parameters, { present: ids, inFavor: ids.slice(0, inFavor) })
  }

  test.each([
    [3, 3, 'no-quorum'],
    [4, 4, 'recommended'],
    [4, 2, 'not-recommended'],
    [4, 3, 'recommended'],
    [5, 2, 'not-recommended'],
    [5, 3, 'recommended'],
  ])('%i there, %i in favor: %s', (present, inFavor, outcome) => {
    expect(vote(present, inFavor).outcome).toBe(outcome)
  })

  test('without a quorum set, the office is asked', () => {
    expect(vote(7, 7, [])).toMatchObject({ outcome: 'ask', reasons: [{ clause: 'ARS-H.2', own: true }] })
  })

  test('who was not there does not vote, and nobody votes twice', () => {
    const parameters = resolveParameters(home, [quorum], ON)
    const of = (present: readonly string[], inFavor: readonly string[]) => () =>
      committeeVote(home, parameters, { present, inFavor })
    expect(of(['a'], ['b'])).toThrow('b was not there')
    expect(of(['a', 'a'], ['a'])).toThrow('a is counted twice')
    expect(of(['a'], ['a', 'a'])).toThrow('a is counted twice')
  })
})

describe('ARS-G recommended by the committee, then approved by the sheriff', () => {
  const project: WorkProject = {
    kind: 'public-works',
    supervisedBy: 'public-agency-of-this-state',
    recommendedOn: '2026-02-01',
    approvedOn: '2026-03-02',
  }
  test.each<[Partial<WorkProject>, boolean]>([
    [{}, true],
    [{ approvedOn: '2026-03-01' }, true],
    [{ approvedOn: '2026-03-03' }, false],
    [{ approvedOn: null }, false],
    [{ recommendedOn: null }, false],
    [{ recommendedOn: '2026-03-02' }, true],
    [{ recommendedOn: '2026-02-02', approvedOn: '2026-02-01' }, false],
    [{ supervisedBy: 'community-organization' }, false],
    [{ supervisedBy: 'other' }, false],
    [{ kind: 'community', supervisedBy: 'community-organization' }, true],
    [{ kind: 'community', supervisedBy: 'public-agency-of-this-state' }, true],
    [{ kind: 'community', supervisedBy: 'other' }, false],
  ])('%j: open %s', (more, open) => {
    const found = checkProject(home, { ...project, ...more }, ON)
    expect(found.open).toBe(open)
    expect(found.reasons[0]!.clause).toBe('ARS-G')
  })
})
