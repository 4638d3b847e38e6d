import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import type { removalCodes } from '../codes.ts'
import type { HeldUnit } from '../units/hold-unit.ts'

/** How a fitting ended. */
export interface Ended {
  at: Temporal.Instant
  code: (typeof removalCodes)[number]
  note: string
}

/**
 * Ends the fitting of a unit that is held and on a person, and says so.
 * @throws Problem `cannot-be` at `at` for a fitting without length
 */
export async function endFitting(work: Work<'equipment'>, unit: HeldUnit, ended: Ended): Promise<void> {
  const { ctx, db, emit } = work
  const fitting = unit.fitting!
  if (ended.at.epochNanoseconds <= fitting.fittedAt.epochNanoseconds)
    throw fieldProblem('at', 'It cannot have come off before it was fitted.')
  await db
    .updateTable('equipment.fitting')
    .set(({ eb }) => ({
      removed_at: ended.at,
      removed_by: ctx.actor!,
      removal_code: ended.code,
      removal_note: ended.note,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', fitting.id)
    .execute()
  await emit('equipment.unit-removed', {
    unit: unit.id,
    person: fitting.personId,
    enrolment: fitting.enrolmentId,
    fitting: fitting.id,
  })
}
