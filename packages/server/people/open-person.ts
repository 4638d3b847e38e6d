import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { verb, type Work } from '../platform/act.ts'
import { addressStep } from './address.ts'
import type { SealableIdentifier } from './identifier-number.ts'
import { type Candidate, likelyDuplicates } from './likely-duplicates.ts'
import type { NewPerson } from './person-schema.ts'
import { setAddress } from './set-address.ts'
import { addAlias, addEmergencyContact, addPhone } from './write-lists.ts'
import { insertIdentifier, keyName } from './write-parts.ts'

/** A person to open. */
export interface OpenPersonInput {
  person: NewPerson
  identifiers?: readonly SealableIdentifier[]
  /** The clerk has seen who it might be and says that it is somebody else. */
  evenSo?: boolean
}

/** The person's id; or who on record it might be, and then nothing was written. */
export type OpenPersonAnswer =
  | { kind: 'opened'; personId: string }
  | { kind: 'likely-duplicates'; candidates: Candidate[] }

/** Puts a person on record, unless somebody on record may be the same and the clerk has not said otherwise. */
export const openPerson = verb(
  'people.open-person',
  async (work: Work<'people'>, input: OpenPersonInput): Promise<OpenPersonAnswer> => {
    const { ctx, db, emit } = work
    const { person } = input
    const identifiers = input.identifiers ?? []
    await oneAtATime(work, person)
    if (!input.evenSo) {
      const candidates = await likelyDuplicates(db, {
        familyName: person.familyName,
        givenNames: person.givenNames,
        birthDate: person.birthDate,
        numbers: identifiers.map(({ kind, lookup }) => ({ kind, lookup })),
      })
      if (candidates.length > 0) return { kind: 'likely-duplicates', candidates }
    }
    const id = randomUUID()
    await db
      .insertInto('people.person')
      .values({
        agency_id: ctx.agency.id,
        id,
        family_name: person.familyName,
        given_names: person.givenNames,
        suffix: person.suffix,
        birth_date: person.birthDate,
        sex: person.sex,
        birth_place: person.birthPlace,
        race: person.race,
        language: person.language,
        description: person.description,
        created_at: ctx.now,
        created_by: ctx.actor,
      })
      .execute()
    await keyName(work, id, id, person)
    for (const alias of person.aliases) await addAlias(work, id, alias)
    for (const phone of person.phones) await addPhone(work, id, phone)
    for (const contact of person.emergencyContacts) await addEmergencyContact(work, id, contact)
    if (person.address) await setAddress(work, id, addressStep(undefined, person.address, null, ctx.today))
    for (const identifier of identifiers) await insertIdentifier(work, id, identifier)
    await emit('people.person-opened', { person: id })
    return { kind: 'opened', personId: id }
  },
)

// Two clerks with the same paper in their hands: the second sees the person that the first opened.
async function oneAtATime({ ctx, db }: Work<'people'>, person: NewPerson): Promise<void> {
  const who = `people.open-person:${ctx.agency.id}:${person.familyName.slice(0, 1).toLowerCase()}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${who}, 0))`.execute(db)
}
