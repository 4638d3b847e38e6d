import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { type EnrolmentState, stateInWords } from '../../programs/index.ts'
import { type Point, pointOf } from '../sites/distance.ts'

/** What this room needs to know of an enrolment and its person. */
export interface WorkEnrolment {
  id: string
  personId: string
  pack: string
  number: string
  state: EnrolmentState
  /** Days of the adjusted sentence; null: no worksheet, or it cannot be computed from the papers. */
  adjustedDays: number | null
  familyName: string
  givenNames: string
  suffix: string
  birthDate: Temporal.PlainDate | null
  language: 'en' | 'es'
  /** The residence as it is written; '' when there is none. */
  address: string
  residence: Point | null
  residencePlacedBy: 'zip' | 'hand' | null
}

/**
 * Reads an enrolment as it stands on the office's day.
 * @throws Problem `not-found`
 */
export async function readEnrolment(
  tx: RoomTx<'work'>,
  ctx: Context,
  enrolmentId: string,
): Promise<WorkEnrolment> {
  const row = await tx
    .selectFrom('programs.v_enrolment as e')
    .innerJoin('people.v_person as p', (join) =>
      join.onRef('p.agency_id', '=', 'e.agency_id').onRef('p.id', '=', 'e.person_id'),
    )
    .select(['e.id', 'e.person_id', 'e.pack', 'e.number', 'e.adjusted_days'])
    .select(['p.family_name', 'p.given_names', 'p.suffix', 'p.birth_date', 'p.language'])
    .select(['p.line1', 'p.line2', 'p.city', 'p.state', 'p.zip', 'p.latitude', 'p.longitude', 'p.placed_by'])
    .where('e.id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) throw notFound('enrolment')
  const states = await sql<{ state: EnrolmentState }>`
    select state from programs.enrolment_state(${ctx.today}) where enrolment_id = ${enrolmentId}`.execute(tx)
  const town = [row.city, [row.state, row.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return {
    id: enrolmentId,
    personId: row.person_id,
    pack: row.pack,
    number: row.number,
    state: states.rows[0]?.state ?? 'opened',
    adjustedDays: row.adjusted_days,
    familyName: row.family_name,
    givenNames: row.given_names,
    suffix: row.suffix,
    birthDate: row.birth_date,
    language: row.language === 'es' ? 'es' : 'en',
    address: [row.line1, row.line2, town].filter(Boolean).join(', '),
    residence: pointOf(row),
    residencePlacedBy: row.placed_by === 'hand' || row.placed_by === 'zip' ? row.placed_by : null,
  }
}

/** The states in which a work contract is made or changed: once accepted, until an ending. */
const schedulable: readonly EnrolmentState[] = ['accepted', 'booked', 'active']

/**
 * Refuses an enrolment whose contract cannot be made or changed.
 * @returns the days of its adjusted sentence
 * @throws Problem `cannot-be`, with what has to be done first
 */
export function adjustedDaysOf(enrolment: WorkEnrolment): number {
  if (!schedulable.includes(enrolment.state))
    throw new Problem(
      'cannot-be',
      `${enrolment.number} is ${stateInWords(enrolment.state)}: days are scheduled once a person is accepted, until the enrolment ends.`,
    )
  if (enrolment.adjustedDays === null)
    throw new Problem(
      'cannot-be',
      `${enrolment.number} has no adjusted sentence. Compute the worksheet first (WAP-SENT.1).`,
    )
  return enrolment.adjustedDays
}
