import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { DB, RoomTx } from '../platform/database.ts'
import type { commitmentShown } from './enrolment-schemas.ts'

type CommitmentShown = z.output<typeof commitmentShown>

/** The commitments of an enrolment in the order in which they joined it. */
export async function commitmentsOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<CommitmentShown[]> {
  const rows = await tx
    .selectFrom('programs.enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', (join) =>
      join.onRef('c.agency_id', '=', 'j.agency_id').onRef('c.id', '=', 'j.commitment_id'),
    )
    .selectAll('c')
    .where('j.enrolment_id', '=', enrolmentId)
    .orderBy('j.joined_at')
    .orderBy('c.received_on')
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  return rows.map(toShown)
}

/** Papers of a person that could be served and are in no enrolment, the oldest first. */
export async function waitingCommitments(
  tx: RoomTx<'programs'>,
  personId: string,
): Promise<CommitmentShown[]> {
  const rows = await tx
    .selectFrom('court.v_commitment as c')
    .selectAll('c')
    .where('c.person_id', '=', personId)
    .where('c.returned_at', 'is', null)
    .where('c.outcome', '!=', 'refused')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('programs.enrolment_commitment as j')
            .select('j.id')
            .whereRef('j.agency_id', '=', 'c.agency_id')
            .whereRef('j.commitment_id', '=', 'c.id'),
        ),
      ),
    )
    .orderBy('c.received_on')
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  return rows.map(toShown)
}

function toShown(row: Selectable<DB['court.v_commitment']>): CommitmentShown {
  return {
    id: row.id,
    docket: row.docket,
    courtName: row.court_name,
    receivedOn: row.received_on,
    sentencedOn: row.sentenced_on,
    years: row.years,
    months: row.months,
    days: row.days,
    creditDays: row.credit_days,
    goodTimeDays: row.good_time_days,
    startsOn: row.starts_on,
    relation: row.relation as CommitmentShown['relation'],
    isModification: row.is_modification,
    modifies: row.modifies_commitment_id,
    outcome: row.outcome as CommitmentShown['outcome'],
    requestOpen: row.request_open,
  }
}
