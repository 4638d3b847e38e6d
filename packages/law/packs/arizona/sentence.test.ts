import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../days.ts'
import { computeSentence, pack, resolveParameters } from '../../index.ts'
import { booked, following } from '../../testing/commitments.ts'
import type {
  CommitmentTerm,
  ParameterOverride,
  SentenceEvent,
  SentenceInput,
  Worksheet,
} from '../../types.ts'

const dui = pack('arizona/dui-home-detention')
const work = pack('arizona/work-and-restitution')
const AS_OF = '2027-12-31'

const setting = (name: string, value: string | number): ParameterOverride => ({
  name,
  value,
  from: '2026-01-01',
  authority: 'Board of Supervisors',
  resolution: '2026/3',
})

function compute(
  commitments: readonly CommitmentTerm[],
  more: Partial<SentenceInput> = {},
  overrides: readonly ParameterOverride[] = [],
  p = dui,
) {
  const input = { commitments, daysServed: 0, asOf: AS_OF, ...more }
  return computeSentence(p, input, resolveParameters(p, overrides, input.asOf))
}

function sheetOf(...given: Parameters<typeof compute>): Worksheet {
  const found = compute(...given)
  if (found.kind === 'cannot-compute') throw new Error(found.because.map((o) => o.code).join(', '))
  return found
}

const obstaclesOf = (...given: Parameters<typeof compute>) => {
  const found = compute(...given)
  return found.kind === 'worksheet' ? [] : found.because.map((o) => [o.code, o.clause])
}

const extreme = (days: number, more: Partial<CommitmentTerm> = {}): CommitmentTerm =>
  booked({ id: 'a', length: { days }, offence: '28-1382-D', ...more })

const after = setting('jailShareOf', 'after-suspension')
const noCredit = setting('jailCredit', 'does-not-count')

describe('ARS-M.3 a fifth of the initial term in jail first, rounded up', () => {
  test.each([
    [1, 1],
    [4, 1],
    [5, 1],
    [6, 2],
    [9, 2],
    [10, 2],
    [11, 3],
    [14, 3],
    [30, 6],
    [31, 7],
  ])('%i days: %i in jail', (days, jail) => {
    const sheet = sheetOf([extreme(days)])
    expect(sheet.jail).toMatchObject({ days: jail, daysLeft: jail, shareOf: 'whole-term' })
    const [reason] = sheet.jail!.terms[0]!.reasons
    expect(reason).toMatchObject({ code: 'sentence.jail.share', clause: 'ARS-M.3', own: true })
    expect(sheet.clauses).toContain('ARS-M.3')
  })

  test.each(['28-1381-K', '28-1382-D', '28-1382-E'])('%s', (offence) => {
    expect(sheetOf([extreme(30, { offence })]).jail!.days).toBe(6)
  })

  test('from the whole term or what is left after suspension: the result says which, and the other figure', () => {
    const whole = sheetOf([extreme(30, { suspendedDays: 21 })])
    expect(whole).toMatchObject({ adjustedDays: 9, jail: { days: 6, shareOf: 'whole-term' } })
    expect(whole.jail!.terms[0]).toMatchObject({ baseDays: 30, percent: 20 })
    expect(whole.jail!.terms[0]!.reasons.at(-1)).toMatchObject({
      code: 'sentence.jail.other-reading',
      values: { days: 6, other: 2 },
    })
    const left = sheetOf([extreme(30, { suspendedDays: 21 })], {}, [after])
    expect(left.jail).toMatchObject({ days: 2, shareOf: 'after-suspension', terms: [{ baseDays: 9 }] })
  })

  test('where both readings agree, nothing is said of the other', () => {
    const codes = sheetOf([extreme(30, { suspendedDays: 4 })], {}, [after]).jail!.terms[0]!.reasons
    expect(codes.map((r) => r.code)).not.toContain('sentence.jail.other-reading')
  })

  test.each([
    [5, 5],
    [6, 6],
    [7, 6],
  ])('never more than is served: %i left of thirty, %i in jail', (left, jail) => {
    const sheet = sheetOf([extreme(30, { suspendedDays: 30 - left })])
    expect(sheet.jail!.days).toBe(jail)
    const codes = sheet.jail!.terms[0]!.reasons.map((r) => r.code)
    expect(codes.includes('sentence.jail.all')).toBe(left < 6)
  })

  test('months run by the calendar before the share is taken', () => {
    expect(sheetOf([extreme(0, { length: { months: 6 } })]).jail!.days).toBe(Math.ceil(184 / 5))
  })
})

describe('ARS-M.2 at least one day under 28-1381(I)', () => {
  test('one day, whatever the term', () => {
    const sheet = sheetOf([extreme(10, { offence: '28-1381-I' })])
    expect(sheet.jail).toMatchObject({ days: 1, placeFrom: '2026-03-02' })
    expect(sheet.jail!.terms[0]!.reasons).toMatchObject([{ code: 'sentence.jail.days', clause: 'ARS-M.2' }])
  })

  test('another offense asks for none; one that is not stated is asked for', () => {
    expect(sheetOf([extreme(10, { offence: 'other' })]).jail).toMatchObject({
      days: 0,
      placeFrom: '2026-03-01',
    })
    expect(obstaclesOf([extreme(10, { offence: null })])).toEqual([['no-offence', 'ARS-M.2']])
  })
})

describe('credit, concurrency and placement', () => {
  test.each([
    [0, 6, '2026-03-07'],
    [5, 1, '2026-03-02'],
    [6, 0, '2026-03-01'],
    [7, 0, '2026-03-01'],
  ])(
    'credit of %i days was time in jail: %i left there, placed from %s',
    (creditDays, daysLeft, placeFrom) => {
      expect(sheetOf([extreme(30, { creditDays })]).jail).toMatchObject({ days: 6, daysLeft, placeFrom })
    },
  )

  test('where the county does not count it, all days come again', () => {
    expect(sheetOf([extreme(30, { creditDays: 6 })], {}, [noCredit]).jail).toMatchObject({
      creditDays: 0,
      daysLeft: 6,
    })
  })

  test.each([
    ['2026-03-01', 12, '2026-03-13'],
    ['2026-03-04', 15, '2026-03-16'],
    ['2026-03-07', 18, '2026-03-19'],
    ['2026-03-08', 18, '2026-03-20'],
  ])(
    'concurrent from another day: its days in jail are days of its own; from %s %i, placed %s',
    (startsOn, days, on) => {
      const other = extreme(60, { id: 'b', startsOn, sentencedOn: startsOn, offence: '28-1381-K' })
      const { jail } = sheetOf([extreme(30), other])
      expect(jail!.terms.map((term) => term.days)).toEqual([6, 12])
      expect(jail).toMatchObject({ days, daysLeft: days, placeFrom: on })
    },
  )

  test('a later commitment that asks for none moves nothing', () => {
    const other = extreme(60, {
      id: 'b',
      startsOn: '2026-03-20',
      sentencedOn: '2026-03-20',
      offence: 'other',
    })
    expect(sheetOf([extreme(30), other]).jail).toMatchObject({ days: 6, placeFrom: '2026-03-07' })
  })

  test('concurrent at once, consecutive one after the other', () => {
    const other = { id: 'b', length: { days: 45 }, offence: '28-1382-E' }
    expect(sheetOf([extreme(30), booked(other)]).jail!.days).toBe(9)
    expect(sheetOf([extreme(30), following(['a'], other)]).jail!.days).toBe(15)
  })

  test.each([
    [5, 1, true],
    [6, 0, false],
    [7, 0, false],
  ])('placed after %i days in jail: %i left', (jailDaysServed, daysLeft, early) => {
    const events: SentenceEvent[] = [{ kind: 'placed', on: '2026-03-08', jailDaysServed }]
    const { jail } = sheetOf([extreme(30)], { events })
    expect(jail).toMatchObject({ daysServed: jailDaysServed, daysLeft })
    expect(jail!.notes.map((n) => n.code).includes('sentence.jail.placed-early')).toBe(early)
  })

  test('a modification that says nothing of offense or suspension leaves them as they were', () => {
    const order: CommitmentTerm = {
      ...booked({ id: 'b', length: { days: 45 }, startsOn: null }),
      arrival: { kind: 'modification', of: 'a', on: '2026-03-02' },
    }
    expect(sheetOf([extreme(30, { suspendedDays: 10 }), order])).toMatchObject({
      adjustedDays: 35,
      jail: { days: 9 },
    })
  })

  test.each([
    [29, []],
    [30, []],
    [31, [['suspended-more-than-term', 'ARS-M.3']]],
  ])('%i of thirty days suspended', (suspendedDays, expected) => {
    expect(obstaclesOf([extreme(30, { suspendedDays })])).toEqual(expected)
  })
})

const placed: SentenceEvent = { kind: 'placed', on: '2026-03-07', jailDaysServed: 6 }

describe('back to jail', () => {
  test.each([
    ['I', 'ARS-I', false],
    ['Q', 'ARS-Q', true],
    ['O.1', 'ARS-O.1', false],
    ['O.2', 'ARS-O.2', false],
    ['P', 'ARS-P', false],
  ])('ARS-%s: the rest of the term, coded and cited', (ending, clause, own) => {
    const events: SentenceEvent[] = [placed, { kind: 'returned', on: '2026-03-15', ending, daysServed: null }]
    expect(sheetOf([extreme(30)], { events }).custody).toMatchObject({
      kind: 'returned',
      ending,
      from: '2026-03-15',
      daysServed: 14,
      days: 16,
      until: '2026-03-30',
      reasons: [{ code: 'sentence.custody.returned', clause, own }, { code: 'sentence.custody.by-calendar' }],
    })
  })

  test('an ending of another program is refused with those of this one', () => {
    const events: SentenceEvent[] = [{ kind: 'returned', on: '2026-03-15', ending: 'O.2', daysServed: null }]
    const alcohol = pack('arizona/continuous-alcohol-monitoring')
    expect(() => compute([extreme(30)], { events }, [], alcohol)).toThrow('must be one of')
  })

  test.each([
    [29, 1, '2026-03-20'],
    [30, 0, null],
  ])('%i days on record: %i left', (daysServed, days, until) => {
    const events: SentenceEvent[] = [placed, { kind: 'returned', on: '2026-03-20', ending: 'P', daysServed }]
    expect(sheetOf([extreme(30)], { events }).custody).toMatchObject({ days, until })
  })

  test('more than was owed: an officer must look', () => {
    const events: SentenceEvent[] = [
      placed,
      { kind: 'returned', on: '2026-03-20', ending: 'P', daysServed: 31 },
    ]
    expect(obstaclesOf([extreme(30)], { events })).toEqual([['custody-served-more-than-owed', 'ARS-A']])
  })

  test('a withdrawal is computed before it is confirmed', () => {
    const commitments = [booked({ id: 'a', length: { days: 30 } })]
    const events: SentenceEvent[] = [{ kind: 'withdrawn', on: '2026-03-11', daysServed: null }]
    expect(sheetOf(commitments, { events }, [], work).custody).toMatchObject({
      kind: 'withdrawn',
      ending: null,
      days: 20,
      until: '2026-03-30',
      reasons: [{ code: 'sentence.custody.withdrawn', clause: 'ARS-A', own: true }, {}],
    })
  })

  test('placed again after a return, nothing is left in custody', () => {
    const events: SentenceEvent[] = [
      placed,
      { kind: 'returned', on: '2026-03-15', ending: 'I', daysServed: null },
      { kind: 'placed', on: '2026-03-18', jailDaysServed: 9 },
    ]
    const sheet = sheetOf([extreme(30)], { events })
    expect(sheet.custody).toBeUndefined()
    expect(sheet.jail).toMatchObject({ daysServed: 9, daysLeft: 0 })
  })
})

describe('cannot compute, because', () => {
  const returned = (on: string): SentenceEvent => ({ kind: 'returned', on, ending: 'I', daysServed: null })
  test.each<[string, readonly SentenceEvent[]]>([
    ['event-after-as-of', [{ ...placed, on: '2028-01-01' }]],
    ['event-before-sentence', [{ ...placed, on: '2026-02-28' }]],
    ['events-contradict', [placed, { ...placed, on: '2026-03-08' }]],
    ['events-contradict', [returned('2026-03-10')]],
    ['events-contradict', [placed, returned('2026-03-10'), returned('2026-03-11')]],
    [
      'jail-served-goes-back',
      [placed, returned('2026-03-10'), { ...placed, on: '2026-03-12', jailDaysServed: 5 }],
    ],
  ])('%s', (code, events) => {
    expect(obstaclesOf([extreme(30)], { events }).map(([found]) => found)).toEqual([code])
  })

  test('parameters are needed here, and must be those of the day', () => {
    const input = { commitments: [extreme(30)], daysServed: 0, asOf: AS_OF }
    expect(() => computeSentence(dui, input)).toThrow('are needed')
    const other = resolveParameters(dui, [], '2026-03-02')
    expect(() => computeSentence(dui, input, other)).toThrow('were resolved for')
  })
})

describe('no good time, in any Arizona program', () => {
  test.each(['goodTimeDays', 'conductCredit'])('%s is not a field', (field) => {
    const commitment = { ...extreme(30), [field]: 3 } as CommitmentTerm
    expect(() => compute([commitment])).toThrow('is not a field here')
  })

  test('where no days in jail come first, no field can hold them', () => {
    expect(() => compute([extreme(30)], {}, [], work)).toThrow('offence: is not a field here')
  })
})

describe('properties', () => {
  const terms = fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 200 }),
      creditDays: fc.nat(40),
      offence: fc.constantFrom('28-1381-I', '28-1381-K', '28-1382-D', '28-1382-E', 'other'),
      follows: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  const commitmentsOf = (drawn: typeof terms extends fc.Arbitrary<infer T> ? T : never) =>
    drawn.map(({ days, creditDays, offence, follows }, i) => {
      const given = { id: `c${i}`, length: { days }, creditDays, offence }
      return follows && i > 0 ? following([`c${i - 1}`], given) : booked(given)
    })

  test('ARS-M.3 days in jail are whole, at least a fifth, less than a fifth and a day, never above the term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
        const { days: jail } = sheetOf([extreme(days)]).jail!
        expect(jail * 5).toBeGreaterThanOrEqual(days)
        expect((jail - 1) * 5).toBeLessThan(days)
        expect(jail).toBeLessThanOrEqual(days)
      }),
    )
  })

  test('the order of commitments and events does not matter', () => {
    const events: SentenceEvent[] = [
      { ...placed, on: '2026-03-02', jailDaysServed: 0 },
      { kind: 'returned', on: '2026-03-05', ending: 'I', daysServed: 0 },
    ]
    fc.assert(
      fc.property(terms, fc.boolean(), (drawn, swap) => {
        const commitments = commitmentsOf(drawn)
        const other = [...commitments].reverse()
        expect(compute(other, { events: swap ? [...events].reverse() : events })).toEqual(
          compute(commitments, { events }),
        )
      }),
    )
  })

  test('what was served and what is left are the sentence, on whatever day the person returns', () => {
    fc.assert(
      fc.property(terms, fc.nat(300), (drawn, later) => {
        const on = addDays('2026-03-02', later)
        const events: SentenceEvent[] = [
          { kind: 'placed', on: '2026-03-01', jailDaysServed: 400 },
          { kind: 'withdrawn', on, daysServed: null },
        ]
        const sheet = sheetOf(commitmentsOf(drawn), { events })
        expect(sheet.custody!.daysServed + sheet.custody!.days).toBe(sheet.adjustedDays)
      }),
    )
  })
})
