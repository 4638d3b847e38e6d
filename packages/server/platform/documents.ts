import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { actAsOffice } from '../access/session.ts'
import { type Common, verb, type Work } from './act.ts'
import type { DB } from './database.ts'
import { keepPaper } from './papers.ts'
import { renderPdf } from './typst.ts'

/** A document to be made by the worker. */
export interface DocumentOrder {
  /** Which template; a line in `documents.ts` names its file. */
  kind: string
  title: string
  personId: string | null
  /** Ids of what it is about, for finding it again. */
  about: Record<string, string>
  /** Everything it says, as plain JSON. `office`, `language` and `footer` are added here. */
  data: Record<string, unknown>
  language: 'en' | 'es'
  /** Which rules and which day it was made under, printed at the foot. */
  footer: string
}

/**
 * Asks for a document in the caller's transaction; the worker makes it once that has committed. The data is
 * kept as given, so what a paper says never depends on what changed after it was asked for.
 */
export async function askDocument(work: Common, order: DocumentOrder): Promise<{ documentId: string }> {
  const id = randomUUID()
  const office = await work.platform
    .selectFrom('access.v_agency')
    .select(['name', 'county', 'address', 'phone'])
    .executeTakeFirstOrThrow()
  await work.platform
    .insertInto('platform.document')
    .values({
      agency_id: work.ctx.agency.id,
      id,
      kind: order.kind,
      title: order.title,
      person_id: order.personId,
      about: JSON.stringify(order.about),
      data: JSON.stringify({
        ...order.data,
        office,
        language: order.language,
        footer: order.footer,
        title: order.title,
      }),
      language: order.language,
      asked_at: work.ctx.now,
      asked_by: work.ctx.actor,
    })
    .execute()
  await work.enqueue('make-document', { document: id, kind: order.kind })
  await work.emit('platform.document-asked', { document: id })
  return { documentId: id }
}

const makeDocument = verb(
  'platform.make-document',
  async (work: Work<'platform'>, input: { id: string; template: string }) => {
    const { platform, emit } = work
    const document = await platform
      .selectFrom('platform.document')
      .selectAll()
      .where('id', '=', input.id)
      .forNoKeyUpdate()
      .executeTakeFirst()
    // Asked twice, made once: a job that ran again after a crash finds the paper there.
    if (!document || document.paper_id !== null) return
    try {
      const bytes = renderPdf(input.template, document.data)
      const paper = await keepPaper(work, {
        kind: document.kind,
        title: document.title,
        bytes,
        personId: document.person_id,
        about: { ...document.about, document: document.id },
      })
      await platform
        .updateTable('platform.document')
        .set({ paper_id: paper.id, failure: null })
        .where('id', '=', input.id)
        .execute()
      await emit('platform.document-made', { document: input.id, paper: paper.id, kind: document.kind })
    } catch (error) {
      // Shown to whoever waits for it; a template that fails once fails always, so it is not tried again.
      const failure = error instanceof Error ? error.message : String(error)
      await platform.updateTable('platform.document').set({ failure }).where('id', '=', input.id).execute()
      await emit('platform.document-failed', { document: input.id, kind: document.kind })
    }
  },
)

/** The worker's job: makes one document that was asked for. */
export function documentTask(db: Kysely<DB>, templates: Readonly<Record<string, string>>) {
  return async (payload: unknown): Promise<void> => {
    const { document, agency } = payload as { document: string; agency: string }
    const kind = await db.transaction().execute(async (tx) => {
      await sql`select set_config('inlieu.agency', ${agency}, true)`.execute(tx)
      const row = await tx
        .selectFrom('platform.document')
        .select('kind')
        .where('id', '=', document)
        .executeTakeFirst()
      return row?.kind
    })
    if (kind === undefined) return
    await actAsOffice(db, agency, makeDocument, {
      id: document,
      template: templates[kind] ?? `no template for ${kind}`,
    })
  }
}
