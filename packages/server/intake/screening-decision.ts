import type { Assessment, FeeRequirement, Finding } from '@inlieu/law'
import { fieldProblem, type Problem } from '../platform/problem.ts'

/** What an officer decides. */
export interface OfficersDecision {
  decision: 'admit' | 'deny'
  reason: string
  /** The clauses a denial rests on. */
  grounds: readonly string[]
}

/** Whether a finding is a ground on which a person may be denied. */
export const isGround = (finding: Finding): boolean =>
  finding.kind === 'require' ? finding.verdict === 'not-met' : finding.verdict === 'met'

/**
 * Whether the decision leaves what the policy says: a denial although nothing was found that may be cause for
 * one (WAP-ELIG.1). What nobody knows is no cause.
 */
export const departs = (assessment: Assessment, decision: OfficersDecision['decision']): boolean =>
  decision === 'deny' && !assessment.findings.some(isGround)

/** Whether the officer has to say why: a factor is met or unknown, or the decision departs. */
export function needsReason(assessment: Assessment, decision: OfficersDecision['decision']): boolean {
  const weighed = assessment.findings.some(
    (finding) => finding.kind === 'factor' && finding.verdict !== 'not-met',
  )
  return weighed || departs(assessment, decision)
}

/**
 * Why this decision cannot be taken on this assessment; null when it can. The officer decides; what the policy
 * requires is not the officer's to leave out.
 * @param clause by which the officer decides
 * @param fees the fees on the books (WAP-P8.3), for a release from custody; null otherwise
 */
export function cannotDecide(
  assessment: Assessment,
  input: OfficersDecision,
  fees: FeeRequirement | null,
  clause = 'WAP-ELIG.1',
): Problem | null {
  if (input.decision === 'admit') {
    const refused = requirementsOpen(assessment) ?? feesOpen(fees)
    if (refused) return refused
  }
  const grounds = new Set(assessment.findings.filter(isGround).map((finding) => finding.clause))
  if (input.decision === 'deny') {
    const strange = input.grounds.filter((clause) => !grounds.has(clause))
    if (strange.length > 0) {
      return fieldProblem(
        'grounds',
        `${strange.join(', ')} was not found to apply, so a denial cannot rest on it.`,
      )
    }
    if (grounds.size > 0 && input.grounds.length === 0)
      return fieldProblem('grounds', 'Choose the grounds the denial rests on: the notice names each.')
  }
  if (needsReason(assessment, input.decision) && input.reason === '') {
    return fieldProblem('reason', `Say why: the decision stands on your judgement (${clause}).`)
  }
  return null
}

function requirementsOpen(assessment: Assessment): Problem | null {
  const open = assessment.findings.filter(
    (finding) => finding.kind !== 'factor' && (isGround(finding) || finding.verdict === 'unknown'),
  )
  if (open.length === 0) return null
  const failed = open.filter(isGround).map((finding) => finding.clause)
  const clauses = [...new Set(failed.length > 0 ? failed : open.map((finding) => finding.clause))].join(', ')
  return fieldProblem(
    'decision',
    failed.length > 0
      ? `What the policy requires is not met (${clauses}).`
      : `What the policy requires is not known yet (${clauses}). Ask first.`,
  )
}

function feesOpen(fees: FeeRequirement | null): Problem | null {
  if (!fees || fees.verdict === 'met') return null
  return fieldProblem(
    'onBooksCents',
    fees.verdict === 'unknown'
      ? 'Look up what is on the books: the necessary fees must be there at release (WAP-P8.3).'
      : 'The necessary fees are not on the books (WAP-P8.3). Who cannot pay asks for a waiver; inability to pay is no violation (WAP-P3.3).',
  )
}
