import { randomUUID } from 'node:crypto'
import type { Work } from '../platform/act.ts'
import type { SealableIdentifier } from './identifier-number.ts'
import { setSearchKeys } from './set-search-keys.ts'

/** A name as people write it. */
export interface Name {
  familyName: string
  givenNames: string
}

/** Puts a sealed number on a person's record. @returns the id of its row */
export async function insertIdentifier(
  { ctx, db }: Work<'people'>,
  personId: string,
  identifier: SealableIdentifier,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('people.identifier')
    .values({
      agency_id: ctx.agency.id,
      id,
      person_id: personId,
      kind: identifier.kind,
      issuer: identifier.issuer,
      sealed: identifier.sealFor(id),
      lookup: identifier.lookup,
      ending: identifier.ending,
      added_at: ctx.now,
    })
    .execute()
  return id
}

/** The person is found by this name, by part and by sound; null: no longer by what this row said. */
export async function keyName(
  work: Work<'people'>,
  personId: string,
  sourceId: string,
  name: Name | null,
): Promise<void> {
  const texts = name ? [name.familyName, name.givenNames] : []
  await work.call(setSearchKeys, { personId, sourceId, kind: 'name', texts })
  await work.call(setSearchKeys, { personId, sourceId, kind: 'sound', texts })
}

/** The person is found by this telephone number; null: no longer. */
export async function keyPhone(
  work: Work<'people'>,
  personId: string,
  sourceId: string,
  number: string | null,
): Promise<void> {
  await work.call(setSearchKeys, {
    personId,
    sourceId,
    kind: 'phone',
    texts: number === null ? [] : [`+${number}`],
  })
}
