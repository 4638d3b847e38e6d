import type { Decision, Permission } from '@inlieu/law'
import type { Work } from '../platform/act.ts'
import { requireAuthority } from '../programs/index.ts'

/**
 * Lets the account that acts decide something for a person of this program, by the program's authority table.
 * @throws Problem `not-allowed` with the clause; `cannot-be` where the program's texts give nobody this decision
 */
export const authorityFor = (
  work: Work<'home'>,
  asked: { decision: Decision; pack: string; requestedBy?: string },
): Promise<Permission> => requireAuthority(work, asked)
