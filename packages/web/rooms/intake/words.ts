import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Tone } from '../../parts/status/status.tsx'
import type { ApplicationPage, Appointment, AppointmentPage, PrintKind } from './queries.ts'

type Said<K extends string> = Readonly<Record<K, MessageDescriptor>>

/** How an appointment stands, and what that asks of the reader. */
export const appointmentStates: Readonly<
  Record<Appointment['state'], { words: MessageDescriptor; tone: Tone }>
> = {
  booked: { words: msg`Booked`, tone: 'plain' },
  waiting: { words: msg`Waiting in the lounge`, tone: 'now' },
  'in-interview': { words: msg`In the interview`, tone: 'waiting' },
  kept: { words: msg`Seen`, tone: 'settled' },
  stopped: { words: msg`Interview stopped`, tone: 'over' },
  moved: { words: msg`Moved`, tone: 'over' },
  cancelled: { words: msg`Canceled`, tone: 'over' },
  'no-show': { words: msg`Did not come`, tone: 'over' },
}

export const purposes: Said<Appointment['purpose']> = {
  'booking-interview': msg`Booking interview`,
  're-schedule-interview': msg`Re-schedule interview`,
}

/** What a person is told when the appointment is made (WAP-APPT.1). */
export const toldWords: Said<AppointmentPage['told'][number]['item']> = {
  fees: msg`There are fees`,
  'payment-forms': msg`Fees are paid in cash, by cashier’s check or by money order`,
  diagnosis: msg`With a condition that limits work, a doctor’s diagnosis that explains it must be brought`,
}

/** 1 is Monday, 7 is Sunday. */
export const weekdays: readonly MessageDescriptor[] = [
  msg`Monday`,
  msg`Tuesday`,
  msg`Wednesday`,
  msg`Thursday`,
  msg`Friday`,
  msg`Saturday`,
  msg`Sunday`,
]

export type WorkLimit = NonNullable<ApplicationPage['answers']['workLimits']>[number]

/** What a person cannot do at a work site: limits, not diagnoses. */
export const workLimits: Said<WorkLimit> = {
  'no-lifting': msg`No heavy lifting`,
  'no-standing': msg`No long standing`,
  'no-walking': msg`No long walking`,
  'no-bending': msg`No bending or kneeling`,
  'no-ladders': msg`No ladders or heights`,
  'no-heat': msg`No work in heat or sun`,
  'no-dust': msg`No dust, pollen or fumes`,
  'no-machines': msg`No machines or power tools`,
}

/** The questions of the application (WAP-BOOK.2). */
export const questionWords: Said<ApplicationPage['missing'][number]> = {
  employed: msg`Employed`,
  employer: msg`Present or last place of employment`,
  jobLoss: msg`Whether weekday work would cost the job`,
  daysAvailable: msg`Days on which the person can come`,
  daysAWeek: msg`Days a week the person is willing to work`,
  workLimits: msg`Limits that affect work`,
  diagnosis: msg`Doctor’s diagnosis`,
  transport: msg`How the person gets to a work site`,
  priorHistory: msg`Booked or fingerprinted in this county before`,
}

/** History and prints (WAP-P2), as they are recorded. */
export const printWords: Said<PrintKind> = {
  'history-found': msg`Alpha history found`,
  'history-none': msg`No alpha history`,
  'prints-on-file': msg`Fingerprints are on file`,
  'no-prints-on-file': msg`No fingerprints on file`,
  'thumb-prints': msg`Both thumb prints taken, on the application and its copy`,
  'print-set': msg`Set of prints taken`,
  'coin-on-application': msg`COIN written on the application`,
  'duplicate-given': msg`Duplicate application given to the person, sent to the identification bureau`,
  'noted-on-original': msg`Noted on the original that prints were required`,
  'duplicate-sent': msg`Duplicate application sent to the identification bureau`,
  'returned-printed': msg`Duplicate returned: fingerprinted`,
  'returned-match': msg`Duplicate returned: identity verified`,
  'returned-no-match': msg`Duplicate returned: no match`,
  'no-match-letter': msg`Letter sent: report for fingerprinting`,
  'completion-sent': msg`Booking number sent to the bureau with the completed case`,
  'violation-sent': msg`Duplicate sent back to the bureau with the reason`,
}
