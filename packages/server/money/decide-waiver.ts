import type { Permission } from '@inlieu/law'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { cents, id, text } from '../platform/schemas.ts'
import { requireAuthority } from '../programs/index.ts'
import { keepEntry, type Receivable } from './ledger/receivable.ts'
import { balanceCents, owedCents } from './ledger/standing.ts'
import { holdOpenWaiver, type OpenWaiver } from './open-waiver.ts'
import { dollars } from './payment-rules.ts'
import { askDecisionNotice } from './waiver-document.ts'

/** How a waiver is decided. */
export const decideWaiverBody = z.strictObject({
  waiverId: id,
  outcome: z.enum(['granted', 'granted-in-part', 'denied']),
  /** What is waived where it is granted in part. */
  waivedCents: cents.min(1, 'Type an amount above zero.').nullable().default(null),
  reason: text(1000),
})

/** What the page shows after a decision. */
export interface WaiverDecided {
  waivedCents: number
  balanceCents: number
  documentId: string
}

/**
 * Decides a waiver (WAP-FEE.3, WAP-P3.2): a bureau manager, lieutenant or sergeant, never who asked. What is
 * waived is a counter-entry; the notice tells how it ended in the person's language.
 * @throws Problem `not-found`; `already-done` when it is decided; `not-allowed` with the clause; `cannot-be`
 *   when there is not so much to waive
 */
export const decideWaiver = verb(
  'money.decide-waiver',
  async (work, input: z.output<typeof decideWaiverBody>): Promise<WaiverDecided> => {
    const { waiver, receivable } = await holdOpenWaiver(work, input.waiverId)
    const authority = await requireAuthority(work, {
      decision: 'fee-waiver',
      pack: waiver.pack,
      requestedBy: waiver.by,
    })
    const waivedCents = waivedOf(input, waiver, owedCents(receivable.holdings))
    const entry = await waive(work, receivable, { ...input, waivedCents })
    const balance = balanceCents(entry?.receivable.holdings ?? receivable.holdings)
    const documentId = await askDecisionNotice(work, {
      waiver,
      outcome: input.outcome,
      waivedCents,
      balanceCents: balance,
      reason: input.reason,
      clause: authority.clause,
    })
    await writeDecision(work, waiver, {
      outcome: input.outcome,
      waivedCents,
      reason: input.reason,
      authority,
      entryId: entry?.id ?? null,
      documentId,
    })
    await work.emit('money.waiver-decided', {
      enrolment: waiver.enrolmentId,
      person: receivable.personId,
      waiver: waiver.id,
    })
    return { waivedCents, balanceCents: balance, documentId }
  },
)

/** A request that is taken back before anybody decided it. */
export const withdrawWaiverBody = z.strictObject({ waiverId: id, reason: text(500) })

/**
 * Takes back a request for a waiver, on the person's word. Nothing is waived and no notice goes out.
 * @throws Problem `not-found`; `already-done` when it is decided
 */
export const withdrawWaiver = verb(
  'money.withdraw-waiver',
  async (work, input: z.output<typeof withdrawWaiverBody>): Promise<{ done: true }> => {
    const { waiver, receivable } = await holdOpenWaiver(work, input.waiverId)
    await writeDecision(work, waiver, {
      outcome: 'withdrawn',
      waivedCents: 0,
      reason: input.reason,
      authority: null,
      entryId: null,
      documentId: null,
    })
    await work.emit('money.waiver-decided', {
      enrolment: waiver.enrolmentId,
      person: receivable.personId,
      waiver: waiver.id,
    })
    return { done: true }
  },
)

/** How much a decision waives, in cents: never more than was asked for, nor than is still owed. */
export function waivedOf(
  decided: Pick<z.output<typeof decideWaiverBody>, 'outcome' | 'waivedCents'>,
  waiver: Pick<OpenWaiver, 'askedCents'>,
  owed: number,
): number {
  const most = Math.min(waiver.askedCents ?? owed, owed)
  if (decided.outcome === 'denied') {
    if (decided.waivedCents !== null)
      throw fieldProblem('waivedCents', 'A denial waives nothing. Leave it empty.')
    return 0
  }
  if (most === 0) {
    throw fieldProblem(
      'outcome',
      'Nothing is owed any more, so nothing can be waived. The request can be taken back.',
    )
  }
  if (decided.outcome === 'granted') {
    if (decided.waivedCents !== null) {
      throw fieldProblem(
        'waivedCents',
        'What was asked for is waived whole. Leave this empty, or grant in part.',
      )
    }
    return most
  }
  if (decided.waivedCents === null) throw fieldProblem('waivedCents', 'Type how much is waived.')
  if (decided.waivedCents >= most) {
    throw fieldProblem(
      'waivedCents',
      `A part is less than the ${dollars(most)} that was asked for and is owed. To waive all of it, grant the request.`,
    )
  }
  return decided.waivedCents
}

async function waive(
  work: Work<'money'>,
  receivable: Receivable,
  decided: Pick<z.output<typeof decideWaiverBody>, 'waiverId' | 'outcome' | 'reason'> & {
    waivedCents: number
  },
) {
  if (decided.outcome === 'denied') return null
  return keepEntry(work, receivable, {
    kind: 'waiver',
    against: [{ account: 'waived', part: '', amountCents: decided.waivedCents }],
    about: { waiver: decided.waiverId, outcome: decided.outcome },
    reason: decided.reason,
  })
}

async function writeDecision(
  { ctx, db }: Work<'money'>,
  waiver: OpenWaiver,
  decision: {
    outcome: 'granted' | 'granted-in-part' | 'denied' | 'withdrawn'
    waivedCents: number
    reason: string
    authority: Permission | null
    entryId: string | null
    documentId: string | null
  },
): Promise<void> {
  if (!ctx.actor) throw new Problem('not-allowed', 'A person decides this; the office itself cannot.')
  await db
    .insertInto('money.waiver_decision')
    .values({
      agency_id: ctx.agency.id,
      waiver_id: waiver.id,
      enrolment_id: waiver.enrolmentId,
      outcome: decision.outcome,
      waived_cents: decision.waivedCents,
      reason: decision.reason,
      authority: decision.authority === null ? null : JSON.stringify(decision.authority),
      entry_id: decision.entryId,
      document_id: decision.documentId,
      on_day: ctx.today,
      at: ctx.now,
      by: ctx.actor,
    })
    .execute()
}
