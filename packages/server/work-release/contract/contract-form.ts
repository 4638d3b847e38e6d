import { z } from 'zod'
import type { InputOf } from '../../platform/act.ts'
import { day, id, text } from '../../platform/schemas.ts'

/** A contract as it is made: the days still to come, all of them. */
export const contractForm = z.strictObject({
  /** Of the contract the page showed; 0 when there was none. */
  version: z.int().min(0).max(100_000),
  days: z.array(z.strictObject({ day, siteId: id })).max(1100, 'A contract has at most 1100 days to come.'),
  /** Why the officer departs from what was proposed, or changes a contract that stands. */
  reason: text(1000, false).default(''),
})

/** A contract as typed, after parsing. */
export type ContractForm = InputOf<typeof contractForm>
