import { type Decision, decisions, type Permission } from '@inlieu/law'
import type { Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { programOf, requireAuthority } from '../programs/index.ts'

/**
 * Lets the account that acts decide something for a person of this program, by the program's authority table.
 * @throws Problem `not-allowed` with the clause; `cannot-be` where the program's texts give nobody this decision
 */
export async function authorityFor(
  work: Work<'home'>,
  asked: { decision: Decision; pack: string; requestedBy?: string },
): Promise<Permission> {
  const program = programOf(asked)
  if (!decisions(program).includes(asked.decision))
    throw new Problem(
      'cannot-be',
      'The texts of this program give this decision to nobody: it cannot be taken in it.',
    )
  return requireAuthority(work, asked)
}
