import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOf } from '../days.ts'
import { planDays } from '../index.ts'
import { ON, parametersOf, wap } from '../testing/wap.ts'
import type { Day, DayPlanInput, Weekday } from '../types.ts'

const EVERY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** Places on each day of some weeks after the booking. */
function placesFrom(first: Day, days: number, places = 5): Readonly<Record<Day, number>> {
  return Object.fromEntries(Array.from({ length: days }, (_, i) => [addDays(first, i), places]))
}

/** Booked on Monday, March 2; places on every day of the ten weeks after. */
const input = (more: Partial<DayPlanInput> = {}): DayPlanInput => ({
  purpose: 'first',
  daysToSchedule: 3,
  employed: true,
  exceptions: [],
  availableWeekdays: null,
  unavailableDays: [],
  notBefore: null,
  bookedOn: ON,
  earlyStartAllowed: false,
  siteOpenWeekdays: EVERY,
  closures: [],
  placesLeft: placesFrom('2026-03-03', 70),
  alreadyScheduled: [],
  lastDay: '2026-05-10',
  ...more,
})
const plan = (more: Partial<DayPlanInput> = {}, values: Readonly<Record<string, number>> = {}) =>
  planDays(wap, parametersOf(values), input(more))
const daysOf = (more: Partial<DayPlanInput> = {}) => plan(more).days.map((d) => d.on)
const whyNot = (more: Partial<DayPlanInput>, on: Day) => plan(more).skipped.find((s) => s.on === on)?.reason

describe('WAP-P4.2 which days of the week', () => {
  test.each([
    [4, 'weekdays', 'days.few'],
    [5, 'weekdays', 'days.few'],
    [6, 'weekdays-and-weekends', 'days.many'],
    [7, 'weekdays-and-weekends', 'days.many'],
  ])('%i days to schedule, employed: %s', (daysToSchedule, weekdays, code) => {
    const { pattern, days } = plan({ daysToSchedule })
    expect(pattern.weekdays).toBe(weekdays)
    expect(pattern.reasons.at(-1)).toMatchObject({ code, clause: 'WAP-P4.2', own: false })
    expect(days.some((d) => d.weekday > 5)).toBe(weekdays !== 'weekdays')
  })

  test('WAP-P4.2 six days or more: weekends and weekdays, one weekend day in each week', () => {
    expect(daysOf({ daysToSchedule: 6 })).toEqual([
      '2026-03-09',
      '2026-03-10',
      '2026-03-14',
      '2026-03-16',
      '2026-03-17',
      '2026-03-21',
    ])
  })

  test('a single day left in a week is the earliest, not the weekend', () => {
    expect(daysOf({ daysToSchedule: 7 }).at(-1)).toBe('2026-03-23')
  })

  test('five days or fewer: weekdays, the earliest, three a week', () => {
    expect(daysOf({ daysToSchedule: 5 })).toEqual([
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-16',
      '2026-03-17',
    ])
  })

  test('unemployed: weekdays, which wins over six or more (own)', () => {
    const { pattern, days } = plan({ daysToSchedule: 20, employed: false })
    expect(pattern.reasons.at(-1)).toMatchObject({ code: 'days.unemployed', own: true })
    expect(days.every((d) => d.weekday <= 5)).toBe(true)
  })

  test('not asked whether employed: weekdays until then, and asked where it matters', () => {
    const many = plan({ daysToSchedule: 6, employed: null })
    expect(many.pattern.weekdays).toBe('weekdays')
    expect(many.missing).toEqual([
      { of: 'fact', name: 'employed', question: 'days.question.employed', clauses: ['WAP-P4.2'] },
    ])
    expect(plan({ daysToSchedule: 5, employed: null }).missing).toEqual([])
  })

  test('never more than three in a week, those already scheduled counted', () => {
    const alreadyScheduled = ['2026-03-09', '2026-03-10', '2026-03-17']
    expect(daysOf({ alreadyScheduled, daysToSchedule: 4 })).toEqual([
      '2026-03-11',
      '2026-03-16',
      '2026-03-18',
      '2026-03-23',
    ])
    expect(
      daysOf({ alreadyScheduled: [...alreadyScheduled, ...alreadyScheduled], daysToSchedule: 4 }),
    ).toEqual(daysOf({ alreadyScheduled, daysToSchedule: 4 }))
    expect(whyNot({ alreadyScheduled }, '2026-03-09')).toMatchObject({ code: 'days.already-scheduled' })
    expect(whyNot({ alreadyScheduled }, '2026-03-12')).toMatchObject({
      code: 'days.week-full',
      values: { daysAWeek: 3 },
    })
  })

  test('a week that has more than enough already takes none', () => {
    const alreadyScheduled = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12']
    expect(daysOf({ alreadyScheduled, daysToSchedule: 1 })).toEqual(['2026-03-16'])
  })

  test('a weekend day already scheduled is that week’s weekend day', () => {
    const days = daysOf({ alreadyScheduled: ['2026-03-14'], daysToSchedule: 6 })
    expect(days.slice(0, 2)).toEqual(['2026-03-09', '2026-03-10'])
  })
})

describe('WAP-P4.2 exceptions', () => {
  const jobLoss = { kind: 'job-loss', verified: true, weekdays: [6, 7] } as const

  test('verified that weekday work would cost the job: weekends, even with five days or fewer', () => {
    const { pattern, days } = plan({ exceptions: [jobLoss] })
    expect(pattern).toMatchObject({ weekdays: 'as-excepted', allowed: [6, 7], daysAWeek: 3 })
    expect(pattern.reasons.at(-1)).toMatchObject({ code: 'days.exception.job-loss', clause: 'WAP-P4.2' })
    expect(days.map((d) => d.on)).toEqual(['2026-03-14', '2026-03-15', '2026-03-21'])
  })

  test('not verified: nothing changes, and it is said', () => {
    const { pattern } = plan({ exceptions: [{ ...jobLoss, verified: false }] })
    expect(pattern.weekdays).toBe('weekdays')
    expect(pattern.reasons.at(-1)).toMatchObject({ code: 'days.exception-not-verified.job-loss' })
  })

  test('a medical one may ask for fewer days a week; two of them hold together', () => {
    const medical = { kind: 'medical', verified: true, weekdays: [1, 6], daysAWeek: 1 } as const
    expect(daysOf({ exceptions: [medical] })).toEqual(['2026-03-09', '2026-03-16', '2026-03-23'])
    expect(daysOf({ exceptions: [medical, jobLoss] })).toEqual(['2026-03-14', '2026-03-21', '2026-03-28'])
    const none = plan({ exceptions: [{ ...medical, weekdays: [] }] })
    expect(none.outcome).toBe('no-day-found')
  })

  test('with a verified exception, employment no longer matters', () => {
    expect(plan({ daysToSchedule: 9, employed: null, exceptions: [jobLoss] }).missing).toEqual([])
  })
})

describe('WAP-P5.2 re-scheduling', () => {
  test('verified valid absence: as at the first interview', () => {
    const first = plan({ daysToSchedule: 6 })
    expect(plan({ purpose: 're-schedule-valid', daysToSchedule: 6 })).toEqual(first)
  })

  test('not valid: the program’s convenience; preferences are not asked, impossible days are kept free', () => {
    const more = { availableWeekdays: [3], unavailableDays: ['2026-03-10'], employed: null } as const
    const { pattern, days, missing } = plan({ purpose: 're-schedule-not-valid', ...more })
    expect(pattern.reasons.at(-1)).toMatchObject({ code: 'days.program-convenience', clause: 'WAP-P5.2' })
    expect(days.map((d) => d.on)).toEqual(['2026-03-09', '2026-03-11', '2026-03-14'])
    expect(missing).toEqual([])
    expect(daysOf({ purpose: 're-schedule-valid', ...more })).toEqual([
      '2026-03-11',
      '2026-03-18',
      '2026-03-25',
    ])
  })

  test('the exceptions of P4.2 hold there too', () => {
    const jobLoss = { kind: 'job-loss', verified: true, weekdays: [7] } as const
    expect(daysOf({ purpose: 're-schedule-not-valid', exceptions: [jobLoss], daysToSchedule: 1 })).toEqual([
      '2026-03-15',
    ])
  })
})

describe('WAP-P6.1 a week’s notice', () => {
  test('six days ahead is refused, seven is not, eight is not', () => {
    const places = { '2026-03-08': 1, '2026-03-09': 1, '2026-03-10': 1 }
    const { days, skipped } = plan({ placesLeft: places, daysToSchedule: 6 })
    expect(days.map((d) => d.on)).toEqual(['2026-03-09', '2026-03-10'])
    expect(skipped.find((s) => s.on === '2026-03-08')!.reason).toMatchObject({
      code: 'days.within-notice',
      clause: 'WAP-P6.1',
      own: true,
      values: { notice: 7 },
    })
  })

  test('a supervisor allows it: from the day after the booking', () => {
    expect(daysOf({ earlyStartAllowed: true, daysToSchedule: 2 })).toEqual(['2026-03-03', '2026-03-04'])
  })

  test('the office’s own notice', () => {
    const days = plan({ daysToSchedule: 1 }, { firstDayNoticeDays: 10 }).days.map((d) => d.on)
    expect(days).toEqual(['2026-03-12'])
  })
})

describe('every day that is not taken says why', () => {
  test.each<[string, Partial<DayPlanInput>, string]>([
    ['WAP-P4.1 start postponed', { notBefore: '2026-03-10' }, 'days.postponed'],
    [
      'WAP-P4.2 not in the pattern',
      { exceptions: [{ kind: 'medical', verified: true, weekdays: [2, 3, 4] }] },
      'days.not-in-pattern',
    ],
    ['not available on that weekday', { availableWeekdays: [2, 3, 4] }, 'days.person-unavailable'],
    ['a hearing on that day', { unavailableDays: ['2026-03-09'] }, 'days.person-unavailable'],
    ['a holiday', { closures: [{ on: '2026-03-09', kind: 'holiday' }] }, 'days.holiday'],
    ['the site closed', { closures: [{ on: '2026-03-09', kind: 'site-closed' }] }, 'days.site-closed'],
    ['the site does not work Mondays', { siteOpenWeekdays: [2, 3, 4] }, 'days.site-not-open'],
    ['full', { placesLeft: { ...placesFrom('2026-03-03', 70), '2026-03-09': 0 } }, 'days.full'],
    ['not offered', { placesLeft: placesFrom('2026-03-10', 60) }, 'days.not-offered'],
  ])('%s', (_, more, code) => {
    expect(whyNot(more, '2026-03-09')).toMatchObject({ code })
    expect(daysOf(more)).toEqual(['2026-03-10', '2026-03-11', '2026-03-12'])
  })

  test.each([
    [0, 'days.full'],
    [undefined, 'days.not-offered'],
  ])('WAP-SITE.2 people requested on a day, less those down for it: %s left', (left, code) => {
    const { '2026-03-09': _, ...others } = placesFrom('2026-03-03', 70)
    const placesLeft = left === undefined ? others : { ...others, '2026-03-09': left }
    expect(whyNot({ placesLeft }, '2026-03-09')).toMatchObject({ code, clause: 'WAP-SITE.2', own: false })
    expect(daysOf({ placesLeft: { ...others, '2026-03-09': 1 } })).toContain('2026-03-09')
  })

  test('each day from the booking to the last one planned is either taken or explained', () => {
    const { days, skipped } = plan({ daysToSchedule: 6 })
    const last = days.at(-1)!.on
    const all = [...days, ...skipped].map((d) => d.on).toSorted()
    expect(all[0]).toBe('2026-03-03')
    expect(all.at(-1)).toBe(last)
    expect(all).toHaveLength(dateOf('2026-03-02').until(dateOf(last)).days)
  })

  test('weekdays passed over for the weekend day are not needed', () => {
    expect(whyNot({ daysToSchedule: 6 }, '2026-03-12')).toMatchObject({ code: 'days.week-full' })
    const two = plan({ daysToSchedule: 8 }).skipped.filter((s) => s.reason.code === 'days.not-needed')
    expect(two.map((s) => s.on)).toEqual(['2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27'])
  })
})

describe('the outcome', () => {
  test('planned, partly, not at all, nothing to plan', () => {
    expect(plan()).toMatchObject({ outcome: 'planned', short: 0 })
    const partly = plan({ placesLeft: { '2026-03-09': 1 }, daysToSchedule: 2 })
    expect(partly).toMatchObject({ outcome: 'partly-planned', short: 1 })
    expect(partly.skipped.at(-1)!.on).toBe('2026-05-10')
    expect(plan({ placesLeft: {} })).toMatchObject({ outcome: 'no-day-found', short: 3, days: [] })
    expect(plan({ daysToSchedule: 0 })).toMatchObject({ outcome: 'nothing-to-plan', short: 0, skipped: [] })
  })

  test('what does not fit is refused', () => {
    expect(() => plan({ daysToSchedule: -1 })).toThrow('daysToSchedule: must be from 0')
    expect(() => plan({ lastDay: '2029-03-06' })).toThrow('lastDay: is more than 1098 days after the booking')
    expect(() => plan({ availableWeekdays: [0 as Weekday] })).toThrow(
      'availableWeekdays[0]: must be from 1 to 7',
    )
  })
})

test('properties: within the notice, the pattern, the places and three a week, nothing planned twice', () => {
  const offset = fc.nat(60)
  const days = fc.array(
    offset.map((n) => addDays(ON, n)),
    { maxLength: 12 },
  )
  const situation = fc.record({
    purpose: fc.constantFrom(
      'first' as const,
      're-schedule-valid' as const,
      're-schedule-not-valid' as const,
    ),
    daysToSchedule: fc.nat(20),
    employed: fc.option(fc.boolean()),
    unavailableDays: days,
    alreadyScheduled: days,
    places: fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
    siteOpenWeekdays: fc.subarray([...EVERY]),
  })
  fc.assert(
    fc.property(situation, ({ places, ...more }) => {
      const placesLeft = Object.fromEntries(places.map((left, i) => [addDays(ON, i), left]))
      const found = plan({ ...more, placesLeft })
      const planned = found.days.map((d) => d.on)
      expect(new Set(planned).size).toBe(planned.length)
      expect(planned).toEqual(planned.toSorted())
      expect(planned.length + found.short).toBe(more.daysToSchedule)
      const weeks = Map.groupBy([...new Set([...planned, ...more.alreadyScheduled])], (on) =>
        dateOf(on)
          .subtract({ days: dateOf(on).dayOfWeek - 1 })
          .toString(),
      )
      for (const { on, weekday } of found.days) {
        expect(on >= addDays(ON, 7)).toBe(true)
        expect(placesLeft[on]).toBeGreaterThan(0)
        expect(found.pattern.allowed).toContain(weekday)
        expect(more.siteOpenWeekdays).toContain(weekday)
        expect(more.unavailableDays).not.toContain(on)
        expect(more.alreadyScheduled).not.toContain(on)
        const monday = dateOf(on)
          .subtract({ days: weekday - 1 })
          .toString()
        expect(weeks.get(monday)!.length).toBeLessThanOrEqual(3)
      }
    }),
  )
})
