import { not, yes } from '../../../eligibility/conditions.ts'
import { definePack } from '../../../pack.ts'
import { ENCODED_FROM, ordinance, probationsPolicy } from '../shared/authority.ts'
import { ladderCitations, own, processCitations, text } from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import { challenge, ending, policyReviewDue, pretrialLadder } from '../shared/consequences.ts'
import { probationDecisions } from '../shared/decisions.ts'
import { factsReadBy } from '../shared/facts.ts'
import { processParameters } from '../shared/parameters.ts'
import { considerations, rulesFrom } from '../shared/rules.ts'

const make = rulesFrom(ENCODED_FROM)
const BOTH = ['recommendation', 'admission'] as const
const RECOMMENDATION = ['recommendation'] as const
const rules = [
  make.require('SCC-1.B', 'volunteers', yes('volunteers'), { steps: BOTH }),
  make.require('SCC-1.B', 'notSentenced', not(yes('sentenced')), { own: true, steps: BOTH }),
  ...considerations(make, 'SCC-5.B', { own: true, steps: RECOMMENDATION }),
  make.require('SCC-2.F', 'orderedByCourt', yes('orderedByCourt')),
]

/** The court-ordered pretrial release program, monitored by Probation: never a fee. */
export const pretrialCourt = definePack({
  name: 'sacramento/pretrial-court',
  title: 'Sacramento County: court-ordered pretrial release',
  version: 'County Code 2.90 as of SCC 1680 (2021)',
  authority: ordinance('Penal Code 1203.018', probationsPolicy),
  clauses: clausesOf('SCC-1.B', 'SCC-2.A2', 'SCC-2.E', 'SCC-2.F', 'SCC-2.G', 'SCC-3.B', 'SCC-5.B'),
  steps: ['recommendation', 'admission'],
  facts: factsReadBy(rules),
  rules,
  parameters: processParameters('SCC-5.B'),
  citations: {
    ...ladderCitations('SCC-2.G', true),
    'sanction.arrested': own('SCC-2.G'),
    'sanction.no-good-time-loss': own('SCC-2.G'),
    'sanction.nonpayment.never': text('SCC-3.B'),
    'fees.none-ever': text('SCC-3.B'),
    ...processCitations('SCC-5.B'),
    'policy.review': own('SCC-5.B'),
  },
  decisions: probationDecisions,
  ladder: pretrialLadder('SCC-2.G'),
  endings: [
    ending('withdrawn', 'SCC-1.B', null, { own: true, restInCustody: true }),
    ending('rule-violation', 'SCC-2.G', 'return-to-custody', { restInCustody: true }),
    ending('court-order', 'SCC-2.F', null, { own: true }),
  ],
  processes: [challenge('SCC-5.B')],
  deadlines: [policyReviewDue('SCC-5.B')],
  nevers: [
    { clause: 'SCC-2.A2', textCode: 'sac.never.ability-to-pay' },
    { clause: 'SCC-3.B', textCode: 'sac.never.court-ordered-fee' },
  ],
})
