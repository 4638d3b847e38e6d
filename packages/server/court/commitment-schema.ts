import { z } from 'zod'
import { day, id, text } from '../platform/schemas.ts'
import { itemNames } from './checklist.ts'

export const origins = ['in-county', 'out-of-county'] as const
export const paperForms = ['original', 'certified-copy', 'fax', 'photocopy', 'unknown'] as const
export const relations = ['concurrent', 'consecutive', 'unstated'] as const
export const chargeLevels = ['felony', 'misdemeanor', 'infraction', 'unknown'] as const
export const itemStates = ['present', 'absent', 'unknown'] as const

const count = (max: number) =>
  z
    .int('Type a whole number.')
    .min(0, 'Type zero or more.')
    .max(max, `At most ${max.toLocaleString('en-US')}.`)
    .nullable()

/** A charge as the paper states it. */
export const chargeBody = z.strictObject({
  statute: text(100),
  description: text(300, false).default(''),
  level: z.enum(chargeLevels).default('unknown'),
})

/** A commitment as the clerk reads it from the paper; null and '' are what the paper does not say. */
export const commitmentBody = z.strictObject({
  origin: z.enum(origins),
  docket: text(60, false).default(''),
  courtName: text(200, false).default(''),
  county: text(100, false).default(''),
  judgeName: text(200, false).default(''),
  receivedOn: day,
  sentencedOn: day.nullable().default(null),
  form: z.enum(paperForms).default('unknown'),
  /** Whether it modifies an earlier commitment (WAP-P1.2); null: nobody has looked. */
  modification: z.boolean().nullable().default(null),
  jailOrders: z.boolean().nullable().default(null),
  activeFileFound: z.boolean().nullable().default(null),
  modifiesCommitmentId: id.nullable().default(null),
  years: count(99).default(null),
  months: count(1188).default(null),
  days: count(36_500).default(null),
  creditDays: count(36_500).default(null),
  /** Good time granted, in days; only where a program of the office knows it (SCC-2.D, never WAP-GT.1). */
  goodTimeDays: count(36_500).default(null),
  startsOn: day.nullable().default(null),
  relation: z.enum(relations).default('unstated'),
  consecutiveTo: z.array(id).max(50).default([]),
  /** Whether it indicates a violation of law or probation (WAP-ELIG.i). */
  violationIndicated: z.boolean().nullable().default(null),
  conditions: text(4000, false).default(''),
  addressOnPaper: text(300, false).default(''),
  paperId: id.nullable().default(null),
  /** What the clerk saw on the paper, item by item; an item left out is unknown. */
  items: z.partialRecord(z.enum(itemNames), z.enum(itemStates)).default({}),
  charges: z.array(chargeBody).max(100).default([]),
})

/** A commitment as the clerk reads it from the paper. */
export type CommitmentFields = z.output<typeof commitmentBody>
/** A charge as the paper states it. */
export type ChargeFields = z.output<typeof chargeBody>
