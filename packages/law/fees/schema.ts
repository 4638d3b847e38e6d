import { integer, list, type ObjectSchema, object, orNull, text } from '../schema/schema.ts'

const days = (description: string) => integer(0, 36_500, description)

export const feesSchema: ObjectSchema = object({
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
})

const cents = (description: string) => integer(0, 1e12, description)

export const feesOnBooksSchema: ObjectSchema = object({
  chargedCents: cents('What is charged, in cents'),
  waivedCents: cents('What an approved waiver took off, in cents'),
  onBooksCents: orNull(cents('What is on the books at release, in cents; null when nobody has looked')),
})
