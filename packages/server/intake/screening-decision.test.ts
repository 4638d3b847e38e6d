import { type Assessment, assess, feesOnBooks, pack, resolveParameters, type Step } from '@inlieu/law'
import { describe, expect, test } from 'vitest'
import { cannotDecide, departs, needsReason, type OfficersDecision } from './screening-decision.ts'

const wap = pack('contra-costa/work-alternative')
const on = '2026-03-02'
const clear = {
  daysLeftToServe: 20,
  medicalProblemRulesOutSites: false,
  convictionInvolvesSex: false,
  convictionInvolvesArson: false,
  convictionInvolvesViolence: false,
  historyOfDrugSales: false,
  historyOfAddiction: false,
  institutionalMisconduct: false,
  violentConvictions: 0,
  intoxicatedAtInterview: false,
  underTheInfluence: false,
  formalDisciplineForRules: false,
  violationOnCommitment: false,
  applicationIncomplete: false,
  informationRefused: false,
}
const release = {
  ...clear,
  goodHealth: true,
  daysAWeekWilling: 3,
  chargesUsuallyAccepted: true,
  transferredToMdf: true,
  warrantChecksCompleted: true,
  warrantFound: false,
}
const found = (facts: Record<string, boolean | number | null>, step: Step = 'admission'): Assessment =>
  assess(wap, resolveParameters(wap, [], on), facts, on, step)
const trouble = (assessment: Assessment, input: Partial<OfficersDecision>, fees = null as never) =>
  cannotDecide(assessment, { decision: 'admit', reason: '', grounds: [], ...input }, fees)?.fields[0]?.path ??
  null

describe('the officer’s decision', () => {
  test('WAP-ELIG.1 nothing found: admitted without a reason', () => {
    expect(found(clear).outcome).toBe('eligible')
    expect(trouble(found(clear), {})).toBeNull()
    expect(needsReason(found(clear), 'admit')).toBe(false)
  })

  test.each([
    ['below', 44, null],
    ['at', 45, null],
    ['above', 46, 'reason'],
  ])('WAP-ELIG.a %s the limit of 45 days', (_, daysLeftToServe, expected) => {
    expect(trouble(found({ ...clear, daysLeftToServe }), {})).toBe(expected)
  })

  test('a factor that is met is weighed: either way with a reason', () => {
    const met = found({ ...clear, historyOfAddiction: true })
    expect(trouble(met, {})).toBe('reason')
    expect(trouble(met, { reason: 'In treatment for two years' })).toBeNull()
    expect(trouble(met, { decision: 'deny', reason: 'Relapsed', grounds: ['WAP-ELIG.d'] })).toBeNull()
    expect(trouble(met, { decision: 'deny', grounds: ['WAP-ELIG.d'] })).toBe('reason')
  })

  test('a factor nobody knows is weighed with a reason too, and is no ground', () => {
    const unknown = found({ ...clear, historyOfAddiction: null })
    expect(trouble(unknown, {})).toBe('reason')
    expect(trouble(unknown, { reason: 'The file says nothing' })).toBeNull()
    expect(trouble(unknown, { decision: 'deny', reason: 'x', grounds: ['WAP-ELIG.d'] })).toBe('grounds')
  })

  test('a denial names its grounds, and only what was found', () => {
    const met = found({ ...clear, historyOfAddiction: true })
    expect(trouble(met, { decision: 'deny', reason: 'x' })).toBe('grounds')
    expect(trouble(met, { decision: 'deny', reason: 'x', grounds: ['WAP-ELIG.d', 'WAP-ELIG.e'] })).toBe(
      'grounds',
    )
    expect(departs(met, 'deny')).toBe(false)
  })

  test('a denial although nothing was found departs from the policy, with a reason', () => {
    expect(departs(found(clear), 'deny')).toBe(true)
    expect(trouble(found(clear), { decision: 'deny' })).toBe('reason')
    expect(trouble(found(clear), { decision: 'deny', reason: 'Said he will not come' })).toBeNull()
    expect(departs(found({ ...clear, historyOfAddiction: null }), 'deny')).toBe(true)
  })
})

describe('early release from custody', () => {
  test.each([
    ['below', 9, 'decision'],
    ['at the least', 10, null],
    ['at the most', 30, null],
    ['above', 31, 'decision'],
  ])('WAP-P8.1 days left %s', (_, daysLeftToServe, expected) => {
    expect(trouble(found({ ...release, daysLeftToServe }, 'early-release'), {})).toBe(expected)
  })

  test('WAP-P8.4 what is required and not known is asked first; what is not met is not the officer’s to leave out', () => {
    expect(
      trouble(found({ ...release, warrantChecksCompleted: null }, 'early-release'), { reason: 'x' }),
    ).toBe('decision')
    expect(trouble(found({ ...release, goodHealth: false }, 'early-release'), { reason: 'x' })).toBe(
      'decision',
    )
    const refusal = { decision: 'deny' as const, reason: 'x', grounds: ['WAP-P8.3'] }
    expect(trouble(found({ ...release, goodHealth: false }, 'early-release'), refusal)).toBeNull()
  })

  test.each([
    ['below', 9_999, 'onBooksCents'],
    ['at', 10_000, null],
    ['above', 10_001, null],
    ['not looked up', null, 'onBooksCents'],
  ])('WAP-P8.3 fees on the books %s what is necessary after the waiver', (_, onBooksCents, expected) => {
    const fees = feesOnBooks(wap, { chargedCents: 19_000, waivedCents: 9_000, onBooksCents })
    expect(trouble(found(release, 'early-release'), {}, fees as never)).toBe(expected)
  })
})
