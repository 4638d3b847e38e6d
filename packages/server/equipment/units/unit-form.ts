import { z } from 'zod'
import type { InputOf } from '../../platform/act.ts'
import { day, id, instant, text } from '../../platform/schemas.ts'
import { faultCodes } from '../codes.ts'
import { unitSteps } from './states.ts'

/** A serial number as the maker prints it: no blanks, 64 characters at most. */
export const serial = z
  .string()
  .trim()
  .regex(/^[!-~]{1,64}$/, 'A serial number is letters, digits and signs without a blank, 64 at most.')

/** The number of a unit's SIM card, and whose network it is in. */
const phone = text(40, false).default('')
const carrier = text(80, false).default('')

/** Units of one model that arrived together. */
export const receiveBody = z.strictObject({
  modelId: id,
  acquiredOn: day,
  serials: z
    .array(serial)
    .min(1, 'Give at least one serial number.')
    .max(200, 'At most 200 units at a time.'),
  carrier,
  note: text(500, false).default(''),
})

export type ReceiveUnits = InputOf<typeof receiveBody>

/** What can be changed of a unit. Its model and serial number cannot: they are what it is. */
export const unitForm = z.strictObject({
  phone,
  carrier,
  acquiredOn: day,
  note: text(500, false).default(''),
})

export type UnitForm = InputOf<typeof unitForm>

/** Something that happened to a unit. `at`: null is now. */
export const stepBody = z.strictObject({
  kind: z.enum(unitSteps, 'Choose what happened.'),
  at: instant.nullable().default(null),
  /** What is wrong, of a fault. */
  code: z.enum(faultCodes).nullable().default(null),
  note: text(1000, false).default(''),
})

export type StepTyped = InputOf<typeof stepBody>
