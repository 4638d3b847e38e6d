import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import type { Statement } from './statement-schema.ts'

/** Which receipts to list. */
export interface ReceiptFilter {
  enrolmentId?: string | undefined
  from?: Temporal.PlainDate | undefined
  until?: Temporal.PlainDate | undefined
  form?: string | undefined
  state?: 'all' | 'standing' | 'void' | undefined
  /** The beginning of a receipt's number. */
  number?: string | undefined
  limit?: number
}

/** Receipts, newest first. */
export async function receiptsOf(tx: RoomTx<'money'>, filter: ReceiptFilter): Promise<Statement['receipts']> {
  let query = tx
    .selectFrom('money.receipt as r')
    .leftJoin('money.receipt_void as v', 'v.receipt_id', 'r.id')
    .leftJoin('access.v_account as taker', 'taker.id', 'r.taken_by')
    .leftJoin('access.v_account as voider', 'voider.id', 'v.by')
    .leftJoin('platform.v_document as d', (join) =>
      // Not coalesce: row-level security would take the index from it, and read every document of the office.
      join.on('d.id', '=', sql`case when v.document_id is null then r.document_id else v.document_id end`),
    )
    .innerJoin('programs.v_enrolment as e', 'e.id', 'r.enrolment_id')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .select([
      'r.id',
      'r.number',
      'r.form',
      'r.instrument_number',
      'r.amount_cents',
      'r.held_cents',
      'r.received_from',
      'r.taken_on',
      'r.taken_at',
      'r.enrolment_id',
      'taker.display_name as taken_by',
      'voider.display_name as voided_by',
      'v.on_day as voided_on',
      'v.reason as void_reason',
      'e.number as enrolment_number',
      'e.person_id',
      'p.given_names',
      'p.family_name',
      'p.suffix',
      'd.paper_id',
    ])
    .orderBy('r.taken_on', 'desc')
    .orderBy('r.serial', 'desc')
    .limit(filter.limit ?? 5000)
  if (filter.enrolmentId) query = query.where('r.enrolment_id', '=', filter.enrolmentId)
  if (filter.from) query = query.where('r.taken_on', '>=', filter.from)
  if (filter.until) query = query.where('r.taken_on', '<=', filter.until)
  if (filter.form) query = query.where('r.form', '=', filter.form)
  if (filter.state === 'standing') query = query.where('v.receipt_id', 'is', null)
  if (filter.state === 'void') query = query.where('v.receipt_id', 'is not', null)
  if (filter.number) {
    // A range, because LIKE loses its index under row-level security.
    query = query.where('r.number', '>=', filter.number).where('r.number', '<', `${filter.number}\u{10ffff}`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    form: row.form as Statement['receipts'][number]['form'],
    instrumentNumber: row.instrument_number,
    amountCents: row.amount_cents,
    heldCents: row.held_cents,
    receivedFrom: row.received_from,
    takenOn: row.taken_on,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
    voided:
      row.voided_on === null ? null : { on: row.voided_on, by: row.voided_by, reason: row.void_reason ?? '' },
    paperId: row.paper_id,
    enrolmentId: row.enrolment_id,
    enrolmentNumber: row.enrolment_number!,
    personId: row.person_id!,
    person: [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
  }))
}
