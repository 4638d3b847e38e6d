import { describe, expect, test } from 'vitest'
import { assess, say } from '../../../index.ts'
import { ON, parametersOf, wap } from '../../../testing/wap.ts'
import type { Facts, Step, Verdict } from '../../../types.ts'

/** Nothing speaks against this person, in either step. */
const clear: Facts = {
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
  goodHealth: true,
  daysAWeekWilling: 3,
  chargesUsuallyAccepted: true,
  transferredToMdf: true,
  warrantChecksCompleted: true,
  warrantFound: false,
}

const verdicts = (facts: Facts, textCode: string, step: Step) => {
  const found = assess(wap, parametersOf(), { ...clear, ...facts }, ON, step)
  return { finding: found.findings.find((f) => f.textCode === textCode)!, outcome: found.outcome }
}

type Case = readonly [clause: string, textCode: string, facts: Facts, verdict: Verdict]

const factors: readonly Case[] = [
  ['WAP-ELIG.a', 'wap.rule.daysLeft', { daysLeftToServe: 44 }, 'not-met'],
  ['WAP-ELIG.a', 'wap.rule.daysLeft', { daysLeftToServe: 45 }, 'not-met'],
  ['WAP-ELIG.a', 'wap.rule.daysLeft', { daysLeftToServe: 46 }, 'met'],
  ['WAP-ELIG.a', 'wap.rule.daysLeft', { daysLeftToServe: null }, 'unknown'],
  ['WAP-ELIG.b', 'wap.rule.medical', { medicalProblemRulesOutSites: true }, 'met'],
  ['WAP-ELIG.b', 'wap.rule.medical', { medicalProblemRulesOutSites: false }, 'not-met'],
  ['WAP-ELIG.b', 'wap.rule.medical', { medicalProblemRulesOutSites: null }, 'unknown'],
  ['WAP-ELIG.c', 'wap.rule.convictionInvolves', { convictionInvolvesSex: true }, 'met'],
  ['WAP-ELIG.c', 'wap.rule.convictionInvolves', { convictionInvolvesArson: true }, 'met'],
  ['WAP-ELIG.c', 'wap.rule.convictionInvolves', { convictionInvolvesViolence: true }, 'met'],
  ['WAP-ELIG.c', 'wap.rule.convictionInvolves', {}, 'not-met'],
  ['WAP-ELIG.c', 'wap.rule.convictionInvolves', { convictionInvolvesArson: null }, 'unknown'],
  [
    'WAP-ELIG.c',
    'wap.rule.convictionInvolves',
    { convictionInvolvesSex: true, convictionInvolvesArson: null },
    'met',
  ],
  ['WAP-ELIG.d', 'wap.rule.drugs', { historyOfDrugSales: true }, 'met'],
  ['WAP-ELIG.d', 'wap.rule.drugs', { historyOfAddiction: true }, 'met'],
  ['WAP-ELIG.d', 'wap.rule.drugs', {}, 'not-met'],
  ['WAP-ELIG.d', 'wap.rule.drugs', { historyOfAddiction: null }, 'unknown'],
  ['WAP-ELIG.e', 'wap.rule.institutionalMisconduct', { institutionalMisconduct: true }, 'met'],
  ['WAP-ELIG.e', 'wap.rule.institutionalMisconduct', {}, 'not-met'],
  ['WAP-ELIG.e', 'wap.rule.institutionalMisconduct', { institutionalMisconduct: null }, 'unknown'],
  ['WAP-ELIG.f', 'wap.rule.violentConvictions', { violentConvictions: 0 }, 'not-met'],
  ['WAP-ELIG.f', 'wap.rule.violentConvictions', { violentConvictions: 1 }, 'not-met'],
  ['WAP-ELIG.f', 'wap.rule.violentConvictions', { violentConvictions: 2 }, 'met'],
  ['WAP-ELIG.f', 'wap.rule.violentConvictions', { violentConvictions: null }, 'unknown'],
  ['WAP-ELIG.g', 'wap.rule.intoxication', { intoxicatedAtInterview: true }, 'met'],
  ['WAP-ELIG.g', 'wap.rule.intoxication', { underTheInfluence: true }, 'met'],
  ['WAP-ELIG.g', 'wap.rule.intoxication', {}, 'not-met'],
  ['WAP-ELIG.g', 'wap.rule.intoxication', { intoxicatedAtInterview: null }, 'unknown'],
  ['WAP-ELIG.h', 'wap.rule.formalDiscipline', { formalDisciplineForRules: true }, 'met'],
  ['WAP-ELIG.h', 'wap.rule.formalDiscipline', {}, 'not-met'],
  ['WAP-ELIG.h', 'wap.rule.formalDiscipline', { formalDisciplineForRules: null }, 'unknown'],
  ['WAP-ELIG.i', 'wap.rule.violationOnCommitment', { violationOnCommitment: true }, 'met'],
  ['WAP-ELIG.i', 'wap.rule.violationOnCommitment', {}, 'not-met'],
  ['WAP-ELIG.i', 'wap.rule.violationOnCommitment', { violationOnCommitment: null }, 'unknown'],
  ['WAP-ELIG.j', 'wap.rule.application', { applicationIncomplete: true }, 'met'],
  ['WAP-ELIG.j', 'wap.rule.application', { informationRefused: true }, 'met'],
  ['WAP-ELIG.j', 'wap.rule.application', {}, 'not-met'],
  ['WAP-ELIG.j', 'wap.rule.application', { informationRefused: null }, 'unknown'],
]

describe.each(['admission', 'early-release'] as const)('WAP-ELIG.1 factors, %s (WAP-P8.6)', (step) => {
  test.each(factors)('%s %s %j: %s', (clause, textCode, facts, verdict) => {
    const { finding, outcome } = verdicts(facts, textCode, step)
    expect(finding).toMatchObject({ clause, kind: 'factor', verdict, own: false })
    const beyondRelease = step === 'early-release' && facts.daysLeftToServe !== undefined
    if (!beyondRelease) expect(outcome).toBe(verdict === 'not-met' ? 'eligible' : 'officer-decides')
  })
})

test('WAP-ELIG.1 all are eligible: nobody is refused by the rules of admission, whatever is known', () => {
  const against = Object.fromEntries(
    Object.entries(clear).map(([name, value]) => [name, typeof value === 'number' ? 7 : true]),
  )
  expect(assess(wap, parametersOf(), { ...against, daysLeftToServe: 400 }, ON).outcome).toBe(
    'officer-decides',
  )
  expect(assess(wap, parametersOf(), {}, ON).outcome).toBe('officer-decides')
  expect(assess(wap, parametersOf(), clear, ON).outcome).toBe('eligible')
})

test('WAP-ELIG.a follows the county’s own limit from its day', () => {
  const limited = (limit: number, daysLeftToServe: number) =>
    assess(wap, parametersOf({ daysLeftLimit: limit }), { ...clear, daysLeftToServe }, ON).findings.find(
      (f) => f.clause === 'WAP-ELIG.a',
    )
  expect(limited(60, 60)).toMatchObject({ verdict: 'not-met', parametersUsed: { daysLeftLimit: 60 } })
  expect(limited(60, 61)).toMatchObject({ verdict: 'met', factsUsed: { daysLeftToServe: 61 } })
})

const requirements: readonly Case[] = [
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: 9 }, 'not-met'],
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: 10 }, 'met'],
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: 11 }, 'met'],
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: 29 }, 'met'],
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: 30 }, 'met'],
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: 31 }, 'not-met'],
  ['WAP-P8.1', 'wap.rule.earlyReleaseDays', { daysLeftToServe: null }, 'unknown'],
  ['WAP-P8.3', 'wap.rule.goodHealth', { goodHealth: true }, 'met'],
  ['WAP-P8.3', 'wap.rule.goodHealth', { goodHealth: false }, 'not-met'],
  ['WAP-P8.3', 'wap.rule.goodHealth', { goodHealth: null }, 'unknown'],
  ['WAP-P8.3', 'wap.rule.daysAWeekWilling', { daysAWeekWilling: 2 }, 'not-met'],
  ['WAP-P8.3', 'wap.rule.daysAWeekWilling', { daysAWeekWilling: 3 }, 'met'],
  ['WAP-P8.3', 'wap.rule.daysAWeekWilling', { daysAWeekWilling: 4 }, 'met'],
  ['WAP-P8.3', 'wap.rule.daysAWeekWilling', { daysAWeekWilling: null }, 'unknown'],
  ['WAP-P8.4', 'wap.rule.transferredToMdf', { transferredToMdf: true }, 'met'],
  ['WAP-P8.4', 'wap.rule.transferredToMdf', { transferredToMdf: false }, 'not-met'],
  ['WAP-P8.4', 'wap.rule.transferredToMdf', { transferredToMdf: null }, 'unknown'],
  ['WAP-P8.4', 'wap.rule.warrantChecksCompleted', { warrantChecksCompleted: true }, 'met'],
  ['WAP-P8.4', 'wap.rule.warrantChecksCompleted', { warrantChecksCompleted: false }, 'not-met'],
  ['WAP-P8.4', 'wap.rule.warrantChecksCompleted', { warrantChecksCompleted: null }, 'unknown'],
]

describe('WAP-P8 early release from custody', () => {
  const outcomes = { met: 'eligible', 'not-met': 'ineligible', unknown: 'incomplete' } as const
  test.each(requirements)('%s %s %j: %s', (clause, textCode, facts, verdict) => {
    const { finding, outcome } = verdicts(facts, textCode, 'early-release')
    expect(finding).toMatchObject({ clause, kind: 'require', verdict })
    expect(outcome).toBe(outcomes[verdict])
  })

  const weighed: readonly Case[] = [
    ['WAP-P8.3', 'wap.rule.chargesNotUsuallyAccepted', { chargesUsuallyAccepted: true }, 'not-met'],
    ['WAP-P8.3', 'wap.rule.chargesNotUsuallyAccepted', { chargesUsuallyAccepted: false }, 'met'],
    ['WAP-P8.3', 'wap.rule.chargesNotUsuallyAccepted', { chargesUsuallyAccepted: null }, 'unknown'],
    ['WAP-P8.4', 'wap.rule.warrantFound', { warrantFound: false }, 'not-met'],
    ['WAP-P8.4', 'wap.rule.warrantFound', { warrantFound: true }, 'met'],
    ['WAP-P8.4', 'wap.rule.warrantFound', { warrantFound: null }, 'unknown'],
  ]
  test.each(weighed)('%s %s %j: %s', (clause, textCode, facts, verdict) => {
    const { finding, outcome } = verdicts(facts, textCode, 'early-release')
    expect(finding).toMatchObject({ clause, kind: 'factor', verdict })
    expect(outcome).toBe(verdict === 'not-met' ? 'eligible' : 'officer-decides')
  })

  test('WAP-P8.1 says that the printed text has its bounds the wrong way round', () => {
    const { finding } = verdicts({}, 'wap.rule.earlyReleaseDays', 'early-release')
    expect(finding).toMatchObject({ note: 'wap.note.earlyReleaseDays', own: true })
    expect(say('en', finding.note!)).toContain('no more than 10 nor less than 30')
  })

  test('WAP-P8.3 no fact of early release is about the fees on the books', () => {
    const read = wap.rules.filter((r) => r.steps.includes('early-release')).flatMap((r) => r.facts)
    expect(read.filter((name) => /fee|book|money|pay/i.test(name))).toEqual([])
  })
})
