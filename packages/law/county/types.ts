import type { Rule, Step } from '../eligibility/types.ts'
import type { Day } from '../pack.types.ts'
import type { ParameterOverride } from '../parameters.types.ts'
import type { OwnWords } from '../wording/own-words.ts'

/** The board's vote to let the sheriff run home detention for driving under the influence (ARS-K.1). */
export interface BoardAuthorization {
  readonly resolution: string
  readonly votedOn: Day
  readonly votesInFavor: number
  /** All seats of the board, vacant ones included. */
  readonly fullMembership: number
  /** null: no hearing is on record. */
  readonly publicHearingOn: Day | null
  readonly necessityFoundOn: Day | null
  /** First day on which it no longer holds. */
  readonly until: Day | null
}

/** A criterion that the county added (ARS-M.5): one question, answered yes or no. */
export interface AddedCriterion {
  /** Its own citation, which stands in findings where the clause of a text does. */
  readonly citation: string
  readonly kind: Rule['kind']
  readonly step: Step
  /** Name of its fact; it comes beside those of the pack. */
  readonly fact: string
  readonly question: OwnWords
  /** What it says, for findings. */
  readonly words: OwnWords
  /** The answer with which a bar or factor applies, or a requirement holds. */
  readonly metBy: 'yes' | 'no'
  readonly from: Day
  readonly until: Day | null
}

/** What a county brings to a pack of its state. The committee and its meetings are `committeeStanding`'s. */
export interface CountyInstance {
  readonly county: string
  /** null: the board has authorized nothing. */
  readonly authorization: BoardAuthorization | null
  readonly criteria: readonly AddedCriterion[]
  /** Its numbers, its leave standard among them. */
  readonly parameters: readonly ParameterOverride[]
}
