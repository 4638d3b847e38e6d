import type { AuthorityRow } from './authority/types.ts'
import type { CommitmentItem } from './commitment/types.ts'
import type { FactDefinition, Rule, Step } from './eligibility/types.ts'
import type { FeeDefinition, FeesNotBrought, PaymentForm, Repeal } from './fees/types.ts'
import type { BookingField, IntakeItemDefinition } from './intake/types.ts'
import type { ParameterDefinition } from './parameters.types.ts'

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string
/** The id of a clause, such as `WAP-ELIG.a`: how a result points back to the text it comes from. */
export type Clause = string
/** A key of the wording tables. Rules return codes; screens and letters look the words up. */
export type TextCode = string
export type Language = 'en' | 'es'
/** What fills the `{places}` of a wording. */
export type Values = Readonly<Record<string, string | number>>
export type JsonValue = string | number | boolean | null
/** A JSON Schema (2020-12), as plain data. */
export type JsonSchema = { readonly [key: string]: unknown }

/** Where something the engine says comes from in a pack. */
export interface Citation {
  readonly clause: Clause
  readonly own: boolean
}

/** A reason as data: which clause, which words, which figures. */
export interface Reason {
  readonly code: TextCode
  readonly clause: Clause
  readonly own: boolean
  readonly values: Values
}

/** The policy that a pack encodes, and who approved it (WAP-0). */
export interface PolicyAuthority {
  readonly statute: string
  readonly establishedBy: string
  readonly policyNumber: string
  readonly effective: Day
  readonly replaces: Day
  /** The day the board acted. A pack cannot be written without it. */
  readonly boardAction: Day
  readonly references: readonly string[]
}

/** Something the pack makes impossible, and how. */
export interface Never {
  readonly clause: Clause
  readonly textCode: TextCode
}

/** A clause the pack carries. `own`: our reading or addition, not the source's words. */
export interface ClauseEntry {
  readonly id: Clause
  readonly kind: 'bar' | 'require' | 'factor' | 'do' | 'never'
  readonly own: boolean
}

/**
 * A program's law: data and rules, one folder per jurisdiction and program.
 * `version` is the policy we encoded; `hash` is the SHA-256 of everything declared below, so that a
 * decision can say exactly which rules it was taken under.
 */
export interface Pack {
  readonly name: string
  readonly title: string
  readonly version: string
  readonly hash: string
  readonly authority: PolicyAuthority
  readonly clauses: readonly ClauseEntry[]
  readonly steps: readonly Step[]
  readonly facts: readonly FactDefinition[]
  readonly rules: readonly Rule[]
  readonly parameters: readonly ParameterDefinition[]
  /** The clause behind each thing the engine can say, by wording code. */
  readonly citations: Readonly<Record<TextCode, Citation>>
  readonly decisions: readonly AuthorityRow[]
  readonly fees: readonly FeeDefinition[]
  readonly repeals: readonly Repeal[]
  readonly paymentForms: readonly PaymentForm[]
  readonly whenFeesNotBrought: readonly FeesNotBrought[]
  readonly commitmentItems: readonly CommitmentItem[]
  readonly intakeItems: readonly IntakeItemDefinition[]
  readonly bookingFields: readonly BookingField[]
  readonly nevers: readonly Never[]
}
