import { Temporal } from 'temporal-polyfill'
import { type Verb, verb } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import type { UnitForm } from './unit-form.ts'

/** `version`: of the unit as the page showed it. */
export interface ChangeUnit {
  unitId: string
  version: number
  form: UnitForm
}

/**
 * Changes what is written down of a unit.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const changeUnit: Verb<'equipment', ChangeUnit, { version: number }> = verb(
  'equipment.change-unit',
  async (work, { unitId, version, form }: ChangeUnit) => {
    const { ctx, db, emit } = work
    const unit = await db
      .selectFrom('equipment.unit')
      .selectAll()
      .where('id', '=', unitId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!unit) throw notFound('unit')
    if (unit.version !== version)
      throw await changedMeanwhile(work, {
        room: 'equipment',
        record: 'unit',
        rowId: unitId,
        name: `unit ${unit.serial}`,
        current: {
          phone: unit.phone,
          carrier: unit.carrier,
          acquiredOn: unit.acquired_on.toString(),
          note: unit.note,
          version: unit.version,
        },
      })
    if (Temporal.PlainDate.compare(form.acquiredOn, ctx.today) > 0)
      throw fieldProblem('acquiredOn', 'A unit cannot have been acquired on a day that has not come.')
    await db
      .updateTable('equipment.unit')
      .set({
        phone: form.phone,
        carrier: form.carrier,
        acquired_on: form.acquiredOn,
        note: form.note,
        version: version + 1,
      })
      .where('id', '=', unitId)
      .execute()
    await emit('equipment.unit-changed', { unit: unitId })
    return { version: version + 1 }
  },
)
