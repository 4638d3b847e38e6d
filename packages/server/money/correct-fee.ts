import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../platform/problem.ts'
import { cents, id, text } from '../platform/schemas.ts'
import type { LedgerFee } from './ledger/accounts.ts'
import { holdReceivable, keepEntry, takeBackRelief } from './ledger/receivable.ts'
import { balanceCents } from './ledger/standing.ts'
import { dollars } from './payment-rules.ts'

/** Which line of a statement charges too much, by how much, and why. */
export const correctFeeBody = z.strictObject({
  entryId: id,
  amountCents: cents.min(1, 'Type an amount above zero.'),
  reason: text(500),
})

/**
 * Takes off a fee that was charged and should not have been: a counter-entry that names the line it corrects.
 * What was wrong in a sentence is corrected by a new worksheet instead.
 * @throws Problem `not-found`; `cannot-be` when the line charges no fee, or less than this is left of it
 */
export const correctFee = verb(
  'money.correct-fee',
  async (work, input: z.output<typeof correctFeeBody>): Promise<{ balanceCents: number }> => {
    const enrolmentId = await statementOf(work, input.entryId)
    const receivable = await holdReceivable(work, enrolmentId)
    const fee = await feeLeft(work, enrolmentId, input.entryId)
    if (input.amountCents > fee.leftCents) {
      throw fieldProblem(
        'amountCents',
        fee.leftCents === 0
          ? 'Nothing is left of this line: it was taken off already.'
          : `At most ${dollars(fee.leftCents)} is left of this line.`,
      )
    }
    const entry = await keepEntry(work, receivable, {
      kind: 'fee-correction',
      against: [{ account: 'fee-income', part: fee.code, amountCents: input.amountCents }],
      about: { code: fee.code, line: fee.line },
      reason: input.reason,
      corrects: input.entryId,
    })
    const after = await takeBackRelief(work, receivable, entry.receivable)
    await work.emit('money.fee-corrected', {
      enrolment: enrolmentId,
      person: receivable.personId,
      entry: entry.id,
    })
    return { balanceCents: balanceCents(after.holdings) }
  },
)

async function statementOf({ db }: Work<'money'>, entryId: string): Promise<string> {
  const entry = await db
    .selectFrom('money.entry')
    .select('enrolment_id')
    .where('id', '=', entryId)
    .executeTakeFirst()
  if (!entry) throw notFound('line of a statement')
  return entry.enrolment_id
}

/** What is left of a fee's line after corrections, and of the fee as a whole after later assessments. */
async function feeLeft({ db }: Work<'money'>, enrolmentId: string, entryId: string) {
  const charges = await db
    .selectFrom('money.entry as e')
    .innerJoin('money.posting as p', (join) =>
      join.onRef('p.entry_id', '=', 'e.id').onRef('p.enrolment_id', '=', 'e.enrolment_id'),
    )
    .select(['e.id', 'e.line', 'e.kind', 'e.corrects', 'p.part', 'p.amount_cents'])
    .where('e.enrolment_id', '=', enrolmentId)
    .where('p.account', '=', 'fee-income')
    .execute()
  const charge = charges.find((c) => c.id === entryId)
  if (!charge || charge.kind === 'fee-correction' || charge.amount_cents > 0) {
    throw new Problem('cannot-be', 'This line charges no fee, so no fee can be taken off it.')
  }
  const sum = (of: typeof charges) => of.reduce((total, c) => total - c.amount_cents, 0)
  const ofLine = sum(
    charges.filter((c) => c.id === entryId || (c.kind === 'fee-correction' && c.corrects === entryId)),
  )
  const ofFee = sum(charges.filter((c) => c.part === charge.part))
  return { code: charge.part as LedgerFee, line: charge.line, leftCents: Math.min(ofLine, ofFee) }
}
