import {
  day,
  integer,
  list,
  number,
  type ObjectSchema,
  object,
  oneOf,
  orNull,
  text,
  yesNo,
} from '../schema/schema.ts'
import type { FeeCode } from './types.ts'

const days = (description: string) => integer(0, 36_500, description)

const cents = (description: string) => integer(0, 1e12, description)

const codes: readonly FeeCode[] = ['monitoring', 'testing', 'treatment-enrolment']

export const feesSchema: ObjectSchema = object(
  {
    adjustedDays: orNull(
      days('The adjusted sentence in days; null when the fees of intake are not assessed now'),
    ),
    reschedulings: list(
      object({
        id: text(),
        unexcusedDays: days('Days re-scheduled for unexcused absence'),
        excusedDays: days('Days re-scheduled for excused absence'),
      }),
    ),
    application: oneOf(['admitted', 'denied', 'pending'], 'What became of the application'),
    days: days('Days in the program that are assessed now'),
    months: integer(0, 1_200, 'Months under monitoring that are assessed now'),
    costsCents: object(
      Object.fromEntries(codes.map((code) => [code, cents(`What ${code} cost, in cents`)])),
      codes,
    ),
    abilityReviewedOn: orNull(day('Day of the review of ability to pay that is on file')),
    courtOrderedOn: orNull(day('Day on which the court ordered the fee')),
    courtOrderedCents: orNull(cents('How much of the cost the court ordered, in cents; null: all of it')),
  },
  [
    'adjustedDays',
    'reschedulings',
    'application',
    'days',
    'months',
    'costsCents',
    'abilityReviewedOn',
    'courtOrderedOn',
    'courtOrderedCents',
  ],
)

export const feesOnBooksSchema: ObjectSchema = object({
  chargedCents: cents('What is charged, in cents'),
  waivedCents: cents('What an approved waiver took off, in cents'),
  onBooksCents: orNull(cents('What is on the books at release, in cents; null when nobody has looked')),
})

export const fineSchema: ObjectSchema = object({
  fineCents: integer(1, 1e9, 'The fine that the Traffic Court referred, in cents'),
  personChose: orNull(yesNo('Did the person choose service in place of the fine?')),
  hoursWorked: number(0, 100_000, 'Hours worked so far'),
})
