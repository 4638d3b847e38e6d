import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type ApplicationAnswers, completenessOf, questions, unanswered } from './application-form.ts'

const complete: ApplicationAnswers = {
  ...unanswered,
  employed: true,
  employer: 'Bay Bakery',
  jobLoss: 'no',
  daysAvailable: [1, 2],
  daysAWeek: 3,
  workLimits: [],
  transport: 'ride',
  priorHistory: 'no',
}
const missing = (more: Partial<ApplicationAnswers>) => completenessOf({ ...complete, ...more }).missing

describe('WAP-BOOK.2 completeness of the application', () => {
  test('every question answered is complete', () => {
    expect(completenessOf(complete)).toEqual({ complete: true, missing: [], refused: [] })
  })

  test('nothing answered: every question that arises is missing', () => {
    expect(completenessOf(unanswered).missing).toEqual(
      questions.filter((question) => question !== 'jobLoss' && question !== 'diagnosis'),
    )
  })

  test('the loss of a job arises only for who is employed', () => {
    expect(missing({ jobLoss: null })).toEqual(['jobLoss'])
    expect(missing({ jobLoss: null, employed: false })).toEqual([])
  })

  test.each([
    ['a limit', { workLimits: ['no-heat' as const] }],
    ['a limit in words', { otherWorkLimits: 'Right hand in a cast' }],
    ['a temporary illness', { unableUntil: Temporal.PlainDate.from('2026-04-01') }],
  ])('WAP-APPT.1 a diagnosis arises with %s', (_, limited) => {
    expect(missing(limited)).toEqual(['diagnosis'])
    expect(missing({ ...limited, diagnosis: 'brought' })).toEqual([])
  })

  test('no limits is an answer, no days is none', () => {
    expect(missing({ workLimits: [] })).toEqual([])
    expect(missing({ workLimits: null })).toEqual(['workLimits'])
    expect(missing({ daysAvailable: [] })).toEqual(['daysAvailable'])
    expect(missing({ daysAWeek: 0 })).toEqual([])
  })

  test('WAP-ELIG.j a refused question is told apart from one not asked yet', () => {
    const answers = {
      ...complete,
      employer: '',
      transport: null,
      refused: ['employer' as const, 'daysAWeek' as const],
    }
    expect(completenessOf(answers)).toEqual({
      complete: false,
      missing: ['transport'],
      refused: ['employer'],
    })
  })
})
