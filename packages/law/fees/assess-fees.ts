import { refuse } from '../errors.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters, choiceOf, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { withinCeiling } from './ceiling.ts'
import { basisOf } from './in-force.ts'
import { lineOf } from './line.ts'
import { feesSchema } from './schema.ts'
import type { FeeDefinition, FeeInput, FeeLine, FeeWorksheet, Rescheduling } from './types.ts'

/**
 * The fees of a program as they stand on a day, line by line, in integer cents (WAP-FEE.1, BOOK.10; SCC-3;
 * EMP-11.1; ARS-D, K.2, L). Only what the input speaks of is assessed.
 *
 * Where the office follows the law as it stands, a line whose statute is repealed on that day is shown with
 * the repeal and charges nothing; `as-the-source-reads` charges what the printed text says. The choice and
 * the amounts are parameters. What a text makes a ceiling is never passed (SCC-3.A2). A program without fees
 * has no lines (SCC-3.B). Throws `LawInputError` for an input that does not fit, an amount that is not set,
 * or parameters of another day or pack.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const input = { adjustedDays: 20, reschedulings: [] }
 * const today = resolveParameters(wap, [], '2026-03-02')
 * assessFees(wap, today, input, '2026-03-02').chargedCents // => 0
 * assessFees(wap, today, input, '2026-03-02').printedCents // => 19000
 * const then = resolveParameters(wap, [], '2021-06-30')
 * assessFees(wap, then, input, '2021-06-30').chargedCents // => 19000
 */
export function assessFees(pack: Pack, parameters: Parameters, input: FeeInput, on: Day): FeeWorksheet {
  checkParameters(pack, parameters, on)
  accept('fees', feesSchema, input)
  checkParts(pack, parameters)
  const lines = [
    ...pack.fees.flatMap((fee) => programLines(pack, parameters, fee, input)),
    ...(input.reschedulings ?? []).flatMap((r) => reschedulingLines(pack, parameters, r, input)),
  ]
  const capped = withinCeiling(pack, parameters, lines)
  const whole = capped.lines.filter((line) => line.reason !== 'within-another')
  return {
    lines: capped.lines,
    printedCents: sum(whole.map((l) => l.amountCents)),
    chargedCents: sum(whole.map((l) => l.chargedCents)),
    basis: basisOf(parameters),
    notes: [...noFees(pack), ...whyNot(pack, capped.lines), ...capped.notes],
    pack: pack.name,
    version: pack.version,
    hash: pack.hash,
    on,
  }
}

/** SCC-3.B: where the text says that nobody owes anything, the worksheet says so. */
function noFees(pack: Pack): readonly Reason[] {
  const cited = pack.citations['fees.none-ever']
  return cited ? [{ code: 'fees.none-ever', ...cited, values: {} }] : []
}

/** Why lines charge nothing, where the text says so in a clause of its own (EMP-11.5): once each. */
const whyNot = (pack: Pack, lines: readonly FeeLine[]): readonly Reason[] =>
  [...new Set(lines.map((line) => line.reasonCode))].flatMap((code) => {
    const cited = pack.citations[code]
    return cited === undefined ? [] : [{ code, ...cited, values: {} }]
  })

/** What the input speaks of; a part of a fee that has no amount of its own is not shown. */
function programLines(
  pack: Pack,
  parameters: Parameters,
  fee: FeeDefinition,
  input: FeeInput,
): readonly FeeLine[] {
  const quantity = quantityOf(fee, input)
  if (quantity === null || isUnsetPart(fee, parameters)) return []
  return [lineOf(pack, parameters, { fee, quantity, rescheduling: null, input })]
}

function quantityOf(fee: FeeDefinition, input: FeeInput): number | null {
  switch (fee.counts) {
    case 'intake':
      return input.adjustedDays == null ? null : 1
    case 'adjusted-days':
      return input.adjustedDays ?? null
    case 'application':
      return input.application === undefined ? null : 1
    case 'days':
      return input.days ?? null
    case 'months':
      return input.months ?? null
    case 'cost':
      return input.costsCents?.[fee.code] === undefined ? null : 1
    case 'reschedulings':
    case 'rescheduled-days':
      return null
  }
}

/** WAP-BOOK.10: a fee for the re-scheduling and one for each day, for unexcused absence only. */
function reschedulingLines(
  pack: Pack,
  parameters: Parameters,
  r: Rescheduling,
  input: FeeInput,
): readonly FeeLine[] {
  return pack.fees.flatMap((fee) => {
    if (fee.counts !== 'reschedulings' && fee.counts !== 'rescheduled-days') return []
    const quantity = fee.counts === 'reschedulings' ? occasions(parameters, r) : r.unexcusedDays
    return [lineOf(pack, parameters, { fee, quantity, rescheduling: r.id, input })]
  })
}

function occasions(parameters: Parameters, r: Rescheduling): number {
  const each = choiceOf(parameters, 'reschedulingFeePer') === 'absence'
  return each ? r.unexcusedDays : Math.min(1, r.unexcusedDays)
}

const isUnsetPart = (fee: FeeDefinition, parameters: Parameters): boolean =>
  fee.within !== null &&
  fee.amountParameter !== null &&
  numberOrUnset(parameters, fee.amountParameter) === null

/** EMP-11.1 within SCC-3.A1: the parts of a fee together are never above it. */
function checkParts(pack: Pack, parameters: Parameters): void {
  const amount = (fee: FeeDefinition) =>
    fee.amountParameter === null ? 0 : (numberOrUnset(parameters, fee.amountParameter) ?? 0)
  for (const whole of pack.fees) {
    const parts = pack.fees.filter((fee) => fee.within === whole.code)
    const together = sum(parts.map(amount))
    if (together > amount(whole))
      refuse(
        'fees',
        parts.map((part) => part.amountParameter).join(', '),
        `together ${together} cents, above ${whole.amountParameter} (${amount(whole)} cents)`,
      )
  }
}

const sum = (cents: readonly number[]): number => cents.reduce((total, c) => total + c, 0)
