import { noGoodTime } from '../court/index.ts'
import type { RoomTx } from '../platform/database.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { programOf } from './program.ts'

/** A commitment that an enrolment can stand on. */
export interface JoinableCommitment {
  id: string
  docket: string
  isModification: boolean
  modifies: string | null
}

/**
 * The commitments, where all of them can be served in an enrolment of this person in the program of this pack.
 * @throws Problem `not-found`, or `cannot-be` with what is wrong with which
 */
export async function joinable(
  tx: RoomTx<'programs'>,
  personId: string,
  pack: string,
  commitmentIds: readonly string[],
): Promise<JoinableCommitment[]> {
  const { goodTime } = programOf({ pack }).sentence
  const rows = await tx
    .selectFrom('court.v_commitment as c')
    .leftJoin('programs.enrolment_commitment as j', (join) =>
      join.onRef('j.agency_id', '=', 'c.agency_id').onRef('j.commitment_id', '=', 'c.id'),
    )
    .leftJoin('programs.enrolment as e', (join) =>
      join.onRef('e.agency_id', '=', 'j.agency_id').onRef('e.id', '=', 'j.enrolment_id'),
    )
    .select(['c.id', 'c.person_id', 'c.docket', 'c.outcome', 'c.returned_at', 'c.is_modification'])
    .select(['c.modifies_commitment_id', 'c.good_time_days', 'e.number as joined_to'])
    .where('c.id', 'in', [...commitmentIds])
    .orderBy('c.id')
    .execute()
  if (rows.length < new Set(commitmentIds).size)
    throw new Problem('not-found', 'A commitment named here is not in this office. Load the page again.')
  for (const row of rows) {
    const wrong = row.person_id === personId ? obstacle(row) : 'is of another person'
    if (wrong) throw fieldProblem('commitmentIds', `Docket ${row.docket || 'not known'} ${wrong}.`)
    if (!goodTime && row.good_time_days !== null) throw grantsGoodTime(row.docket, pack)
  }
  return rows.map((row) => ({
    id: row.id,
    docket: row.docket,
    isModification: row.is_modification === true,
    modifies: row.modifies_commitment_id,
  }))
}

// It would be served longer than it says, without a word.
const grantsGoodTime = (docket: string, pack: string): Problem =>
  fieldProblem(
    'commitmentIds',
    `${noGoodTime(programOf({ pack }))}, and docket ${docket || 'not known'} has good time entered. Put that right on its page, or choose a program that knows it.`,
  )

function obstacle(row: { outcome: string; returned_at: unknown; joined_to: string | null }): string | null {
  if (row.joined_to) return `belongs to ${row.joined_to} already; reopen that one where it has ended`
  if (row.returned_at) return 'went back to the court'
  if (row.outcome === 'refused')
    return 'is refused by its checklist (WAP-AUTH): see what it lacks on its page'
  return null
}

/**
 * A modification changes a commitment of the same enrolment, or its orders cannot be followed there (WAP-P1.2).
 * @param beside ids of the commitments it would stand beside
 * @throws Problem `cannot-be`
 */
export function refuseStrayModifications(
  commitments: readonly JoinableCommitment[],
  beside: readonly string[],
): void {
  const stray = commitments.find(
    ({ isModification, modifies }) => isModification && !beside.includes(modifies ?? ''),
  )
  if (!stray) return
  throw fieldProblem(
    'commitmentIds',
    `Docket ${stray.docket} is a modification, and what it modifies is not in this enrolment (WAP-P1.2). Say on its page which commitment it modifies, or return it to the court.`,
  )
}
