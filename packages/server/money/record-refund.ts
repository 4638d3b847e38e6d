import { z } from 'zod'
import { verb } from '../platform/act.ts'
import { fieldProblem } from '../platform/problem.ts'
import { cents, id, text } from '../platform/schemas.ts'
import { holdReceivable, keepEntry } from './ledger/receivable.ts'
import { balanceCents, heldCents } from './ledger/standing.ts'
import { dollars } from './payment-rules.ts'

/** Money given back to a person. */
export const recordRefundBody = z.strictObject({
  enrolmentId: id,
  amountCents: cents.min(1, 'Type an amount above zero.'),
  /** The treasurer's warrant or check number. */
  reference: text(80),
  reason: text(500),
})

/**
 * Records that the treasurer paid back what is held for a person.
 * @throws Problem `not-found`; `cannot-be` when less than this is held
 */
export const recordRefund = verb(
  'money.record-refund',
  async (work, input: z.output<typeof recordRefundBody>): Promise<{ balanceCents: number }> => {
    const receivable = await holdReceivable(work, input.enrolmentId)
    const held = heldCents(receivable.holdings)
    if (input.amountCents > held) {
      throw fieldProblem(
        'amountCents',
        held === 0 ? 'Nothing is held for this person.' : `Only ${dollars(held)} is held for this person.`,
      )
    }
    const entry = await keepEntry(work, receivable, {
      kind: 'refund',
      against: [{ account: 'refunds-paid', part: '', amountCents: 0 - input.amountCents }],
      about: { reference: input.reference },
      reason: input.reason,
    })
    await work.emit('money.refund-recorded', {
      enrolment: input.enrolmentId,
      person: receivable.personId,
      entry: entry.id,
    })
    return { balanceCents: balanceCents(entry.receivable.holdings) }
  },
)
