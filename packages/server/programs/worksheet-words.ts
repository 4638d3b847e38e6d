import type { CannotCompute, FeeReason, FeeWorksheet, Reason, Values, Worksheet } from '@inlieu/law'
import type { z } from 'zod'
import { both } from '../platform/words.ts'
import type { feesBeside, reasonShown, sentenceResult } from './worksheet-schemas.ts'

type Shown = z.output<typeof sentenceResult>

/** Docket numbers by commitment id: people know a paper by its docket. */
export type Dockets = Readonly<Record<string, string>>

/** A result of the law with its words in both languages, papers named by their dockets. */
export function resultInWords(result: Worksheet | CannotCompute, dockets: Dockets): Shown {
  const reason = (one: Reason): z.output<typeof reasonShown> => ({
    ...one,
    text: both(one.code, named(one.values, dockets)),
  })
  if (result.kind === 'cannot-compute') {
    return {
      kind: result.kind,
      because: result.because.map((one) => ({
        ...one,
        text: both(one.textCode, named(one.values, dockets)),
      })),
    }
  }
  return {
    ...result,
    steps: result.steps.map((step) =>
      step.kind === 'term'
        ? { ...step, consecutiveTo: [...step.consecutiveTo], reasons: step.reasons.map(reason) }
        : { ...step, text: both(step.code, named(step.values, dockets)) },
    ),
    bars: [...result.bars],
    superseded: [...result.superseded],
    notes: result.notes.map(reason),
    clauses: [...result.clauses],
  }
}

/** The fees with their words in both languages. */
export function feesInWords(fees: FeeWorksheet): z.output<typeof feesBeside> {
  return {
    lines: fees.lines.map((line) => ({
      ...line,
      name: both(line.textCode),
      reason: shownReason(line.reason),
      because: both(line.reasonCode),
      repeal: line.repeal && { ...line.repeal, text: both(line.repeal.textCode) },
    })),
    printedCents: fees.printedCents,
    chargedCents: fees.chargedCents,
    basis: fees.basis,
    on: fees.on,
  }
}

/** Whatever else keeps a fee from being charged, nothing is charged; the words beside it say why. */
const shownReason = (reason: FeeReason): z.output<typeof feesBeside>['lines'][number]['reason'] =>
  reason === 'charged' || reason === 'repealed' ? reason : 'nothing-to-charge'

/** A value that is a commitment's id becomes its docket number. */
function named(values: Values, dockets: Dockets): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, dockets[String(value)] ?? value]),
  )
}
