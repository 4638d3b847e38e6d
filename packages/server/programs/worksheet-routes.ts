import { z } from 'zod'
import { act } from '../platform/act.ts'
import type { Context } from '../platform/context.ts'
import { Problem } from '../platform/problem.ts'
import { read } from '../platform/read.ts'
import { type Office, type Route, route } from '../platform/route.ts'
import { id, text } from '../platform/schemas.ts'
import { computeWorksheet } from './compute-worksheet.ts'
import { worksheetPageOf, worksheetPreviewOf } from './worksheet-page.ts'
import { worksheetPage, worksheetPreview } from './worksheet-schemas.ts'

const enrolmentId = z.strictObject({ id })
const reading = z.enum(['days-owed', 'calendar'])

/** The adjusted sentence: what is on record, what would be, and computing it. */
export const worksheetRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/programs/enrolments/:id/worksheet',
    permission: 'enrolment.read',
    summary: 'The worksheet on record, what the papers give now, the fees beside it, and the earlier ones',
    params: enrolmentId,
    response: worksheetPage,
    handle: ({ office, ctx, params }) => pageOf(office, ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/worksheet/preview',
    permission: 'enrolment.read',
    summary: 'What the worksheet would be under a reading, or with further commitments; stores nothing',
    params: enrolmentId,
    body: z.strictObject({ reading: reading.optional(), besides: z.array(id).max(50).default([]) }),
    response: worksheetPreview,
    handle: ({ office, ctx, params, body }) =>
      read<'programs', z.output<typeof worksheetPreview>>(office.db, ctx, (tx) =>
        worksheetPreviewOf(tx, { enrolmentId: params.id, ...body }, ctx.today),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/worksheet',
    permission: 'worksheet.compute',
    summary: 'Compute the worksheet and keep it; an officer may choose the reading, with a reason',
    params: enrolmentId,
    body: z.strictObject({ reading: z.strictObject({ choice: reading, reason: text(1000) }).optional() }),
    response: worksheetPage,
    handle: async ({ office, ctx, params, body }) => {
      await act(office.db, ctx, computeWorksheet, {
        enrolmentId: params.id,
        ...(body.reading ? { reading: body.reading } : {}),
      })
      const page = await pageOf(office, ctx, params.id)
      const result = page.current?.result
      if (result?.kind === 'cannot-compute') throw cannotCompute(result.because, page.dockets)
      return page
    },
  }),
]

const pageOf = (office: Office, ctx: Context, enrolmentId: string) =>
  read<'programs', z.output<typeof worksheetPage>>(office.db, ctx, (tx) =>
    worksheetPageOf(tx, enrolmentId, ctx.today),
  )

type Page = z.output<typeof worksheetPage>
type Obstacle = Extract<Page['now'], { kind: 'cannot-compute' }>['because'][number]

/** That the papers leave it open is on record by now; this says what to ask, about which paper. */
function cannotCompute(because: readonly Obstacle[], dockets: Page['dockets']): Problem {
  const fields = because.map((obstacle) => ({
    path: obstacle.commitment ? `commitments.${obstacle.commitment}.${obstacle.code}` : obstacle.code,
    message: inWords(obstacle, dockets),
  }))
  return new Problem(
    'cannot-be',
    `The sentence cannot be computed. ${fields.map((field) => field.message).join(' ')}`,
    { fields },
  )
}

function inWords({ text, clause, commitment }: Obstacle, dockets: Page['dockets']): string {
  const docket = commitment ? `Docket ${dockets[commitment] || 'not stated'}: ` : ''
  return `${docket}${text.en} (${clause}).`
}
