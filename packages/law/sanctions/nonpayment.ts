import { daysBetween } from '../days.ts'
import { basisOf, repealOf } from '../fees/in-force.ts'
import { because, citation } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { choiceOf, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import type { WordingCode } from '../wording/index.ts'
import { accordingToAuthority } from './authority.ts'
import type { AbilityInterview, SanctionBlocked, SanctionProposal, ViolationInput } from './types.ts'

/**
 * A return to custody for nonpayment (SCC-2.C1). There is one way to it: an interview held before it that
 * is still current and found the person able to pay. Everything else is blocked, and nobody is returned for fees whose
 * authority has ended: nothing of them is owed.
 */
export function proposeForFees(
  pack: Pack,
  parameters: Parameters,
  violation: ViolationInput,
  on: Day,
): SanctionProposal | SanctionBlocked {
  const reason = blockOf(pack, parameters, violation, on)
  if (reason !== null) return { kind: 'blocked', reasons: [reason] }
  const { clause, own } = citation(pack, 'sanction.nonpayment.return')
  return {
    kind: 'proposal',
    rung: 'custody-for-nonpayment',
    textCode: 'sanction.nonpayment.return',
    clause,
    own,
    decision: 'custody-for-nonpayment',
    ...accordingToAuthority(pack, 'custody-for-nonpayment'),
    custody: true,
    longestDays: null,
    goodTimeLoss: false,
    rungs: [],
    reasons: [because(pack, 'sanction.nonpayment.able')],
  }
}

function blockOf(pack: Pack, parameters: Parameters, violation: ViolationInput, on: Day): Reason | null {
  if (accordingToAuthority(pack, 'custody-for-nonpayment').ranks.length === 0)
    return because(pack, 'sanction.nonpayment.never')
  if (feesHaveEnded(pack, parameters)) return because(pack, 'sanction.nonpayment.fees-ended')
  const code = interviewBlock(parameters, violation.interview ?? null, on)
  if (code !== null) return because(pack, code)
  if (choiceOf(parameters, 'nonpaymentAgreement') === 'required' && violation.agreementSigned !== true)
    return because(pack, 'sanction.nonpayment.no-agreement')
  return null
}

const feesHaveEnded = (pack: Pack, parameters: Parameters): boolean =>
  basisOf(parameters) === 'law-as-it-stands' &&
  pack.fees.every((fee) => repealOf(pack, fee.statute, parameters.on) !== null)

function interviewBlock(
  parameters: Parameters,
  interview: AbilityInterview | null,
  on: Day,
): WordingCode | null {
  if (interview === null || interview.heldOn > on) return 'sanction.nonpayment.no-interview'
  if (daysBetween(interview.heldOn, on) > numberOf(parameters, 'interviewCurrentDays'))
    return 'sanction.nonpayment.not-current'
  if (interview.ableToPay === null) return 'sanction.nonpayment.not-determined'
  return interview.ableToPay ? null : 'sanction.nonpayment.unable'
}
