import type { Work } from '../platform/act.ts'
import { fieldProblem } from '../platform/problem.ts'

/**
 * A scanned paper that is named must be one of this person's.
 * @throws Problem `cannot-be` at `paperId`
 */
export async function checkPaper({ db }: Work<'home'>, personId: string, paperId: string): Promise<void> {
  const paper = await db
    .selectFrom('platform.v_paper')
    .select('person_id')
    .where('id', '=', paperId)
    .executeTakeFirst()
  if (paper?.person_id !== personId)
    throw fieldProblem('paperId', 'This is no paper of this person. Scan it again.')
}
