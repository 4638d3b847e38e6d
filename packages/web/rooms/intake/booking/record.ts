import { msg } from '@lingui/core/macro'
import { area, day, text, type ValuesOf } from '../../../parts/form/index.ts'
import {
  addressFields,
  addressOf,
  furtherFields,
  identityFields,
  type PersonRecord,
  personOf,
} from '../../people/parts/person-fields.ts'
import type { BookingPage } from '../queries.ts'
import { withIds } from './with-ids.ts'

/** The booking record (WAP-BOOK.4): the person's own, and what is kept with the booking. */
export const fields = {
  ...identityFields,
  ...addressFields,
  addressFromDay: day({
    label: msg`Lives there since`,
    hint: msg`Left empty, the address on record is put right.`,
    latest: 'today',
  }),
  ...furtherFields,
  employment: text({ label: msg`Present or last place of employment`, most: 300 }),
  healthNeeds: area({
    label: msg`Health: current medical or mental health needs`,
    hint: msg`Limits of work stand in the application.`,
    most: 2000,
    lines: 2,
  }),
  specialNeeds: area({
    label: msg`Special custody requirements, service needs`,
    most: 2000,
    lines: 2,
  }),
  signedOn: day({ label: msg`Signed by the person on`, latest: 'today', years: 'near' }),
}

type Values = ValuesOf<typeof fields>

/** What is on record, as the form shows it. */
export function recordOf(page: BookingPage, person: PersonRecord) {
  const { address, version: personVersion, ...own } = person
  const { record, application } = page
  return {
    ...own,
    ...linesOf(address),
    addressFromDay: null,
    // Written down once: what the application says stands here until somebody says otherwise.
    employment: record?.employment ?? application?.employer ?? '',
    healthNeeds: record?.healthNeeds ?? '',
    specialNeeds: record?.specialNeeds ?? '',
    signedOn: record?.signedOn ?? null,
    personVersion,
    ...(record ? { version: record.version } : {}),
  }
}

function linesOf(address: Partial<Record<keyof typeof addressFields, string>> | null) {
  return {
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    zip: address?.zip ?? '',
  }
}

/** What somebody else wrote meanwhile, in the fields of the form: of the booking, or of the person. */
export function recordInForm(current: Record<string, unknown>): Record<string, unknown> {
  if (!('address' in current)) return current
  return { ...current, ...linesOf(current.address as Parameters<typeof linesOf>[0]) }
}

/** The form as the office takes it: one act for the person and the booking. */
export function bodyOf(values: Values, person: PersonRecord) {
  const {
    line1,
    line2,
    city,
    state,
    zip,
    addressFromDay,
    employment,
    healthNeeds,
    specialNeeds,
    signedOn,
    ...own
  } = values
  const address = addressOf({ line1, line2, city, state, zip })
  const { aliases, phones, emergencyContacts, ...rest } = personOf(own)
  return {
    ...rest,
    aliases: withIds(aliases, person.aliases),
    phones: withIds(phones, person.phones),
    emergencyContacts: withIds(emergencyContacts, person.emergencyContacts),
    ...(address ? { address, addressFromDay } : {}),
    employment,
    healthNeeds,
    specialNeeds,
    signedOn,
  }
}
