import type { AuthorityRow, Rank } from './authority/types.ts'
import type { CommitmentItem } from './commitment/types.ts'
import type {
  CapacityDefinition,
  DeadlineDefinition,
  ProcessDefinition,
  ProcessName,
} from './deadlines/types.ts'
import type { FactDefinition, Rule, Step } from './eligibility/types.ts'
import type { Erratum } from './errata/types.ts'
import type { FeeCeiling, FeeDefinition, FeesNotBrought, PaymentForm, Repeal } from './fees/types.ts'
import type { BookingField, IntakeItemDefinition } from './intake/types.ts'
import type { ParameterDefinition } from './parameters.types.ts'
import type { EndingDefinition, SanctionRung } from './sanctions/types.ts'
import type { SentenceRules } from './sentence/serving.types.ts'

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

interface AuthorityCommon {
  /** How a letter or notice names the text: `policy 2-1`. */
  readonly cited: string
  /** The statute under which the program runs, or that establishes it. */
  readonly statute: string
  readonly establishedBy: string
  /** First day on which anything may be decided under this text. */
  readonly effective: Day
  readonly references: readonly string[]
}

/** A policy that a board approved (WAP-0). A pack of a policy cannot be written without the day it acted. */
export interface PolicyAuthority extends AuthorityCommon {
  readonly kind: 'policy'
  readonly policyNumber: string
  readonly replaces: Day | null
  readonly boardAction: Day
}

/** A printed section of an ordinance, with the amendments that its history names. */
export interface OrdinanceSection {
  /** Our id of the section, such as `SCC-3`. */
  readonly id: Clause
  /** The number it prints; null where only our id names it. */
  readonly number: string | null
  readonly history: readonly string[]
}

/**
 * A policy that an ordinance asks for: who submits it, by when, and who approves it (SCC-5). None is among the sources:
 * what one sets comes as parameters, with the day from which it holds and the resolution that approved it.
 */
export interface PolicyAskedFor {
  readonly clause: Clause
  readonly submittedBy: Rank
  /** Last day to submit it; null where it is counted from a day that the text does not print. */
  readonly submitBy: Day | null
  readonly approvedBy: Rank
  /** What it covers. */
  readonly covers: readonly ProcessName[]
}

/** An ordinance of a county. */
export interface OrdinanceAuthority extends AuthorityCommon {
  readonly kind: 'ordinance'
  readonly sections: readonly OrdinanceSection[]
  readonly policies: readonly PolicyAskedFor[]
}

/** A statute of a state; a county is an instance of the pack. */
export interface StatuteAuthority extends AuthorityCommon {
  readonly kind: 'statute'
  readonly section: string
}

/** A description that an office published, or a plan it proposed. */
export interface DescriptionAuthority extends AuthorityCommon {
  readonly kind: 'description'
  readonly document: string
}

/** The text that a pack encodes. */
export type PackAuthority = PolicyAuthority | OrdinanceAuthority | StatuteAuthority | DescriptionAuthority

/** A clause that no rule of the engine carries, and the room of the product that does. */
export interface NotRule {
  readonly clause: Clause
  readonly room: RoomName
}

/** The rooms of the product, besides the law. */
export type RoomName =
  | 'access'
  | 'people'
  | 'court'
  | 'programs'
  | 'intake'
  | 'work'
  | 'home'
  | 'equipment'
  | 'monitoring'
  | 'money'
  | 'testing'
  | 'contacts'
  | 'conduct'
  | 'reviews'
  | 'committee'
  | 'community'
  | 'reports'
  | 'desk'
  | 'watch'

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
 * `version` is the text we encoded; `hash` is the SHA-256 of everything declared below, so that a
 * decision can say exactly which rules it was taken under. An empty list is a part that the program has not.
 */
export interface Pack extends PackBase, PackParts {
  readonly hash: string
}

/** What every pack has. */
export interface PackBase {
  readonly name: string
  readonly title: string
  readonly version: string
  readonly authority: PackAuthority
  readonly clauses: readonly ClauseEntry[]
  readonly steps: readonly Step[]
  readonly facts: readonly FactDefinition[]
  readonly rules: readonly Rule[]
  readonly parameters: readonly ParameterDefinition[]
  /** The clause behind each thing the engine can say, by wording code. */
  readonly citations: Readonly<Record<TextCode, Citation>>
  readonly decisions: readonly AuthorityRow[]
  readonly nevers: readonly Never[]
}

/** What a program may have or not; `definePack` fills in what is left out. */
export interface PackParts {
  readonly fees: readonly FeeDefinition[]
  /** The most that its fees may come to; null: the text sets none. */
  readonly feeCeiling: FeeCeiling | null
  readonly repeals: readonly Repeal[]
  readonly paymentForms: readonly PaymentForm[]
  readonly whenFeesNotBrought: readonly FeesNotBrought[]
  readonly commitmentItems: readonly CommitmentItem[]
  readonly intakeItems: readonly IntakeItemDefinition[]
  readonly bookingFields: readonly BookingField[]
  /** The progressive ladder, lowest rung first. */
  readonly ladder: readonly SanctionRung[]
  /** The ways in which participation ends, each with who decides it. */
  readonly endings: readonly EndingDefinition[]
  /** Challenges and disputes: dates, and a reviewer who is not the first decider. */
  readonly processes: readonly ProcessDefinition[]
  /** What falls due again and again, or once after something happened. */
  readonly deadlines: readonly DeadlineDefinition[]
  readonly capacities: readonly CapacityDefinition[]
  readonly notRules: readonly NotRule[]
  /** What earlier releases had wrong. */
  readonly errata: readonly Erratum[]
  readonly sentence: SentenceRules
}

/** What a pack's `index.ts` writes down. */
export type DeclaredPack = PackBase & Partial<PackParts>
