import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, text, version } from '../../platform/schemas.ts'
import { changeZone, endZone } from './change-zone.ts'
import { drawZone } from './draw-zone.ts'
import { endException, exceptionBody, grantException } from './exceptions.ts'
import { zoneForm } from './zone-form.ts'
import { readHistory, readZones, zoneHistory, zonesPage } from './zone-page.ts'

const because = text(500)

/** Zones of a person and exceptions to them (EMP-8.2, EMP-8.3). */
export const zoneRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/home/enrolments/:id/zones',
    permission: 'home.read',
    summary: 'Where a person may and may not be: zones, sets that bind, exceptions',
    params: z.object({ id }),
    response: zonesPage,
    handle: async ({ office, ctx, params }) =>
      read<'home', z.output<typeof zonesPage>>(office.db, ctx, (tx) => readZones(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/zones',
    permission: 'zone.write',
    summary: 'Draw a zone for a person; in force at once',
    params: z.object({ id }),
    body: zoneForm,
    response: z.object({ id }),
    bodyLimit: 4 * 1024 * 1024,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, drawZone, { enrolmentId: params.id, form: body }),
  }),
  route({
    method: 'GET',
    path: '/api/home/zones/:id',
    permission: 'home.read',
    summary: 'Every drawing of one zone, with who, when and why',
    params: z.object({ id }),
    response: zoneHistory,
    handle: async ({ office, ctx, params }) =>
      read<'home', z.output<typeof zoneHistory>>(office.db, ctx, (tx) => readHistory(tx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/home/zones/:id',
    permission: 'zone.write',
    summary: 'Change a zone; in force at once, the earlier drawing kept',
    params: z.object({ id }),
    body: zoneForm.extend({ version }),
    response: z.object({ version }),
    bodyLimit: 4 * 1024 * 1024,
    handle: async ({ office, ctx, params, body: { version, ...form } }) =>
      act(office.db, ctx, changeZone, { zoneId: params.id, version, form }),
  }),
  route({
    method: 'POST',
    path: '/api/home/zones/:id/end',
    permission: 'zone.write',
    summary: 'Take a zone off a person, at once',
    params: z.object({ id }),
    body: z.strictObject({ version, because }),
    response: done,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, endZone, { zoneId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/enrolments/:id/zone-exceptions',
    permission: 'zone.write',
    summary: 'Grant a dated exception to a zone',
    params: z.object({ id }),
    body: exceptionBody,
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, grantException, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/home/zone-exceptions/:id/end',
    permission: 'zone.write',
    summary: 'End an exception before its time',
    params: z.object({ id }),
    body: z.strictObject({ because }),
    response: done,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, endException, { id: params.id, because: body.because }),
  }),
]
