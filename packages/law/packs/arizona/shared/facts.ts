import type { FactChoice, FactDefinition } from '../../../eligibility/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

const yesNo = (name: string): FactDefinition => ({
  name,
  type: 'yes-no',
  question: `ars.fact.${name}` as WordingCode,
})

const days = (name: string): FactDefinition => ({
  name,
  type: 'count',
  unit: 'days',
  maximum: 36_500,
  question: `ars.fact.${name}` as WordingCode,
})

/** Offences by which days in jail come first (ARS-M.2, M.3). */
export const offences = ['28-1381-I', '28-1381-K', '28-1382-D', '28-1382-E', 'other'] as const

const offenceChoices: readonly FactChoice[] = offences.map((value) => ({
  value,
  textCode: `sentence.offence.${value}`,
}))

/** A, and every bar of B: read by all four programs. */
export const barFacts: readonly FactDefinition[] = [
  yesNo('sentencedToCountyJail'),
  yesNo('classificationReviewed'),
  yesNo('foundRiskToSelf'),
  yesNo('foundRiskToCommunity'),
  yesNo('pastViolentBehavior'),
  yesNo('convictedOfSeriousOffense'),
  yesNo('sentencedAsDangerousOffender'),
  yesNo('sentencedAsRepetitiveOffender'),
  yesNo('jailForFelonyConviction'),
  yesNo('judgeStatedIneligible'),
  yesNo('heldForAnotherJurisdiction'),
]

export const sentencedForDui = yesNo('sentencedForDui')

/** C: monitoring at home. */
export const monitoringFacts: readonly FactDefinition[] = [
  yesNo('electronicMonitoringRequired'),
  yesNo('locationMonitoredConstantly'),
  yesNo('otherMonitoringInPlace'),
]

/** J and M: what both programs for driving under the influence read. */
export const duiFacts: readonly FactDefinition[] = [
  sentencedForDui,
  yesNo('courtAuthorizedPlacement'),
  {
    name: 'duiOffence',
    type: 'choice',
    choices: offenceChoices,
    question: 'ars.fact.duiOffence' as WordingCode,
  },
  days('jailDaysServed'),
  days('initialTermDays'),
  days('suspendedDays'),
]

/** K.1: whether the county may run home detention for driving under the influence at all. */
export const authorizationFacts: readonly FactDefinition[] = [
  yesNo('boardMajorityOfFullMembership'),
  yesNo('publicHearingHeld'),
  yesNo('necessityFound'),
]

/** N: the court's order. */
export const placementFacts: readonly FactDefinition[] = [
  yesNo('placementOrderOnFile'),
  yesNo('courtRequiredMonitoring'),
  yesNo('consecutiveHoursOrdered'),
  yesNo('homeDuringConsecutiveHours'),
]

/** M.4: what must hold for the whole duration. */
export const durationFacts: readonly FactDefinition[] = [
  yesNo('keepsSubsectionsCToG'),
  yesNo('testedEveryDay'),
  yesNo('testMethodScientific'),
  {
    name: 'testPlace',
    type: 'choice',
    choices: (['home', 'court-designated-office', 'elsewhere'] as const).map((value) => ({
      value,
      textCode: `ars.test-place.${value}` as WordingCode,
    })),
    question: 'ars.fact.testPlace' as WordingCode,
  },
  yesNo('inAlcoholOrDrugProgram'),
  yesNo('programAccredited'),
  yesNo('associatesWithDetrimental'),
  yesNo('keepsOtherProvisions'),
]
