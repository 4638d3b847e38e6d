import type { BookingField, IntakeItemDefinition, IntakeItemName, IntakeWhen } from '../../../intake/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

function item(
  name: IntakeItemName,
  clause: string,
  when: IntakeWhen = 'always',
  reminders: readonly WordingCode[] = [],
): IntakeItemDefinition {
  return { name, clause, own: false, when, textCode: `intake.item.${name}`, reminders }
}

/** WAP-BOOK.5 in its order, with what Procedure 2 adds before, during and after the interview. */
export const intakeItems: readonly IntakeItemDefinition[] = [
  item('alpha-history-checked', 'WAP-P2.0'),
  item('commitment-verified', 'WAP-BOOK.5'),
  item('application-checked', 'WAP-BOOK.5'),
  item('identity-verified', 'WAP-BOOK.5'),
  item('medical-records', 'WAP-BOOK.5'),
  item('booking-photo', 'WAP-BOOK.5'),
  item('thumb-prints', 'WAP-P2.1', 'thumb-prints-not-taken'),
  item('print-set', 'WAP-P2.1', 'thumb-prints-not-taken'),
  item('sent-for-fingerprints', 'WAP-BOOK.5', 'no-prints-on-file'),
  item('orientation', 'WAP-BOOK.5'),
  item('fees-and-receipt', 'WAP-BOOK.5'),
  item('contract', 'WAP-BOOK.5'),
  item('roster-entry', 'WAP-BOOK.5'),
  item('map', 'WAP-BOOK.5'),
  item('rules-signed', 'WAP-BOOK.5'),
  item('rules-copy', 'WAP-BOOK.5'),
  item('rules-reminder', 'WAP-BOOK.5', 'always', [
    'wap.reminder.a',
    'wap.reminder.b',
    'wap.reminder.c',
    'wap.reminder.d',
    'wap.reminder.e',
    'wap.reminder.f',
    'wap.reminder.g',
  ]),
  item('duplicate-given', 'WAP-P2.2', 'no-alpha-history'),
  item('prints-noted-on-original', 'WAP-P2.2', 'no-alpha-history'),
  item('coin-on-application', 'WAP-P2.3', 'alpha-history'),
  item('duplicate-sent-for-verification', 'WAP-P2.3', 'alpha-history'),
]

const field = (name: string, textCode: WordingCode, sealed = false): BookingField => ({
  name,
  clause: 'WAP-BOOK.4',
  textCode,
  sealed,
})

/** WAP-BOOK.4, in its order. */
export const bookingFields: readonly BookingField[] = [
  field('name', 'wap.booking.name'),
  field('aliases', 'wap.booking.aliases'),
  field('address', 'wap.booking.address'),
  field('confinementDate', 'wap.booking.confinementDate'),
  field('confinementDuration', 'wap.booking.confinementDuration'),
  field('courtOrderCopy', 'wap.booking.courtOrderCopy'),
  field('charges', 'wap.booking.charges'),
  field('sex', 'wap.booking.sex'),
  field('age', 'wap.booking.age'),
  field('dateOfBirth', 'wap.booking.dateOfBirth'),
  field('placeOfBirth', 'wap.booking.placeOfBirth'),
  field('raceOrEthnicOrigin', 'wap.booking.raceOrEthnicOrigin'),
  field('employment', 'wap.booking.employment'),
  field('healthAndWorkLimits', 'wap.booking.healthAndWorkLimits'),
  field('emergencyContact', 'wap.booking.emergencyContact'),
  field('driversLicense', 'wap.booking.driversLicense', true),
  field('socialSecurityNumber', 'wap.booking.socialSecurityNumber', true),
  field('specialInformation', 'wap.booking.specialInformation'),
  field('signature', 'wap.booking.signature'),
]
