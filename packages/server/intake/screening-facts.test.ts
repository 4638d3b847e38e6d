import { pack } from '@inlieu/law'
import { describe, expect, test } from 'vitest'
import { answersTrouble, carriedOver, factsOf, knownFacts, type RecordedFacts } from './screening-facts.ts'

const wap = pack('contra-costa/work-alternative')
const nothing: RecordedFacts = {
  adjustedDays: null,
  creditedDays: 0,
  violationsIndicated: [],
  application: null,
  home: null,
}
const known = (more: Partial<RecordedFacts>, step: 'admission' | 'early-release' = 'admission') =>
  Object.fromEntries(
    Object.entries(knownFacts(step, { ...nothing, ...more })).map(([name, fact]) => [name, fact.value]),
  )
const signed = { signed: true, complete: true, refused: false, daysAWeek: 3 }

describe('what the record answers', () => {
  test('nothing on record: everything is unknown', () => {
    expect(known({})).toEqual({})
  })

  test('WAP-ELIG.a the days left are those of the worksheet without the days worked', () => {
    expect(known({ adjustedDays: 46 })).toEqual({ daysLeftToServe: 46 })
    expect(known({ adjustedDays: 46, creditedDays: 40 })).toEqual({ daysLeftToServe: 6 })
    expect(known({ adjustedDays: 5, creditedDays: 9 })).toEqual({ daysLeftToServe: 0 })
  })

  test('WAP-P8.2 in custody the days left come from the M.D.F., not from the worksheet', () => {
    expect(known({ adjustedDays: 46 }, 'early-release')).toEqual({})
  })

  test.each([
    ['one yes', [false, true, null], true],
    ['all no', [false, false], false],
    ['one unknown', [false, null], undefined],
    ['no paper', [], undefined],
  ])('WAP-ELIG.i %s among the commitments', (_, violationsIndicated, expected) => {
    expect(known({ violationsIndicated }).violationOnCommitment).toBe(expected)
  })

  test('WAP-ELIG.j an application that is not signed says nothing yet', () => {
    expect(known({ application: { ...signed, signed: false, complete: false } })).toEqual({})
  })

  test('WAP-ELIG.j signed complete, signed incomplete, and refused', () => {
    expect(known({ application: signed })).toEqual({ applicationIncomplete: false, daysAWeekWilling: 3 })
    expect(known({ application: { ...signed, complete: false } }).applicationIncomplete).toBe(true)
    expect(known({ application: { ...signed, refused: true } }).informationRefused).toBe(true)
    expect(known({ application: signed }).informationRefused).toBeUndefined()
  })

  test('every fact the record answers is a fact of the program', () => {
    const names = wap.facts.map((fact) => fact.name)
    const all = knownFacts('admission', {
      ...nothing,
      adjustedDays: 1,
      violationsIndicated: [true],
      application: { ...signed, refused: true },
    })
    for (const name of Object.keys(all)) expect(names).toContain(name)
  })

  test('WAP-P3.3 no question of any step is about money', () => {
    for (const step of wap.steps)
      for (const fact of factsOf(wap, step))
        expect(fact.name).not.toMatch(/fee|pay|cent|dollar|money|income|balance/i)
  })
})

describe('answers as they are sent', () => {
  const facts = factsOf(wap, 'admission')
  const trouble = (answers: Record<string, boolean | number | null>) =>
    answersTrouble(answers, facts, { daysLeftToServe: { value: 20, source: 'worksheet' } }).map(
      (one) => one.path,
    )

  test('fitting answers, and null for "not known", pass', () => {
    expect(
      trouble({ convictionInvolvesSex: false, violentConvictions: 0, historyOfAddiction: null }),
    ).toEqual([])
  })

  test.each([
    ['a question of no step', { feesPaid: true }],
    ['a question of the other step', { goodHealth: true }],
    ['a number for yes or no', { convictionInvolvesSex: 1 }],
    ['yes for a number', { violentConvictions: true }],
    ['below zero', { violentConvictions: -1 }],
    ['above the largest', { violentConvictions: 1001 }],
    ['half', { violentConvictions: 0.5 }],
    ['what the record answers otherwise', { daysLeftToServe: 3 }],
  ])('%s is refused at its field', (_, answers) => {
    expect(trouble(answers as never)).toEqual(Object.keys(answers))
  })

  test('how the person was on the day is asked anew each time', () => {
    const before = { convictionInvolvesSex: false, intoxicatedAtInterview: false, historyOfAddiction: null }
    expect(carriedOver(before, facts)).toEqual({ convictionInvolvesSex: false })
  })
})
