import {
  day,
  either,
  exactly,
  integer,
  list,
  type ObjectSchema,
  object,
  oneOf,
  orNull,
  text,
} from '../schema/schema.ts'

const length = object(
  { years: integer(0, 99), months: integer(0, 1188), days: integer(0, 36_500) },
  ['years', 'months', 'days'],
  'The term as the court wrote it; years and months run by the calendar',
)

const arrival = either(
  object({ kind: exactly('booking') }),
  object({
    kind: exactly('received-while-active'),
    on: day(),
    daysServed: integer(0, 36_500, 'Days of work credited by that day'),
  }),
  object({ kind: exactly('modification'), of: text(), on: day() }),
)

const commitment = object(
  {
    id: text(),
    // A docket number that is missing is asked from the court (WAP-SENT.3); it decides nothing here.
    docket: { type: 'string', maxLength: 200 },
    sentencedOn: day(),
    startsOn: orNull(day()),
    length: orNull(length),
    creditDays: integer(-36_500, 36_500, 'Credit for time served, in days, as stated on the commitment'),
    relation: oneOf(['concurrent', 'consecutive', 'unstated']),
    consecutiveTo: list(text(), 200, 'Ids of the commitments it is consecutive to'),
    arrival,
  },
  ['startsOn', 'consecutiveTo'],
)

/** No field can hold good time or work time (WAP-GT.1): any other field is refused. */
export const sentenceSchema: ObjectSchema = object(
  {
    commitments: list(commitment, 200),
    daysServed: integer(0, 36_500, 'Days of work credited so far, over all commitments'),
    asOf: day(),
    reading: oneOf(['days-owed', 'calendar']),
  },
  ['reading'],
)
