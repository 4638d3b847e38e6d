import { definePack } from '../../../pack.ts'
import {
  barCitations,
  committeeCitations,
  countingCitations,
  neverForNonpayment,
} from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import { bySheriffAtWork, commonDecisions, projectDecisions } from '../shared/decisions.ts'
import { sheriffEndings } from '../shared/endings.ts'
import { barFacts } from '../shared/facts.ts'
import { challengeParameters, committeeParameters } from '../shared/parameters.ts'
import { committeeMeeting, neverPaid, served } from '../shared/parts.ts'
import { barRules } from '../shared/rules.ts'
import { section, VERSION } from '../shared/section.ts'

/** Arizona: prisoner work and community restitution work. */
export const workAndRestitution = definePack({
  name: 'arizona/work-and-restitution',
  title: 'Arizona: prisoner work and community restitution work',
  version: VERSION,
  authority: section,
  clauses: clausesOf('A', 'B', 'E', 'G', 'H', 'I', 'Q'),
  steps: ['admission'],
  facts: barFacts,
  rules: barRules,
  parameters: [...committeeParameters, ...challengeParameters],
  citations: {
    ...countingCitations,
    ...barCitations,
    ...committeeCitations,
    ...neverForNonpayment('ARS-A'),
  },
  decisions: [...commonDecisions, ...bySheriffAtWork, ...projectDecisions],
  endings: sheriffEndings,
  deadlines: [committeeMeeting],
  sentence: served,
  nevers: [neverPaid],
})
