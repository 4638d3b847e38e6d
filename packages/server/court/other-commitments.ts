import type { RoomTx } from '../platform/database.ts'
import type { FieldProblem } from '../platform/problem.ts'
import type { CommitmentFields } from './commitment-schema.ts'

/**
 * What is wrong with the other commitments that a paper names: the one it modifies, and those it follows.
 * @param self id of the commitment that names them, when it is on record already
 */
export async function otherCommitmentProblems(
  tx: RoomTx<'court'>,
  personId: string,
  fields: CommitmentFields,
  self: string | null,
): Promise<FieldProblem[]> {
  const modified = fields.modifiesCommitmentId
  const named = [...new Set([...fields.consecutiveTo, ...(modified ? [modified] : [])])]
  if (named.length === 0) return []
  const rows = await tx
    .selectFrom('court.commitment')
    .select(['id', 'person_id', 'returned_at', 'modifies_commitment_id'])
    .where('person_id', '=', personId)
    .execute()
  const wrongWith = (id: string): string | null => {
    if (id === self) return 'A commitment cannot name itself here.'
    const row = rows.find((other) => other.id === id)
    if (!row) return 'This commitment is not one of this person. Choose one of the list.'
    return row.returned_at ? 'This commitment went back to the court. Choose another.' : null
  }
  const problems = fields.consecutiveTo.flatMap((id) => {
    const message = wrongWith(id)
    return message ? [{ path: 'consecutiveTo', message }] : []
  })
  if (modified === null) return problems
  const before = new Map(rows.map((row) => [row.id, row.modifies_commitment_id]))
  const message =
    wrongWith(modified) ??
    (self && leadsTo(before, modified, self) ? 'That commitment itself modifies this one.' : null)
  return message ? [...problems, { path: 'modifiesCommitmentId', message }] : problems
}

/** Whether following what is modified, from one commitment on, comes to another. */
function leadsTo(modifies: ReadonlyMap<string, string | null>, from: string, to: string): boolean {
  let at: string | null | undefined = from
  for (let steps = 0; at && steps <= modifies.size; steps++) {
    if (at === to) return true
    at = modifies.get(at)
  }
  return false
}
