import type { Outcome } from '../eligibility/types.ts'
import { anything, day, list, type ObjectSchema, object, oneOf, type Schema, text } from '../schema/schema.ts'
import type { DecidedKind } from './types.ts'

const kinds: readonly DecidedKind[] = ['assessment', 'checklist', 'sentence', 'fees']
const outcomes: readonly Outcome[] = ['ineligible', 'eligible', 'officer-decides', 'incomplete']

/** As many as an office of 100,000 people has stored. */
export const resultsSchema: Schema = list(
  object({
    id: text(),
    kind: oneOf(kinds, 'What the law was asked'),
    on: day('The day it was decided for'),
    hash: text(200, 'Of the pack it was decided under'),
    result: anything('As the law answered it, whole'),
  }),
  1_000_000,
)

/** What an assessment must say of itself to be put before the rules again. */
export const assessmentSchema: ObjectSchema = object({
  outcome: oneOf(outcomes),
  step: text(),
  on: day(),
})
