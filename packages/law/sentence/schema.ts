import type { Pack } from '../pack.types.ts'
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
  type Schema,
  text,
} from '../schema/schema.ts'
import type { SentenceEventKind } from './serving.types.ts'

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

const commitment = (more: Readonly<Record<string, Schema>>) =>
  object(
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
      ...more,
    },
    ['startsOn', 'consecutiveTo', ...Object.keys(more)],
  )

const daysServed = orNull(
  integer(0, 36_500, 'Days served before that day; null: every day of the sentence before it'),
)

function eventSchema(kind: SentenceEventKind, pack: Pack): Schema {
  switch (kind) {
    case 'placed':
      return object({
        kind: exactly(kind),
        on: day(),
        jailDaysServed: integer(0, 36_500, 'Days served in jail by then, credit left out'),
      })
    case 'step-down':
      return object({ kind: exactly(kind), on: day() })
    case 'good-time-lost':
      return object({ kind: exactly(kind), on: day(), commitment: text(), days: integer(1, 36_500) })
    case 'returned': {
      const endings = pack.endings.filter((e) => e.restInCustody).map((e) => e.name)
      return object({ kind: exactly(kind), on: day(), ending: oneOf(endings), daysServed })
    }
    case 'withdrawn':
      return object({ kind: exactly(kind), on: day(), daysServed })
  }
}

/**
 * What `computeSentence` takes for a pack. No field can hold good time where the program has none (WAP-GT.1),
 * nor an event that it does not know: any other field is refused.
 */
export function sentenceSchema(pack: Pack): ObjectSchema {
  const { jailFirst, goodTime, events } = pack.sentence
  const offences = jailFirst === null ? [] : [...jailFirst.rules.flatMap((r) => r.offences), 'other']
  const more: Record<string, Schema> = {
    ...(offences.length > 0 ? { offence: orNull(oneOf(offences, 'The offence the sentence is for')) } : {}),
    ...(jailFirst === null ? {} : { suspendedDays: integer(0, 36_500, 'Days that the court suspended') }),
    ...(goodTime ? { goodTimeDays: integer(0, 36_500, 'Good time granted, in days') } : {}),
  }
  const happened = events.map((kind) => eventSchema(kind, pack))
  return object(
    {
      commitments: list(commitment(more), 200),
      daysServed: integer(0, 36_500, 'Days of work credited so far, over all commitments'),
      asOf: day(),
      reading: oneOf(['days-owed', 'calendar']),
      ...(happened.length > 0 ? { events: list(either(...happened), 200) } : {}),
    },
    ['reading', 'events'],
  )
}
