import type { CommitmentItem, CommitmentItemName, CommitmentOrigin } from '../../../commitment/types.ts'
import type { Clause } from '../../../pack.types.ts'

const item =
  (origin: CommitmentOrigin) =>
  (
    name: CommitmentItemName,
    whenAbsent: CommitmentItem['whenAbsent'],
    ...lists: readonly Clause[]
  ): CommitmentItem => ({ name, origin, lists, whenAbsent, textCode: `commitment.item.${name}` })

const here = item('in-county')
const elsewhere = item('out-of-county')

/**
 * The three lists of the policy as one (settled reading): what WAP-AUTH asks for refuses the paper when
 * absent, the rest is asked from the court. WAP-SENT.5 reads silence on concurrency, and "credit, if any"
 * reads silence on credit.
 */
export const commitmentItems: readonly CommitmentItem[] = [
  here('defendant-name', 'refuse', 'WAP-AUTH.1', 'WAP-SENT.3', 'WAP-P1.1'),
  here('docket-number', 'ask', 'WAP-SENT.3', 'WAP-P1.1'),
  here('charges', 'refuse', 'WAP-AUTH.1', 'WAP-SENT.3', 'WAP-P1.1'),
  here('judge-signature', 'refuse', 'WAP-AUTH.1', 'WAP-SENT.3', 'WAP-P1.1'),
  here('court-name', 'refuse', 'WAP-AUTH.1'),
  here('court-mark', 'refuse', 'WAP-AUTH.1', 'WAP-P1.1'),
  here('sentencing-date', 'refuse', 'WAP-AUTH.1'),
  here('sentence', 'refuse', 'WAP-AUTH.1', 'WAP-SENT.3', 'WAP-P1.1'),
  here('conditions', 'refuse', 'WAP-AUTH.1'),
  here('start-date', 'ask', 'WAP-SENT.3'),
  here('relation', 'read', 'WAP-SENT.3'),
  here('credit', 'read', 'WAP-SENT.3'),
  here('address', 'ask', 'WAP-P1.1'),
  elsewhere('defendant-name', 'refuse', 'WAP-AUTH.3', 'WAP-P1.1'),
  elsewhere('docket-number', 'ask', 'WAP-P1.1'),
  elsewhere('charges', 'refuse', 'WAP-AUTH.3', 'WAP-P1.1'),
  elsewhere('judge-signature', 'refuse', 'WAP-AUTH.3', 'WAP-P1.1'),
  elsewhere('court-or-county-name', 'refuse', 'WAP-AUTH.3'),
  elsewhere('court-seal', 'refuse', 'WAP-AUTH.3', 'WAP-P1.1'),
  elsewhere('sentencing-date', 'refuse', 'WAP-AUTH.3'),
  elsewhere('sentence', 'refuse', 'WAP-AUTH.3', 'WAP-P1.1'),
  elsewhere('conditions', 'refuse', 'WAP-AUTH.3'),
  elsewhere('may-be-served-here', 'refuse', 'WAP-AUTH.3'),
  elsewhere('start-date', 'ask', 'WAP-SENT.4'),
  elsewhere('relation', 'read', 'WAP-SENT.4'),
  elsewhere('credit', 'read', 'WAP-SENT.4'),
  elsewhere('address', 'ask', 'WAP-P1.1'),
]
