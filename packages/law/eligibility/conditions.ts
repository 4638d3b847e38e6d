import { numberOrUnset, setOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { shareVerdict } from './share-served.ts'
import type { Condition, Facts, FactValue, Verdict } from './types.ts'

/** The fact is answered yes. */
export const yes = (fact: string): Condition => ({ op: 'yes', fact })
/** The count is above the parameter; on the line is not met. */
export const moreThan = (fact: string, parameter: string): Condition => ({
  op: 'more-than',
  fact,
  than: { parameter },
})
/** The count is the parameter or above. */
export const atLeast = (fact: string, parameter: string): Condition => ({
  op: 'at-least',
  fact,
  than: { parameter },
})
/** The count is the parameter or below. */
export const atMost = (fact: string, parameter: string): Condition => ({
  op: 'at-most',
  fact,
  than: { parameter },
})
/** The answer is one of these. */
export const oneOf = (fact: string, ...values: string[]): Condition => ({ op: 'one-of', fact, values })
/** The answer is among those that the parameter names. */
export const among = (fact: string, parameter: string): Condition => ({
  op: 'among',
  fact,
  than: { parameter },
})
/** The day has come: it is that of the assessment, or earlier. */
export const byThen = (fact: string): Condition => ({ op: 'by-then', fact })
export const all = (...of: Condition[]): Condition => ({ op: 'all', of })
export const any = (...of: Condition[]): Condition => ({ op: 'any', of })
export const not = (of: Condition): Condition => ({ op: 'not', of })

/** Three-valued: what nobody has said is unknown, and stays so unless the rest settles it. */
export function verdictOf(condition: Condition, facts: Facts, parameters: Parameters): Verdict {
  switch (condition.op) {
    case 'yes':
      return settle(facts[condition.fact], (value) => value === true)
    case 'more-than':
    case 'at-least':
    case 'at-most': {
      const limit = numberOrUnset(parameters, condition.than.parameter)
      if (limit === null) return 'unknown'
      return settle(facts[condition.fact], (value) => compare(condition.op, Number(value), limit))
    }
    case 'one-of':
      return settle(facts[condition.fact], (value) => condition.values.includes(String(value)))
    case 'among': {
      const values = setOrUnset(parameters, condition.than.parameter)
      if (values === null) return 'unknown'
      return settle(facts[condition.fact], (value) => values.includes(String(value)))
    }
    case 'by-then':
      return settle(facts[condition.fact], (value) => String(value) <= parameters.on)
    case 'share-served':
      return shareVerdict(condition, facts, parameters)
    case 'all':
      return strongest(condition.of, 'not-met', 'met', facts, parameters)
    case 'any':
      return strongest(condition.of, 'met', 'not-met', facts, parameters)
    case 'not':
      return opposite(verdictOf(condition.of, facts, parameters))
  }
}

/** The facts a condition reads. */
export function factsOf(condition: Condition): readonly string[] {
  return unique(
    leaves(condition).flatMap((leaf) =>
      leaf.op === 'share-served' ? [leaf.fact, leaf.term, leaf.suspended] : [leaf.fact],
    ),
  )
}

/** The parameters a condition reads. */
export function parametersOf(condition: Condition): readonly string[] {
  return unique(
    leaves(condition).flatMap((leaf) => [
      ...('than' in leaf ? [leaf.than.parameter] : []),
      ...('shareOf' in leaf ? [leaf.shareOf] : []),
    ]),
  )
}

type Leaf = Extract<Condition, { readonly fact: string }>

function leaves(condition: Condition): readonly Leaf[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leaves)
    case 'not':
      return leaves(condition.of)
    default:
      return [condition]
  }
}

function settle(value: FactValue | undefined, holds: (value: boolean | number | string) => boolean): Verdict {
  if (value === null || value === undefined) return 'unknown'
  return holds(value) ? 'met' : 'not-met'
}

function compare(op: 'more-than' | 'at-least' | 'at-most', value: number, limit: number): boolean {
  if (op === 'more-than') return value > limit
  return op === 'at-least' ? value >= limit : value <= limit
}

/** `decides` as soon as one part has it; `otherwise` when all parts have that; else unknown. */
function strongest(
  of: readonly Condition[],
  decides: Verdict,
  otherwise: Verdict,
  facts: Facts,
  parameters: Parameters,
): Verdict {
  const verdicts = of.map((part) => verdictOf(part, facts, parameters))
  if (verdicts.includes(decides)) return decides
  return verdicts.includes('unknown') ? 'unknown' : otherwise
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown'
  return verdict === 'met' ? 'not-met' : 'met'
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]
