import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { type EnrolmentState, holdForContract, stateInWords } from '../../programs/index.ts'
import type { HeldUnit } from '../units/hold-unit.ts'
import type { FitTyped } from './fitting-form.ts'

/** Who is to wear a unit. */
export interface Wearer {
  enrolmentId: string
  personId: string
  number: string
}

const wearing: readonly EnrolmentState[] = ['accepted', 'booked', 'active']

/**
 * Holds enrolments until the transaction ends, in one order whoever asks, so that no program ends while
 * somebody is fitted.
 */
export async function holdEnrolments(work: Work<'equipment'>, ids: readonly string[]): Promise<void> {
  for (const enrolmentId of [...ids].sort()) await work.call(holdForContract, enrolmentId)
}

/**
 * The person of an enrolment that is held.
 * @throws Problem `cannot-be` at `enrolmentId` when the person is not accepted into a program that goes on
 */
export async function wearerOf({ ctx, db }: Work<'equipment'>, enrolmentId: string): Promise<Wearer> {
  const { rows } = await sql<{ person_id: string; number: string; state: EnrolmentState }>`
    select e.person_id, e.number, s.state
    from programs.v_enrolment e
    join programs.enrolment_state(${ctx.today}) s on s.agency_id = e.agency_id and s.enrolment_id = e.id
    where e.id = ${enrolmentId}`.execute(db)
  const row = rows[0]!
  if (!wearing.includes(row.state))
    throw fieldProblem(
      'enrolmentId',
      `${row.number} is ${stateInWords(row.state)}. A unit is put on somebody who is accepted into a program.`,
    )
  return { enrolmentId, personId: row.person_id, number: row.number }
}

/**
 * Puts a held unit that nobody wears on a person, and says so.
 * @throws Problem `cannot-be` at the field; `already-done` when the person wears one that tells places
 */
export async function beginFitting(
  work: Work<'equipment'>,
  unit: HeldUnit,
  wearer: Wearer,
  fitted: { at: Temporal.Instant } & Pick<FitTyped, 'level' | 'note'>,
): Promise<{ id: string }> {
  const { ctx, db, emit } = work
  if (!unit.levels.includes(fitted.level))
    throw fieldProblem(
      'level',
      `Units of this model cannot report this way; they can: ${unit.levels.join(', ')}.`,
    )
  await refuseSecondTrack(work, unit, wearer)
  const id = randomUUID()
  await db
    .insertInto('equipment.fitting')
    .values({
      agency_id: ctx.agency.id,
      id,
      unit_id: unit.id,
      person_id: wearer.personId,
      enrolment_id: wearer.enrolmentId,
      level: fitted.level,
      positions: unit.positions,
      fitted_at: fitted.at,
      fitted_by: ctx.actor!,
      note: fitted.note,
    })
    .execute()
  await emit('equipment.unit-fitted', {
    unit: unit.id,
    person: wearer.personId,
    enrolment: wearer.enrolmentId,
    fitting: id,
  })
  return { id }
}

/** Two units that tell places of one person would contradict each other. */
async function refuseSecondTrack({ db }: Work<'equipment'>, unit: HeldUnit, wearer: Wearer): Promise<void> {
  if (!unit.positions) return
  const other = await db
    .selectFrom('equipment.v_unit')
    .select('serial')
    .where('person_id', '=', wearer.personId)
    .where('positions', '=', true)
    .where('id', '!=', unit.id)
    .executeTakeFirst()
  if (other)
    throw new Problem(
      'already-done',
      `This person wears unit ${other.serial}, which tells places too. Take that one off first.`,
    )
}
