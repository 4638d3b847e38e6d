import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, limit, text, version } from '../../platform/schemas.ts'
import { changeSite } from './change-site.ts'
import { openSite } from './open-site.ts'
import { siteForm, siteKinds } from './site-form.ts'
import { contractStates, type ListedSite, listedSite, listSites, siteColumnsCsv } from './site-list.ts'
import { readSite, sitePage } from './site-page.ts'
import { endSupervisor, linkSupervisor } from './supervisors.ts'

const filter = z.object({
  text: text(100).optional(),
  kind: z.enum(siteKinds).optional(),
  contract: z.enum(contractStates).optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})

/** Work sites: list, page, details, supervisors' accounts. */
export const siteRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/work-release/sites',
    permission: 'site.read',
    summary: 'Work sites with their contract and places left; as CSV where asked',
    query: filter,
    response: z.object({ sites: z.array(listedSite) }),
    handle: async ({ office, ctx, query, reply }) => {
      const sites = await read<'work', ListedSite[]>(office.db, ctx, (tx) => listSites(tx, ctx, query))
      if (query.format === 'json') return { sites }
      return csvAnswer(reply, `work-sites-${ctx.today}`, csv(sites, siteColumnsCsv, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites',
    permission: 'site.write',
    summary: 'Open a work site',
    body: siteForm,
    response: z.object({ id }),
    handle: async ({ office, ctx, body }) => act(office.db, ctx, openSite, body),
  }),
  route({
    method: 'GET',
    path: '/api/work-release/sites/:id',
    permission: 'site.read',
    summary: 'One work site',
    params: z.object({ id }),
    response: sitePage,
    handle: async ({ office, ctx, params }) =>
      read<'work', z.output<typeof sitePage>>(office.db, ctx, (tx) => readSite(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites/:id',
    permission: 'site.write',
    summary: 'Change a work site',
    params: z.object({ id }),
    body: siteForm.extend({ version }),
    response: z.object({ version }),
    handle: async ({ office, ctx, params, body: { version, ...form } }) =>
      act(office.db, ctx, changeSite, { siteId: params.id, version, form }),
  }),
  route({
    method: 'GET',
    path: '/api/work-release/supervisor-accounts',
    permission: 'site.write',
    summary: 'Accounts that can be given the sheets of a site',
    response: z.object({ accounts: z.array(z.object({ id, name: z.string(), username: z.string() })) }),
    handle: async ({ office, ctx }) => {
      const rows = await read(office.db, ctx, (tx) =>
        tx
          .selectFrom('access.v_account')
          .select(['id', 'display_name', 'username', 'roles'])
          .orderBy('display_name')
          .orderBy('id')
          .execute(),
      )
      return {
        accounts: rows
          .filter((row) => row.roles.includes('site-supervisor'))
          .map((row) => ({ id: row.id, name: row.display_name, username: row.username })),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites/:id/supervisors',
    permission: 'site.write',
    summary: 'Let an account open the sheets of a site',
    params: z.object({ id }),
    body: z.strictObject({ accountId: id }),
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, linkSupervisor, { siteId: params.id, accountId: body.accountId }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/sites/:id/supervisors/:linkId/end',
    permission: 'site.write',
    summary: 'Take the sheets of a site from an account',
    params: z.object({ id, linkId: id }),
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endSupervisor, { siteId: params.id, linkId: params.linkId })
      return { done: true as const }
    },
  }),
]
