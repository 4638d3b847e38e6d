import { randomUUID } from 'node:crypto'
import { type Candidate, setSearchKeys } from '../people/index.ts'
import { verb, type Work } from '../platform/act.ts'
import { movePaper } from '../platform/papers.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { type CommitmentRow, fieldsOf } from './commitment-columns.ts'
import { wasActive } from './files-of.ts'
import { holdCommitment } from './hold-commitment.ts'
import { type CommittedPerson, sameOnRecord, settlePerson } from './whose-commitment.ts'

/** A commitment that was typed in on the wrong person, and whose it is. */
export interface MoveCommitmentInput {
  commitmentId: string
  version: number
  person: CommittedPerson
  /** The clerk has seen that the same docket and day of sentence is on record there, and this is another paper. */
  evenSo: boolean
  reason: string
}

/** What became of it. Only `moved` has written anything. */
export type MoveCommitmentAnswer =
  | { kind: 'moved'; personId: string; version: number }
  | { kind: 'likely-duplicates'; candidates: Candidate[] }
  | { kind: 'on-record'; commitmentId: string; personId: string }

/**
 * Moves a commitment to the person whose it is, its scanned papers with it. Both persons' timelines say so.
 * Letters that went out keep the name they were sent under.
 * @throws Problem `conflict`, `not-found`, `already-done` when the paper went back; `cannot-be` when an
 *   enrolment stands on it, when it is that person's already, or when it names others of the person or they it
 */
export const moveCommitment = verb(
  'court.move-commitment',
  async (work: Work<'court'>, input: MoveCommitmentInput): Promise<MoveCommitmentAnswer> => {
    const { ctx, db, call, emit } = work
    const { row, charges } = await holdCommitment(work, input)
    await refuseEnrolled(work, row)
    await refuseTied(work, row)
    const whose = await settlePerson(work, input.person)
    if (whose.kind === 'likely-duplicates') return whose
    const { personId } = whose
    if (personId === row.person_id)
      throw fieldProblem('personId', 'It is this person’s already. Choose somebody else.')
    const fields = fieldsOf(row, charges)
    const same = input.evenSo ? null : await sameOnRecord(work, personId, fields)
    if (same) return { kind: 'on-record', commitmentId: same, personId }

    const version = row.version + 1
    await db
      .updateTable('court.commitment')
      .set({
        person_id: personId,
        received_while_active: await wasActive(db, personId, row.received_on),
        version,
      })
      .where('id', '=', row.id)
      .execute()
    await db
      .insertInto('court.move')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        commitment_id: row.id,
        from_person_id: row.person_id,
        to_person_id: personId,
        reason: input.reason,
        moved_at: ctx.now,
        moved_by: ctx.actor!,
      })
      .execute()
    for (const paperId of [row.paper_id, row.original_paper_id])
      if (paperId) await movePaper(work, { paperId, personId })
    const keys = { sourceId: row.id, kind: 'docket' as const }
    await call(setSearchKeys, { ...keys, personId: row.person_id, texts: [] })
    await call(setSearchKeys, { ...keys, personId, texts: [row.docket] })
    await emit('court.commitment-moved', { commitment: row.id, from: row.person_id, person: personId })
    return { kind: 'moved', personId, version }
  },
)

async function refuseEnrolled({ db }: Work<'court'>, row: CommitmentRow): Promise<void> {
  const enrolment = await db
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('programs.v_enrolment as e', (join) =>
      join.onRef('e.agency_id', '=', 'j.agency_id').onRef('e.id', '=', 'j.enrolment_id'),
    )
    .select('e.number')
    .where('j.commitment_id', '=', row.id)
    .executeTakeFirst()
  if (!enrolment) return
  throw new Problem(
    'cannot-be',
    `${enrolment.number} stands on this commitment. Withdraw that enrolment with the reason, and receive the paper for the right person: what was computed and paid under the wrong name stays on record there.`,
  )
}

// The commitments of one person name each other; none may name one of somebody else.
async function refuseTied({ db }: Work<'court'>, row: CommitmentRow): Promise<void> {
  if (row.modifies_commitment_id !== null || row.consecutive_to.length > 0)
    throw new Problem(
      'cannot-be',
      'It says that it modifies or follows another commitment of this person. Put that right on this page first.',
    )
  const others = await db
    .selectFrom('court.commitment')
    .select(['docket', 'modifies_commitment_id', 'consecutive_to'])
    .where('person_id', '=', row.person_id)
    .where('id', '<>', row.id)
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  const naming = others.find(
    (other) => other.modifies_commitment_id === row.id || other.consecutive_to.includes(row.id),
  )
  if (naming)
    throw new Problem(
      'cannot-be',
      `Docket ${naming.docket || 'not known'} of this person says that it modifies or follows this one. Put that right on its page first.`,
    )
}
