import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, version } from '../../platform/schemas.ts'
import { changeUnit } from './change-unit.ts'
import { receiveUnits } from './receive-units.ts'
import { recordUnitStep } from './record-unit-step.ts'
import { receiveBody, stepBody, unitForm } from './unit-form.ts'
import { type ListedUnit, listedUnit, listUnits, unitColumnsCsv, unitFilter } from './unit-list.ts'
import { readUnit, type UnitPage, unitPage } from './unit-page.ts'

/** The inventory: list, page, what happens to a unit besides being worn. */
export const unitRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/equipment/units',
    permission: 'equipment.read',
    summary: 'The units of the office with their state and wearer; as CSV where asked',
    query: unitFilter.extend({ format: z.enum(['json', 'csv']).default('json') }),
    response: z.object({ units: z.array(listedUnit), total: z.int() }),
    handle: async ({ office, ctx, query, reply }) => {
      const list = await read<'equipment', { units: ListedUnit[]; total: number }>(office.db, ctx, (tx) =>
        listUnits(tx, ctx, query),
      )
      if (query.format === 'json') return list
      return csvAnswer(reply, `units-${ctx.today}`, csv(list.units, unitColumnsCsv, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'POST',
    path: '/api/equipment/units',
    permission: 'equipment.write',
    summary: 'Receive units of one model into the inventory',
    body: receiveBody,
    response: z.object({ ids: z.array(id) }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, receiveUnits, body),
  }),
  route({
    method: 'GET',
    path: '/api/equipment/units/:id',
    permission: 'equipment.read',
    summary: 'One unit with its history',
    params: z.object({ id }),
    response: unitPage,
    handle: ({ office, ctx, params }) =>
      read<'equipment', UnitPage>(office.db, ctx, (tx) => readUnit(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/units/:id',
    permission: 'equipment.write',
    summary: 'Change what is written down of a unit',
    params: z.object({ id }),
    body: unitForm.extend({ version }),
    response: z.object({ version }),
    handle: ({ office, ctx, params, body: { version, ...form } }) =>
      act(office.db, ctx, changeUnit, { unitId: params.id, version, form }),
  }),
  route({
    method: 'POST',
    path: '/api/equipment/units/:id/steps',
    permission: 'equipment.write',
    summary: 'Record a fault, to or from repair, lost, found or retired',
    params: z.object({ id }),
    body: stepBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, recordUnitStep, { ...body, unitId: params.id }),
  }),
]
