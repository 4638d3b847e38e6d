import type { BookingField } from '@inlieu/law'

/** What of the booking record (WAP-BOOK.4) is there. */
export interface BookingContents {
  hasName: boolean
  hasAddress: boolean
  hasConfinementDate: boolean
  hasConfinementDuration: boolean
  hasCourtOrderCopy: boolean
  hasCharges: boolean
  hasSex: boolean
  hasBirthDate: boolean
  hasBirthPlace: boolean
  hasRace: boolean
  hasEmployment: boolean
  hasHealthAndLimits: boolean
  hasEmergencyContact: boolean
  hasDriversLicense: boolean
  hasSocialSecurityNumber: boolean
  isSigned: boolean
}

/** Fields that may rightly be empty: not everybody has another name, or a mark. */
const mayBeEmpty = ['aliases', 'specialInformation']

/** The fields of the law's list that are not on record, in its order. */
export function bookingGaps(fields: readonly BookingField[], contents: BookingContents): BookingField[] {
  return fields.filter((field) => !mayBeEmpty.includes(field.name) && !isThere(field.name, contents))
}

/** @throws Error for a field that the law lists and nobody has placed here */
function isThere(name: string, contents: BookingContents): boolean {
  switch (name) {
    case 'name':
      return contents.hasName
    case 'address':
      return contents.hasAddress
    case 'confinementDate':
      return contents.hasConfinementDate
    case 'confinementDuration':
      return contents.hasConfinementDuration
    case 'courtOrderCopy':
      return contents.hasCourtOrderCopy
    case 'charges':
      return contents.hasCharges
    case 'sex':
      return contents.hasSex
    // The age follows from the date of birth.
    case 'age':
    case 'dateOfBirth':
      return contents.hasBirthDate
    case 'placeOfBirth':
      return contents.hasBirthPlace
    case 'raceOrEthnicOrigin':
      return contents.hasRace
    case 'employment':
      return contents.hasEmployment
    case 'healthAndWorkLimits':
      return contents.hasHealthAndLimits
    case 'emergencyContact':
      return contents.hasEmergencyContact
    case 'driversLicense':
      return contents.hasDriversLicense
    case 'socialSecurityNumber':
      return contents.hasSocialSecurityNumber
    case 'signature':
      return contents.isSigned
    default:
      throw new Error(`The booking record has no place for ${name}.`)
  }
}
