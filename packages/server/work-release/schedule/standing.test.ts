import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { nothingAsked } from './circumstances.ts'
import { known } from './known.ts'
import { type ContractDay, type Mark, purposeOf, type Standing, standingOn } from './standing.ts'

const today = Temporal.PlainDate.from('2026-03-04')
const dayOf = (on: string, standing: Standing, mark: Mark | null, different: Partial<ContractDay> = {}): ContractDay => ({
  id: on, siteId: 's', siteName: 'Site', day: Temporal.PlainDate.from(on), contractVersion: 1, mark,
  markNumber: mark ? 1 : 0, minutes: null, creditedDays: standing === 'worked' ? 1 : 0, standing, rescheduled: false,
  ...different,
}) // biome-ignore format: a row

describe('where a contract stands', () => {
  const days = [
    dayOf('2026-03-02', 'worked', 'worked'),
    dayOf('2026-03-03', 'missed', 'absent-unexcused'),
    dayOf('2026-03-04', 'open', null),
    dayOf('2026-03-05', 'open', null),
  ]

  test('a day that has come and is not reported waits; a lost day is put in again', () => {
    const standing = standingOn(days, 4, today)
    expect(standing).toMatchObject({ owed: 3, credited: 1, short: 1 })
    expect(standing.waiting.map((day) => day.id)).toEqual(['2026-03-04'])
    expect(standing.ahead.map((day) => day.id)).toEqual(['2026-03-05'])
    expect(standing.toReschedule.map((day) => day.id)).toEqual(['2026-03-03'])
  })

  test('a sentence made shorter needs no day in place of the lost one, and one more made shorter takes one off', () => {
    expect(standingOn(days, 3, today)).toMatchObject({ short: 0, toReschedule: [] })
    expect(standingOn(days, 2, today)).toMatchObject({ short: -1, toReschedule: [] })
  })

  test('credit above the sentence owes nothing', () => {
    expect(standingOn([dayOf('2026-03-02', 'worked', 'worked')], 0, today)).toMatchObject({
      owed: 0,
      short: 0,
    })
  })

  test('WAP-P5.2 only verified absences and days stood down by the site re-schedule as at the first interview', () => {
    const purpose = (...lost: ContractDay[]) => purposeOf(1, standingOn(lost, lost.length, today))
    expect(purposeOf(0, standingOn([], 3, today))).toBe('first')
    expect(purpose(dayOf('2026-03-02', 'missed', 'absent-excused'))).toBe('re-schedule-valid')
    expect(purpose(dayOf('2026-03-02', 'stood-down', 'stood-down'))).toBe('re-schedule-valid')
    expect(purpose(dayOf('2026-03-02', 'missed', 'absent-unexcused'))).toBe('re-schedule-not-valid')
    expect(purpose(dayOf('2026-03-02', 'incomplete', 'sent-home'))).toBe('re-schedule-not-valid')
    expect(
      purpose(
        dayOf('2026-03-02', 'missed', 'absent-excused'),
        dayOf('2026-03-03', 'missed', 'absent-unexcused'),
      ),
    ).toBe('re-schedule-not-valid')
    expect(
      purpose(
        dayOf('2026-03-02', 'missed', 'absent-excused', { rescheduled: true }),
        dayOf('2026-03-05', 'open', null),
      ),
    ).toBe('change')
  })
})

describe('what is known of a person', () => {
  const applied = {
    employed: true, limits: ['no-heat' as const], availableWeekdays: null, notBefore: null,
    exceptions: [{ kind: 'job-loss' as const, verified: true, verification: 'x', weekdays: [6 as const], daysAWeek: null }],
    otherLimits: 'Asthma inhaler at hand', transport: 'none',
  } // biome-ignore format: one answer

  test('asked here counts before the application, the application before nothing', () => {
    const here = { version: 1, rowId: 'r', asked: { ...nothingAsked, employed: false } }
    const both = known(here, applied)
    expect(both.asked).toMatchObject({ employed: false, limits: ['no-heat'], availableWeekdays: null })
    expect(both.sources).toEqual({
      employed: 'asked',
      limits: 'application',
      availableWeekdays: 'unknown',
      notBefore: 'unknown',
    })
    expect(both.otherLimits).toBe('Asthma inhaler at hand')
  })

  test('an exception asked about here takes the place of the application’s', () => {
    const own = {
      kind: 'job-loss' as const,
      verified: false,
      verification: '',
      weekdays: [7 as const],
      daysAWeek: null,
    }
    const here = { version: 1, rowId: 'r', asked: { ...nothingAsked, exceptions: [own] } }
    expect(known(here, applied).asked.exceptions).toEqual([own])
    expect(known({ version: 0, rowId: null, asked: nothingAsked }, applied).asked.exceptions).toEqual(
      applied.exceptions,
    )
  })
})
