import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import type { UnitState } from '../codes.ts'
import { type UnitStep, unitStateInWords } from './states.ts'

/** A unit as a verb holds it while it works on it. */
export interface HeldUnit {
  id: string
  serial: string
  modelId: string
  levels: readonly string[]
  positions: boolean
  state: UnitState
  /** When the last thing on record happened to it. */
  lastAt: Temporal.Instant
  fitting: { id: string; personId: string; enrolmentId: string; fittedAt: Temporal.Instant } | null
}

/**
 * Holds a unit until the transaction ends, so that no two people fit, remove or lose it at once.
 * @throws Problem `not-found`
 */
export async function holdUnit(db: Work<'equipment'>['db'], unitId: string): Promise<HeldUnit> {
  const held = await db
    .selectFrom('equipment.unit')
    .select('id')
    .where('id', '=', unitId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!held) throw notFound('unit')
  const row = await db
    .selectFrom('equipment.v_unit')
    .selectAll()
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  // A fault does not change where a unit is, but nothing that follows can have happened before it.
  const { lastAt } = await db
    .selectFrom('equipment.step')
    .select(({ fn }) => fn.max('at').as('lastAt'))
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return {
    id: unitId,
    serial: row.serial!,
    modelId: row.model_id!,
    levels: row.levels!,
    positions: row.positions!,
    state: row.state as UnitState,
    lastAt: lastAt!,
    fitting: row.fitting_id === null ? null : fittingOf(row),
  }
}

const fittingOf = (row: {
  fitting_id: string | null
  person_id: string | null
  enrolment_id: string | null
  fitted_at: Temporal.Instant | null
}) => ({
  id: row.fitting_id!,
  personId: row.person_id!,
  enrolmentId: row.enrolment_id!,
  fittedAt: row.fitted_at!,
})

/**
 * When something happened: now, unless somebody says when. Never to come, and never before what is on record
 * already: the evaluation of a person's fixes stands on these times.
 * @throws Problem `cannot-be` at `at`
 */
export function happenedAt(
  work: Work<'equipment'>,
  unit: HeldUnit,
  at: Temporal.Instant | null,
): Temporal.Instant {
  const when = at ?? work.ctx.now
  if (Temporal.Instant.compare(when, work.ctx.now) > 0)
    throw fieldProblem('at', 'This time has not come. Give the time at which it happened.')
  if (Temporal.Instant.compare(when, unit.lastAt) < 0)
    throw fieldProblem(
      'at',
      `Something later is on record of unit ${unit.serial} already, at ${inWords(unit.lastAt, work.ctx.agency.timeZone)}.`,
    )
  return when
}

/** A time as a refusal says it, in the office's own time zone. */
const inWords = (at: Temporal.Instant, timeZone: string): string =>
  at.toZonedDateTimeISO(timeZone).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })

/** A row of the history of a unit. */
export interface NewStep {
  unitId: string
  kind: UnitStep | 'received' | 'fitted' | 'removed'
  at: Temporal.Instant
  code?: string
  note?: string
}

/** Writes a step of a unit that is held. */
export async function writeUnitStep({ ctx, db }: Work<'equipment'>, step: NewStep): Promise<void> {
  const { last } = await db
    .selectFrom('equipment.step')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .where('unit_id', '=', step.unitId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('equipment.step')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      unit_id: step.unitId,
      number: last + 1,
      kind: step.kind,
      at: step.at,
      recorded_at: ctx.now,
      recorded_by: ctx.actor,
      code: step.code ?? '',
      note: step.note ?? '',
    })
    .execute()
}

/** The refusal of what cannot be done with a unit where it is now. */
export const notFrom = (unit: HeldUnit, instead: string): Problem =>
  new Problem('cannot-be', `Unit ${unit.serial} is ${unitStateInWords(unit.state)}. ${instead}`)
