import type { Pack } from '../pack.types.ts'
import { overridesSchema } from '../parameters.ts'
import { day, integer, list, type ObjectSchema, object, oneOf, orNull, text } from '../schema/schema.ts'

const authorization = object({
  resolution: text(),
  votedOn: day(),
  votesInFavor: integer(0, 100),
  fullMembership: integer(1, 100, 'All seats of the board, vacant ones included'),
  publicHearingOn: orNull(day('Day of the public hearing; null: none on record')),
  necessityFoundOn: orNull(day('Day on which the board found the program necessary')),
  until: orNull(day('First day on which it no longer holds')),
})

const inBothLanguages = object({ en: text(500), es: text(500) })

/** The steps are those of the pack. */
export const countySchema = (pack: Pack): ObjectSchema =>
  object({
    county: text(),
    authorization: orNull(authorization),
    criteria: list(
      object({
        citation: text(),
        kind: oneOf(['bar', 'require', 'factor']),
        step: oneOf(pack.steps),
        fact: text(60),
        question: inBothLanguages,
        words: inBothLanguages,
        metBy: oneOf(['yes', 'no'], 'The answer with which it applies, or with which a requirement holds'),
        from: day(),
        until: orNull(day()),
      }),
      200,
    ),
    parameters: overridesSchema,
  })
