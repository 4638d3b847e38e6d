import { definePack } from '../../../pack.ts'
import {
  barCitations,
  committeeCitations,
  countingCitations,
  feeReductionCitations,
  leaveCitations,
} from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import {
  commonDecisions,
  feeOrderDecisions,
  homeDecisions,
  projectDecisions,
  sheriffReducesFees,
} from '../shared/decisions.ts'
import { sheriffEndings } from '../shared/endings.ts'
import { barFacts, monitoringFacts, sentencedForDui } from '../shared/facts.ts'
import { monitoringFee, orderedMonth } from '../shared/fees.ts'
import {
  challengeParameters,
  committeeParameters,
  leaveParameters,
  monthlyFee,
} from '../shared/parameters.ts'
import { committeeMeeting, neverPaid, served } from '../shared/parts.ts'
import { barRules, monitoringRules, notDuiRule } from '../shared/rules.ts'
import { section, VERSION } from '../shared/section.ts'

/** Arizona: home detention of sentenced prisoners, for other offences than driving under the influence. */
export const arizonaHomeDetention = definePack({
  name: 'arizona/home-detention',
  title: 'Arizona: home detention',
  version: VERSION,
  authority: section,
  clauses: clausesOf('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'Q'),
  steps: ['admission', 'supervision'],
  facts: [...barFacts, sentencedForDui, ...monitoringFacts],
  rules: [...barRules, notDuiRule, ...monitoringRules],
  parameters: [
    monthlyFee('ARS-D', false),
    ...leaveParameters,
    ...committeeParameters,
    ...challengeParameters,
  ],
  citations: {
    ...countingCitations,
    ...barCitations,
    ...committeeCitations,
    ...leaveCitations,
    ...feeReductionCitations('ARS-D'),
  },
  decisions: [
    ...commonDecisions,
    ...homeDecisions,
    ...feeOrderDecisions,
    sheriffReducesFees,
    ...projectDecisions,
  ],
  fees: [monitoringFee, orderedMonth],
  endings: sheriffEndings,
  deadlines: [committeeMeeting],
  sentence: served,
  nevers: [neverPaid],
})
