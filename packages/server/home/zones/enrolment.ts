import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { type EnrolmentState, holdForContract, isEnded, stateInWords } from '../../programs/index.ts'

/** What these parts of the room need to know of an enrolment and its person. */
export interface HomeEnrolment {
  id: string
  personId: string
  pack: string
  number: string
  state: EnrolmentState
  /** The last day in the program; null while no worksheet tells it. */
  releaseDay: Temporal.PlainDate | null
  /** A worksheet tells that no day is left to serve: there is no last day then either. */
  isNothingLeft: boolean
  /** As the person is called in lists. */
  person: string
}

/**
 * Reads an enrolment with its person.
 * @throws Problem `not-found`
 */
export async function readEnrolment(tx: RoomTx<'home'>, enrolmentId: string): Promise<HomeEnrolment> {
  const row = await tx
    .selectFrom('programs.v_enrolment as e')
    .innerJoin('programs.v_standing as s', 's.enrolment_id', 'e.id')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .where('e.id', '=', enrolmentId)
    .select(['e.id', 'e.person_id', 'e.pack', 'e.number', 'e.release_day', 'e.adjusted_days', 's.state'])
    .select(['p.given_names', 'p.family_name', 'p.suffix'])
    .executeTakeFirst()
  if (!row) throw notFound('enrolment')
  return {
    id: row.id,
    personId: row.person_id,
    pack: row.pack,
    number: row.number,
    state: row.state as EnrolmentState,
    releaseDay: row.release_day,
    isNothingLeft: row.adjusted_days === 0,
    person: [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
  }
}

/**
 * An enrolment that something can still be set for.
 * @throws Problem `not-found`; `cannot-be` once it has ended: nothing of it binds any more
 */
export async function runningEnrolment(tx: RoomTx<'home'>, enrolmentId: string): Promise<HomeEnrolment> {
  const enrolment = await readEnrolment(tx, enrolmentId)
  if (isEnded(enrolment.state))
    throw new Problem(
      'cannot-be',
      `${enrolment.number} is ${stateInWords(enrolment.state)}: nothing of it binds any more. Reopen it first.`,
    )
  return enrolment
}

/**
 * The same, held until the transaction ends: hours that are set and a zone that is taken off wait for each other here,
 * or the one would not see the other.
 * @throws Problem as {@link runningEnrolment}
 */
export async function holdRunning(work: Work<'home'>, enrolmentId: string): Promise<HomeEnrolment> {
  await work.call(holdForContract, enrolmentId)
  return runningEnrolment(work.db, enrolmentId)
}
