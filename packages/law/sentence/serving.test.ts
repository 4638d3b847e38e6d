import { describe, expect, test } from 'vitest'
import { computeSentence, daysPassed, goodTimeStanding, pack, packs, resolveParameters } from '../index.ts'
import { booked, following } from '../testing/commitments.ts'
import type { CommitmentTerm, Pack, ParameterOverride, SentenceEvent, Worksheet } from '../types.ts'

const expanded = pack('sacramento/home-detention-expanded')
const home = pack('sacramento/home-detention')
const work = pack('sacramento/work-project')
const AS_OF = '2028-12-31'

function compute(
  p: Pack,
  commitments: readonly CommitmentTerm[],
  events: readonly SentenceEvent[] = [],
  overrides: readonly ParameterOverride[] = [],
  daysServed = 0,
) {
  const input = { commitments, daysServed, asOf: AS_OF, ...(events.length > 0 ? { events } : {}) }
  return computeSentence(p, input, resolveParameters(p, overrides, AS_OF))
}

function sheetOf(...given: Parameters<typeof compute>): Worksheet {
  const found = compute(...given)
  if (found.kind === 'cannot-compute') throw new Error(found.because.map((o) => o.code).join(', '))
  return found
}

const codesOf = (...given: Parameters<typeof compute>) => {
  const found = compute(...given)
  return found.kind === 'worksheet' ? [] : found.because.map((o) => [o.code, o.clause])
}

const shorter = (value: string): ParameterOverride => ({
  name: 'shorterTerms',
  value,
  from: '2026-01-01',
  authority: 'Sheriff',
  resolution: 'Order 3',
})

const term = (months: number, days = 0) => [booked({ id: 'a', length: { months, days } })]

describe('EMP-2.3 supervision up to 14 months, the last two on the lower level', () => {
  test('fourteen months: planned two months before the end, by the calendar', () => {
    const sheet = sheetOf(expanded, term(14))
    expect(sheet.releaseDate).toBe('2027-04-30')
    expect(sheet.stepDown).toMatchObject({
      plannedOn: '2027-03-01',
      days: 61,
      confirmedOn: null,
      ask: null,
      reason: { code: 'sentence.step-down.last-months', clause: 'EMP-2.3' },
    })
  })

  test.each([
    [-1, 'sentence.step-down.ask'],
    [0, 'sentence.step-down.last-months'],
    [1, 'sentence.step-down.over-longest'],
  ])('%i day beside fourteen months: %s', (more, code) => {
    const commitments =
      more < 0 ? [booked({ id: 'a', length: { months: 14 }, creditDays: 1 })] : term(14, more)
    expect(sheetOf(expanded, commitments).stepDown!.reason.code).toBe(code)
  })

  test('for a shorter term the office says how; until then it is asked', () => {
    expect(sheetOf(expanded, term(7)).stepDown).toMatchObject({ plannedOn: null, ask: 'shorterTerms' })
    const planned = (value: string) => sheetOf(expanded, term(7), [], [shorter(value)]).stepDown
    expect(planned('last-months')).toMatchObject({ plannedOn: '2026-08-01', ask: null })
    // 214 days, two of every fourteen months: 30 days and a half.
    expect(planned('in-proportion')).toMatchObject({ plannedOn: '2026-09-01', days: 30 })
    expect(planned('none')).toMatchObject({ plannedOn: null, days: 0, ask: null })
  })

  test('a term of less than two months is all on the lower level', () => {
    const found = sheetOf(expanded, term(1), [], [shorter('last-months')])
    expect(found.stepDown).toMatchObject({ plannedOn: '2026-03-01', days: 31 })
  })

  test('supervision begins when the person is placed; the day it was lowered is kept', () => {
    const events: SentenceEvent[] = [
      { kind: 'placed', on: '2026-05-01', jailDaysServed: 61 },
      { kind: 'step-down', on: '2027-05-03' },
    ]
    const { stepDown } = sheetOf(expanded, term(16), events)
    expect(stepDown).toMatchObject({ plannedOn: '2027-05-01', confirmedOn: '2027-05-03' })
    expect(stepDown!.reason.code).toBe('sentence.step-down.last-months')
  })

  test('nobody is stepped down from custody', () => {
    const events: SentenceEvent[] = [{ kind: 'withdrawn', on: '2026-06-01', daysServed: null }]
    expect(sheetOf(expanded, term(14), events).stepDown).toBeUndefined()
    const later: SentenceEvent[] = [...events, { kind: 'step-down', on: '2026-07-01' }]
    expect(codesOf(expanded, term(14), later).map(([code]) => code)).toEqual(['events-contradict'])
  })
})

describe('SCC-2.D loss of good time, in home detention alone', () => {
  const credited = [
    booked({ id: 'a', length: { days: 60 }, goodTimeDays: 20 }),
    following(['a'], { id: 'b', length: { days: 10 } }),
  ]
  const returned: SentenceEvent = {
    kind: 'returned',
    on: '2026-03-20',
    ending: 'rule-violation',
    daysServed: null,
  }
  const lost = (days: number, commitment = 'a'): SentenceEvent[] => [
    { kind: 'good-time-lost', on: '2026-03-20', commitment, days },
  ]

  test.each([home, expanded].map((p) => [p.name, p] as const))(
    '%s: granted, it shortens its own term',
    (_, p) => {
      expect(sheetOf(p, credited)).toMatchObject({ adjustedDays: 50, releaseDate: '2026-04-19' })
    },
  )

  test.each([
    [1, 51],
    [19, 69],
    [20, 70],
  ])('%i days taken back: %i to serve, and what follows starts later', (days, adjustedDays) => {
    const sheet = sheetOf(home, credited, [returned, ...lost(days)])
    expect(sheet.adjustedDays).toBe(adjustedDays)
    const reasons = sheet.steps.flatMap((s) => (s.kind === 'term' ? s.reasons : []))
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'sentence.good-time-lost', clause: 'SCC-2.D', own: false }),
    )
  })

  const reasonsOf = (...given: Parameters<typeof sheetOf>) =>
    sheetOf(...given).steps.flatMap((s) => (s.kind === 'term' ? s.reasons.map(({ code }) => code) : []))
  const sixty = (different: Partial<CommitmentTerm>) => [
    booked({ id: 'a', length: { days: 60 }, ...different }),
  ]

  test.each([
    [59, 1, false],
    [60, 0, true],
    [61, 0, true],
  ])('%i of 60 days granted: %i to serve; said that nothing is left: %s', (goodTimeDays, days, isSaid) => {
    const granted = sixty({ goodTimeDays })
    expect(sheetOf(home, granted).adjustedDays).toBe(days)
    expect(reasonsOf(home, granted).includes('sentence.good-time-covers')).toBe(isSaid)
  })

  test.each([
    [21, 1, false],
    [20, 0, true],
    [19, 0, true],
  ])(
    'an order leaves %i days of a term and its 20 of good time: %i to serve, said: %s',
    (left, days, isSaid) => {
      const order = booked({
        id: 'm',
        length: { days: left },
        arrival: { kind: 'modification', of: 'a', on: '2026-03-05' },
      })
      const shortened = [...sixty({ goodTimeDays: 20 }), order]
      expect(sheetOf(home, shortened).adjustedDays).toBe(days)
      expect(reasonsOf(home, shortened).includes('sentence.good-time-covers')).toBe(isSaid)
    },
  )

  test.each([
    [39, 'sentence.credit', 1],
    [40, 'sentence.credit-covers-rest', 0],
    [59, 'sentence.credit-covers-rest', 0],
    [60, 'sentence.credit-covers', 0],
  ])('20 of 60 days granted and %i credited: %s', (creditDays, code, days) => {
    const both = sixty({ goodTimeDays: 20, creditDays })
    expect(sheetOf(home, both).adjustedDays).toBe(days)
    expect(reasonsOf(home, both)).toContain(code)
  })

  test('never more than still stands, nor of a commitment that is not here', () => {
    expect(codesOf(home, credited, [returned, ...lost(21)])).toEqual([
      ['good-time-lost-more-than-granted', 'SCC-2.D'],
    ])
    expect(codesOf(home, credited, [returned, ...lost(15), ...lost(6)]).map(([code]) => code)).toEqual([
      'good-time-lost-more-than-granted',
    ])
    expect(codesOf(home, credited, [returned, ...lost(1, 'z')])).toEqual([
      ['good-time-of-missing', 'SCC-2.D'],
    ])
  })

  const standing = (p: Pack, commitments: readonly CommitmentTerm[], events: readonly SentenceEvent[] = []) =>
    goodTimeStanding(p, { commitments, daysServed: 0, asOf: AS_OF, ...(events.length > 0 ? { events } : {}) })

  test.each([
    [1, 19],
    [19, 1],
    [20, 0],
  ])('%i days lost: %i are granted and not lost yet', (days, standingDays) => {
    expect(standing(home, credited, [returned, ...lost(days)])[0]).toMatchObject({
      commitment: 'a',
      standingDays,
      lostDays: days,
    })
  })

  test('what is granted stands with its commitment; an order that changes that takes it along, or says another', () => {
    const order = (goodTimeDays?: number) =>
      booked({
        id: 'm',
        length: null,
        arrival: { kind: 'modification', of: 'a', on: '2026-03-05' },
        ...(goodTimeDays === undefined ? {} : { goodTimeDays }),
      })
    const of = (goodTimeDays?: number) => standing(home, [credited[0]!, order(goodTimeDays)])
    expect(of()).toMatchObject([{ commitment: 'm', replaces: ['a'], standingDays: 20, lostDays: 0 }])
    expect(of(0)).toMatchObject([{ commitment: 'm', standingDays: 0 }])
    expect(standing(home, [credited[0]!, order(5)], [returned, ...lost(4)])).toMatchObject([
      { commitment: 'm', standingDays: 1, lostDays: 4 },
    ])
  })

  test('nothing stands where more is on record as lost than was granted, nor where none is known', () => {
    expect(standing(home, credited, [returned, ...lost(21)])).toEqual([])
    expect(standing(work, term(1))).toEqual([])
  })

  test('returned, home again and returned again: both returns stand, without a word on the first placing', () => {
    const again: SentenceEvent[] = [
      returned,
      ...lost(3),
      { kind: 'placed', on: '2026-03-30', jailDaysServed: 0 },
    ]
    expect(sheetOf(home, credited, again)).toMatchObject({ adjustedDays: 53 })
    expect(sheetOf(home, credited, again).custody).toBeUndefined()
    const twice: SentenceEvent[] = [...again, { ...returned, on: '2026-04-06' } as SentenceEvent]
    expect(sheetOf(home, credited, twice).custody).toMatchObject({ from: '2026-04-06' })
  })

  test('nowhere else can a field hold it: not in work, not before trial', () => {
    const without = [...packs.values()].filter((p) => !p.sentence.goodTime)
    expect(without.map((p) => p.name)).toContain('sacramento/pretrial-sheriff')
    expect(without.map((p) => p.name)).toContain('contra-costa/work-alternative')
    for (const p of without) expect(() => compute(p, credited)).toThrow('goodTimeDays: is not a field here')
    expect(() => compute(work, term(1), lost(1))).toThrow('must be one of')
  })
})

describe('a participant withdraws: the rest is served in custody', () => {
  const withdrawn = (daysServed: number | null): SentenceEvent[] => [
    { kind: 'withdrawn', on: '2026-03-11', daysServed },
  ]
  const programs = [...packs.values()].filter((p) => p.sentence.events.includes('withdrawn'))

  test.each(programs.map((p) => [p.name, p] as const))('%s', (_, p) => {
    const offence = p.sentence.jailFirst === null ? {} : { offence: 'other' }
    const placed: SentenceEvent[] = p.sentence.events.includes('placed')
      ? [{ kind: 'placed', on: '2026-03-01', jailDaysServed: 0 }]
      : []
    const commitments = [booked({ id: 'a', length: { days: 30 }, ...offence })]
    const left = (daysServed: number | null) =>
      sheetOf(p, commitments, [...placed, ...withdrawn(daysServed)]).custody!
    expect(left(4)).toMatchObject({ days: 26, until: '2026-04-05' })
    const byCredit = p.sentence.counts === 'days-of-work'
    expect(left(null)).toMatchObject(
      byCredit
        ? { daysServed: 0, days: 30, until: '2026-04-09' }
        : { daysServed: 10, days: 20, until: '2026-03-30' },
    )
    for (const reason of left(null).reasons) expect(p.clauses.map((c) => c.id)).toContain(reason.clause)
  })

  test.each([
    ['contra-costa/work-alternative', 'WAP-CRED.1', false],
    ['sacramento/work-project', 'SWR-2', true],
  ] as const)('%s: %s a work day satisfies a day, not a day of the calendar', (name, clause, own) => {
    const p = pack(name)
    const placed: SentenceEvent[] = p.sentence.events.includes('placed')
      ? [{ kind: 'placed', on: '2026-03-01', jailDaysServed: 0 }]
      : []
    const commitments = [booked({ id: 'a', length: { days: 30 } })]
    const events = [...placed, ...withdrawn(null)]
    for (const [daysServed, days] of [
      [6, 24],
      [7, 23],
      [30, 0],
    ]) {
      const found = sheetOf(p, commitments, events, [], daysServed)
      expect(found.custody).toMatchObject({ daysServed, days })
      expect(found.custody!.reasons.at(-1)).toMatchObject({ code: 'sentence.custody.by-credit', clause, own })
    }
  })
})

describe('SWR-3 the days of a sentence that lie before a day', () => {
  const sheet = sheetOf(home, [booked({ id: 'a', length: { days: 10 } })])

  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 0],
    ['2026-03-02', 1],
    ['2026-03-10', 9],
    ['2026-03-11', 10],
    ['2026-03-12', 10],
  ])('before %s: %i', (on, days) => {
    expect(daysPassed(sheet, on)).toBe(days)
  })
})
