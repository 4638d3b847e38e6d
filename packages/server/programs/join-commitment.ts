import { randomUUID } from 'node:crypto'
import { holdCommitments } from '../court/index.ts'
import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { computeWorksheet } from './compute-worksheet.ts'
import { type JoinableCommitment, joinable, refuseStrayModifications } from './joinable.ts'
import { holdEnrolment } from './state-of.ts'
import { isEnded, stateInWords } from './steps.ts'

/** As many as one sentence is computed from. */
const mostCommitments = 200

export interface JoinCommitment {
  enrolmentId: string
  commitmentId: string
}

/**
 * Joins a later commitment of the person to their open enrolment (WAP-SENT.6), or follows the orders of a
 * modification (WAP-P1.2, P1.3), and computes the worksheet again. The earlier one is kept.
 * @throws Problem `not-found`; `cannot-be` when the enrolment has ended, or with what is wrong with the paper
 */
export const joinCommitment = verb(
  'programs.join-commitment',
  async (work, { enrolmentId, commitmentId }: JoinCommitment): Promise<{ id: string }> => {
    const { ctx, db, call, emit } = work
    await call(holdCommitments, [commitmentId])
    const enrolment = await holdEnrolment(db, enrolmentId, ctx.today)
    if (isEnded(enrolment.state))
      throw new Problem(
        'cannot-be',
        `${enrolment.number} is ${stateInWords(enrolment.state)}. Open a new enrolment for this commitment.`,
      )
    const commitments = await joinable(db, enrolment.personId, enrolment.pack, [commitmentId])
    const beside = await joinedIds(work, enrolment.id)
    refuseStrayModifications(commitments, beside)
    if (beside.length >= mostCommitments)
      throw new Problem(
        'full',
        `${enrolment.number} stands on ${mostCommitments} commitments, the most there can be.`,
      )
    await joinAll(work, enrolment.id, commitments)
    await emit('programs.commitment-joined', {
      enrolment: enrolment.id,
      commitment: commitmentId,
      person: enrolment.personId,
    })
    await call(computeWorksheet, { enrolmentId: enrolment.id, cause: 'commitment-joined' })
    return { id: enrolment.id }
  },
)

/** Writes the joins; the commitments have been found joinable. */
export async function joinAll(
  { ctx, db }: Work<'programs'>,
  enrolmentId: string,
  commitments: readonly JoinableCommitment[],
): Promise<void> {
  await db
    .insertInto('programs.enrolment_commitment')
    .values(
      commitments.map(({ id }) => ({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: enrolmentId,
        commitment_id: id,
        joined_at: ctx.now,
        joined_by: ctx.actor,
      })),
    )
    .execute()
}

async function joinedIds({ db }: Work<'programs'>, enrolmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programs.enrolment_commitment')
    .select('commitment_id')
    .where('enrolment_id', '=', enrolmentId)
    .execute()
  return rows.map((row) => row.commitment_id)
}
