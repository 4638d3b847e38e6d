import { verb, type Work } from '../platform/act.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import { fieldProblem, notFound } from '../platform/problem.ts'
import { addressStep } from './address.ts'
import { changeAliases, changeEmergencyContacts, changePhones } from './change-lists.ts'
import { type PersonDetails, personDetails } from './person-details.ts'
import type { PersonChange } from './person-schema.ts'
import { setAddress } from './set-address.ts'
import { keyName } from './write-parts.ts'

/** A change of a person. What `change` leaves out stays as it is. */
export interface ChangePersonInput {
  personId: string
  /** The version that the page showed. */
  version: number
  change: PersonChange
}

/**
 * Changes what is known of a person, as one act. The version counts changes of anything about the person, so
 * that two clerks on one person see each other.
 * @throws Problem `conflict` when somebody changed the person since; `not-found`
 */
export const changePerson = verb(
  'people.change-person',
  async (work: Work<'people'>, input: ChangePersonInput): Promise<{ version: number }> => {
    const before = await holdPerson(work, input.personId, input.version)
    const { change } = input
    const changed = [
      await changeRow(work, before, change),
      change.aliases ? await changeAliases(work, before, change.aliases) : false,
      change.phones ? await changePhones(work, before, change.phones) : false,
      change.emergencyContacts
        ? await changeEmergencyContacts(work, before, change.emergencyContacts)
        : false,
      change.address ? await changeAddress(work, before, change) : false,
    ]
    if (!changed.includes(true)) return { version: before.version }
    return { version: await countChange(work, before) }
  },
)

/**
 * Holds a person until the transaction ends and tells what is known of them.
 * @throws Problem `not-found`; `conflict` when the version is not the one named
 */
export async function holdPerson(
  work: Work<'people'>,
  personId: string,
  version: number,
): Promise<PersonDetails> {
  const held = await work.db
    .selectFrom('people.person')
    .select('version')
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const details = held && (await personDetails(work.db, personId))
  if (!details) throw notFound('person')
  if (details.version === version) return details
  const { id: rowId, ...current } = details
  throw await changedMeanwhile(work, {
    room: 'people',
    record: 'person',
    rowId,
    name: 'this person',
    current,
  })
}

/** Counts a change and says so. @returns the version from now on */
export async function countChange(work: Work<'people'>, before: PersonDetails): Promise<number> {
  const version = before.version + 1
  await work.db.updateTable('people.person').set({ version }).where('id', '=', before.id).execute()
  await work.emit('people.person-changed', { person: before.id })
  return version
}

const columnOf = {
  familyName: 'family_name',
  givenNames: 'given_names',
  suffix: 'suffix',
  birthDate: 'birth_date',
  sex: 'sex',
  birthPlace: 'birth_place',
  race: 'race',
  language: 'language',
  description: 'description',
} as const

type Field = keyof typeof columnOf

async function changeRow(
  work: Work<'people'>,
  before: PersonDetails,
  change: PersonChange,
): Promise<boolean> {
  const fields = (Object.keys(columnOf) as Field[]).filter(
    (field) => change[field] !== undefined && String(change[field]) !== String(before[field]),
  )
  if (fields.length === 0) return false
  const name = {
    familyName: change.familyName ?? before.familyName,
    givenNames: change.givenNames ?? before.givenNames,
  }
  if (name.familyName === '' && name.givenNames === '') {
    throw fieldProblem('familyName', 'Type a family name, given names, or both.')
  }
  await work.db
    .updateTable('people.person')
    .set(Object.fromEntries(fields.map((field) => [columnOf[field], change[field]])))
    .where('id', '=', before.id)
    .execute()
  if (fields.includes('familyName') || fields.includes('givenNames')) {
    await keyName(work, before.id, before.id, name)
  }
  return true
}

async function changeAddress(
  work: Work<'people'>,
  before: PersonDetails,
  change: PersonChange,
): Promise<boolean> {
  const current = before.address && {
    ...before.address,
    placed_by: before.address.placedBy as 'zip' | 'hand' | null,
    from_day: before.address.fromDay,
  }
  const step = addressStep(
    current ?? undefined,
    change.address!,
    change.addressFromDay ?? null,
    work.ctx.today,
  )
  await setAddress(work, before.id, step)
  return step.kind !== 'none'
}
