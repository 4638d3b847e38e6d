import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { notFound, Problem } from '../platform/problem.ts'
import type { EnrolmentState } from './steps.ts'

/** The state of one enrolment as it stood at the end of a day; null when it was not open yet. */
export async function stateOf(
  tx: RoomTx<'programs'>,
  enrolmentId: string,
  day: Temporal.PlainDate,
): Promise<{ state: EnrolmentState; since: Temporal.PlainDate } | null> {
  const found = await sql<{ state: EnrolmentState; since: Temporal.PlainDate }>`
    select state, since from programs.enrolment_state(${day}) where enrolment_id = ${enrolmentId}`.execute(tx)
  return found.rows[0] ?? null
}

/** An enrolment as a verb holds it while it works on it. */
export interface HeldEnrolment {
  id: string
  personId: string
  pack: string
  number: string
  version: number
  state: EnrolmentState
  since: Temporal.PlainDate
}

/**
 * Holds an enrolment until the transaction ends, so that no two people take a step in it at once, and tells
 * its state of the day.
 * @throws Problem `not-found`
 */
export async function holdEnrolment(
  tx: RoomTx<'programs'>,
  enrolmentId: string,
  day: Temporal.PlainDate,
): Promise<HeldEnrolment> {
  const row = await tx
    .selectFrom('programs.enrolment')
    .select(['id', 'person_id', 'pack', 'number', 'version'])
    .where('id', '=', enrolmentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('enrolment')
  const now = await stateOf(tx, enrolmentId, day)
  if (!now) throw new Problem('not-ready', 'This enrolment begins on a later day than today.')
  return {
    id: row.id,
    personId: row.person_id,
    pack: row.pack,
    number: row.number,
    version: row.version,
    ...now,
  }
}
