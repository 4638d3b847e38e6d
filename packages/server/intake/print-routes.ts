import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { act } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import { read } from '../platform/read.ts'
import { done, type Route, route } from '../platform/route.ts'
import { day, id, instant } from '../platform/schemas.ts'
import { readEnrolment } from './enrolment.ts'
import { madePaper, paperOf } from './made-paper.ts'
import { type PrintKind, printKinds, printsDue } from './prints.ts'
import { printBody, printHistory, recordPrint, withdrawPrint, withdrawPrintBody } from './record-print.ts'

const byId = z.object({ id })
const kind = z.enum(printKinds)

async function readPrints(tx: RoomTx<'intake'>, enrolmentId: string, today: Temporal.PlainDate) {
  const enrolment = await readEnrolment(tx, enrolmentId, today)
  const rows = await tx
    .selectFrom('intake.v_print_record as r')
    .leftJoin('access.v_account as a', 'a.id', 'r.by')
    .leftJoin('platform.v_document as d', 'd.id', 'r.document_id')
    .select(['r.id', 'r.kind', 'r.on_day', 'r.note', 'r.document_id', 'r.at', 'a.display_name'])
    .select(['d.paper_id', 'd.failure'])
    .where('r.enrolment_id', '=', enrolmentId)
    .orderBy('r.at')
    .orderBy('r.id')
    .execute()
  const coin = await tx
    .selectFrom('people.v_identifier')
    .select('ending')
    .where('person_id', '=', enrolment.personId)
    .where('kind', '=', 'coin')
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    due: printsDue(await printHistory(tx, enrolment)).map((one) => ({ ...one, kinds: [...one.kinds] })),
    records: rows.map((row) => ({
      id: row.id,
      kind: row.kind as PrintKind,
      day: row.on_day,
      note: row.note,
      letter: paperOf(row),
      at: row.at,
      by: row.display_name ?? '',
    })),
    coinEnding: coin?.ending ?? null,
  }
}

/** History and prints (WAP-P2). */
export const printRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/intake/enrolments/:id/prints',
    permission: 'enrolment.read',
    summary: 'What was done about history and prints, and what is due',
    params: byId,
    response: z.object({
      due: z.array(
        z.object({
          kinds: z.array(kind),
          clause: z.string(),
          when: z.enum(['before-interview', 'at-interview', 'after-interview', 'awaited', 'at-the-end']),
        }),
      ),
      records: z.array(
        z.object({
          id,
          kind,
          day,
          note: z.string(),
          letter: madePaper.nullable(),
          at: instant,
          by: z.string(),
        }),
      ),
      coinEnding: z.string().nullable(),
    }),
    handle: ({ office, ctx, params }) =>
      read<'intake', Awaited<ReturnType<typeof readPrints>>>(office.db, ctx, (tx) =>
        readPrints(tx, params.id, ctx.today),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/intake/enrolments/:id/prints',
    permission: 'booking.write',
    summary: 'Record something done about history and prints',
    params: byId,
    body: printBody,
    response: z.object({ id, documentId: id.nullable() }),
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, recordPrint, { ...body, enrolmentId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/intake/prints/:id/withdraw',
    permission: 'booking.write',
    summary: 'Take back a record of prints that was entered wrongly',
    params: byId,
    body: withdrawPrintBody,
    response: done,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, withdrawPrint, { printId: params.id, reason: body.reason }),
  }),
]
