import { randomUUID } from 'node:crypto'
import type { Work } from '../platform/act.ts'
import type { NewPerson } from './person-schema.ts'
import { keyName, keyPhone } from './write-parts.ts'

type Alias = NewPerson['aliases'][number]
type Phone = NewPerson['phones'][number]
type Contact = NewPerson['emergencyContacts'][number]

export async function addAlias(work: Work<'people'>, personId: string, alias: Alias): Promise<void> {
  const id = randomUUID()
  await work.db
    .insertInto('people.alias')
    .values({
      agency_id: work.ctx.agency.id,
      id,
      person_id: personId,
      family_name: alias.familyName,
      given_names: alias.givenNames,
      added_at: work.ctx.now,
    })
    .execute()
  await keyName(work, personId, id, alias)
}

export async function addPhone(work: Work<'people'>, personId: string, phone: Phone): Promise<void> {
  const id = randomUUID()
  await work.db
    .insertInto('people.phone')
    .values({
      agency_id: work.ctx.agency.id,
      id,
      person_id: personId,
      number: phone.number,
      kind: phone.kind,
      added_at: work.ctx.now,
    })
    .execute()
  await keyPhone(work, personId, id, phone.number)
}

export async function addEmergencyContact(
  work: Work<'people'>,
  personId: string,
  contact: Contact,
): Promise<void> {
  await work.db
    .insertInto('people.emergency_contact')
    .values({
      agency_id: work.ctx.agency.id,
      id: randomUUID(),
      person_id: personId,
      name: contact.name,
      relation: contact.relation,
      address: contact.address,
      phone: contact.phone,
      added_at: work.ctx.now,
    })
    .execute()
}

/** What differs between a list on record and the list as it shall be. */
export interface ListDifference<Row, Item> {
  added: Item[]
  changed: { row: Row; item: Item }[]
  ended: Row[]
}

/**
 * Compares an item with the row it names, else with a row that says the same. What is neither is new; a row that
 * no item stands for has ended.
 */
export function listDifference<Row extends { id: string }, Item extends { id?: string | undefined }>(
  rows: readonly Row[],
  items: readonly Item[],
  same: (row: Row, item: Item) => boolean,
): ListDifference<Row, Item> {
  const left = new Set(rows)
  const take = (row: Row | undefined) => {
    if (row) left.delete(row)
    return row
  }
  const named = items.map((item) => take(rows.find((row) => row.id === item.id)))
  const standing = items.map((item, at) => named[at] ?? take([...left].find((row) => same(row, item))))
  return {
    added: items.filter((_item, at) => !standing[at]),
    changed: items.flatMap((item, at) => {
      const row = standing[at]
      return row && !same(row, item) ? [{ row, item }] : []
    }),
    ended: [...left],
  }
}
