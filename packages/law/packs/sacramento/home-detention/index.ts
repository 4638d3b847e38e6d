import { yes } from '../../../eligibility/conditions.ts'
import { definePack } from '../../../pack.ts'
import { ENCODED_FROM, ordinance, sheriffsPolicy } from '../shared/authority.ts'
import {
  goodTimeCitations,
  homeDetentionCitations,
  ordinanceCitations,
  own,
  processCitations,
  sentenceCitations,
} from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import {
  challenge,
  ending,
  feeProcesses,
  homeDetentionLadder,
  policyReviewDue,
  transmittal,
} from '../shared/consequences.ts'
import { existingTrackDecisions } from '../shared/decisions.ts'
import { factsReadBy } from '../shared/facts.ts'
import { feeCeiling, feeParts, ordinanceFees, repealOf } from '../shared/fees.ts'
import {
  feeParameters,
  feePartParameters,
  flashParameter,
  number,
  processParameters,
  surroundingCounties,
  testParameter,
} from '../shared/parameters.ts'
import { notRules } from '../shared/rooms.ts'
import { existingTrackRules, installationRules, ordinanceRules, rulesFrom } from '../shared/rules.ts'

const STATUTE = 'Penal Code 1203.016(g)'
const make = rulesFrom(ENCODED_FROM)
const rooms = notRules(
  'SWR-3',
  'EMP-0.7',
  'EMP-0.10',
  'EMP-0.11',
  'EMP-5.1',
  'EMP-5.2',
  'EMP-6.1',
  'EMP-7.1',
  'EMP-7.2',
  'EMP-8.1',
  'EMP-8.2',
  'EMP-8.4',
  'EMP-8.5',
  'EMP-8.6',
  'EMP-8.7',
  'EMP-8.8',
  'EMP-9.1',
  'EMP-A.1',
  'EMP-A.2',
  'EMP-A.3',
)
const rules = [
  make.require('SWR-10', 'convictedInCounty', yes('convictedInCounty')),
  ...ordinanceRules(make),
  ...existingTrackRules(make),
  ...installationRules(make),
]

/** Home detention, the existing track: EMP-0, and the ordinance. */
export const homeDetention = definePack({
  name: 'sacramento/home-detention',
  title: 'Sacramento County: Home Detention',
  version: 'County Code 2.90 as of SCC 1680 (2021); program as described on August 4, 2011',
  authority: ordinance('Penal Code 1203.016', sheriffsPolicy),
  clauses: clausesOf(
    ...rooms.map((one) => one.clause),
    'SWR-1',
    'SWR-10',
    'EMP-0.1',
    'EMP-0.2',
    'EMP-0.3',
    'EMP-0.4',
    'EMP-0.5',
    'EMP-0.6',
    'EMP-0.8',
    'EMP-0.9',
    'EMP-4.2',
    'EMP-4.3',
    'EMP-7.3',
    'EMP-8.3',
    'EMP-9.2',
    'EMP-10.1',
    'EMP-10.2',
    'EMP-11.1',
    'SCC-1.A',
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
  steps: ['admission', 'installation'],
  facts: factsReadBy(rules),
  rules,
  parameters: [
    surroundingCounties,
    number('workFindingDays', 'EMP-0.4', 'days', null, { own: true, maximum: 365 }),
    number('supervisedMost', 'EMP-0.8', 'people', 300, { maximum: 100_000 }),
    flashParameter,
    testParameter,
    ...feeParameters,
    ...feePartParameters,
    ...processParameters('SCC-5.A'),
  ],
  citations: {
    ...sentenceCitations('SCC-1.A'),
    ...goodTimeCitations,
    ...ordinanceCitations,
    ...homeDetentionCitations,
    ...processCitations('SCC-5.A'),
    'policy.review': own('SCC-5.A'),
  },
  decisions: existingTrackDecisions,
  fees: [...ordinanceFees(STATUTE), ...feeParts(STATUTE)],
  feeCeiling,
  repeals: [repealOf(STATUTE)],
  ladder: homeDetentionLadder,
  endings: [
    ending('completed', 'SCC-1.A', null, { own: true }),
    ending('withdrawn', 'SCC-1.A', null, { own: true, restInCustody: true }),
    ending('removed', 'SCC-2.A1', 'remove', { own: true, restInCustody: true }),
    ending('rule-violation', 'SCC-2.D', 'return-to-custody', { restInCustody: true, goodTimeLoss: true }),
    ending('nonpayment', 'SCC-2.C1', 'custody-for-nonpayment', { restInCustody: true }),
    ending('court-order', 'SWR-1', null, { own: true }),
  ],
  processes: [challenge('SCC-5.A'), ...feeProcesses],
  deadlines: [transmittal, policyReviewDue('SCC-5.A')],
  capacities: [
    {
      name: 'supervised',
      clause: 'EMP-0.8',
      own: false,
      parameter: 'supervisedMost',
      textCode: 'sac.capacity.supervised',
    },
  ],
  sentence: {
    events: ['placed', 'good-time-lost', 'returned', 'withdrawn'],
    counts: 'calendar-days',
    jailFirst: null,
    goodTime: true,
    stepDown: null,
  },
  notRules: rooms,
  nevers: [
    { clause: 'SCC-2.A2', textCode: 'sac.never.ability-to-pay' },
    { clause: 'SCC-2.C1', textCode: 'sac.never.nonpayment-inability' },
    { clause: 'SCC-3.A2', textCode: 'sac.never.above-cost' },
    { clause: 'EMP-10.2', textCode: 'sac.never.flash' },
  ],
})
