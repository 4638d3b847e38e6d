import type { Clause, Day, JsonValue, TextCode } from '../pack.types.ts'
import type { Parameters, ParameterValue } from '../parameters.types.ts'

/**
 * A set of questions of a program: `admission` comes first everywhere. `early-release` is WAP-P8;
 * `recommendation` what is asked before a court is told of someone (SCC-2.E); `enrolment` before a person
 * placed by a court starts (ARS-N.2); `installation` before equipment is put on (EMP-4.3); `supervision`
 * what must hold while it lasts (ARS-M.4);
 * `authorization` whether the county may run the program at all (ARS-K.1).
 */
export type Step =
  | 'admission'
  | 'early-release'
  | 'recommendation'
  | 'enrolment'
  | 'installation'
  | 'supervision'
  | 'authorization'

/** Three values. For a bar or factor `met` means it applies; for a requirement, that it holds. */
export type Verdict = 'met' | 'not-met' | 'unknown'

export type Outcome = 'ineligible' | 'eligible' | 'officer-decides' | 'incomplete'

/** Units that a counted fact may have. Money is not among them, so no fact can hold it. */
export type FactUnit = 'days' | 'days-a-week' | 'months' | 'convictions'

interface FactCommon {
  readonly name: string
  /** The question in plain words that settles it, as a wording code. */
  readonly question: TextCode
}

/** One of the answers of a choice, and its words. */
export interface FactChoice {
  readonly value: string
  readonly textCode: TextCode
}

/** What the engine may be told about a person. There is no type of fact that holds money, or free text. */
export type FactDefinition =
  | (FactCommon & { readonly type: 'yes-no' })
  | (FactCommon & { readonly type: 'count'; readonly unit: FactUnit; readonly maximum: number })
  | (FactCommon & { readonly type: 'choice'; readonly choices: readonly FactChoice[] })
  | (FactCommon & { readonly type: 'day' })

/** Left out or null: unknown. Text is the value of a choice, or a day. */
export type FactValue = boolean | number | string | null
export type Facts = Readonly<Record<string, FactValue | undefined>>

/** A number in a condition: a parameter by name. */
export interface ParameterRef {
  readonly parameter: string
}

/** What a rule asks, as data: so the pack's hash covers it, and it can be printed beside the text. */
export type Condition =
  | { readonly op: 'yes'; readonly fact: string }
  | { readonly op: 'more-than'; readonly fact: string; readonly than: ParameterRef }
  | { readonly op: 'at-least'; readonly fact: string; readonly than: ParameterRef }
  | { readonly op: 'at-most'; readonly fact: string; readonly than: ParameterRef }
  /** The answer is one of these. */
  | { readonly op: 'one-of'; readonly fact: string; readonly values: readonly string[] }
  /** The answer is among those that a parameter of type `set` names. */
  | { readonly op: 'among'; readonly fact: string; readonly than: ParameterRef }
  /** The day is that of the assessment, or earlier. */
  | { readonly op: 'by-then'; readonly fact: string }
  /** So many days were served: a share of the term, before or after suspension as a parameter says. */
  | {
      readonly op: 'share-served'
      readonly fact: string
      readonly term: string
      readonly suspended: string
      readonly than: ParameterRef
      readonly shareOf: string
    }
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }

export interface Rule {
  readonly clause: Clause
  readonly kind: 'bar' | 'require' | 'factor'
  readonly steps: readonly Step[]
  /** First day on which the rule holds; `until`: first day on which it no longer does. */
  readonly from: Day
  readonly until: Day | null
  readonly textCode: TextCode
  /** A remark shown wherever the finding is, such as an error in the printed text. */
  readonly note: TextCode | null
  readonly own: boolean
  readonly condition: Condition
  /** The facts and parameters that the condition reads; derived from it. */
  readonly facts: readonly string[]
  readonly parameters: readonly string[]
  /** Pure. */
  verdict(facts: Facts, parameters: Parameters): Verdict
}

/** One rule's answer, with everything it was answered from. */
export interface Finding {
  readonly clause: Clause
  readonly kind: Rule['kind']
  readonly verdict: Verdict
  readonly textCode: TextCode
  readonly note: TextCode | null
  readonly own: boolean
  readonly factsUsed: Readonly<Record<string, JsonValue>>
  readonly parametersUsed: Readonly<Record<string, ParameterValue | null>>
}

/** Something nobody has said yet, and the clauses that wait for it. */
export interface Missing {
  readonly of: 'fact' | 'parameter'
  readonly name: string
  readonly question: TextCode
  readonly clauses: readonly Clause[]
}

/** The answer of `assess`, to be stored whole. */
export interface Assessment {
  readonly outcome: Outcome
  readonly step: Step
  readonly findings: readonly Finding[]
  /** Most decisive first. */
  readonly missing: readonly Missing[]
  readonly facts: Readonly<Record<string, FactValue>>
  readonly pack: string
  readonly version: string
  readonly hash: string
  readonly parameters: Parameters
  readonly on: Day
}
