import type { Pack, Reason } from '../pack.types.ts'
import { numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import type { FeeLine } from './types.ts'

/**
 * Takes off what the fees come to above the pro rata cost (SCC-3.A2): the fees that the text names together
 * are held against the cost of the same quantities together, and the last of them gives way first.
 */
export function withinCeiling(
  pack: Pack,
  parameters: Parameters,
  lines: readonly FeeLine[],
): { readonly lines: readonly FeeLine[]; readonly notes: readonly Reason[] } {
  const ceiling = pack.feeCeiling
  if (ceiling === null) return { lines, notes: [] }
  const costOf = (line: FeeLine): number => {
    const parameter = ceiling.costParameters[line.code]
    return parameter === undefined ? 0 : numberOf(parameters, parameter) * line.quantity
  }
  const held = lines.filter((line) => line.chargeable && ceiling.costParameters[line.code] !== undefined)
  const costCents = held.reduce((total, line) => total + costOf(line), 0)
  const chargedCents = held.reduce((total, line) => total + line.chargedCents, 0)
  const over = Math.max(0, chargedCents - costCents)
  if (over === 0) return { lines, notes: [] }
  const { clause, own, textCode } = ceiling
  const note: Reason = { code: textCode, clause, own, values: { chargedCents, costCents, over } }
  return { lines: takeOff(lines, held, over), notes: [note] }
}

function takeOff(lines: readonly FeeLine[], held: readonly FeeLine[], over: number): readonly FeeLine[] {
  let left = over
  const cut = new Map<FeeLine, number>()
  for (const line of held.toReversed()) {
    const off = Math.min(left, line.chargedCents)
    cut.set(line, off)
    left -= off
  }
  return lines.map((line) => {
    const off = cut.get(line) ?? 0
    if (off === 0) return line
    return {
      ...line,
      chargedCents: line.chargedCents - off,
      reason: 'up-to-cost' as const,
      reasonCode: 'fees.up-to-cost',
    }
  })
}
