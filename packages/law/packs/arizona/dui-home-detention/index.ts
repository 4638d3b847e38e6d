import { definePack } from '../../../pack.ts'
import {
  barCitations,
  committeeCitations,
  consecutiveHoursCitations,
  countingCitations,
  feeReductionCitations,
  jailCitations,
  leaveCitations,
} from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import {
  addedCriteria,
  boardAuthorizes,
  commonDecisions,
  courtEnds,
  courtPlaces,
  courtReducesFees,
  feeOrderDecisions,
  homeDecisions,
  projectDecisions,
  sheriffReducesFees,
} from '../shared/decisions.ts'
import { courtEndings, leftPremises, sheriffEndings } from '../shared/endings.ts'
import {
  authorizationFacts,
  barFacts,
  duiFacts,
  durationFacts,
  monitoringFacts,
  placementFacts,
} from '../shared/facts.ts'
import { borneCosts, orderedMonth } from '../shared/fees.ts'
import {
  challengeParameters,
  committeeParameters,
  jailParameters,
  leaveParameters,
  monthlyFee,
} from '../shared/parameters.ts'
import { committeeMeeting, neverPaid, servedAfterJail } from '../shared/parts.ts'
import {
  authorizationRules,
  barRules,
  duiRules,
  durationRules,
  monitoringRules,
  placementRules,
} from '../shared/rules.ts'
import { section, VERSION } from '../shared/section.ts'

/** Arizona: home detention of people sentenced for driving under the influence. */
export const duiHomeDetention = definePack({
  name: 'arizona/dui-home-detention',
  title: 'Arizona: home detention for driving under the influence',
  version: VERSION,
  authority: section,
  clauses: clausesOf(
    ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'],
    ...['M', 'M.4a', 'M.4b', 'M.4c', 'M.4d', 'M.4e', 'N', 'O', 'P', 'Q'],
  ),
  steps: ['admission', 'authorization', 'enrolment', 'supervision'],
  facts: [
    ...barFacts,
    ...duiFacts,
    ...authorizationFacts,
    ...placementFacts,
    ...monitoringFacts,
    ...durationFacts,
  ],
  rules: [
    ...barRules,
    ...duiRules,
    ...authorizationRules,
    ...placementRules,
    ...monitoringRules,
    ...durationRules,
  ],
  parameters: [
    ...jailParameters,
    monthlyFee('ARS-K.2', true),
    ...leaveParameters,
    ...committeeParameters,
    ...challengeParameters,
  ],
  citations: {
    ...countingCitations,
    ...barCitations,
    ...jailCitations,
    ...committeeCitations,
    ...leaveCitations,
    ...consecutiveHoursCitations,
    ...feeReductionCitations('ARS-K.2'),
  },
  decisions: [
    ...commonDecisions,
    ...homeDecisions,
    boardAuthorizes,
    courtPlaces,
    addedCriteria,
    ...feeOrderDecisions,
    sheriffReducesFees,
    courtReducesFees('ARS-K.2'),
    ...courtEnds,
    ...projectDecisions,
  ],
  fees: [...borneCosts('K', 'ARS-K.2'), { ...orderedMonth, own: true }],
  endings: [...sheriffEndings, ...courtEndings, leftPremises],
  deadlines: [committeeMeeting],
  sentence: servedAfterJail,
  nevers: [neverPaid],
})
