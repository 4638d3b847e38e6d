import { verb, type Work } from '../platform/act.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { type CommitmentRow, fieldsOf } from './commitment-columns.ts'
import type { ChargeFields } from './commitment-schema.ts'
import { chargesOf } from './write-charges.ts'

/** A commitment as a verb holds it while it works on it. */
export interface HeldCommitment {
  row: CommitmentRow
  charges: ChargeFields[]
}

/**
 * Holds a commitment until the transaction ends.
 * @throws Problem `not-found`; `conflict` when the version is not the one named; `already-done` when the paper
 * went back to the court
 */
export async function holdCommitment(
  { db, ...work }: Work<'court'>,
  input: { commitmentId: string; version: number },
): Promise<HeldCommitment> {
  const locked = await db
    .selectFrom('court.commitment')
    .select('id')
    .where('id', '=', input.commitmentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!locked) throw notFound('commitment')
  const row = await db
    .selectFrom('court.v_commitment')
    .selectAll()
    .where('id', '=', input.commitmentId)
    .executeTakeFirstOrThrow()
  const charges = await chargesOf(db, input.commitmentId)
  if (row.version !== input.version) {
    throw await changedMeanwhile(work, {
      room: 'court',
      record: 'commitment',
      rowId: row.id,
      name: 'this commitment',
      current: { ...fieldsOf(row, charges), version: row.version },
    })
  }
  if (row.returned_at !== null) {
    throw new Problem(
      'already-done',
      'This commitment went back to the court. Receive what the court sends next as a new one.',
    )
  }
  return { row, charges }
}

/**
 * Holds commitments that an enrolment is about to stand on: nobody moves or returns them meanwhile.
 */
export const holdCommitments = verb(
  'court.hold-commitments',
  async ({ db }: Work<'court'>, commitmentIds: readonly string[]): Promise<void> => {
    await db
      .selectFrom('court.commitment')
      .select('id')
      .where('id', 'in', [...commitmentIds])
      .orderBy('id')
      .forNoKeyUpdate()
      .execute()
  },
)
