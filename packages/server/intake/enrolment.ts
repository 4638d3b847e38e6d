import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { notFound } from '../platform/problem.ts'
import type { EnrolmentState } from '../programs/index.ts'

/** What intake needs to know of an enrolment and its person. */
export interface IntakeEnrolment {
  id: string
  personId: string
  pack: string
  number: string
  state: EnrolmentState
  /** Days of the adjusted sentence; null: no worksheet, or it cannot be computed from the papers. */
  adjustedDays: number | null
  releaseDay: Temporal.PlainDate | null
  familyName: string
  givenNames: string
  birthDate: Temporal.PlainDate | null
  language: 'en' | 'es'
}

/**
 * Reads an enrolment as it stands on a day.
 * @throws Problem `not-found`
 */
export async function readEnrolment(
  tx: RoomTx<'intake'>,
  enrolmentId: string,
  day: Temporal.PlainDate,
): Promise<IntakeEnrolment> {
  const row = await tx
    .selectFrom('programs.v_enrolment as e')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .select(['e.id', 'e.person_id', 'e.pack', 'e.number', 'e.adjusted_days', 'e.release_day'])
    .select(['p.family_name', 'p.given_names', 'p.birth_date', 'p.language'])
    .where('e.id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) throw notFound('enrolment')
  const states = await sql<{ state: EnrolmentState }>`
    select state from programs.enrolment_state(${day}) where enrolment_id = ${enrolmentId}`.execute(tx)
  return {
    id: enrolmentId,
    personId: row.person_id!,
    pack: row.pack!,
    number: row.number!,
    state: states.rows[0]?.state ?? 'opened',
    adjustedDays: row.adjusted_days,
    releaseDay: row.release_day,
    familyName: row.family_name!,
    givenNames: row.given_names!,
    birthDate: row.birth_date,
    language: row.language === 'es' ? 'es' : 'en',
  }
}

/** A person's name as people write it. */
export const fullName = (person: { givenNames: string; familyName: string }): string =>
  `${person.givenNames} ${person.familyName}`.trim()
