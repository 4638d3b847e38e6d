import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { commitmentChecklist } from './checklist.ts'
import { askCourtLetter } from './court-letter.ts'
import { holdCommitment } from './hold-commitment.ts'

/** A paper that goes back, and the note that goes with it. */
export interface ReturnCommitmentInput {
  commitmentId: string
  version: number
  note: string
}

/**
 * Returns a paper to the court with a note (WAP-P1.2: modified or without jail orders, and no active file;
 * WAP-AUTH: what makes it no booking authority). The record of it stays.
 * @throws Problem `cannot-be` when the checklist accepts it or an enrolment stands on it; `conflict`
 */
export const returnCommitment = verb(
  'court.return-commitment',
  async (
    work: Work<'court'>,
    input: ReturnCommitmentInput,
  ): Promise<{ version: number; documentId: string }> => {
    const { ctx, db, emit } = work
    const { row } = await holdCommitment(work, input)
    const { outcome, askCourt } = commitmentChecklist(row)
    if (outcome === 'accepted' || outcome === 'accepted-pending-original') {
      throw new Problem(
        'cannot-be',
        'The checklist accepts this commitment. Mark what the paper lacks, or that no active file was found, before it goes back.',
      )
    }
    const joined = await db
      .selectFrom('programs.v_enrolment_commitment')
      .select('enrolment_id')
      .where('commitment_id', '=', row.id)
      .executeTakeFirst()
    if (joined) {
      throw new Problem(
        'cannot-be',
        'A person is enrolled on this commitment. Return the case to court from the enrolment instead.',
      )
    }
    const { documentId } = await askCourtLetter(work, row, {
      kind: 'return',
      items: askCourt,
      note: input.note,
    })
    const version = row.version + 1
    await db
      .updateTable('court.commitment')
      .set({ returned_at: ctx.now, returned_by: ctx.actor, return_note: input.note, version })
      .where('id', '=', row.id)
      .execute()
    await emit('court.commitment-returned', { commitment: row.id, person: row.person_id })
    return { version, documentId }
  },
)
