import { type Subject, verb, type Work } from '../platform/act.ts'
import { computeWorksheet } from './compute-worksheet.ts'
import { joinCommitment } from './join-commitment.ts'
import { stateOf } from './state-of.ts'
import { isEnded } from './steps.ts'
import { latestWorksheet } from './worksheets.ts'

/**
 * When a commitment of an enrolment was changed, the worksheet is computed again and the earlier one kept
 * (WAP-P1.3). A modification whose paper is in order is followed at once; one that still
 * lacks something waits, and the enrolment shows it. That the sentence cannot be computed any more is an answer
 * too: it is put on record and does not stop the paper from being corrected. Subject: `commitment`, and `by`
 * where another paper modifies it.
 */
export const recomputeWorksheet = verb(
  'programs.recompute-worksheet',
  async (work, { commitment, by }: Subject): Promise<void> => {
    const { db, call } = work
    const paper = String(by ?? commitment)
    const followed = await enrolmentToFollow(work, paper)
    if (followed) {
      await call(joinCommitment, { enrolmentId: followed, commitmentId: paper })
      return
    }
    const enrolmentId = await enrolmentOf(work, String(commitment))
    // Before the first worksheet there is nothing that depends on the paper.
    if (!enrolmentId || !(await latestWorksheet(db, enrolmentId))) return
    await call(computeWorksheet, { enrolmentId, cause: 'commitment-changed' })
  },
)

/** The open enrolment whose commitment this paper modifies, where the paper is in order and not joined yet. */
async function enrolmentToFollow(work: Work<'programs'>, paper: string): Promise<string | null> {
  const { ctx, db } = work
  const row = await db
    .selectFrom('court.v_commitment')
    .select(['is_modification', 'modifies_commitment_id', 'outcome', 'returned_at'])
    .where('id', '=', paper)
    .executeTakeFirst()
  const inOrder = row?.outcome === 'accepted' || row?.outcome === 'accepted-pending-original'
  if (!row?.is_modification || !row.modifies_commitment_id || row.returned_at || !inOrder) return null
  if (await enrolmentOf(work, paper)) return null
  const enrolmentId = await enrolmentOf(work, row.modifies_commitment_id)
  const now = enrolmentId && (await stateOf(db, enrolmentId, ctx.today))
  return now && !isEnded(now.state) ? enrolmentId : null
}

async function enrolmentOf({ db }: Work<'programs'>, commitmentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('programs.enrolment_commitment')
    .select('enrolment_id')
    .where('commitment_id', '=', commitmentId)
    .executeTakeFirst()
  return row?.enrolment_id ?? null
}
