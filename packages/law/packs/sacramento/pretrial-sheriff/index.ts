import { among, any, not, oneOf, yes } from '../../../eligibility/conditions.ts'
import { definePack } from '../../../pack.ts'
import { ENCODED_FROM, ordinance, sheriffsPolicy } from '../shared/authority.ts'
import { ladderCitations, ordinanceCitations, own, processCitations, text } from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import {
  challenge,
  ending,
  feeProcesses,
  policyReviewDue,
  pretrialLadder,
  transmittal,
} from '../shared/consequences.ts'
import { pretrialDecisions } from '../shared/decisions.ts'
import { factsReadBy } from '../shared/facts.ts'
import { feeCeiling, ordinanceFees, repealOf } from '../shared/fees.ts'
import { feeParameters, processParameters, surroundingCounties } from '../shared/parameters.ts'
import { considerations, rulesFrom } from '../shared/rules.ts'

const STATUTE = 'Penal Code 1203.018(j)'
const make = rulesFrom(ENCODED_FROM)
const rules = [
  make.require('SCC-1.B', 'volunteers', yes('volunteers')),
  make.require(
    'SCC-1.B',
    'mayBeOfferedPretrial',
    any(yes('minimumSecurityInmate'), yes('offenderHeldInCounty')),
  ),
  make.require('SCC-1.B', 'notSentenced', not(yes('sentenced')), { own: true }),
  // SCC-2.B1 limits the residence of the sentenced only: before trial it weighs (settled conflict 1).
  make.factor(
    'SCC-2.B1',
    'livesOutsideArea',
    not(
      any(
        oneOf('countyOfResidence', 'sacramento'),
        among('countyOfResidence', 'surroundingCounties'),
        yes('studentFoundEligible'),
      ),
    ),
    { own: true },
  ),
  ...considerations(make, 'SCC-2.B2'),
]

/** The Sheriff's pretrial release supervision, with fees. */
export const pretrialSheriff = definePack({
  name: 'sacramento/pretrial-sheriff',
  title: 'Sacramento County: Sheriff’s pretrial release supervision',
  version: 'County Code 2.90 as of SCC 1680 (2021)',
  authority: ordinance('Penal Code 1203.018', sheriffsPolicy),
  clauses: clausesOf(
    'SCC-1.B',
    'SCC-2.A1',
    'SCC-2.A2',
    'SCC-2.B1',
    'SCC-2.B2',
    'SCC-2.C1',
    'SCC-2.C2',
    'SCC-2.D',
    'SCC-3.A1',
    'SCC-3.A2',
    'SCC-4.A',
    'SCC-4.B1',
    'SCC-4.B2',
    'SCC-5.A',
  ),
  steps: ['admission'],
  facts: factsReadBy(rules),
  rules,
  parameters: [surroundingCounties, ...feeParameters, ...processParameters('SCC-5.A')],
  citations: {
    ...ordinanceCitations,
    ...ladderCitations('SCC-2.D', true),
    'sanction.arrested': own('SCC-2.D'),
    'sanction.no-good-time-loss': text('SCC-2.D'),
    ...processCitations('SCC-5.A'),
    'policy.review': own('SCC-5.A'),
  },
  decisions: pretrialDecisions,
  fees: ordinanceFees(STATUTE),
  feeCeiling,
  repeals: [repealOf(STATUTE)],
  ladder: pretrialLadder('SCC-2.D'),
  endings: [
    ending('withdrawn', 'SCC-1.B', null, { own: true, restInCustody: true }),
    ending('removed', 'SCC-2.A1', 'remove', { own: true, restInCustody: true }),
    ending('rule-violation', 'SCC-2.D', 'return-to-custody', { restInCustody: true }),
    ending('nonpayment', 'SCC-2.C1', 'custody-for-nonpayment', { restInCustody: true }),
    ending('court-order', 'SCC-1.B', null, { own: true }),
  ],
  processes: [challenge('SCC-5.A'), ...feeProcesses],
  deadlines: [transmittal, policyReviewDue('SCC-5.A')],
  nevers: [
    { clause: 'SCC-2.A2', textCode: 'sac.never.ability-to-pay' },
    { clause: 'SCC-2.C1', textCode: 'sac.never.nonpayment-inability' },
    { clause: 'SCC-3.A2', textCode: 'sac.never.above-cost' },
  ],
})
