import type { FactDefinition } from '../../../eligibility/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

const yesNo = (name: string, question: WordingCode): FactDefinition => ({ name, type: 'yes-no', question })

/** What may be known of a person here. None of it is money, and no type of fact could hold it. */
export const facts: readonly FactDefinition[] = [
  {
    name: 'daysLeftToServe',
    type: 'count',
    unit: 'days',
    maximum: 36_500,
    question: 'wap.fact.daysLeftToServe',
  },
  yesNo('medicalProblemRulesOutSites', 'wap.fact.medicalProblemRulesOutSites'),
  yesNo('convictionInvolvesSex', 'wap.fact.convictionInvolvesSex'),
  yesNo('convictionInvolvesArson', 'wap.fact.convictionInvolvesArson'),
  yesNo('convictionInvolvesViolence', 'wap.fact.convictionInvolvesViolence'),
  yesNo('historyOfDrugSales', 'wap.fact.historyOfDrugSales'),
  yesNo('historyOfAddiction', 'wap.fact.historyOfAddiction'),
  yesNo('institutionalMisconduct', 'wap.fact.institutionalMisconduct'),
  {
    name: 'violentConvictions',
    type: 'count',
    unit: 'convictions',
    maximum: 1_000,
    question: 'wap.fact.violentConvictions',
  },
  yesNo('intoxicatedAtInterview', 'wap.fact.intoxicatedAtInterview'),
  yesNo('underTheInfluence', 'wap.fact.underTheInfluence'),
  yesNo('formalDisciplineForRules', 'wap.fact.formalDisciplineForRules'),
  yesNo('violationOnCommitment', 'wap.fact.violationOnCommitment'),
  yesNo('applicationIncomplete', 'wap.fact.applicationIncomplete'),
  yesNo('informationRefused', 'wap.fact.informationRefused'),
  yesNo('goodHealth', 'wap.fact.goodHealth'),
  {
    name: 'daysAWeekWilling',
    type: 'count',
    unit: 'days-a-week',
    maximum: 7,
    question: 'wap.fact.daysAWeekWilling',
  },
  yesNo('chargesUsuallyAccepted', 'wap.fact.chargesUsuallyAccepted'),
  yesNo('transferredToMdf', 'wap.fact.transferredToMdf'),
  yesNo('warrantChecksCompleted', 'wap.fact.warrantChecksCompleted'),
  yesNo('warrantFound', 'wap.fact.warrantFound'),
]
