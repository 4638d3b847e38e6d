import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, limit, text, version } from '../../platform/schemas.ts'
import { changeSet, endSet, openSet } from './save-set.ts'
import { setForm } from './set-form.ts'
import { type ListedSet, listedSet, listSets, readSet, setColumns, setPage } from './set-page.ts'
import { endUse, useBody, useSet } from './use-set.ts'

const because = text(500)

/** Zones drawn once for many, and whom they bind (EMP-8.3). */
export const setRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/zone-sets',
    permission: 'home.read',
    summary: 'Sets of template zones and whom they bind; as CSV where asked',
    query: z.object({
      ended: z.stringbool().optional(),
      limit,
      format: z.enum(['json', 'csv']).default('json'),
    }),
    response: z.object({ sets: z.array(listedSet) }),
    handle: async ({ office, ctx, query, reply }) => {
      const sets = await read<'home', ListedSet[]>(office.db, ctx, (tx) => listSets(tx, query))
      if (query.format === 'json') return { sets }
      return csvAnswer(reply, `zone-sets-${ctx.today}`, csv(sets, setColumns, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'POST',
    path: '/api/home/zone-sets',
    permission: 'zone-template.write',
    summary: 'Draw a set of template zones',
    body: setForm,
    response: z.object({ id }),
    bodyLimit: 8 * 1024 * 1024,
    handle: async ({ office, ctx, body }) => act(office.db, ctx, openSet, body),
  }),
  route({
    method: 'GET',
    path: '/api/home/zone-sets/:id',
    permission: 'home.read',
    summary: 'One set of template zones',
    params: z.object({ id }),
    response: setPage,
    handle: async ({ office, ctx, params }) =>
      read<'home', z.output<typeof setPage>>(office.db, ctx, (tx) => readSet(tx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/home/zone-sets/:id',
    permission: 'zone-template.write',
    summary: 'Change a set; in force at once for everybody whom it binds',
    params: z.object({ id }),
    body: setForm.extend({ version }),
    response: z.object({ version }),
    bodyLimit: 8 * 1024 * 1024,
    handle: async ({ office, ctx, params, body: { version, ...form } }) =>
      act(office.db, ctx, changeSet, { setId: params.id, version, form }),
  }),
  route({
    method: 'POST',
    path: '/api/home/zone-sets/:id/end',
    permission: 'zone-template.write',
    summary: 'End a set: it binds nobody any more',
    params: z.object({ id }),
    body: z.strictObject({ version, because }),
    response: done,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, endSet, { setId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/zone-sets/:id/uses',
    permission: 'zone-template.write',
    summary: 'Apply a set to everyone, a program or one person',
    params: z.object({ id }),
    body: useBody,
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, useSet, { setId: params.id, use: body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/zone-set-uses/:id/end',
    permission: 'zone-template.write',
    summary: 'Take a set off those it was applied to',
    params: z.object({ id }),
    body: z.strictObject({ because }),
    response: done,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, endUse, { useId: params.id, because: body.because }),
  }),
]
