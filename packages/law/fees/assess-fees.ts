import { refuse } from '../errors.ts'
import type { Day, Pack } from '../pack.types.ts'
import { checkParameters, choiceOf, resolved } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { feesSchema } from './schema.ts'
import type {
  FeeBasis,
  FeeCode,
  FeeInput,
  FeeLine,
  FeeReason,
  FeeWorksheet,
  Repeal,
  Rescheduling,
} from './types.ts'

/**
 * The fees of intake and re-scheduling as they stand on a day, line by line, in integer cents
 * (WAP-FEE.1, BOOK.10).
 *
 * Where the office follows the law as it stands, a line whose statute is repealed on that day is shown with
 * the repeal and charges nothing; `as-the-source-reads` charges what the printed policy says. The choice and
 * the amounts are parameters. Throws `LawInputError` for an input that does not fit, or parameters of
 * another day or pack.
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
  const intake =
    input.adjustedDays === null
      ? []
      : [
          line(pack, parameters, 'administrative', 1, null),
          line(pack, parameters, 'daily', input.adjustedDays, null),
        ]
  const lines = [...intake, ...input.reschedulings.flatMap((r) => reschedulingLines(pack, parameters, r))]
  return {
    lines,
    printedCents: sum(lines.map((l) => l.amountCents)),
    chargedCents: sum(lines.map((l) => l.chargedCents)),
    basis: basisOf(parameters),
    pack: pack.name,
    version: pack.version,
    hash: pack.hash,
    on,
  }
}

/** Which law the office charges by. */
export const basisOf = (parameters: Parameters): FeeBasis => choiceOf(parameters, 'feeBasis') as FeeBasis

/** The repeal that ends a statute's fees on a day, if any. */
export const repealOf = (pack: Pack, statute: string, on: Day): Repeal | null =>
  pack.repeals.find((repeal) => repeal.statute === statute && repeal.operative <= on) ?? null

/** WAP-BOOK.10: a fee for the re-scheduling and one for each day, for unexcused absence only. */
function reschedulingLines(pack: Pack, parameters: Parameters, r: Rescheduling): readonly FeeLine[] {
  const each = choiceOf(parameters, 'reschedulingFeePer') === 'absence'
  const occasions = each ? r.unexcusedDays : Math.min(1, r.unexcusedDays)
  return [
    line(pack, parameters, 're-scheduling', occasions, r.id),
    line(pack, parameters, 're-scheduled-day', r.unexcusedDays, r.id),
  ]
}

function line(
  pack: Pack,
  parameters: Parameters,
  code: FeeCode,
  quantity: number,
  rescheduling: string | null,
): FeeLine {
  const fee = pack.fees.find((f) => f.code === code) ?? refuse(pack.name, '', `has no fee "${code}"`)
  const amount = resolved(parameters, fee.amountParameter ?? refuse(pack.name, code, 'has no rate'))
  const unitCents =
    typeof amount.value === 'number' ? amount.value : refuse('fees', amount.name, 'is not set')
  const repeal = repealOf(pack, fee.statute, parameters.on)
  const reason = reasonFor(quantity, repeal, basisOf(parameters))
  const amountCents = unitCents * quantity
  return {
    code,
    rescheduling,
    clause: fee.clause,
    own: fee.own,
    textCode: fee.textCode,
    unit: fee.unit,
    unitCents,
    quantity,
    amountCents,
    chargedCents: reason === 'charged' ? amountCents : 0,
    chargeable: reason === 'charged',
    reason,
    reasonCode: `fees.${reason}`,
    authority: amount.authority ?? pack.version,
    resolution: amount.resolution,
    statute: fee.statute,
    repeal,
    basis: basisOf(parameters),
    assessedOn: parameters.on,
  }
}

function reasonFor(quantity: number, repeal: Repeal | null, basis: FeeBasis): FeeReason {
  if (repeal && basis === 'law-as-it-stands') return 'repealed'
  return quantity === 0 ? 'nothing-to-charge' : 'charged'
}

const sum = (cents: readonly number[]): number => cents.reduce((total, c) => total + c, 0)
