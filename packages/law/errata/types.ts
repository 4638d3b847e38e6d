import type { Outcome } from '../eligibility/types.ts'
import type { Clause, Day, TextCode } from '../pack.types.ts'

/** What a stored result answers: `assess`, `checkCommitment`, `computeSentence`, `assessFees`. */
export type DecidedKind = 'assessment' | 'checklist' | 'sentence' | 'fees'

/**
 * Something that a release of ours encoded wrongly: the text has always said otherwise. It is no amendment, which
 * begins on a day of its own and leaves what was decided before it right. What stands here is hashed with its pack, so
 * nothing decided after the correction carries the hash of what was decided before it.
 */
export interface Erratum {
  readonly clause: Clause
  /** The rule or line that was wrong, as results name it; null: it was left out, so that no result names it. */
  readonly textCode: TextCode | null
  /** What was wrong, and how it reads now. */
  readonly words: TextCode
  /** The results that rest on it. */
  readonly kinds: readonly DecidedKind[]
  /** Hashes of every pack that carried it so, from the first release to the last. */
  readonly hashes: readonly string[]
  /** Days of the law that it was wrong for; `until` is the first day on which it no longer was. */
  readonly from: Day
  readonly until: Day | null
  /** Day of the release that corrects it. */
  readonly corrected: Day
}

/** A result as an office stored it, to be held against the errata of its pack. */
export interface DecidedResult {
  /** The caller's own key. */
  readonly id: string
  readonly kind: DecidedKind
  /** The day it was decided for. */
  readonly on: Day
  /** The pack it was decided under. */
  readonly hash: string
  /** As the law answered it, whole. */
  readonly result: unknown
}

/** A result that was decided under an erratum. */
export interface DecidedCase {
  readonly id: string
  readonly kind: DecidedKind
  readonly on: Day
  readonly hash: string
  /** False: its hash is of no release that the erratum names, and it was decided before the correction. */
  readonly certain: boolean
  /** Outcome as it was decided, of an assessment; null of another kind. */
  readonly before: Outcome | null
  /**
   * What the corrected rules answer to the same facts, on the same day; null of another kind, and where they ask what
   * was not asked then.
   */
  readonly after: Outcome | null
}

/** An erratum with the results that were decided under it. */
export interface ErratumCases {
  readonly erratum: Erratum
  readonly compared: number
  readonly cases: readonly DecidedCase[]
}
