import { randomUUID } from 'node:crypto'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { commitmentChecklist } from './checklist.ts'
import { type AskedItem, askCourtLetter } from './court-letter.ts'
import { holdCommitment } from './hold-commitment.ts'

/** What to ask a court for. */
export interface AskCourtInput {
  commitmentId: string
  version: number
  /** Left out: everything that is missing. */
  items?: readonly AskedItem[] | undefined
  note: string
  /** It was asked for before and has not come: ask once more. */
  again: boolean
}

/**
 * Asks the court for what its paper lacks, and for the original where it is owed, with one letter (WAP-AUTH.2,
 * SENT.3, P1.1).
 * @throws Problem `cannot-be` when nothing of it is missing; `already-done` when all of it was asked for
 */
export const askCourt = verb(
  'court.ask-court',
  async (work: Work<'court'>, input: AskCourtInput): Promise<{ requestId: string; documentId: string }> => {
    const { ctx, db, emit } = work
    const { row } = await holdCommitment(work, input)
    const missing = commitmentChecklist(row).askCourt
    const items = missing.filter((item) => !input.items || input.items.includes(item))
    if (items.length === 0) {
      throw fieldProblem('items', 'Nothing of this is missing. Mark on the checklist what the paper lacks.')
    }
    const asked = await askedBefore(work, row.id)
    if (!input.again && items.every((item) => asked.has(item))) {
      throw new Problem('already-done', 'All of this was asked for. Ask again if the court has not answered.')
    }
    const { documentId } = await askCourtLetter(work, row, { kind: 'request', items, note: input.note })
    const requestId = randomUUID()
    await db
      .insertInto('court.request')
      .values({
        agency_id: ctx.agency.id,
        id: requestId,
        commitment_id: row.id,
        items: JSON.stringify(items),
        note: input.note,
        asked_at: ctx.now,
        asked_by: ctx.actor!,
        document_id: documentId,
      })
      .execute()
    await emit('court.asked', { commitment: row.id, person: row.person_id, request: requestId })
    return { requestId, documentId }
  },
)

async function askedBefore({ db }: Work<'court'>, commitmentId: string): Promise<Set<string>> {
  const open = await db
    .selectFrom('court.request')
    .select('items')
    .where('commitment_id', '=', commitmentId)
    .where('answered_at', 'is', null)
    .execute()
  return new Set(open.flatMap((request) => request.items as string[]))
}
