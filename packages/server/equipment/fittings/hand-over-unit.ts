import { verb } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { happenedAt, holdUnit, notFrom, writeUnitStep } from '../units/hold-unit.ts'
import { beginFitting, holdEnrolments, wearerOf } from './begin-fitting.ts'
import { endFitting } from './end-fitting.ts'
import type { FitTyped } from './fitting-form.ts'

/**
 * Takes a unit off one person and puts it on another in one act: what it measured before that moment belongs
 * to the first, all else to the second. Also from one enrolment of a person to another of the same person.
 * @returns the new fitting's id
 * @throws Problem `not-found`; `cannot-be` with what stands in the way
 */
export const handOverUnit = verb(
  'equipment.hand-over-unit',
  async (work, input: FitTyped & { unitId: string }): Promise<{ id: string }> => {
    await holdEnrolments(work, [input.enrolmentId])
    const unit = await holdUnit(work.db, input.unitId)
    if (unit.state !== 'fitted' || !unit.fitting) throw notFrom(unit, 'Nobody wears it; fit it.')
    if (unit.fitting.enrolmentId === input.enrolmentId)
      throw fieldProblem('enrolmentId', 'This is who wears it now. Choose somebody else.')
    const wearer = await wearerOf(work, input.enrolmentId)
    const at = happenedAt(work, unit, input.at)
    await writeUnitStep(work, { unitId: unit.id, kind: 'removed', at, code: 'handed-over' })
    await endFitting(work, unit, { at, code: 'handed-over', note: input.note })
    await writeUnitStep(work, { unitId: unit.id, kind: 'fitted', at, note: input.note })
    return beginFitting(work, unit, wearer, { at, level: input.level, note: input.note })
  },
)
