import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id, version } from '../../platform/schemas.ts'
import { enterPrice } from './enter-price.ts'
import { addModel, changeModel } from './keep-model.ts'
import { modelForm, priceForm } from './model-form.ts'
import { listModels, type ShownModel, shownModel } from './model-list.ts'

/** Models of units, how many there are of each, and what they cost a day. */
export const modelRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/equipment/models',
    permission: 'equipment.read',
    summary: 'Models of units with counts and prices; as CSV where asked',
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    response: z.object({ models: z.array(shownModel) }),
    handle: async ({ office, ctx, query, reply }) => {
      const models = await read<'equipment', ShownModel[]>(office.db, ctx, (tx) => listModels(tx, ctx.today))
      if (query.format === 'json') return { models }
      return csvAnswer(reply, `models-${ctx.today}`, csv(models, modelColumnsCsv, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'POST',
    path: '/api/equipment/models',
    permission: 'equipment.write',
    summary: 'Add a model of units',
    body: modelForm,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, addModel, body),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/models/:id',
    permission: 'equipment.write',
    summary: 'Change a model of units',
    params: z.object({ id }),
    body: modelForm.extend({ version }),
    response: z.object({ version }),
    handle: ({ office, ctx, params, body: { version, ...form } }) =>
      act(office.db, ctx, changeModel, { modelId: params.id, version, form }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/models/:id/prices',
    permission: 'equipment.write',
    summary: 'Enter what a unit of a model costs a day, from a day on (EMP-11.3)',
    params: z.object({ id }),
    body: priceForm,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, enterPrice, { modelId: params.id, price: body }),
  }),
]

const dollars = (cents: number | undefined): string | null =>
  cents === undefined ? null : (cents / 100).toFixed(2)

const modelColumnsCsv = [
  { title: 'Maker', value: (model: ShownModel) => model.maker },
  { title: 'Model', value: (model: ShownModel) => model.name },
  { title: 'Kind', value: (model: ShownModel) => model.kind },
  { title: 'In stock', value: (model: ShownModel) => model.units['in-stock'] },
  { title: 'On people', value: (model: ShownModel) => model.units.fitted },
  { title: 'In repair', value: (model: ShownModel) => model.units['in-repair'] },
  { title: 'Lost', value: (model: ShownModel) => model.units.lost },
  { title: 'Retired', value: (model: ShownModel) => model.units.retired },
  { title: 'A day on a person', value: (model: ShownModel) => dollars(model.priceToday?.inFieldCents) },
  { title: 'A day on the shelf', value: (model: ShownModel) => dollars(model.priceToday?.onShelfCents) },
]
