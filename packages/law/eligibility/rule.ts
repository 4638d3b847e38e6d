import type { Day } from '../pack.types.ts'
import type { WordingCode } from '../wording/index.ts'
import { factsOf, parametersOf, verdictOf } from './conditions.ts'
import type { Condition, Rule, Step } from './types.ts'

/** What a pack writes down for a rule. */
export interface DeclaredRule {
  readonly clause: string
  readonly kind: Rule['kind']
  readonly steps: readonly Step[]
  readonly from: Day
  readonly until?: Day
  readonly textCode: WordingCode
  readonly note?: WordingCode
  readonly own?: boolean
  readonly condition: Condition
}

/** A rule from its declaration: what it reads and how it answers follow from its condition. */
export function rule(declared: DeclaredRule): Rule {
  const { condition } = declared
  return Object.freeze({
    ...declared,
    until: declared.until ?? null,
    note: declared.note ?? null,
    own: declared.own ?? false,
    facts: factsOf(condition),
    parameters: parametersOf(condition),
    verdict: (facts, parameters) => verdictOf(condition, facts, parameters),
  } satisfies Rule)
}
