import { randomUUID } from 'node:crypto'
import { verb } from '../../platform/act.ts'
import { notFound } from '../../platform/problem.ts'
import type { PriceForm } from './model-form.ts'

/**
 * Enters what a unit of a model costs a day, from a day on (EMP-11.3). An earlier price stays on record; one
 * of the same day is corrected by this one.
 * @throws Problem `not-found`
 */
export const enterPrice = verb(
  'equipment.enter-price',
  async ({ ctx, db, emit }, input: { modelId: string; price: PriceForm }): Promise<{ id: string }> => {
    const model = await db
      .selectFrom('equipment.model')
      .select('id')
      .where('id', '=', input.modelId)
      .executeTakeFirst()
    if (!model) throw notFound('model')
    const id = randomUUID()
    await db
      .insertInto('equipment.price')
      .values({
        agency_id: ctx.agency.id,
        id,
        model_id: input.modelId,
        from_day: input.price.fromDay,
        in_field_cents: input.price.inFieldCents,
        on_shelf_cents: input.price.onShelfCents,
        authority: input.price.authority,
        entered_at: ctx.now,
        entered_by: ctx.actor!,
      })
      .execute()
    await emit('equipment.price-entered', { model: input.modelId })
    return { id }
  },
)
