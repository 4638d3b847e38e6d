import { z } from 'zod'
import { verb } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { id } from '../platform/schemas.ts'
import { uncollectibleOn } from './collectible.ts'
import { holdReceivable, keepEntry } from './ledger/receivable.ts'
import { balanceCents, owedCents } from './ledger/standing.ts'

/** Whose balance to take off. */
export const vacateBalanceBody = z.strictObject({ enrolmentId: id })

/**
 * Takes off a statement what the law says is unenforceable and uncollectible: what is still owed of fees whose
 * statute was repealed since (Penal Code 1465.9). What was paid stays paid.
 * @throws Problem `not-found`; `cannot-be` when nothing owed is uncollectible
 */
export const vacateBalance = verb(
  'money.vacate-balance',
  async (work, input: z.output<typeof vacateBalanceBody>): Promise<{ balanceCents: number }> => {
    const receivable = await holdReceivable(work, input.enrolmentId)
    const owed = owedCents(receivable.holdings)
    const barred = await uncollectibleOn(work.db, input.enrolmentId, work.ctx.today)
    if (owed === 0 || barred === null) {
      throw new Problem('cannot-be', 'Nothing owed here is uncollectible, so nothing is taken off.')
    }
    const entry = await keepEntry(work, receivable, {
      kind: 'uncollectible',
      against: [{ account: 'uncollectible', part: '', amountCents: Math.min(owed, barred.cents) }],
      about: { statute: barred.statute, textCode: barred.textCode },
      reason: barred.statute,
    })
    await work.emit('money.balance-vacated', {
      enrolment: input.enrolmentId,
      person: receivable.personId,
      entry: entry.id,
    })
    return { balanceCents: balanceCents(entry.receivable.holdings) }
  },
)
