import type { Facts, Outcome, Rule, Step, Verdict } from '../eligibility/types.ts'
import type { Clause, Day, Pack, TextCode } from '../pack.types.ts'
import type { Parameters, ResolvedParameter } from '../parameters.types.ts'

/** A pack with its parameters, as they stand on a day: one side of a comparison. */
export interface Standing {
  readonly pack: Pack
  readonly parameters: Parameters
  readonly on: Day
}

/** A rule that holds on one side only. A rule that was changed ends and begins. */
export interface RuleChange {
  readonly change: 'begins' | 'ends'
  readonly clause: Clause
  readonly kind: Rule['kind']
  readonly textCode: TextCode
  readonly own: boolean
  readonly steps: readonly Step[]
  readonly from: Day
  readonly until: Day | null
}

/** A parameter whose value or source differs; null: that side has no such parameter. */
export interface ParameterChange {
  readonly name: string
  readonly clause: Clause
  readonly before: ResolvedParameter | null
  readonly after: ResolvedParameter | null
}

/** A repeal that is in force on one side only. */
export interface RepealChange {
  readonly change: 'begins' | 'ends'
  readonly statute: string
  readonly by: string
  readonly textCode: TextCode
}

/** A person's case to be decided on both sides. */
export interface DiffCase {
  /** The caller's own key. */
  readonly id: string
  readonly facts: Facts
  /** `admission` when left out. */
  readonly step?: Step
}

/** A clause that answers differently; null: it does not hold on that side. */
export interface FindingChange {
  readonly clause: Clause
  readonly textCode: TextCode
  readonly before: Verdict | null
  readonly after: Verdict | null
}

/** A case whose outcome differs, and the clauses that make it so. */
export interface CaseChange {
  readonly id: string
  readonly step: Step
  readonly before: Outcome
  readonly after: Outcome
  readonly findings: readonly FindingChange[]
}

/** What is different between two standings of the law. */
export interface LawDiff {
  readonly from: { readonly on: Day; readonly version: string; readonly hash: string }
  readonly to: { readonly on: Day; readonly version: string; readonly hash: string }
  readonly pack: string
  readonly rules: readonly RuleChange[]
  readonly parameters: readonly ParameterChange[]
  readonly repeals: readonly RepealChange[]
  readonly casesCompared: number
  /** Only those whose outcome changes, in the order given. */
  readonly cases: readonly CaseChange[]
}
