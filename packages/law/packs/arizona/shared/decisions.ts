import type { AuthorityRow, Decision, Rank } from '../../../authority/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

const holders = (ranks: readonly Rank[], clause: string): AuthorityRow['holders'] =>
  ranks.map((rank) => ({ rank, clause }))

function row(
  decision: Decision,
  clause: string,
  by: AuthorityRow['holders'],
  also: { readonly own?: boolean; readonly delegable?: boolean; readonly neverRequester?: boolean } = {},
): AuthorityRow {
  return {
    decision,
    clause,
    holders: by,
    own: also.own ?? false,
    delegable: also.delegable ?? false,
    neverRequester: also.neverRequester ?? false,
    textCode: `ars.decision.${decision}` as WordingCode,
  }
}

const SHERIFF: readonly Rank[] = ['sheriff']
const COURT: readonly Rank[] = ['court']

/** The sheriff acts through those named for it, each by a dated delegation (own). */
const bySheriff = (decision: Decision, clause: string): AuthorityRow =>
  row(decision, clause, holders(SHERIFF, clause), { own: true, delegable: true })

/** What all four programs have. */
export const commonDecisions: readonly AuthorityRow[] = [
  bySheriff('admit', 'ARS-A'),
  bySheriff('deny', 'ARS-A'),
  bySheriff('termination', 'ARS-I'),
  row('program-termination', 'ARS-Q', holders(SHERIFF, 'ARS-Q')),
  row('custody-for-nonpayment', 'ARS-A', [], { own: true }),
  row('lesser-sanction', 'ARS-I', holders(['sergeant', 'lieutenant', 'sheriff'], 'ARS-I'), {
    own: true,
    neverRequester: true,
  }),
  row('challenge-review', 'ARS-I', holders(['sergeant', 'lieutenant', 'sheriff'], 'ARS-I'), {
    own: true,
    neverRequester: true,
  }),
  row('parameter-change', 'ARS-A', holders(['sheriff'], 'ARS-A'), { own: true, neverRequester: true }),
]

/** E: the sheriff may send who is employed in the week to restitution work on weekends. */
export const bySheriffAtWork: readonly AuthorityRow[] = [bySheriff('weekend-restitution', 'ARS-E')]

/** C to F: what the sheriff may require or allow at home. */
export const homeDecisions: readonly AuthorityRow[] = [
  bySheriff('electronic-monitoring', 'ARS-C.1'),
  bySheriff('monitoring-parameters', 'ARS-C.1'),
  bySheriff('detrimental-association', 'ARS-C.4'),
  ...bySheriffAtWork,
  bySheriff('special-leave', 'ARS-F'),
]

/** D: the court orders the fee; the sheriff assesses less. */
export const feeOrderDecisions: readonly AuthorityRow[] = [
  row('monitoring-fee-order', 'ARS-D', holders(COURT, 'ARS-D')),
]

export const sheriffReducesFees: AuthorityRow = row('fee-change', 'ARS-D', holders(SHERIFF, 'ARS-D'), {
  own: true,
  delegable: true,
})

/** K.2, L: only the court assesses less. */
export const courtReducesFees = (clause: string): AuthorityRow =>
  row('fee-waiver', clause, holders(COURT, clause))

/** G and H: the committee recommends, the sheriff approves. */
export const projectDecisions: readonly AuthorityRow[] = [
  row('work-project-recommendation', 'ARS-G', holders(['committee'], 'ARS-G')),
  row('work-project-approval', 'ARS-G', holders(SHERIFF, 'ARS-G')),
  row('committee-appointment', 'ARS-H.1', [
    { rank: 'sheriff', clause: 'ARS-H.1' },
    { rank: 'county-attorney', clause: 'ARS-H.1' },
    { rank: 'police-chief', clause: 'ARS-H.1' },
    { rank: 'board', clause: 'ARS-H.1' },
  ]),
]

/** O and P: the court ends it; O.2 is for home detention alone. */
const courtBy = (...clauses: readonly string[]): readonly AuthorityRow[] => [
  row(
    'return-to-custody',
    'ARS-P',
    clauses.map((clause) => ({ rank: 'court', clause })),
  ),
]
export const courtEnds = courtBy('ARS-P', 'ARS-O.1', 'ARS-O.2')
export const courtEndsAlcoholMonitoring = courtBy('ARS-P', 'ARS-O.1')

/** Added criteria: the text says "the county"; who speaks for it is the board (own). */
export const addedCriteria: AuthorityRow = row('added-criteria', 'ARS-M.5', holders(['board'], 'ARS-M.5'), {
  own: true,
})

/** N.2: the court places. */
export const courtPlaces: AuthorityRow = row('placement', 'ARS-N.2', holders(COURT, 'ARS-N.2'))

/** K.1. */
export const boardAuthorizes: AuthorityRow = row(
  'program-authorization',
  'ARS-K.1',
  holders(['board'], 'ARS-K.1'),
)
