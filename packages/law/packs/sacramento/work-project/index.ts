import { yes } from '../../../eligibility/conditions.ts'
import { definePack } from '../../../pack.ts'
import { division, ENCODED_FROM } from '../shared/authority.ts'
import { ladderCitations, own, processCitations, workCitations } from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import { challenge, courtLadder, ending, policyReviewDue } from '../shared/consequences.ts'
import { workProjectDecisions } from '../shared/decisions.ts'
import { factsReadBy } from '../shared/facts.ts'
import { repealOf } from '../shared/fees.ts'
import { cents, choice, number, processParameters } from '../shared/parameters.ts'
import { notRules } from '../shared/rooms.ts'
import { rulesFrom } from '../shared/rules.ts'
import { workParameters } from '../shared/work.ts'

const STATUTE = 'Penal Code 4024.2(e)'
const make = rulesFrom(ENCODED_FROM)
const rooms = notRules('SWR-7', 'SWR-8', 'SWR-9')
const rules = [
  make.require('SWR-10', 'convictedInCounty', yes('convictedInCounty')),
  make.require('SWR-2', 'jailSentence', yes('jailSentence')),
  make.factor('SWR-5', 'notLowRisk', yes('notLowRisk'), { own: true }),
]

/** The Sheriff's Work Project: a jail sentence served on community service projects. */
export const workProject = definePack({
  name: 'sacramento/work-project',
  title: 'Sacramento County: Sheriff’s Work Project',
  version: 'Work Release Division, as described',
  authority: division('Penal Code 4024.2'),
  clauses: clausesOf(...rooms.map((one) => one.clause), 'SWR-1', 'SWR-2', 'SWR-5', 'SWR-6', 'SWR-10'),
  steps: ['admission'],
  facts: factsReadBy(rules),
  rules,
  parameters: [
    number('activeMost', 'SWR-2', 'people', null, { own: true, maximum: 100_000 }),
    cents('administrativeFeeCents', 'SWR-2', null, { own: true }),
    cents('workDayFeeCents', 'SWR-2', null, { own: true }),
    choice('feeBasis', 'SWR-2', ['law-as-it-stands', 'as-the-source-reads']),
    ...workParameters,
    ...processParameters('SWR-2'),
  ],
  citations: {
    ...workCitations,
    ...ladderCitations('SWR-2', true),
    'sanction.arrested': own('SWR-2'),
    'sentence.custody.by-credit': own('SWR-2'),
    'sanction.no-good-time-loss': own('SWR-2'),
    'sanction.nonpayment.never': own('SWR-2'),
    'fees.reduce.ability-to-pay': own('SWR-2'),
    'fees.reduce.necessary': own('SWR-2'),
    'fees.reduce.justified': own('SWR-2'),
    'fees.reduce.interests-of-justice': own('SWR-2'),
    'fees.reduce.no-change': own('SWR-2'),
    ...processCitations('SWR-2'),
    'policy.review': own('SWR-2'),
  },
  decisions: workProjectDecisions,
  fees: [
    {
      code: 'administrative',
      clause: 'SWR-2',
      own: true,
      unit: 'once',
      counts: 'intake',
      amountParameter: 'administrativeFeeCents',
      within: null,
      needs: [],
      reducedBy: 'fee-waiver',
      statute: STATUTE,
      textCode: 'fees.administrative',
    },
    {
      code: 'daily',
      clause: 'SWR-2',
      own: true,
      unit: 'day',
      counts: 'adjusted-days',
      amountParameter: 'workDayFeeCents',
      within: null,
      needs: [],
      reducedBy: 'fee-waiver',
      statute: STATUTE,
      textCode: 'fees.work-days',
    },
  ],
  repeals: [repealOf(STATUTE)],
  ladder: courtLadder('SWR-2'),
  endings: [
    ending('completed', 'SWR-2', null, { own: true }),
    ending('withdrawn', 'SWR-2', null, { own: true, restInCustody: true }),
    ending('returned-to-court', 'SWR-2', 'return-to-court', { own: true }),
    ending('court-order', 'SWR-1', null, { own: true }),
  ],
  processes: [challenge('SWR-2')],
  deadlines: [policyReviewDue('SWR-2')],
  capacities: [
    { name: 'active', clause: 'SWR-2', own: true, parameter: 'activeMost', textCode: 'sac.capacity.active' },
  ],
  sentence: {
    events: ['placed', 'returned', 'withdrawn'],
    counts: 'days-of-work',
    jailFirst: null,
    goodTime: false,
    stepDown: null,
  },
  notRules: rooms,
  nevers: [],
})
