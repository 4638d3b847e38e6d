import { z } from 'zod'
import {
  type Candidate,
  identifierBody,
  type NewPerson,
  newPersonBody,
  openPerson,
  plainNumber,
  type SealableIdentifier,
  sealable,
} from '../people/index.ts'
import type { Work } from '../platform/act.ts'
import type { Keys } from '../platform/keys.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { id } from '../platform/schemas.ts'
import type { CommitmentFields } from './commitment-schema.ts'

/** Whose commitment it is: somebody on record, or somebody to be opened with it. */
export type CommittedPerson =
  | { personId: string }
  | { open: NewPerson; identifiers?: readonly SealableIdentifier[]; evenSo?: boolean }

/** What a page says of whose commitment it is. */
export const whoseBody = z.strictObject({
  /** Somebody on record; else `newPerson` is opened with the commitment. */
  personId: id.nullable().default(null),
  newPerson: newPersonBody.nullable().default(null),
  identifiers: z.array(identifierBody).max(10).default([]),
  /** Somebody on record may be the same: the clerk says it is another person. */
  personEvenSo: z.boolean().default(false),
  /** The docket and day of sentence are on record: the clerk says it is another paper. */
  evenSo: z.boolean().default(false),
})

/**
 * Whose commitment a page says it is.
 * @throws Problem `not-understood` when it names nobody, or two
 */
export function whoseOf(said: z.output<typeof whoseBody>, keys: Keys): CommittedPerson {
  const { personId, newPerson } = said
  if (personId && !newPerson) return { personId }
  if (newPerson && !personId) {
    const identifiers = said.identifiers.map((plain) => sealable(keys, plain))
    return { open: newPerson, identifiers, evenSo: said.personEvenSo }
  }
  const message = 'Say whose commitment it is: somebody on record, or a new person.'
  throw new Problem('not-understood', message, { fields: [{ path: 'personId', message }] })
}

/**
 * The person on record, opened where they are new; or who on record it might be, and then nothing was written.
 * @throws Problem `not-found`
 */
export async function settlePerson(
  { db, call }: Work<'court'>,
  person: CommittedPerson,
): Promise<{ kind: 'found'; personId: string } | { kind: 'likely-duplicates'; candidates: Candidate[] }> {
  if ('personId' in person) {
    const row = await db
      .selectFrom('people.v_person')
      .select('id')
      .where('id', '=', person.personId)
      .executeTakeFirst()
    if (!row) throw notFound('person')
    return { kind: 'found', personId: row.id }
  }
  const answer = await call(openPerson, {
    person: person.open,
    identifiers: person.identifiers ?? [],
    evenSo: person.evenSo ?? false,
  })
  return answer.kind === 'opened' ? { kind: 'found', personId: answer.personId } : answer
}

/**
 * The person's commitment of the same docket and day of sentence, if any. The fax was typed in, now the
 * original comes: it belongs to that record, not to a second one.
 */
export async function sameOnRecord(
  { db }: Work<'court'>,
  personId: string,
  commitment: Pick<CommitmentFields, 'docket' | 'modification' | 'sentencedOn'>,
): Promise<string | null> {
  const docket = plainNumber(commitment.docket)
  if (docket === '' || commitment.modification === true) return null
  const rows = await db
    .selectFrom('court.commitment')
    .select(['id', 'docket', 'sentenced_on'])
    .where('person_id', '=', personId)
    .where('returned_at', 'is', null)
    .where((where) => where.or([where('is_modification', 'is', null), where('is_modification', '=', false)]))
    .execute()
  const same = rows.find(
    (row) =>
      plainNumber(row.docket) === docket && String(row.sentenced_on) === String(commitment.sentencedOn),
  )
  return same?.id ?? null
}
