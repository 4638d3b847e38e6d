import { verb, type Work } from '../platform/act.ts'
import { notFound } from '../platform/problem.ts'

/** A number that was wrong or no longer holds. */
export interface EndIdentifierInput {
  personId: string
  identifierId: string
  reason: string
}

/** Takes a number off a person's record; it stays in the record of what was. */
export const endIdentifier = verb(
  'people.end-identifier',
  async ({ ctx, db, emit }: Work<'people'>, input: EndIdentifierInput): Promise<{ done: true }> => {
    const ended = await db
      .updateTable('people.identifier')
      .set({ ended_at: ctx.now, end_reason: input.reason })
      .where('id', '=', input.identifierId)
      .where('person_id', '=', input.personId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw notFound('number')
    await emit('people.identifier-ended', { person: input.personId, identifier: input.identifierId })
    return { done: true }
  },
)
