import { z } from 'zod'
import { day, id, text } from '../platform/schemas.ts'
import { phoneDigits } from './phone-number.ts'

export const sexes = ['female', 'male', 'nonbinary', 'unknown'] as const
export const languages = ['en', 'es'] as const
export const phoneKinds = ['mobile', 'home', 'work', 'other'] as const

/** A name as people write it; the family name or the given names may be all there is. */
const name = {
  familyName: text(100, false),
  givenNames: text(100, false),
}

const named = (value: { familyName?: string | undefined; givenNames?: string | undefined }) =>
  value.familyName !== '' || value.givenNames !== ''
const unnamed = { path: ['familyName'], message: 'Type a family name, given names, or both.' }

/** A telephone number as typed; inside, its digits with the country code. */
export const phoneNumber = text(40).transform((typed, issue) => {
  const digits = phoneDigits(typed)
  if (digits !== null) return digits
  issue.addIssue({ code: 'custom', message: 'Type a telephone number of 7 to 15 digits, area code first.' })
  return z.NEVER
})

const alias = z.strictObject({ id: id.optional(), ...name }).refine(named, unnamed)

const phone = z.strictObject({
  id: id.optional(),
  number: phoneNumber,
  kind: z.enum(phoneKinds).default('mobile'),
})

const emergencyContact = z.strictObject({
  id: id.optional(),
  name: text(200),
  relation: text(100, false).default(''),
  address: text(300, false).default(''),
  phone: text(60, false).default(''),
})

const zip = text(10, false).refine(
  (typed) => typed === '' || /^\d{5}(-\d{4})?$/.test(typed),
  'Type a ZIP code of five digits.',
)

/** An address; its place on the map is the centre of the ZIP area unless it is given by hand. */
export const addressBody = z
  .strictObject({
    line1: text(200),
    line2: text(200, false).default(''),
    city: text(100),
    state: text(2).transform((typed) => typed.toUpperCase()),
    zip: zip.default(''),
    place: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullable()
      .default(null),
  })
  .refine((value) => /^([A-Z]{2})?$/.test(value.state), {
    path: ['state'],
    message: 'Type the two letters of the state.',
  })

const lists = {
  aliases: z.array(alias).max(50),
  phones: z.array(phone).max(20),
  emergencyContacts: z.array(emergencyContact).max(20),
}

const particulars = {
  suffix: text(20, false),
  birthDate: day.nullable(),
  sex: z.enum(sexes).nullable(),
  birthPlace: text(200, false),
  race: text(100, false),
  language: z.enum(languages),
  description: text(2000, false),
}

/** A person to be put on record. */
export const newPersonBody = z
  .strictObject({
    ...name,
    suffix: particulars.suffix.default(''),
    birthDate: particulars.birthDate.default(null),
    sex: particulars.sex.default(null),
    birthPlace: particulars.birthPlace.default(''),
    race: particulars.race.default(''),
    language: particulars.language.default('en'),
    description: particulars.description.default(''),
    aliases: lists.aliases.default([]),
    phones: lists.phones.default([]),
    emergencyContacts: lists.emergencyContacts.default([]),
    address: addressBody.nullable().default(null),
  })
  .refine(named, unnamed)

/** What may change of a person. What is left out stays; a list that is given is the whole new list. */
export const personChangeBody = z
  .strictObject({
    familyName: name.familyName,
    givenNames: name.givenNames,
    ...particulars,
    ...lists,
    address: addressBody,
    /** The day of a move; left out, the address is put right as it stands. */
    addressFromDay: day.nullable(),
  })
  .partial()

/** A person to be put on record. */
export type NewPerson = z.output<typeof newPersonBody>
/** What changes of a person. */
export type PersonChange = z.output<typeof personChangeBody>
/** An address as given. */
export type AddressGiven = z.output<typeof addressBody>
