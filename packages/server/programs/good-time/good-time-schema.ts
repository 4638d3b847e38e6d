import { z } from 'zod'
import { day, id, instant } from '../../platform/schemas.ts'
import { returnReasons } from '../return-reasons.ts'

/** Days of good time that are lost, as they are entered: zero or more of a commitment. */
export const lossEntered = z.strictObject({
  commitmentId: id,
  days: z.int('Type a whole number.').min(0, 'Type zero or more.').max(36_500, 'At most 36,500.'),
})

/** The good time of a case: what stands, what was decided, and what may be decided now. Days. */
export const goodTimeShown = z.object({
  commitments: z.array(
    z.object({ commitmentId: id, docket: z.string(), standingDays: z.int(), lostDays: z.int() }),
  ),
  /** The reasons of a return with which good time may be lost; none for who was never at home. */
  reasons: z.array(z.enum(returnReasons)),
  /** The return that more may be lost for now; null where nothing can be. */
  lossFor: day.nullable(),
  /** The latest first; `stands`: no later one is in its place. */
  decisions: z.array(
    z.object({
      id,
      commitmentId: id,
      docket: z.string(),
      days: z.int(),
      returnedOn: day,
      onDay: day,
      insteadOf: id.nullable(),
      reason: z.string(),
      clause: z.string(),
      decidedAt: instant,
      byName: z.string().nullable(),
      stands: z.boolean(),
      /** Its paper; null where the paper of the return names it. */
      documentId: id.nullable(),
    }),
  ),
})

export type GoodTimeShown = z.output<typeof goodTimeShown>
