import type { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { endCredentialsOf } from '../credentials/end-credential.ts'
import { endFitting } from '../fittings/end-fitting.ts'
import { type HeldUnit, happenedAt, holdUnit, notFrom, writeUnitStep } from './hold-unit.ts'
import { canTake, type UnitStep } from './states.ts'
import type { StepTyped } from './unit-form.ts'

/**
 * Records what happened to a unit: a fault, to and from repair, lost, found, retired. A unit that is lost is
 * worn by nobody any more; one that is retired gets in at no door any more. One that is lost may still be heard.
 * @throws Problem `not-found`; `cannot-be` when it cannot happen where the unit is, or at that time
 */
export const recordUnitStep = verb(
  'equipment.record-unit-step',
  async (work, input: StepTyped & { unitId: string }): Promise<{ done: true }> => {
    const unit = await holdUnit(work.db, input.unitId)
    if (!canTake(input.kind, unit.state)) throw notFrom(unit, advice(input.kind, unit))
    checkCode(input)
    const at = happenedAt(work, unit, input.at)
    await writeUnitStep(work, {
      unitId: unit.id,
      kind: input.kind,
      at,
      code: input.code ?? '',
      note: input.note,
    })
    await follow(work, unit, input, at)
    return { done: true }
  },
)

async function follow(
  work: Work<'equipment'>,
  unit: HeldUnit,
  input: StepTyped,
  at: Temporal.Instant,
): Promise<void> {
  if (input.kind === 'lost' && unit.fitting) {
    await endFitting(work, unit, { at, code: 'lost', note: input.note })
    return
  }
  if (input.kind === 'retired') await endCredentialsOf(work, unit.id, 'The unit is retired.')
  await work.emit('equipment.unit-changed', { unit: unit.id })
}

function checkCode(input: StepTyped): void {
  if ((input.kind === 'fault') !== (input.code !== null))
    throw fieldProblem(
      'code',
      input.kind === 'fault' ? 'Say what is wrong with it.' : 'Only a fault has a kind of fault.',
    )
  if (input.code === 'other' && input.note === '') throw fieldProblem('note', 'Say in words what is wrong.')
}

/** What to do in place of what cannot be done. */
function advice(kind: UnitStep, unit: HeldUnit): string {
  if (unit.state === 'retired') return 'What is retired stays so; take another unit.'
  if (unit.state === 'fitted') return 'Take it off first.'
  return kind === 'found' || kind === 'repaired' ? 'There is nothing to take back.' : 'Load the page again.'
}
