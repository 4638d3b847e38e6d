import {
  day,
  integer,
  list,
  type ObjectSchema,
  object,
  oneOf,
  orNull,
  text,
  yesNo,
} from '../schema/schema.ts'
import type { RungName } from './types.ts'

const rung = (rungs: readonly RungName[]) => oneOf(rungs)

/** The rungs are those of the pack, so that another is refused with the list. */
export const violationSchema = (rungs: readonly RungName[]): ObjectSchema =>
  object(
    {
      kind: oneOf(['rule', 'fees'], 'A rule was broken, or fees were not paid'),
      on: day('Day of the violation'),
      term: orNull(text(500, 'The term of the contract that was broken')),
      imposed: list(rung(rungs), 1000, 'Rungs that were imposed before'),
      arrested: yesNo('Was the person arrested at once?'),
      interview: orNull(
        object({
          heldOn: day('Day of the interview'),
          heldBy: text(),
          ableToPay: orNull(yesNo('Did it find that the person is able to pay now?')),
        }),
      ),
      agreementSigned: orNull(yesNo('Is the written agreement on nonpayment on file?')),
    },
    ['interview', 'agreementSigned'],
  )

export const imposedSchema = (rungs: readonly RungName[]): ObjectSchema =>
  object({
    rung: rung(rungs),
    days: orNull(integer(0, 36_500, 'Days of a flash incarceration')),
    goodTimeDaysLost: integer(0, 36_500, 'Days of good-time credit that are lost'),
  })
