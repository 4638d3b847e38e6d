import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { cents, id, text } from '../platform/schemas.ts'
import { holdReceivable, type Receivable } from './ledger/receivable.ts'
import { owedCents } from './ledger/standing.ts'
import { dollars } from './payment-rules.ts'

const monthly = z.strictObject({
  what: text(80),
  monthlyCents: cents.min(0, 'Type an amount of zero or more.'),
})

/** The short budget form (WAP-FEE.2), as the person tells it. */
export const budgetForm = z.strictObject({
  /** Why they cannot pay, in their words. */
  why: text(1000),
  incomes: z.array(monthly).max(20, 'At most 20 incomes.'),
  expenses: z.array(monthly).max(40, 'At most 40 expenses.'),
  dependents: z.int('Type a whole number.').min(0, 'Type zero or more.').max(50, 'At most 50.'),
  note: text(1000, false).default(''),
})

/** A waiver or reduction that a person asks for. */
export const askWaiverBody = z.strictObject({
  enrolmentId: id,
  /** What they ask to be waived; null for all that is owed. */
  askedCents: cents.min(1, 'Type an amount above zero.').nullable().default(null),
  budget: budgetForm,
})

/** The budget form, after parsing. */
export type Budget = z.output<typeof budgetForm>

/**
 * Keeps a person's request to have fees waived or reduced, with the budget form (WAP-FEE.2, WAP-P3.2). The form
 * is apart: nothing but the money room's own opening of it reads it (WAP-P3.3).
 * @throws Problem `not-found`; `cannot-be` when nothing is owed, or less than is asked for; `already-done` when
 *   a request is open
 */
export const askWaiver = verb(
  'money.ask-waiver',
  async (work, input: z.output<typeof askWaiverBody>): Promise<{ id: string }> => {
    const receivable = await holdReceivable(work, input.enrolmentId)
    const owed = refuseUnowed(receivable, input.askedCents)
    await refuseSecondRequest(work, input.enrolmentId)
    const waiverId = randomUUID()
    const { ctx, db } = work
    const budget = {
      why: input.budget.why,
      incomes: JSON.stringify(input.budget.incomes),
      expenses: JSON.stringify(input.budget.expenses),
      dependents: input.budget.dependents,
      note: input.budget.note,
    }
    await db
      .insertInto('money.waiver')
      .values({
        agency_id: ctx.agency.id,
        id: waiverId,
        enrolment_id: input.enrolmentId,
        asked_cents: input.askedCents,
        owed_cents: owed,
        budget_digest: createHash('sha256').update(JSON.stringify(budget)).digest(),
        on_day: ctx.today,
        at: ctx.now,
        by: ctx.actor!,
      })
      .execute()
    await db
      .insertInto('money.budget')
      .values({ agency_id: ctx.agency.id, waiver_id: waiverId, ...budget })
      .execute()
    await work.emit('money.waiver-asked', {
      enrolment: input.enrolmentId,
      person: receivable.personId,
      waiver: waiverId,
    })
    return { id: waiverId }
  },
)

function refuseUnowed({ holdings }: Receivable, askedCents: number | null): number {
  const owed = owedCents(holdings)
  if (owed === 0) throw new Problem('cannot-be', 'Nothing is owed, so there is nothing to waive.')
  if (askedCents !== null && askedCents > owed) {
    throw fieldProblem('askedCents', `Only ${dollars(owed)} is owed. Ask for that or less.`)
  }
  return owed
}

async function refuseSecondRequest({ db }: Work<'money'>, enrolmentId: string): Promise<void> {
  const open = await db
    .selectFrom('money.waiver as w')
    .leftJoin('money.waiver_decision as d', 'd.waiver_id', 'w.id')
    .leftJoin('access.v_account as a', 'a.id', 'w.by')
    .select(['w.on_day', 'a.display_name'])
    .where('w.enrolment_id', '=', enrolmentId)
    .where('d.waiver_id', 'is', null)
    .executeTakeFirst()
  if (!open) return
  throw new Problem(
    'already-done',
    `A waiver was asked for on ${open.on_day} by ${open.display_name ?? 'another account'} and waits for a decision.`,
  )
}
