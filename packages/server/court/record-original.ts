import type { CommitmentOutcome } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../platform/act.ts'
import { givePaper } from '../platform/papers.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { checklistColumns, commitmentChecklist } from './checklist.ts'
import { closeRequests } from './close-requests.ts'
import { holdCommitment } from './hold-commitment.ts'

/** The original or certified copy of a paper that first came as a fax or photocopy. */
export interface RecordOriginalInput {
  commitmentId: string
  version: number
  form: 'original' | 'certified-copy'
  receivedOn: Temporal.PlainDate
  paperId: string | null
}

/**
 * Records that the original or certified copy arrived, which a fax leaves owed (WAP-AUTH.2). The fax stays on
 * record as what the booking rested on until then.
 * @throws Problem `conflict`, `not-found`, `already-done` when nothing is owed, `cannot-be` for the day
 */
export const recordOriginal = verb(
  'court.record-original',
  async (
    work: Work<'court'>,
    input: RecordOriginalInput,
  ): Promise<{ version: number; outcome: CommitmentOutcome }> => {
    const { ctx, db, emit } = work
    const { row } = await holdCommitment(work, input)
    if (row.original_form !== null || !['fax', 'photocopy', 'unknown'].includes(row.paper_form)) {
      throw new Problem(
        'already-done',
        'The original or a certified copy of this commitment is here already.',
      )
    }
    if (input.receivedOn.since(row.received_on).days < 0)
      throw fieldProblem(
        'receivedOn',
        `The first paper came on ${row.received_on}. Give that day or a later one.`,
      )
    if (input.receivedOn.since(ctx.today).days > 0)
      throw fieldProblem('receivedOn', 'Give the day it came, today or earlier.')
    if (input.paperId) await givePaper(work, { paperId: input.paperId, personId: row.person_id })

    const checked = { ...row, original_form: input.form }
    const version = row.version + 1
    await db
      .updateTable('court.commitment')
      .set({
        original_form: input.form,
        original_received_on: input.receivedOn,
        original_paper_id: input.paperId,
        ...checklistColumns(checked),
        version,
      })
      .where('id', '=', row.id)
      .execute()
    const checklist = commitmentChecklist(checked)
    await closeRequests(work, row.id, checklist)
    await emit('court.original-received', { commitment: row.id, person: row.person_id })
    return { version, outcome: checklist.outcome }
  },
)
