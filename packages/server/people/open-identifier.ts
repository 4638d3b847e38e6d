import { act, verb, type Work } from '../platform/act.ts'
import type { Context } from '../platform/context.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { recordLook } from '../platform/read.ts'
import type { Office } from '../platform/route.ts'
import { sealContext } from './identifier-number.ts'

/** Whose number, which one, and why it has to be seen. */
export interface OpenIdentifierInput {
  personId: string
  identifierId: string
  reason: string
}

const lookAtIdentifier = verb(
  'people.open-identifier',
  async ({ db }: Work<'people'>, input: OpenIdentifierInput): Promise<{ sealed: string }> => {
    const row = await db
      .selectFrom('people.identifier')
      .select(['sealed', 'kind', 'ending'])
      .where('id', '=', input.identifierId)
      .where('person_id', '=', input.personId)
      .executeTakeFirst()
    if (!row) throw notFound('number')
    await recordLook(db, {
      room: 'people',
      record: 'identifier',
      rowId: input.identifierId,
      what: { person: input.personId, kind: row.kind, ending: row.ending, reason: input.reason },
    })
    return { sealed: row.sealed }
  },
)

/**
 * The one function that opens a sealed number. The look is on record, with its reason, before the number is
 * known; the number itself is in no transaction, answer or log.
 * @throws Problem `not-found`; `not-ready` when the number was sealed with a key that is not here
 */
export async function openIdentifier(
  office: Office,
  ctx: Context,
  input: OpenIdentifierInput,
): Promise<{ number: string }> {
  // Each look is recorded: an attempt sent again is a look of its own.
  const once = { ...ctx, reason: input.reason, idempotencyKey: null }
  const { sealed } = await act(office.db, once, lookAtIdentifier, input)
  try {
    return { number: office.keys.open(sealed, sealContext(input.identifierId)) }
  } catch {
    throw new Problem(
      'not-ready',
      'This number was sealed with another key. Ask the administrator to put that key back.',
    )
  }
}
