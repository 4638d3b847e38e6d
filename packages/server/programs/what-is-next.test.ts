import { describe, expect, test } from 'vitest'
import { type EnrolmentState, enrolmentStates, isEnded } from './steps.ts'
import { casePath, type Standing, whatIsNext } from './what-is-next.ts'

const computed = { kind: 'worksheet', readingAsked: false } as const

const standing: Standing = {
  served: 'by-work',
  state: 'opened',
  worksheet: computed,
  waiting: [],
  fees: 'settled',
  contract: null,
  atHome: null,
}

const next = (given: Partial<Standing>) => whatIsNext({ ...standing, ...given })

describe('what is next', () => {
  test.each<[EnrolmentState, string]>([
    ['opened', 'make-appointment'],
    ['appointed', 'take-application'],
    ['applied', 'screen'],
    ['accepted', 'book'],
    ['booked', 'schedule'],
    ['active', 'schedule'],
  ])('%s: %s', (state, kind) => expect(next({ state })).toEqual({ kind, commitment: null }))

  test.each<[EnrolmentState, string]>([
    ['applied', 'screen'],
    ['accepted', 'prepare-home'],
    ['booked', 'prepare-home'],
    ['active', 'supervise'],
  ])('served at home, %s: %s', (state, kind) =>
    expect(
      next({
        served: 'at-home',
        state,
        atHome: { isOver: false, isNothingLeft: false, worn: 1, homeZone: 'in-force' },
      }).kind,
    ).toBe(kind),
  )

  test('served at home, who wears none gets a unit; on the last day it comes off, then it is completed; also one who left is not forgotten', () => {
    const home = (isOver: boolean, worn: number, state: EnrolmentState = 'active') =>
      next({ served: 'at-home', state, atHome: { isOver, isNothingLeft: false, worn, homeZone: 'in-force' } })
        .kind
    expect(home(false, 1)).toBe('supervise')
    expect(home(false, 0)).toBe('fit-unit')
    expect(home(true, 1)).toBe('take-unit-off')
    expect(home(true, 0)).toBe('complete')
    expect(home(false, 1, 'returned-to-court')).toBe('take-unit-off')
    expect(home(false, 0, 'returned-to-court')).toBe('nothing')
  })

  test.each([
    ['none', 1, false, 'draw-home-zone'],
    ['never', 1, false, 'draw-home-zone'],
    ['in-force', 1, false, 'supervise'],
    ['none', 0, false, 'fit-unit'],
    ['none', 1, true, 'take-unit-off'],
  ] as const)('EMP-0.1 home zone %s, %i units worn, sentence over %s: %s', (homeZone, worn, isOver, kind) =>
    expect(
      next({ served: 'at-home', state: 'active', atHome: { isOver, isNothingLeft: false, worn, homeZone } })
        .kind,
    ).toBe(kind),
  )

  test.each([
    ['accepted', false, false, 'prepare-home'],
    ['booked', false, false, 'prepare-home'],
    ['accepted', true, false, 'return-unserved'],
    ['booked', true, false, 'return-unserved'],
    ['accepted', true, true, 'complete'],
    ['booked', true, true, 'complete'],
  ] as const)(
    'SWR-3 %s, never placed, sentence over %s, nothing of it left %s: %s',
    (state, isOver, isNothingLeft, kind) =>
      expect(
        next({ served: 'at-home', state, atHome: { isOver, isNothingLeft, worn: 0, homeZone: 'none' } }).kind,
      ).toBe(kind),
  )

  test.each(enrolmentStates.filter(isEnded))('%s: nothing, whatever waits', (state) =>
    expect(next({ state, waiting: [{ id: 'x', isModification: true }], worksheet: null }).kind).toBe(
      'nothing',
    ),
  )

  test('WAP-P1.2 a modification comes before everything, then a further commitment', () => {
    const further = { id: 'further', isModification: false }
    const modification = { id: 'modification', isModification: true }
    expect(next({ waiting: [further, modification], worksheet: null })).toEqual({
      kind: 'follow-modification',
      commitment: 'modification',
    })
    expect(next({ waiting: [further], worksheet: null })).toEqual({
      kind: 'join-commitment',
      commitment: 'further',
    })
  })

  test('WAP-SENT.1 without a worksheet, compute it; where it cannot be, ask; where readings differ, choose', () => {
    expect(next({ worksheet: null }).kind).toBe('compute-worksheet')
    expect(next({ worksheet: { kind: 'cannot-compute', readingAsked: false } }).kind).toBe('settle-worksheet')
    expect(next({ worksheet: { kind: 'worksheet', readingAsked: true } }).kind).toBe('choose-reading')
  })

  test('WAP-FEE.1 once booked, fees that were not assessed come before the days; owed ones do not hold it up', () => {
    expect(next({ state: 'booked', fees: 'not-assessed' }).kind).toBe('assess-fees')
    expect(next({ state: 'booked', fees: 'owed' }).kind).toBe('schedule')
  })

  describe('WAP-P6.4 while working, of 20 days owed', () => {
    const working = (creditedDays: number, openDays: number) =>
      next({ state: 'active', contract: { creditedDays, openDays, owedDays: 20 } }).kind

    test('all scheduled or done: work', () => {
      expect(working(10, 10)).toBe('work')
      expect(working(19, 1)).toBe('work')
    })
    test('one short: schedule the rest', () => {
      expect(working(10, 9)).toBe('schedule-rest')
      expect(working(19, 0)).toBe('schedule-rest')
    })
    test('all credited and nothing open: complete; one still open: not yet', () => {
      expect(working(20, 0)).toBe('complete')
      expect(working(21, 0)).toBe('complete')
      expect(working(20, 1)).toBe('work')
    })
  })
})

describe('the pages of the case', () => {
  const states = (given: Partial<Standing>, ...taken: string[]) =>
    Object.fromEntries(
      casePath({ ...standing, ...given }, new Set(taken)).map(({ page, state }) => [page, state]),
    )

  test('at first only the worksheet is to be done', () =>
    expect(states({ worksheet: null, fees: 'not-assessed' }, 'opened')).toEqual({
      worksheet: 'now',
      appointment: 'later',
      application: 'later',
      screening: 'later',
      booking: 'later',
      fees: 'later',
      schedule: 'later',
      contract: 'later',
    }))

  test('at the end all is done', () =>
    expect(
      new Set(
        Object.values(
          states(
            { state: 'active', contract: { creditedDays: 1, openDays: 1, owedDays: 2 } },
            'appointed',
            'applied',
            'accepted',
            'booked',
            'scheduled',
          ),
        ),
      ),
    ).toEqual(new Set(['done'])))

  test('served at home there is no site and no contract of days, but the home', () =>
    expect(states({ served: 'at-home', state: 'accepted' }, 'appointed', 'applied', 'accepted')).toEqual({
      worksheet: 'done',
      appointment: 'done',
      application: 'done',
      screening: 'done',
      home: 'now',
      fees: 'done',
    }))

  test('a denial settles the screening', () =>
    expect(states({ state: 'denied' }, 'applied', 'denied')).toMatchObject({
      application: 'done',
      screening: 'done',
      booking: 'later',
    }))

  test('what must be done again is "now", though it was done before', () =>
    expect(states({ worksheet: { kind: 'cannot-compute', readingAsked: false } }, 'appointed')).toMatchObject(
      {
        worksheet: 'now',
        appointment: 'done',
      },
    ))
})
