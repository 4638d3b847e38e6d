import { isDeepStrictEqual } from 'node:util'
import type { SentenceInput, SentenceReading } from '@inlieu/law'

/** Which reading of WAP-SENT.6 a worksheet stands on. `by`: the officer who chose it; null: the default. */
export interface ChosenReading {
  choice: SentenceReading
  by: string | null
  reason: string
}

/** What is owed are days of work, until an officer says otherwise. */
export const defaultReading: ChosenReading = { choice: 'days-owed', by: null, reason: '' }

/**
 * The reading that goes on from an earlier worksheet: what an officer chose stays while the commitments it was
 * chosen for are the same; else the officer is asked again.
 */
export function keptReading(
  before: { input: SentenceInput; reading: ChosenReading } | null,
  input: SentenceInput,
): ChosenReading {
  if (!before || before.reading.by === null) return defaultReading
  return isDeepStrictEqual(before.input.commitments, input.commitments) ? before.reading : defaultReading
}
