import { all, byThen, yes } from '../../../eligibility/conditions.ts'
import { definePack } from '../../../pack.ts'
import { division, ENCODED_FROM } from '../shared/authority.ts'
import { ladderCitations, own, processCitations } from '../shared/citations.ts'
import { clausesOf } from '../shared/clauses.ts'
import { challenge, courtLadder, ending, policyReviewDue } from '../shared/consequences.ts'
import { referralDecisions } from '../shared/decisions.ts'
import { factsReadBy } from '../shared/facts.ts'
import { cents, number, processParameters } from '../shared/parameters.ts'
import { notRules } from '../shared/rooms.ts'
import { rulesFrom } from '../shared/rules.ts'

const make = rulesFrom(ENCODED_FROM)
const rooms = notRules('SWR-7', 'SWR-8', 'SWR-9')
const rules = [
  make.require('SWR-1', 'referredByTrafficCourt', yes('referredByTrafficCourt')),
  make.require('SWR-10', 'convictedInCounty', yes('convictedInCounty')),
  make.require(
    'SWR-4',
    'referralComplete',
    all(yes('referralNamesCitation'), yes('referralNamesWhatIsOrdered')),
    { own: true },
  ),
  make.factor('SWR-4', 'dueDayHasCome', byThen('dueOn'), { own: true }),
]

/** The Alternative Sentencing Program: community service hours in place of fines or sentences. */
export const alternativeSentencing = definePack({
  name: 'sacramento/alternative-sentencing',
  title: 'Sacramento County: Alternative Sentencing Program',
  version: 'Work Release Division, as described',
  authority: division('Penal Code 1209.5'),
  clauses: clausesOf(...rooms.map((one) => one.clause), 'SWR-1', 'SWR-4', 'SWR-6', 'SWR-10'),
  steps: ['admission'],
  facts: factsReadBy(rules),
  rules,
  parameters: [
    number('activeMost', 'SWR-4', 'people', null, { own: true, maximum: 100_000 }),
    cents('smallEmployerWageCents', 'SWR-4', null, { own: true }),
    number('conversionTimes', 'SWR-4', 'times', 2, { own: true, minimum: 2, maximum: 20 }),
    number('conversionStepMinutes', 'SWR-4', 'minutes', 15, { own: true, minimum: 1, maximum: 60 }),
    ...processParameters('SWR-4'),
  ],
  citations: {
    'fine.rate': own('SWR-4'),
    'fine.chosen': own('SWR-4'),
    'fine.not-chosen': own('SWR-4'),
    'fine.ask-person': own('SWR-4'),
    'fine.ask-wage': own('SWR-4'),
    ...ladderCitations('SWR-4', true),
    'sanction.arrested': own('SWR-4'),
    'sanction.no-good-time-loss': own('SWR-4'),
    'sanction.nonpayment.never': own('SWR-4'),
    ...processCitations('SWR-4'),
    'policy.review': own('SWR-4'),
  },
  decisions: referralDecisions,
  ladder: courtLadder('SWR-4'),
  endings: [
    ending('service-completed', 'SWR-4', null, { own: true }),
    ending('due-date-passed', 'SWR-4', 'return-to-court', { own: true }),
    ending('returned-to-court', 'SWR-4', 'return-to-court', { own: true }),
    ending('withdrawn', 'SWR-4', null, { own: true }),
  ],
  processes: [challenge('SWR-4')],
  deadlines: [policyReviewDue('SWR-4')],
  capacities: [
    { name: 'active', clause: 'SWR-4', own: true, parameter: 'activeMost', textCode: 'sac.capacity.active' },
  ],
  notRules: rooms,
  nevers: [],
})
