import type { StatementLine } from '../words.ts'

/** What corrections have left of a fee's line, in cents; 0 for every line that charges no fee. */
export function leftOf(
  line: Pick<StatementLine, 'kind' | 'line' | 'amountCents'>,
  lines: readonly Pick<StatementLine, 'kind' | 'correctsLine' | 'amountCents'>[],
): number {
  if ((line.kind !== 'fee' && line.kind !== 'fee-difference') || line.amountCents <= 0) return 0
  return lines
    .filter((other) => other.kind === 'fee-correction' && other.correctsLine === line.line)
    .reduce((left, correction) => left + correction.amountCents, line.amountCents)
}
