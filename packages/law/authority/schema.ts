import { day, list, type ObjectSchema, object, oneOf, orNull, text } from '../schema/schema.ts'
import { ranks } from './ranks.ts'
import type { Decision } from './types.ts'

/** Decisions are those of the pack, so that a request for another is refused with the list. */
export const decisionSchema = (decisions: readonly Decision[]): ObjectSchema =>
  object(
    {
      decision: oneOf(decisions),
      actorId: text(),
      ranks: list(oneOf(ranks), 20),
      delegations: list(
        object(
          { decision: text(), byRank: oneOf(ranks), toActorId: text(), from: day(), until: orNull(day()) },
          ['until'],
        ),
      ),
      requestedBy: orNull(text()),
      decidedBy: orNull(text()),
      on: day(),
    },
    ['requestedBy', 'decidedBy'],
  )
