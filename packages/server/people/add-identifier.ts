import { verb, type Work } from '../platform/act.ts'
import { notFound } from '../platform/problem.ts'
import type { SealableIdentifier } from './identifier-number.ts'
import { type Candidate, likelyDuplicates } from './likely-duplicates.ts'
import { insertIdentifier } from './write-parts.ts'

/** A number to put on a person's record. */
export interface AddIdentifierInput {
  personId: string
  identifier: SealableIdentifier
  /** The clerk has seen who else has this number and keeps it on this person, too. */
  evenSo?: boolean
}

/** The row's id; or who else has the same number, and then nothing was written. */
export type AddIdentifierAnswer =
  | { kind: 'added'; identifierId: string }
  | { kind: 'likely-duplicates'; candidates: Candidate[] }

/** Seals a number on a person's record (WAP-BOOK.4). The same number on the same person again changes nothing. */
export const addIdentifier = verb(
  'people.add-identifier',
  async (work: Work<'people'>, input: AddIdentifierInput): Promise<AddIdentifierAnswer> => {
    const { db, emit } = work
    const { personId, identifier } = input
    const person = await db
      .selectFrom('people.person')
      .select('id')
      .where('id', '=', personId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!person) throw notFound('person')
    const held = await db
      .selectFrom('people.identifier')
      .select('id')
      .where('person_id', '=', personId)
      .where('kind', '=', identifier.kind)
      .where('lookup', '=', identifier.lookup)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (held) return { kind: 'added', identifierId: held.id }
    if (!input.evenSo) {
      const candidates = await likelyDuplicates(db, {
        familyName: '',
        givenNames: '',
        birthDate: null,
        numbers: [identifier],
      })
      if (candidates.length > 0) return { kind: 'likely-duplicates', candidates }
    }
    const identifierId = await insertIdentifier(work, personId, identifier)
    await emit('people.identifier-added', { person: personId, identifier: identifierId })
    return { kind: 'added', identifierId }
  },
)
