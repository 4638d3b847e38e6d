import type { Work } from '../platform/act.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { holdReceivable, type Receivable } from './ledger/receivable.ts'

/** A request that waits for a decision. */
export interface OpenWaiver {
  id: string
  enrolmentId: string
  pack: string
  askedCents: number | null
  /** The account that asked: it may not decide. */
  by: string
}

/**
 * Locks the statement a request is about and makes sure that nobody has decided it.
 * @throws Problem `not-found`; `already-done` with who decided and how
 */
export async function holdOpenWaiver(
  work: Work<'money'>,
  waiverId: string,
): Promise<{ waiver: OpenWaiver; receivable: Receivable }> {
  const waiver = await work.db
    .selectFrom('money.waiver as w')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'w.enrolment_id')
    .select(['w.id', 'w.enrolment_id', 'w.asked_cents', 'w.by', 'e.pack'])
    .where('w.id', '=', waiverId)
    .executeTakeFirst()
  if (!waiver) throw notFound('waiver')
  const receivable = await holdReceivable(work, waiver.enrolment_id)
  const decision = await work.db
    .selectFrom('money.waiver_decision as d')
    .leftJoin('access.v_account as a', 'a.id', 'd.by')
    .select(['d.outcome', 'd.on_day', 'a.display_name'])
    .where('d.waiver_id', '=', waiverId)
    .executeTakeFirst()
  if (decision) {
    throw new Problem(
      'already-done',
      `${decision.display_name ?? 'Another account'} settled this on ${decision.on_day} (${decision.outcome}). Load the page again.`,
    )
  }
  return {
    waiver: {
      id: waiver.id,
      enrolmentId: waiver.enrolment_id,
      pack: waiver.pack!,
      askedCents: waiver.asked_cents,
      by: waiver.by,
    },
    receivable,
  }
}
