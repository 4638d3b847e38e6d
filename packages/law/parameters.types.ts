import type { Clause, Day, TextCode } from './pack.types.ts'

export type ParameterUnit =
  | 'days'
  | 'days-a-week'
  | 'months'
  | 'hours'
  | 'people-a-day'
  | 'convictions'
  | 'miles'
  | 'percent'
  | 'times'
  | 'people'
  | 'minutes'
  | 'cents'

export type ParameterValue = number | string | boolean | readonly string[]

interface ParameterCommon {
  readonly name: string
  readonly clause: Clause
  /** Our own reading or addition: an office may differ. */
  readonly own: boolean
  /** The question that settles it, as a wording code. */
  readonly question: TextCode
}

/** A number or a choice that a board or office may change. `default: null` is unset: asked, never guessed. */
export type ParameterDefinition =
  | (ParameterCommon & {
      readonly type: 'number'
      readonly unit: ParameterUnit
      readonly default: number | null
      readonly minimum: number
      readonly maximum: number
    })
  | (ParameterCommon & {
      readonly type: 'choice'
      readonly default: string | null
      readonly choices: readonly string[]
    })
  /** Some of the choices, such as the counties that count as surrounding. */
  | (ParameterCommon & {
      readonly type: 'set'
      readonly default: readonly string[] | null
      readonly choices: readonly string[]
    })

/** A county's value of a parameter. `until` is the first day on which it no longer holds. */
export interface ParameterOverride {
  readonly name: string
  readonly value: ParameterValue
  readonly from: Day
  readonly until?: Day | null
  readonly authority: string
  readonly resolution: string
}

/** A parameter as it stands on a day, and where its value comes from. */
export interface ResolvedParameter {
  readonly name: string
  readonly value: ParameterValue | null
  readonly source: 'pack' | 'county' | 'unset'
  readonly clause: Clause
  readonly own: boolean
  /** The day from which this value holds; null when unset. */
  readonly from: Day | null
  readonly authority: string | null
  readonly resolution: string | null
}

/** All parameters of one pack as they stand on one day. Stored with each decision. */
export interface Parameters {
  readonly pack: string
  readonly on: Day
  readonly values: Readonly<Record<string, ResolvedParameter>>
}
