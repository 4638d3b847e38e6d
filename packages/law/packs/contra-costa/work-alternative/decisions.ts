import type { AuthorityRow, Decision, Rank } from '../../../authority/types.ts'

/** "An officer", and "a supervisor": whom the office means by it is our reading. */
const OFFICERS: readonly Rank[] = [
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
]
const SUPERVISORS: readonly Rank[] = [
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
]
const MANAGERS: readonly Rank[] = ['bureau-manager', 'bureau-commander', 'sheriff']

const all = (ranks: readonly Rank[], clause: string): AuthorityRow['holders'] =>
  ranks.map((rank) => ({ rank, clause }))

function row(
  decision: Decision,
  clause: string,
  holders: AuthorityRow['holders'],
  also: { readonly own?: boolean; readonly neverRequester?: boolean } = {},
): AuthorityRow {
  return {
    decision,
    clause,
    holders,
    own: also.own ?? false,
    neverRequester: also.neverRequester ?? false,
    // The policy knows no designee.
    delegable: false,
    textCode: `authority.decision.${decision}`,
  }
}

/** Who decides what. Where the policy names nobody, the ranks are our reading (`own`). */
export const decisions: readonly AuthorityRow[] = [
  row('admit', 'WAP-ELIG.1', all(OFFICERS, 'WAP-ELIG.1'), { own: true }),
  row('deny', 'WAP-ELIG.1', all(OFFICERS, 'WAP-ELIG.1'), { own: true }),
  row(
    'fee-waiver',
    'WAP-FEE.3',
    [
      { rank: 'bureau-manager', clause: 'WAP-FEE.3' },
      { rank: 'sergeant', clause: 'WAP-FEE.3' },
      { rank: 'lieutenant', clause: 'WAP-P3.2' },
    ],
    { neverRequester: true },
  ),
  row('return-to-court', 'WAP-P2.5', all(OFFICERS, 'WAP-P2.5'), { own: true }),
  row('return-to-custody', 'WAP-P8.7', all(OFFICERS, 'WAP-P8.7'), { own: true }),
  row('custody-for-nonpayment', 'WAP-P3.3', []),
  row('lesser-sanction', 'WAP-P6.5', all(SUPERVISORS, 'WAP-P6.5'), { own: true, neverRequester: true }),
  row('parole-referral', 'WAP-P7.1', all(['bureau-commander', 'sergeant'], 'WAP-P7.1'), {
    neverRequester: true,
  }),
  row('early-release', 'WAP-P8.3', all(OFFICERS, 'WAP-P8.3'), { own: true }),
  row('partial-day-credit', 'WAP-CRED.1', all(OFFICERS, 'WAP-CRED.1'), { own: true }),
  row('sentence-reading', 'WAP-SENT.6', all(OFFICERS, 'WAP-SENT.6'), { own: true }),
  row('early-start', 'WAP-P6.1', all(SUPERVISORS, 'WAP-P6.1'), { own: true }),
  row('work-site-contract', 'WAP-SITE.1', all(MANAGERS, 'WAP-SITE.1'), { own: true }),
  row('policy-approval', 'WAP-0', all(['board'], 'WAP-0')),
  row('policy-review', 'WAP-UPD.1', all(['bureau-manager'], 'WAP-UPD.1')),
  row('parameter-change', 'WAP-UPD.1', all(MANAGERS, 'WAP-UPD.1'), { own: true, neverRequester: true }),
  row('challenge-review', 'WAP-ELIG.1', all(SUPERVISORS, 'WAP-ELIG.1'), { own: true, neverRequester: true }),
]
