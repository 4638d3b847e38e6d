import type { CommitmentOutcome } from '@inlieu/law'
import { setSearchKeys } from '../people/index.ts'
import { verb, type Work } from '../platform/act.ts'
import { givePaper } from '../platform/papers.ts'
import { checklistColumns, commitmentChecklist } from './checklist.ts'
import { closeRequests } from './close-requests.ts'
import { columnsOf, fieldsOf } from './commitment-columns.ts'
import type { CommitmentFields } from './commitment-schema.ts'
import { contradictions } from './contradictions.ts'
import { wasActive } from './files-of.ts'
import { goodTimeProblems, packServing } from './good-time.ts'
import { holdCommitment } from './hold-commitment.ts'
import { otherCommitmentProblems } from './other-commitments.ts'
import { refuse } from './receive-commitment.ts'
import { writeCharges } from './write-charges.ts'

/** A commitment as it shall stand: all its fields. */
export interface ChangeCommitmentInput {
  commitmentId: string
  /** The version that the page showed. */
  version: number
  commitment: CommitmentFields
}

/**
 * Puts right what was read from a paper, and checks the paper again. An order of the court that changes a
 * sentence is not put right here: it is received as a modification (WAP-P1.3).
 * @throws Problem `conflict`, `not-found`, `already-done` when the paper went back, `cannot-be` by field
 */
export const changeCommitment = verb(
  'court.change-commitment',
  async (
    work: Work<'court'>,
    input: ChangeCommitmentInput,
  ): Promise<{ version: number; outcome: CommitmentOutcome }> => {
    const { ctx, db, call, emit } = work
    const { row, charges } = await holdCommitment(work, input)
    const { commitment } = input
    const columns = columnsOf(commitment)
    const unchanged = { version: row.version, outcome: row.outcome as CommitmentOutcome }
    if (sameFields(fieldsOf(columns, commitment.charges), fieldsOf(row, charges))) return unchanged
    refuse([
      ...contradictions(commitment, ctx.today),
      ...goodTimeProblems(commitment, ctx.agency.county, await packServing(db, row.id)),
    ])
    refuse(await otherCommitmentProblems(db, row.person_id, commitment, row.id))
    if (commitment.paperId) await givePaper(work, { paperId: commitment.paperId, personId: row.person_id })

    const checked = { ...columns, original_form: row.original_form }
    const version = row.version + 1
    await db
      .updateTable('court.commitment')
      .set({
        ...columns,
        items: JSON.stringify(columns.items),
        ...checklistColumns(checked),
        received_while_active: await wasActive(db, row.person_id, commitment.receivedOn),
        version,
      })
      .where('id', '=', row.id)
      .execute()
    await writeCharges(work, row.id, charges, commitment.charges)
    await call(setSearchKeys, {
      personId: row.person_id,
      sourceId: row.id,
      kind: 'docket',
      texts: [commitment.docket],
    })
    const checklist = commitmentChecklist(checked)
    await closeRequests(work, row.id, checklist)
    await emit('court.commitment-changed', { commitment: row.id, person: row.person_id })
    return { version, outcome: checklist.outcome }
  },
)

function sameFields(a: CommitmentFields, b: CommitmentFields): boolean {
  return (Object.keys(a) as (keyof CommitmentFields)[]).every((name) => inOrder(a[name]) === inOrder(b[name]))
}

// jsonb gives keys back in an order of its own.
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
