import type { Permission } from '@inlieu/law'
import type { Context } from '../platform/context.ts'
import type { RoomTx } from '../platform/database.ts'
import type { Statement } from './statement-schema.ts'

/** Which waivers to list. */
export interface WaiverFilter {
  id?: string
  enrolmentId?: string
  state?: 'open' | 'decided' | 'all'
  limit?: number
}

type WaiverShown = Statement['waivers'][number]

/** Requests for waivers: open ones oldest first, then the settled ones, newest first. Never the budget. */
export async function waiversOf(
  tx: RoomTx<'money'>,
  ctx: Context,
  filter: WaiverFilter,
): Promise<WaiverShown[]> {
  let query = tx
    .selectFrom('money.waiver as w')
    .leftJoin('money.waiver_decision as d', 'd.waiver_id', 'w.id')
    .leftJoin('access.v_account as asker', 'asker.id', 'w.by')
    .leftJoin('access.v_account as decider', 'decider.id', 'd.by')
    .leftJoin('platform.v_document as doc', 'doc.id', 'd.document_id')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'w.enrolment_id')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .select([
      'w.id',
      'w.enrolment_id',
      'w.asked_cents',
      'w.owed_cents',
      'w.on_day',
      'w.at',
      'w.by',
      'asker.display_name as asked_by',
      'd.outcome',
      'd.waived_cents',
      'd.reason',
      'd.authority',
      'doc.paper_id',
      'd.on_day as decided_on',
      'decider.display_name as decided_by',
      'e.number as enrolment_number',
      'e.person_id',
      'p.given_names',
      'p.family_name',
      'p.suffix',
    ])
    .orderBy(({ eb }) => eb('d.waiver_id', 'is not', null))
    .orderBy('d.at', 'desc')
    .orderBy('w.at')
    .orderBy('w.id')
    .limit(filter.limit ?? 5000)
  if (filter.id) query = query.where('w.id', '=', filter.id)
  if (filter.enrolmentId) query = query.where('w.enrolment_id', '=', filter.enrolmentId)
  if (filter.state === 'open') query = query.where('d.waiver_id', 'is', null)
  if (filter.state === 'decided') query = query.where('d.waiver_id', 'is not', null)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    enrolmentNumber: row.enrolment_number!,
    personId: row.person_id!,
    person: [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
    askedCents: row.asked_cents,
    owedCents: row.owed_cents,
    onDay: row.on_day,
    at: row.at,
    askedBy: row.asked_by,
    askedByMe: row.by === ctx.actor,
    state: (row.outcome ?? 'open') as WaiverShown['state'],
    decision:
      row.decided_on === null
        ? null
        : {
            waivedCents: row.waived_cents ?? 0,
            reason: row.reason ?? '',
            onDay: row.decided_on,
            by: row.decided_by,
            clause: (row.authority as Permission | null)?.clause ?? null,
            paperId: row.paper_id,
          },
  }))
}
