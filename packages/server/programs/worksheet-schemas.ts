import { z } from 'zod'
import { cents, day, id, instant } from '../platform/schemas.ts'
import { words } from '../platform/words.ts'

const days = z.int()
const values = z.record(z.string(), z.union([z.string(), z.number()]))
const ofLaw = z.iso.date()

/** Why, with its clause; `own`: our reading, not the source's words. */
export const reasonShown = z.object({
  code: z.string(),
  clause: z.string(),
  own: z.boolean(),
  values,
  text: words,
})

const termStep = z.object({
  kind: z.literal('term'),
  commitment: z.string(),
  docket: z.string(),
  term: z.object({ years: days.optional(), months: days.optional(), days: days.optional() }),
  termDays: days,
  creditDays: days,
  relation: z.enum(['concurrent', 'consecutive']),
  consecutiveTo: z.array(z.string()),
  start: ofLaw,
  end: ofLaw.nullable(),
  days,
  reasons: z.array(reasonShown),
})

const totalStep = z.object({
  kind: z.literal('total'),
  code: z.string(),
  clause: z.string(),
  own: z.boolean(),
  days,
  values,
  text: words,
})

const reading = z.enum(['days-owed', 'calendar'])

/** The law's worksheet as it was stored: every step with its clause (WAP-SENT.4). */
const computed = z.object({
  kind: z.literal('worksheet'),
  steps: z.array(z.discriminatedUnion('kind', [termStep, totalStep])),
  bars: z.array(z.object({ commitment: z.string(), docket: z.string(), start: ofLaw, end: ofLaw })),
  superseded: z.array(z.object({ commitment: z.string(), by: z.string(), on: ofLaw })),
  adjustedDays: days,
  daysServed: days,
  daysLeft: days,
  releaseDate: ofLaw.nullable(),
  reading,
  readings: z.object({ 'days-owed': days, calendar: days }),
  askOfficer: z.boolean(),
  notes: z.array(reasonShown),
  clauses: z.array(z.string()),
  asOf: ofLaw,
})

/** Why there is no answer; `commitment`: the paper to ask about. */
const cannotCompute = z.object({
  kind: z.literal('cannot-compute'),
  because: z.array(
    z.object({
      code: z.string(),
      textCode: z.string(),
      clause: z.string(),
      commitment: z.string().nullable(),
      values,
      text: words,
    }),
  ),
})

export const sentenceResult = z.discriminatedUnion('kind', [computed, cannotCompute])

/** Fees as the law assesses them on the day it is looked at; the money room assesses and keeps them. */
export const feesBeside = z.object({
  lines: z.array(
    z.object({
      code: z.string(),
      name: words,
      clause: z.string(),
      own: z.boolean(),
      unit: z.string(),
      unitCents: cents,
      quantity: z.int(),
      amountCents: cents,
      chargedCents: cents,
      chargeable: z.boolean(),
      reason: z.enum(['charged', 'repealed', 'nothing-to-charge']),
      because: words,
      authority: z.string(),
      resolution: z.string().nullable(),
      statute: z.string(),
      repeal: z
        .object({
          statute: z.string(),
          by: z.string(),
          operative: ofLaw,
          uncollectibleBy: z.string(),
          text: words,
        })
        .nullable(),
    }),
  ),
  printedCents: cents,
  chargedCents: cents,
  basis: z.enum(['law-as-it-stands', 'as-the-source-reads']),
  on: ofLaw,
})

/** A worksheet on record. */
export const worksheetWhole = z.object({
  id,
  number: z.int(),
  cause: z.enum(['asked', 'reading-chosen', 'commitment-joined', 'commitment-changed', 'good-time-lost']),
  computedOn: day,
  computedAt: instant,
  computedByName: z.string().nullable(),
  packVersion: z.string(),
  packHash: z.string(),
  /** The rules have changed since: computing again may give another answer. */
  packIsOlder: z.boolean(),
  reading: z.object({ choice: reading, byName: z.string().nullable(), reason: z.string() }),
  result: sentenceResult,
})

/** Dockets by commitment id, for the papers that steps and reasons name. */
const dockets = z.record(z.string(), z.string())

export const worksheetPage = z.object({
  current: worksheetWhole.nullable(),
  /** Computed on the papers and attendance as they are now; nothing of it is stored. */
  now: sentenceResult,
  /** What is on record is not what the papers say now. */
  stale: z.boolean(),
  fees: feesBeside.nullable(),
  history: z.array(worksheetWhole),
  dockets,
})

export const worksheetPreview = z.object({ result: sentenceResult, fees: feesBeside.nullable(), dockets })
