import { z } from 'zod'
import { day, id } from '../platform/schemas.ts'

/** Somebody on record who may be the same person, and why. */
export const candidateView = z.object({
  personId: id,
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  birthDate: day.nullable(),
  city: z.string(),
  because: z.array(z.enum(['same-number', 'same-sound-and-birth-date', 'same-name'])),
})

/** Nothing was written: somebody on record may be the same person. */
export const likelyDuplicatesView = z.object({
  kind: z.literal('likely-duplicates'),
  candidates: z.array(candidateView),
})

const addressView = z.object({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  placedBy: z.enum(['zip', 'hand']).nullable(),
  fromDay: day,
  untilDay: day.nullable(),
})

/** Everything the page of a person's details shows. */
export const personView = z.object({
  id,
  version: z.int(),
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  birthDate: day.nullable(),
  sex: z.enum(['female', 'male', 'nonbinary', 'unknown']).nullable(),
  birthPlace: z.string(),
  race: z.string(),
  language: z.enum(['en', 'es']),
  description: z.string(),
  photoPaperId: id.nullable(),
  aliases: z.array(z.object({ id, familyName: z.string(), givenNames: z.string() })),
  phones: z.array(z.object({ id, number: z.string(), kind: z.enum(['mobile', 'home', 'work', 'other']) })),
  emergencyContacts: z.array(
    z.object({ id, name: z.string(), relation: z.string(), address: z.string(), phone: z.string() }),
  ),
  address: addressView.nullable(),
  earlierAddresses: z.array(addressView),
  identifiers: z.array(
    z.object({
      id,
      kind: z.enum(['social-security', 'drivers-license', 'coin']),
      issuer: z.string(),
      ending: z.string(),
    }),
  ),
})

/** Somebody found by a search, and how. */
export const foundView = z.object({
  personId: id,
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  birthDate: day.nullable(),
  city: z.string(),
  photoPaperId: id.nullable(),
  aliases: z.array(z.string()),
  by: z.enum(['name', 'part', 'sound', 'number']),
})
