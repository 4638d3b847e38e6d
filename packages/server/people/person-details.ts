import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'

/** What is known of a person now, by the names of the form's fields. */
export interface PersonDetails {
  id: string
  version: number
  familyName: string
  givenNames: string
  suffix: string
  birthDate: Temporal.PlainDate | null
  sex: string | null
  birthPlace: string
  race: string
  language: string
  description: string
  photoPaperId: string | null
  aliases: { id: string; familyName: string; givenNames: string }[]
  phones: { id: string; number: string; kind: string }[]
  emergencyContacts: { id: string; name: string; relation: string; address: string; phone: string }[]
  address: AddressOnRecord | null
}

/** An address as it stands on record, with the days it held. */
export interface AddressOnRecord {
  line1: string
  line2: string
  city: string
  state: string
  zip: string
  latitude: number | null
  longitude: number | null
  placedBy: string | null
  fromDay: Temporal.PlainDate
  /** The first day it no longer held; null for where the person lives now. */
  untilDay: Temporal.PlainDate | null
}

/** Everything about a person but the sealed numbers and what has ended; null when there is nobody. */
export async function personDetails(tx: RoomTx<'people'>, personId: string): Promise<PersonDetails | null> {
  const row = await tx.selectFrom('people.person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!row) return null
  const aliases = await tx
    .selectFrom('people.v_alias')
    .select(['id', 'family_name as familyName', 'given_names as givenNames'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const phones = await tx
    .selectFrom('people.v_phone')
    .select(['id', 'number', 'kind'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const emergencyContacts = await tx
    .selectFrom('people.v_emergency_contact')
    .select(['id', 'name', 'relation', 'address', 'phone'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const addresses = await addressesOf(tx, personId)
  return {
    id: row.id,
    version: row.version,
    familyName: row.family_name,
    givenNames: row.given_names,
    suffix: row.suffix,
    birthDate: row.birth_date,
    sex: row.sex,
    birthPlace: row.birth_place,
    race: row.race,
    language: row.language,
    description: row.description,
    photoPaperId: row.photo_paper_id,
    aliases,
    phones,
    emergencyContacts,
    address: addresses.find((address) => address.untilDay === null) ?? null,
  }
}

/** Where a person lived, latest first. */
export async function addressesOf(tx: RoomTx<'people'>, personId: string): Promise<AddressOnRecord[]> {
  return tx
    .selectFrom('people.v_address')
    .select(['line1', 'line2', 'city', 'state', 'zip', 'latitude', 'longitude', 'placed_by as placedBy'])
    .select(['from_day as fromDay', 'until_day as untilDay'])
    .where('person_id', '=', personId)
    .orderBy('from_day', 'desc')
    .orderBy(sql`until_day desc nulls first`)
    .execute()
}
