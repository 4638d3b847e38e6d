import { describe, expect, test } from 'vitest'
import { answersOf, formValues } from './answers.ts'

const nothing = {
  employed: null,
  employer: '',
  occupation: '',
  jobLoss: null,
  jobLossNote: '',
  daysAvailable: null,
  daysAWeek: null,
  workLimits: null,
  otherWorkLimits: '',
  unableUntil: null,
  diagnosis: null,
  transport: null,
  priorHistory: null,
  refused: [],
}
const full = {
  ...nothing,
  employed: true,
  employer: 'Bay Bakery',
  jobLoss: 'claimed' as const,
  daysAvailable: [1, 3],
  daysAWeek: 3,
  workLimits: ['no-heat' as const],
  unableUntil: '2026-04-01',
  diagnosis: 'brought' as const,
}

describe('answers between record and form', () => {
  test.each([
    ['nothing', nothing],
    ['everything', full],
    ['no limits', { ...nothing, workLimits: [] }],
    ['only a temporary illness', { ...nothing, workLimits: [], unableUntil: '2026-04-01' }],
  ])('%s comes back as it was', (_, answers) => {
    expect(answersOf(formValues(answers))).toEqual(answers)
  })

  test('"no limits" takes back what was typed under "limits"', () => {
    expect(answersOf({ ...formValues(full), hasLimits: false })).toMatchObject({
      workLimits: [],
      otherWorkLimits: '',
      unableUntil: null,
      diagnosis: null,
    })
  })

  test('nobody asked about limits: unknown, and not none', () => {
    expect(answersOf({ ...formValues(nothing), hasLimits: null }).workLimits).toBeNull()
  })

  test('who has no job loses none', () => {
    expect(answersOf({ ...formValues(full), employed: false }).jobLoss).toBeNull()
  })
})
