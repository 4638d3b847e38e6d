import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'
import { area, choice, day, phone, rows, select, text, type ValuesOf } from '../../../parts/form/index.ts'

/** A person as the office answers. */
export type PersonRecord =
  paths['/api/people/{personId}']['get']['responses']['200']['content']['application/json']
/** A person as the office takes a new one. */
export type NewPersonBody = NonNullable<
  paths['/api/people']['post']['requestBody']
>['content']['application/json']

/** Who somebody is: the fields that every form about a person begins with. */
export const identityFields = {
  familyName: text({ label: msg`Family name`, most: 100 }),
  givenNames: text({ label: msg`Given names`, most: 100 }),
  suffix: text({ label: msg`Suffix`, most: 20, width: 'short' }),
  birthDate: day({ label: msg`Date of birth`, years: 'past', latest: 'today' }),
  sex: select({
    label: msg`Sex`,
    options: [
      { value: 'female', label: msg`Female` },
      { value: 'male', label: msg`Male` },
      { value: 'nonbinary', label: msg`Nonbinary` },
      { value: 'unknown', label: msg`Unknown` },
    ],
  }),
  language: choice({
    label: msg`Language of letters`,
    required: true,
    options: [
      { value: 'en', label: msg`English` },
      { value: 'es', label: msg`Spanish` },
    ],
  }),
}

/** Where somebody lives. */
export const addressFields = {
  line1: text({ label: msg`Street address`, most: 200 }),
  line2: text({ label: msg`Apartment, unit`, most: 200 }),
  zip: text({
    label: msg`ZIP code`,
    most: 10,
    width: 'short',
    inputMode: 'numeric',
    hint: msg`Fills in the city.`,
  }),
  city: text({ label: msg`City`, most: 100 }),
  state: text({ label: msg`State`, most: 2, width: 'short' }),
}

const phoneKinds = [
  { value: 'mobile', label: msg`Mobile` },
  { value: 'home', label: msg({ message: 'Home', context: 'telephone' }) },
  { value: 'work', label: msg`Work` },
  { value: 'other', label: msg`Other` },
] as const

/** Everything else the booking record asks about a person (WAP-BOOK.4). */
export const furtherFields = {
  birthPlace: text({ label: msg`Place of birth`, most: 200 }),
  race: text({ label: msg`Race or ethnic origin`, most: 100 }),
  description: area({
    label: msg`Marks and other identifying information`,
    hint: msg`Such as a birthmark or tattoos.`,
    most: 2000,
  }),
  aliases: rows({
    label: msg`Also known as`,
    add: msg`Add a name`,
    row: msg`Name`,
    of: {
      familyName: text({ label: msg`Family name`, most: 100 }),
      givenNames: text({ label: msg`Given names`, most: 100 }),
    },
  }),
  phones: rows({
    label: msg`Telephones`,
    add: msg`Add a telephone`,
    row: msg`Telephone`,
    of: {
      number: phone({ label: msg`Telephone number`, required: true }),
      kind: select({ label: msg`Kind`, options: phoneKinds }),
    },
  }),
  emergencyContacts: rows({
    label: msg`In an emergency`,
    add: msg`Add somebody to call`,
    row: msg`Contact`,
    of: {
      name: text({ label: msg`Name`, required: true, most: 200 }),
      relation: text({ label: msg`Relation`, most: 100 }),
      phone: text({ label: msg`Telephone`, most: 60, inputMode: 'tel' }),
      address: text({ label: msg`Address`, most: 300 }),
    },
  }),
}

const allFields = { ...identityFields, ...addressFields, ...furtherFields }

/** The address of a form as the office takes it; null when none of it was typed. */
export function addressOf(
  values: ValuesOf<typeof addressFields>,
): NonNullable<NewPersonBody['address']> | null {
  const { line1, line2, city, state, zip } = values
  return line1 === '' && line2 === '' && city === '' && zip === '' ? null : { line1, line2, city, state, zip }
}

type Personal = Omit<ValuesOf<typeof allFields>, keyof typeof addressFields>

/** What a form says of a person, but for the address, as the office takes it. */
export function personOf(values: Personal) {
  return {
    familyName: values.familyName,
    givenNames: values.givenNames,
    suffix: values.suffix,
    birthDate: values.birthDate,
    sex: values.sex,
    language: values.language,
    birthPlace: values.birthPlace,
    race: values.race,
    description: values.description,
    aliases: values.aliases,
    emergencyContacts: values.emergencyContacts,
    phones: values.phones.map(({ number, kind }) => ({ number, kind: kind ?? ('mobile' as const) })),
  }
}

const addressNames: readonly string[] = Object.keys(addressFields)

/**
 * The name in a form of a field that the office names: `address.zip` is `zip`, `newPerson.familyName` is
 * `familyName`. A place by hand has two fields of its own.
 */
export function placeInForm(path: string): string {
  const own = path.replace(/^newPerson\./, '')
  const place = /^address\.place\.(latitude|longitude)$/.exec(own)
  if (place) return place[1]!
  const inAddress = /^address\.(\w+)$/.exec(own)?.[1]
  if (own === 'address') return 'line1'
  return inAddress !== undefined && addressNames.includes(inAddress) ? inAddress : own
}
