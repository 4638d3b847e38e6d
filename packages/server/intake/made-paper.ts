import { z } from 'zod'
import { id } from '../platform/schemas.ts'

/** A paper of the office: asked for, made, or failed. */
export const madePaper = z.object({
  documentId: id,
  paperId: id.nullable(),
  failure: z.string().nullable(),
})
export type MadePaper = z.output<typeof madePaper>

/** A paper from its document's columns; null when none was asked for. */
export const paperOf = (row: {
  document_id: string | null
  paper_id: string | null
  failure: string | null
}): MadePaper | null =>
  row.document_id === null
    ? null
    : { documentId: row.document_id, paperId: row.paper_id, failure: row.failure }
