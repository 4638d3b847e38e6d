import { definePack } from '../../../pack.ts'
import { barCitations, countingCitations, feeReductionCitations, jailCitations } from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import {
  addedCriteria,
  commonDecisions,
  courtEndsAlcoholMonitoring,
  courtReducesFees,
} from '../shared/decisions.ts'
import { courtEndings, sheriffEndings } from '../shared/endings.ts'
import { barFacts, duiFacts } from '../shared/facts.ts'
import { borneCosts, monthOfL } from '../shared/fees.ts'
import { challengeParameters, jailParameters, monthlyFee } from '../shared/parameters.ts'
import { servedAfterJail } from '../shared/parts.ts'
import { barRules, duiRules } from '../shared/rules.ts'
import { section, VERSION } from '../shared/section.ts'

/** Arizona: continuous alcohol monitoring of people sentenced for driving under the influence. */
export const continuousAlcoholMonitoring = definePack({
  name: 'arizona/continuous-alcohol-monitoring',
  title: 'Arizona: continuous alcohol monitoring',
  version: VERSION,
  authority: section,
  clauses: clausesOf('A', 'B', 'I', 'J', 'L', 'M.1', 'M.2', 'M.3', 'M.5', 'O.1', 'P', 'Q'),
  steps: ['admission'],
  facts: [...barFacts, ...duiFacts],
  rules: [...barRules, ...duiRules],
  parameters: [...jailParameters, monthlyFee('ARS-L', false), ...challengeParameters],
  citations: { ...countingCitations, ...barCitations, ...jailCitations, ...feeReductionCitations('ARS-L') },
  decisions: [...commonDecisions, addedCriteria, courtReducesFees('ARS-L'), ...courtEndsAlcoholMonitoring],
  fees: [...borneCosts('L', 'ARS-L'), monthOfL],
  endings: [...sheriffEndings, ...courtEndings],
  sentence: servedAfterJail,
  nevers: [],
})
