import { randomUUID } from 'node:crypto'
import type { CommitmentOutcome } from '@inlieu/law'
import { type Candidate, setSearchKeys } from '../people/index.ts'
import { verb, type Work } from '../platform/act.ts'
import { givePaper } from '../platform/papers.ts'
import { Problem } from '../platform/problem.ts'
import { checklistColumns } from './checklist.ts'
import { columnsOf } from './commitment-columns.ts'
import type { CommitmentFields } from './commitment-schema.ts'
import { contradictions } from './contradictions.ts'
import { wasActive } from './files-of.ts'
import { goodTimeProblems } from './good-time.ts'
import { otherCommitmentProblems } from './other-commitments.ts'
import { type CommittedPerson, sameOnRecord, settlePerson } from './whose-commitment.ts'
import { writeCharges } from './write-charges.ts'

/** A paper from a court, as received. */
export interface ReceiveCommitmentInput {
  person: CommittedPerson
  commitment: CommitmentFields
  /** The clerk has seen that the same docket and day of sentence is on record, and this is another paper. */
  evenSo?: boolean
}

/** What became of it. Only `received` has written anything. */
export type ReceiveCommitmentAnswer =
  | { kind: 'received'; commitmentId: string; personId: string; outcome: CommitmentOutcome }
  | { kind: 'likely-duplicates'; candidates: Candidate[] }
  | { kind: 'on-record'; commitmentId: string; personId: string }

/**
 * Puts a court's paper on record, with its person if that is new, as one act (WAP-P1.1). A modification is a
 * record of its own beside the one it modifies, which stays as it was (WAP-P1.3).
 * @throws Problem `cannot-be` with each field that contradicts another; `not-found`
 */
export const receiveCommitment = verb(
  'court.receive-commitment',
  async (work: Work<'court'>, input: ReceiveCommitmentInput): Promise<ReceiveCommitmentAnswer> => {
    const { ctx, db, call, emit } = work
    const { commitment } = input
    refuse([
      ...contradictions(commitment, ctx.today),
      ...goodTimeProblems(commitment, ctx.agency.county, null),
    ])
    const whose = await settlePerson(work, input.person)
    if (whose.kind === 'likely-duplicates') return whose
    const { personId } = whose
    if (!input.evenSo) {
      const same = await sameOnRecord(work, personId, commitment)
      if (same) return { kind: 'on-record', commitmentId: same, personId }
    }
    refuse(await otherCommitmentProblems(db, personId, commitment, null))
    if (commitment.paperId) await givePaper(work, { paperId: commitment.paperId, personId })

    const id = randomUUID()
    const columns = columnsOf(commitment)
    const checked = checklistColumns({ ...columns, original_form: null })
    await db
      .insertInto('court.commitment')
      .values({
        agency_id: ctx.agency.id,
        id,
        person_id: personId,
        ...columns,
        items: JSON.stringify(columns.items),
        ...checked,
        received_while_active: await wasActive(db, personId, commitment.receivedOn),
        created_at: ctx.now,
        created_by: ctx.actor,
      })
      .execute()
    await writeCharges(work, id, [], commitment.charges)
    await call(setSearchKeys, { personId, sourceId: id, kind: 'docket', texts: [commitment.docket] })
    await emit('court.commitment-received', { commitment: id, person: personId })
    const modified = commitment.modifiesCommitmentId
    if (modified) await emit('court.commitment-changed', { commitment: modified, person: personId, by: id })
    return { kind: 'received', commitmentId: id, personId, outcome: checked.outcome }
  },
)

/** Refuses with everything that is wrong at once, each at its field. */
export function refuse(fields: readonly { path: string; message: string }[]): void {
  if (fields.length === 0) return
  throw new Problem('cannot-be', fields.map((field) => field.message).join(' '), { fields: [...fields] })
}
