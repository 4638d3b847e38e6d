import { z } from 'zod'
import { wallNow } from './clock.ts'
import type { Context } from './context.ts'
import { demonstrationClockRoute } from './demonstration-clock.ts'
import { fileAnswer } from './files.ts'
import { receiptKind } from './hearing.ts'
import { paperRoutes } from './paper-routes.ts'
import { notFound } from './problem.ts'
import { read } from './read.ts'
import { type Route, route } from './route.ts'
import { id, instant } from './schemas.ts'
import { streetMapRoute } from './street-map.ts'

interface PaperRow {
  kind: string
  title: string
  media_type: string
  bytes: Buffer
}

/** Told alike whether a paper is not there or not for these eyes. */
const mayOpen = (ctx: Context, kind: string): boolean =>
  ctx.permissions.has('paper.read') || kind === receiptKind

/** Health, papers, and the state of documents being made. */
export const platformRoutes: Route[] = [
  demonstrationClockRoute,
  streetMapRoute,
  ...paperRoutes,
  route({
    method: 'GET',
    path: '/api/health',
    permission: 'anyone',
    summary: 'Whether the office answers and reaches its database',
    response: z.object({ ok: z.literal(true), at: instant }),
    handle: async ({ office }) => {
      await office.db.selectNoFrom((eb) => eb.lit(1).as('one')).execute()
      return { ok: true as const, at: wallNow() }
    },
  }),
  route({
    method: 'GET',
    path: '/api/platform/papers/:id',
    permission: 'receipt.read',
    summary: 'The bytes of a paper; a receipt only, for who may not read papers',
    params: z.object({ id }),
    query: z.object({ download: z.enum(['yes', 'no']).default('no') }),
    response: 'file',
    handle: async ({ office, ctx, params, query, reply }) => {
      const paper = await read<'platform', PaperRow | undefined>(office.db, ctx, (tx) =>
        tx
          .selectFrom('platform.paper as p')
          .innerJoin('platform.paper_bytes as b', 'b.paper_id', 'p.id')
          .select(['p.kind', 'p.title', 'p.media_type', 'b.bytes'])
          .where('p.id', '=', params.id)
          .executeTakeFirst(),
      )
      if (!paper || !mayOpen(ctx, paper.kind)) throw notFound('paper')
      return fileAnswer(reply, {
        bytes: paper.bytes,
        type: paper.media_type,
        name: `${paper.title}.${paper.media_type.split('/')[1]}`,
        download: query.download === 'yes',
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/platform/documents/:id',
    permission: 'receipt.read',
    summary: 'Whether a document that was asked for is made, and which paper it is',
    params: z.object({ id }),
    response: z.object({ id, title: z.string(), paperId: id.nullable(), failure: z.string().nullable() }),
    handle: async ({ office, ctx, params }) => {
      const row = await read(office.db, ctx, (tx) =>
        tx
          .selectFrom('platform.v_document')
          .select(['id', 'kind', 'title', 'paper_id', 'failure'])
          .where('id', '=', params.id)
          .executeTakeFirst(),
      )
      if (!row || !mayOpen(ctx, row.kind ?? '')) throw notFound('document')
      return { id: row.id, title: row.title, paperId: row.paper_id, failure: row.failure }
    },
  }),
]
