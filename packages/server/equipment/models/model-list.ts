import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant, version } from '../../platform/schemas.ts'
import { levels, modelKinds, signals } from '../codes.ts'

/** A price as it stands on record. */
const shownPrice = z.object({
  fromDay: day,
  inFieldCents: z.int(),
  onShelfCents: z.int(),
  authority: z.string(),
  enteredAt: instant,
  enteredBy: z.string(),
})

const typedModel = z.object({
  maker: z.string(),
  name: z.string(),
  kind: z.enum(modelKinds),
  levels: z.array(z.enum(levels)),
  batteryHours: z.int().nullable(),
  lifeMonths: z.int().nullable(),
  strap: z.string(),
  water: z.string(),
  charging: z.string(),
  signals: z.array(z.enum(signals)),
})

/** A model with how many units of it stand where, and its prices, the latest first. */
export const shownModel = typedModel.extend({
  id,
  version,
  positions: z.boolean(),
  units: z.object({
    'in-stock': z.int(),
    fitted: z.int(),
    'in-repair': z.int(),
    lost: z.int(),
    retired: z.int(),
    /** Of those in stock or on a person: past their months of service (EMP-8.7). */
    lifeOver: z.int(),
  }),
  prices: z.array(shownPrice),
  /** The price that holds today; null: none is entered. */
  priceToday: shownPrice.nullable(),
})

export type ShownModel = z.output<typeof shownModel>

/** What a form shows of a stored model. */
export const modelOf = (row: {
  maker: string
  name: string
  kind: string
  levels: string[]
  battery_hours: number | null
  life_months: number | null
  strap: string
  water: string
  charging: string
  signals: string[]
}): z.output<typeof typedModel> => ({
  maker: row.maker,
  name: row.name,
  kind: row.kind as ShownModel['kind'],
  levels: row.levels as ShownModel['levels'],
  batteryHours: row.battery_hours,
  lifeMonths: row.life_months,
  strap: row.strap,
  water: row.water,
  charging: row.charging,
  signals: row.signals as ShownModel['signals'],
})

/** Every model of the office by maker and name. */
export async function listModels(tx: RoomTx<'equipment'>, today: Temporal.PlainDate): Promise<ShownModel[]> {
  const models = await tx
    .selectFrom('equipment.model')
    .selectAll()
    .orderBy('maker')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const counts = await countUnits(tx, today)
  const prices = await pricesOf(tx)
  return models.map((row) => {
    const priced = prices.filter((price) => price.modelId === row.id).map(({ modelId: _, ...price }) => price)
    return {
      id: row.id,
      version: row.version,
      ...modelOf(row),
      positions: row.positions,
      units: counts.get(row.id) ?? none(),
      prices: priced,
      // Latest first, and of one day the one entered last.
      priceToday: priced.find((price) => price.fromDay.toString() <= today.toString()) ?? null,
    }
  })
}

const none = (): ShownModel['units'] => ({
  'in-stock': 0,
  fitted: 0,
  'in-repair': 0,
  lost: 0,
  retired: 0,
  lifeOver: 0,
})

async function countUnits(
  tx: RoomTx<'equipment'>,
  today: Temporal.PlainDate,
): Promise<Map<string, ShownModel['units']>> {
  const { rows } = await sql<{
    model_id: string
    state: Exclude<keyof ShownModel['units'], 'lifeOver'>
    units: number
    over: number
  }>`
    select model_id, state, count(*)::integer as units,
      (count(*) filter (where life_ends_on <= ${today} and state in ('in-stock', 'fitted')))::integer as over
    from equipment.v_unit group by model_id, state`.execute(tx)
  const counts = new Map<string, ShownModel['units']>()
  for (const row of rows) {
    const before = counts.get(row.model_id) ?? none()
    counts.set(row.model_id, { ...before, [row.state]: row.units, lifeOver: before.lifeOver + row.over })
  }
  return counts
}

async function pricesOf(tx: RoomTx<'equipment'>) {
  const rows = await tx
    .selectFrom('equipment.price as p')
    .leftJoin('access.v_account as a', 'a.id', 'p.entered_by')
    .selectAll('p')
    .select('a.display_name')
    .orderBy('p.from_day', 'desc')
    .orderBy('p.entered_at', 'desc')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    modelId: row.model_id,
    fromDay: row.from_day,
    inFieldCents: row.in_field_cents,
    onShelfCents: row.on_shelf_cents,
    authority: row.authority,
    enteredAt: row.entered_at,
    enteredBy: row.display_name ?? '',
  }))
}
