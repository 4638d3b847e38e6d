import { z } from 'zod'
import type { InputOf } from '../../platform/act.ts'
import { id, instant, text } from '../../platform/schemas.ts'
import { chosenRemovalCodes, levels } from '../codes.ts'

/** `at`: null is now. */
const at = instant.nullable().default(null)

/** A unit put on a person (EMP-4.2i). */
export const fitBody = z.strictObject({
  enrolmentId: id,
  level: z.enum(levels, 'Choose how it reports.'),
  at,
  note: text(1000, false).default(''),
})

/** Where a unit goes that was taken off. */
export const afterwards = ['in-stock', 'to-repair', 'retired'] as const

/** A unit taken off. */
export const removeBody = z.strictObject({
  at,
  code: z.enum(chosenRemovalCodes, 'Choose why it was taken off.'),
  note: text(1000, false).default(''),
  goesTo: z.enum(afterwards).default('in-stock'),
})

export type FitTyped = InputOf<typeof fitBody>
export type RemoveTyped = InputOf<typeof removeBody>
