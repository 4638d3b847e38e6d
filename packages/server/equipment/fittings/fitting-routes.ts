import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { fitUnit } from './fit-unit.ts'
import { type Fittable, fittable, fittableFilter, listFittable } from './fittable.ts'
import { fitBody, removeBody } from './fitting-form.ts'
import { handOverUnit } from './hand-over-unit.ts'
import { removeUnit } from './remove-unit.ts'

const params = z.object({ id })

/** Units on people: put on, taken off, handed over. */
export const fittingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/equipment/fittable',
    permission: 'equipment.fit',
    summary: 'People a unit can be put on',
    query: fittableFilter,
    response: z.object({ people: z.array(fittable) }),
    handle: async ({ office, ctx, query }) => ({
      people: await read<'equipment', Fittable[]>(office.db, ctx, (tx) => listFittable(tx, ctx, query)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/units/:id/fit',
    permission: 'equipment.fit',
    summary: 'Put a unit from the stock on a person (EMP-4.2i)',
    params,
    body: fitBody,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) => act(office.db, ctx, fitUnit, { ...body, unitId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/units/:id/remove',
    permission: 'equipment.fit',
    summary: 'Take a unit off its wearer, with the reason',
    params,
    body: removeBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, removeUnit, { ...body, unitId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/units/:id/hand-over',
    permission: 'equipment.fit',
    summary: 'Take a unit off one person and put it on another in one act',
    params,
    body: fitBody,
    response: z.object({ id }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, handOverUnit, { ...body, unitId: params.id }),
  }),
]
