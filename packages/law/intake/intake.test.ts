import { describe, expect, test } from 'vitest'
import {
  bookingFields,
  creditFor,
  intakeChecklist,
  policyReview,
  rostersLate,
  violationLetterDue,
} from '../index.ts'
import { parametersOf, wap } from '../testing/wap.ts'
import type { IntakeSituation, ScheduledDay } from '../types.ts'

const known: IntakeSituation = { alphaHistory: true, printsOnFile: true, thumbPrintsTaken: true }
const applying = (change: Partial<IntakeSituation>) =>
  new Map(intakeChecklist(wap, { ...known, ...change }).map((item) => [item.name, item.applies]))

describe('WAP-BOOK.5 the intake checklist', () => {
  test('in the order of the policy, history before it and its follow-up after', () => {
    const items = intakeChecklist(wap, known)
    expect(items.map((i) => i.name)).toEqual([
      'alpha-history-checked',
      'commitment-verified',
      'application-checked',
      'identity-verified',
      'medical-records',
      'booking-photo',
      'thumb-prints',
      'print-set',
      'sent-for-fingerprints',
      'orientation',
      'fees-and-receipt',
      'contract',
      'roster-entry',
      'map',
      'rules-signed',
      'rules-copy',
      'rules-reminder',
      'duplicate-given',
      'prints-noted-on-original',
      'coin-on-application',
      'duplicate-sent-for-verification',
    ])
    expect(items.map((i) => i.order)).toEqual(items.map((_, i) => i + 1))
    expect(items[0]!.clause).toBe('WAP-P2.0')
    expect(items.filter((i) => i.clause === 'WAP-BOOK.5')).toHaveLength(14)
  })

  test('the verbal reminder has (a) to (g)', () => {
    const reminder = intakeChecklist(wap, known).find((i) => i.name === 'rules-reminder')!
    expect(reminder.reminders).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((x) => `wap.reminder.${x}`))
  })

  test.each([
    ['WAP-P2.2 duplicate and note', 'duplicate-given', { alphaHistory: false }, { alphaHistory: true }],
    [
      'WAP-P2.2 note on the original',
      'prints-noted-on-original',
      { alphaHistory: false },
      { alphaHistory: true },
    ],
    [
      'WAP-P2.3 identification number',
      'coin-on-application',
      { alphaHistory: true },
      { alphaHistory: false },
    ],
    [
      'WAP-P2.3 verification',
      'duplicate-sent-for-verification',
      { alphaHistory: true },
      { alphaHistory: false },
    ],
    ['WAP-BOOK.5 prints on file', 'sent-for-fingerprints', { printsOnFile: false }, { printsOnFile: true }],
    ['WAP-P2.1 thumb prints', 'thumb-prints', { thumbPrintsTaken: false }, { thumbPrintsTaken: true }],
    ['WAP-P2.1 set of prints', 'print-set', { thumbPrintsTaken: false }, { thumbPrintsTaken: true }],
  ] as const)('%s: yes, no, ask', (_, name, yes, no) => {
    expect(applying(yes).get(name)).toBe('yes')
    expect(applying(no).get(name)).toBe('no')
    const unknown = Object.fromEntries(Object.keys(yes).map((key) => [key, null]))
    expect(applying(unknown).get(name)).toBe('ask')
  })

  test('what does not depend on history always applies', () => {
    const nothing = applying({ alphaHistory: null, printsOnFile: null, thumbPrintsTaken: null })
    expect([...nothing.values()].filter((applies) => applies === 'yes')).toHaveLength(14)
  })
})

test('WAP-BOOK.4 the booking record, identity numbers sealed', () => {
  const fields = bookingFields(wap)
  expect(fields).toHaveLength(19)
  expect(fields.every((f) => f.clause === 'WAP-BOOK.4')).toBe(true)
  expect(fields.filter((f) => f.sealed).map((f) => f.name)).toEqual([
    'driversLicense',
    'socialSecurityNumber',
  ])
})

describe('WAP-CRED.1 hours and credit', () => {
  test.each([
    [0, 0, true, 'credit.short'],
    [7.99, 0, true, 'credit.short'],
    [8, 1, false, 'credit.full'],
    [8.01, 1, false, 'credit.full'],
    [9.99, 1, false, 'credit.full'],
    [10, 1, false, 'credit.full'],
    [10.01, 1, false, 'credit.long'],
    [24, 1, false, 'credit.long'],
  ])('%d hours: %i day, officer asked %s', (hours, days, askOfficer, code) => {
    const credit = creditFor(wap, parametersOf(), hours)
    expect(credit).toMatchObject({ days, askOfficer, reason: { code, clause: 'WAP-CRED.1' } })
  })

  test('unknown hours give no answer', () => {
    expect(creditFor(wap, parametersOf(), null)).toMatchObject({ days: null, askOfficer: false })
    expect(creditFor(wap, parametersOf(), 7).reason.values).toEqual({ hours: 7, least: 8, most: 10 })
  })

  test('hours no day has are refused', () => {
    expect(() => creditFor(wap, parametersOf(), 24.5)).toThrow('must be from 0 to 24')
    expect(() => creditFor(wap, parametersOf(), -1)).toThrow('must be from 0 to 24')
  })
})

describe('WAP-P6.5 the violation letter', () => {
  const day = (on: string, state: ScheduledDay['state'], verifiedAndRescheduled = false): ScheduledDay => ({
    on,
    state,
    verifiedAndRescheduled,
  })

  test('no incomplete day: none', () => {
    expect(violationLetterDue(wap, [day('2026-03-09', 'worked')])).toMatchObject({
      due: false,
      reason: { code: 'letter.none', clause: 'WAP-P6.5' },
    })
    expect(violationLetterDue(wap, []).due).toBe(false)
  })

  test('one or more, absent or incomplete: due, with the days in order', () => {
    expect(violationLetterDue(wap, [day('2026-03-09', 'incomplete')]).days).toEqual(['2026-03-09'])
    const two = [day('2026-03-16', 'absent'), day('2026-03-09', 'incomplete'), day('2026-03-10', 'worked')]
    expect(violationLetterDue(wap, two)).toMatchObject({ due: true, days: ['2026-03-09', '2026-03-16'] })
  })

  test('a verified, re-scheduled absence draws none (own); a second one not verified does', () => {
    const excused = day('2026-03-09', 'absent', true)
    expect(violationLetterDue(wap, [excused])).toMatchObject({
      due: false,
      reason: { code: 'letter.excused', own: true },
    })
    expect(violationLetterDue(wap, [excused, day('2026-03-10', 'absent')]).days).toEqual(['2026-03-10'])
  })

  test('a day whose roster is not back is nobody’s absence', () => {
    expect(violationLetterDue(wap, [day('2026-03-09', 'not-reported')]).due).toBe(false)
  })
})

describe('WAP-P6.3 a site without a roster for two weeks', () => {
  const since = '2026-01-05'
  test.each([
    ['2026-03-14', 0],
    ['2026-03-15', 1],
    ['2026-03-16', 1],
  ])('last roster March 1, on %s: %i late', (on, late) => {
    const sites = [{ siteId: 's1', lastRosterOn: '2026-03-01', since }]
    expect(rostersLate(wap, parametersOf({}, on), sites)).toHaveLength(late)
  })

  test('a site that never sent one counts from the first day owed; the longest silent comes first', () => {
    const sites = [
      { siteId: 'new', lastRosterOn: null, since: '2026-03-10' },
      { siteId: 'never', lastRosterOn: null, since },
      { siteId: 'late', lastRosterOn: '2026-02-20', since },
    ]
    const late = rostersLate(wap, parametersOf({}, '2026-03-15'), sites)
    expect(late.map((s) => s.siteId)).toEqual(['never', 'late'])
  })
})

describe('WAP-UPD.1 the yearly review', () => {
  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-03', true],
  ])('last reviewed 2025-03-02, on %s due: %s', (on, due) => {
    expect(policyReview(wap, parametersOf({}, on), '2025-03-02')).toEqual({
      dueOn: '2026-03-02',
      due,
      clause: 'WAP-UPD.1',
    })
  })

  test('never reviewed: a year after it took effect; from 29 February, the 28th', () => {
    expect(policyReview(wap, parametersOf(), null).dueOn).toBe('1996-01-03')
    expect(policyReview(wap, parametersOf(), '2024-02-29').dueOn).toBe('2025-02-28')
  })
})
