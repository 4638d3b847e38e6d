import { verb } from '../../platform/act.ts'
import { happenedAt, holdUnit, notFrom, writeUnitStep } from '../units/hold-unit.ts'
import { beginFitting, holdEnrolments, wearerOf } from './begin-fitting.ts'
import type { FitTyped } from './fitting-form.ts'

/**
 * Puts a unit from the stock on a person (EMP-4.2i). What else a program asks for before installation (EMP-4.3)
 * is refused by the room that knows it, in the same transaction.
 * @returns the fitting's id
 * @throws Problem `not-found`; `cannot-be` with what stands in the way
 */
export const fitUnit = verb(
  'equipment.fit-unit',
  async (work, input: FitTyped & { unitId: string }): Promise<{ id: string }> => {
    await holdEnrolments(work, [input.enrolmentId])
    const unit = await holdUnit(work.db, input.unitId)
    if (unit.state !== 'in-stock') throw notFrom(unit, 'Take another one.')
    const wearer = await wearerOf(work, input.enrolmentId)
    const at = happenedAt(work, unit, input.at)
    await writeUnitStep(work, { unitId: unit.id, kind: 'fitted', at, note: input.note })
    return beginFitting(work, unit, wearer, { at, level: input.level, note: input.note })
  },
)
