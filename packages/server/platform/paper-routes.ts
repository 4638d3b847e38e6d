import { z } from 'zod'
import { act, verb, type Work } from './act.ts'
import { keepPaper, largestPaper } from './papers.ts'
import { type Route, route } from './route.ts'
import { id, text } from './schemas.ts'
import { type Upload, uploadedFile } from './upload.ts'

interface AddPaperInput {
  file: Upload
  kind: string
  title: string
  personId: string | null
}

/** Keeps a scanned paper. It may come before its person is on record, and is then given to them later. */
const addPaper = verb(
  'platform.add-paper',
  async (work: Work<'platform'>, input: AddPaperInput): Promise<{ paperId: string }> => {
    const { id } = await keepPaper(work, {
      kind: input.kind,
      title: input.title,
      bytes: input.file.bytes,
      personId: input.personId,
    })
    await work.emit('platform.paper-added', { paper: id })
    return { paperId: id }
  },
)

/** Scanned papers come in here, of every room. */
export const paperRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/platform/papers',
    permission: 'paper.add',
    summary: 'Keep a scanned paper: PDF, JPEG or PNG by content, at most 20 MiB',
    upload: true,
    bodyLimit: largestPaper + 64 * 1024,
    body: z.strictObject({
      file: uploadedFile,
      /** What it is, such as `commitment` or `booking-photo`. */
      kind: z.string().regex(/^[a-z][a-z-]{1,39}$/, 'Say which kind of paper it is.'),
      title: text(200),
      personId: id.optional(),
    }),
    response: z.object({ paperId: id }),
    handle: ({ office, ctx, body }) =>
      act(office.db, ctx, addPaper, { ...body, personId: body.personId ?? null }),
  }),
]
