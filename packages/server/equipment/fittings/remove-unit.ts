import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { endCredentialsOf } from '../credentials/end-credential.ts'
import { happenedAt, holdUnit, notFrom, writeUnitStep } from '../units/hold-unit.ts'
import { endFitting } from './end-fitting.ts'
import type { RemoveTyped } from './fitting-form.ts'

/**
 * Takes a unit off its wearer, with the reason, and puts it back in stock, to repair or away for good.
 * @throws Problem `not-found`; `cannot-be` when nobody wears it, or at the field
 */
export const removeUnit = verb(
  'equipment.remove-unit',
  async (work, input: RemoveTyped & { unitId: string }): Promise<{ done: true }> => {
    const unit = await holdUnit(work.db, input.unitId)
    if (unit.state !== 'fitted') throw notFrom(unit, 'Nobody wears it.')
    if (input.code === 'other' && input.note === '')
      throw fieldProblem('note', 'Say in words why it was taken off.')
    const at = happenedAt(work, unit, input.at)
    const { code, note } = input
    await writeUnitStep(work, { unitId: unit.id, kind: 'removed', at, code, note })
    await endFitting(work, unit, { at, code, note })
    await putAway(work, unit.id, input, at)
    return { done: true }
  },
)

async function putAway(
  work: Work<'equipment'>,
  unitId: string,
  { goesTo }: RemoveTyped,
  at: Parameters<typeof writeUnitStep>[1]['at'],
): Promise<void> {
  if (goesTo === 'in-stock') return
  await writeUnitStep(work, { unitId, kind: goesTo, at })
  if (goesTo === 'retired') await endCredentialsOf(work, unitId, 'The unit is retired.')
  await work.emit('equipment.unit-changed', { unit: unitId })
}
