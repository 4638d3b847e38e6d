import type { Rank } from '../../../authority/ranks.ts'
import type { AuthorityRow, Decision } from '../../../authority/types.ts'

/** "An officer", and "a supervisor": whom the office means by it is our reading. */
const OFFICERS: readonly Rank[] = [
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
]
const SUPERVISORS = OFFICERS.slice(1)
const MANAGERS: readonly Rank[] = ['bureau-manager', 'bureau-commander', 'sheriff']
const PROBATION: readonly Rank[] = [
  'probation-officer',
  'supervising-probation-officer',
  'chief-probation-officer',
]

interface About {
  readonly own?: boolean
  /** "Or designee". */
  readonly delegable?: boolean
  readonly neverRequester?: boolean
}

function row(decision: Decision, clause: string, ranks: readonly Rank[], about: About = {}): AuthorityRow {
  return {
    decision,
    clause,
    own: about.own ?? false,
    holders: ranks.map((rank) => ({ rank, clause })),
    delegable: about.delegable ?? false,
    neverRequester: about.neverRequester ?? false,
    textCode: `authority.decision.${decision}`,
  }
}

/** "The Sheriff or designee". */
const sheriff = (decision: Decision, clause: string, own = false): AuthorityRow =>
  row(decision, clause, ['sheriff'], { delegable: true, own })
const chief = (decision: Decision, clause: string): AuthorityRow =>
  row(decision, clause, ['chief-probation-officer'], { delegable: true })
const officers = (decision: Decision, clause: string): AuthorityRow =>
  row(decision, clause, OFFICERS, { own: true })
const supervisors = (decision: Decision, clause: string): AuthorityRow =>
  row(decision, clause, SUPERVISORS, { own: true, neverRequester: true })
const managers = (decision: Decision, clause: string): AuthorityRow =>
  row(decision, clause, MANAGERS, { own: true, neverRequester: true })

/** SCC-2 to SCC-5: what the ordinance reserves to the Sheriff, or to a designee. */
export const ordinanceDecisions: readonly AuthorityRow[] = [
  sheriff('admit', 'SCC-2.A1'),
  sheriff('deny', 'SCC-2.A1'),
  sheriff('remove', 'SCC-2.A1'),
  sheriff('ability-to-pay', 'SCC-2.C1'),
  sheriff('custody-for-nonpayment', 'SCC-2.C1'),
  sheriff('return-to-custody', 'SCC-2.D'),
  sheriff('fee-waiver', 'SCC-4.B1'),
  sheriff('fee-method', 'SCC-4.B1'),
  row('fee-change', 'SCC-3.A1', ['board']),
  row('policy-approval', 'SCC-5.A', ['board']),
  supervisors('challenge-review', 'SCC-5.A'),
  supervisors('dispute-review', 'SCC-5.A'),
  managers('parameter-change', 'SCC-5.A'),
  supervisors('lesser-sanction', 'SCC-2.D'),
]

/** EMP: what serves both tracks of home detention. */
export const homeDetentionDecisions: readonly AuthorityRow[] = [
  ...ordinanceDecisions.filter((one) => one.decision !== 'lesser-sanction'),
  supervisors('lesser-sanction', 'EMP-10.1'),
  sheriff('flash-incarceration', 'EMP-10.1', true),
  officers('arrest', 'EMP-4.2'),
  officers('zone-exception', 'EMP-8.3'),
  supervisors('monitoring-parameters', 'EMP-7.3'),
]

export const existingTrackDecisions: readonly AuthorityRow[] = [
  ...homeDetentionDecisions,
  officers('absence-approval', 'EMP-0.1'),
  officers('reasonable-distance', 'EMP-0.3'),
]

export const expandedTrackDecisions: readonly AuthorityRow[] = [
  ...homeDetentionDecisions,
  officers('absence-approval', 'EMP-1.5'),
  officers('step-down', 'EMP-2.3'),
]

/** Pretrial supervision: monitored too, its parameters approved as in home detention (own). */
export const pretrialDecisions: readonly AuthorityRow[] = [
  ...ordinanceDecisions,
  supervisors('monitoring-parameters', 'SCC-2.A1'),
]

/** SCC-2.E to G: the court orders, Probation monitors and may return. Nobody is ever in custody for fees. */
export const probationDecisions: readonly AuthorityRow[] = [
  chief('pretrial-recommendation', 'SCC-2.E'),
  row('admit', 'SCC-2.F', ['court']),
  row('deny', 'SCC-2.F', ['court']),
  chief('return-to-custody', 'SCC-2.G'),
  row('lesser-sanction', 'SCC-2.G', PROBATION.slice(1), { own: true, neverRequester: true }),
  row('monitoring-parameters', 'SCC-2.F', PROBATION.slice(1), { own: true, neverRequester: true }),
  row('custody-for-nonpayment', 'SCC-3.B', []),
  row('policy-approval', 'SCC-5.B', ['board']),
  row('challenge-review', 'SCC-5.B', PROBATION.slice(1), { own: true, neverRequester: true }),
  row('parameter-change', 'SCC-5.B', ['chief-probation-officer'], { own: true, neverRequester: true }),
]

/** SWR-2: where the source names nobody, the work machinery's own table. */
export const workProjectDecisions: readonly AuthorityRow[] = [
  sheriff('admit', 'SWR-2', true),
  sheriff('deny', 'SWR-2', true),
  sheriff('fee-waiver', 'SWR-2', true),
  row('custody-for-nonpayment', 'SWR-2', [], { own: true }),
  officers('return-to-court', 'SWR-2'),
  officers('partial-day-credit', 'SWR-2'),
  officers('sentence-reading', 'SWR-2'),
  supervisors('early-start', 'SWR-2'),
  supervisors('lesser-sanction', 'SWR-2'),
  managers('work-site-contract', 'SWR-6'),
  managers('parameter-change', 'SWR-2'),
  supervisors('challenge-review', 'SWR-2'),
]

/** SWR-4: a referral is the court's; the office runs it and sends it back. */
export const referralDecisions: readonly AuthorityRow[] = [
  row('placement', 'SWR-4', ['court']),
  officers('admit', 'SWR-4'),
  officers('deny', 'SWR-4'),
  officers('partial-day-credit', 'SWR-4'),
  officers('return-to-court', 'SWR-4'),
  supervisors('referral-extension', 'SWR-4'),
  row('custody-for-nonpayment', 'SWR-4', [], { own: true }),
  managers('conversion-rate', 'SWR-4'),
  managers('work-site-contract', 'SWR-6'),
  managers('parameter-change', 'SWR-4'),
  supervisors('challenge-review', 'SWR-4'),
]
