import type { Work } from '../platform/act.ts'
import type { PersonDetails } from './person-details.ts'
import type { NewPerson } from './person-schema.ts'
import { addAlias, addEmergencyContact, addPhone, listDifference } from './write-lists.ts'
import { keyName, keyPhone } from './write-parts.ts'

type Aliases = NewPerson['aliases']
type Phones = NewPerson['phones']
type Contacts = NewPerson['emergencyContacts']

/** Makes the names a person also goes by those given. @returns whether anything changed */
export async function changeAliases(
  work: Work<'people'>,
  before: PersonDetails,
  aliases: Aliases,
): Promise<boolean> {
  const { ctx, db } = work
  const { added, changed, ended } = listDifference(
    before.aliases,
    aliases,
    (row, item) => row.familyName === item.familyName && row.givenNames === item.givenNames,
  )
  for (const alias of added) await addAlias(work, before.id, alias)
  for (const { row, item } of changed) {
    await db
      .updateTable('people.alias')
      .set({ family_name: item.familyName, given_names: item.givenNames })
      .where('id', '=', row.id)
      .execute()
    await keyName(work, before.id, row.id, item)
  }
  for (const row of ended) {
    await db.updateTable('people.alias').set({ ended_at: ctx.now }).where('id', '=', row.id).execute()
    await keyName(work, before.id, row.id, null)
  }
  return added.length + changed.length + ended.length > 0
}

/** Makes a person's telephone numbers those given. @returns whether anything changed */
export async function changePhones(
  work: Work<'people'>,
  before: PersonDetails,
  phones: Phones,
): Promise<boolean> {
  const { ctx, db } = work
  const { added, changed, ended } = listDifference(
    before.phones,
    phones,
    (row, item) => row.number === item.number && row.kind === item.kind,
  )
  for (const phone of added) await addPhone(work, before.id, phone)
  for (const { row, item } of changed) {
    await db
      .updateTable('people.phone')
      .set({ number: item.number, kind: item.kind })
      .where('id', '=', row.id)
      .execute()
    await keyPhone(work, before.id, row.id, item.number)
  }
  for (const row of ended) {
    await db.updateTable('people.phone').set({ ended_at: ctx.now }).where('id', '=', row.id).execute()
    await keyPhone(work, before.id, row.id, null)
  }
  return added.length + changed.length + ended.length > 0
}

/** Makes the people to call in an emergency those given. @returns whether anything changed */
export async function changeEmergencyContacts(
  work: Work<'people'>,
  before: PersonDetails,
  contacts: Contacts,
): Promise<boolean> {
  const { ctx, db } = work
  const { added, changed, ended } = listDifference(
    before.emergencyContacts,
    contacts,
    (row, item) =>
      row.name === item.name &&
      row.relation === item.relation &&
      row.address === item.address &&
      row.phone === item.phone,
  )
  for (const contact of added) await addEmergencyContact(work, before.id, contact)
  for (const { row, item } of changed) {
    await db
      .updateTable('people.emergency_contact')
      .set({ name: item.name, relation: item.relation, address: item.address, phone: item.phone })
      .where('id', '=', row.id)
      .execute()
  }
  for (const row of ended) {
    await db
      .updateTable('people.emergency_contact')
      .set({ ended_at: ctx.now })
      .where('id', '=', row.id)
      .execute()
  }
  return added.length + changed.length + ended.length > 0
}
