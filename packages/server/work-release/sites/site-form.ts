import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { InputOf } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { day, text } from '../../platform/schemas.ts'
import { workLimits } from './limits.ts'
import { placeOf } from './place-of.ts'

/** Organisations a work site may belong to (WAP-SITE.1). */
export const siteKinds = ['county', 'state', 'city', 'non-profit'] as const

/** What is typed of a work site. */
export const siteForm = z.strictObject({
  name: text(120),
  organization: text(160),
  kind: z.enum(siteKinds, 'Choose county, state, city or non-profit.'),
  line1: text(160),
  line2: text(160, false).default(''),
  city: text(100),
  state: z.string().regex(/^[A-Z]{2}$/, 'Give the two letters of the state, as CA.'),
  zip: z
    .string()
    .trim()
    .regex(/^(\d{5}(-\d{4})?)?$/, 'Give five digits, or nine as 94553-1229.')
    .default(''),
  /** Set by hand, both or none; null: the centre of the ZIP area. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  /** The signed contract (WAP-SITE.1); without its days nobody can be sent there. */
  contractReference: text(80, false).default(''),
  contractSignedOn: day.nullable(),
  contractFrom: day.nullable(),
  /** Last day under contract; null: open. */
  contractLastDay: day.nullable(),
  tasks: text(2000),
  demands: text(2000, false).default(''),
  cannotTake: z.array(z.enum(workLimits)).max(50),
  meetingPoint: text(500),
  directions: text(2000, false).default(''),
  reportAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as 07:30.'),
  /** Length of the work day in minutes: 8 to 10 hours. */
  dayMinutes: z
    .int()
    .min(480, 'A work day has 8 to 10 hours (WAP-SITE.1).')
    .max(600, 'A work day has 8 to 10 hours (WAP-SITE.1).'),
  supervisorName: text(120),
  supervisorPhone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+()\d\s.-]*(?:(?:ext\.?|x)\s*\d{1,6})?$/i, 'Give a phone number.')
    .refine(
      (typed) => (typed.match(/\d/g) ?? []).length >= 7,
      'Give a phone number with seven digits or more.',
    ),
  /** Languages spoken at the site, as `en`, `es`. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'Give languages as en, es.'))
    .min(1)
    .max(20),
})

/** A work site as typed, after parsing. */
export type SiteForm = InputOf<typeof siteForm>

/** The columns of a site as typed. */
export function siteColumns(form: SiteForm) {
  const { latitude, longitude } = form
  const byHand = latitude !== null && longitude !== null ? { latitude, longitude } : null
  const placed = placeOf(form.zip, byHand)
  return {
    name: form.name,
    organization: form.organization,
    kind: form.kind,
    line1: form.line1,
    line2: form.line2,
    city: form.city,
    state: form.state,
    zip: form.zip,
    latitude: placed?.latitude ?? null,
    longitude: placed?.longitude ?? null,
    placed_by: placed?.placedBy ?? null,
    contract_reference: form.contractReference,
    contract_signed_on: form.contractSignedOn,
    contract_from: form.contractFrom,
    // Kept half-open: the day after the last.
    contract_until: form.contractLastDay?.add({ days: 1 }) ?? null,
    tasks: form.tasks,
    demands: form.demands,
    cannot_take: [...new Set(form.cannotTake)],
    meeting_point: form.meetingPoint,
    directions: form.directions,
    report_at: form.reportAt,
    day_minutes: form.dayMinutes,
    supervisor_name: form.supervisorName,
    supervisor_phone: form.supervisorPhone,
    languages: [...new Set(form.languages)],
  }
}

/**
 * Refuses what only several fields together can tell: half a place, a contract that contradicts itself.
 * @throws Problem `cannot-be` at the field
 */
export function checkSite(form: SiteForm, ctx: Context): void {
  if ((form.latitude === null) !== (form.longitude === null))
    throw fieldProblem(
      form.latitude === null ? 'latitude' : 'longitude',
      'Give both latitude and longitude, or neither.',
    )
  const { contractSignedOn: signed, contractFrom: from, contractLastDay: last } = form
  if ((signed === null) !== (from === null))
    throw fieldProblem(
      signed === null ? 'contractSignedOn' : 'contractFrom',
      'A contract has the day it was signed and the day it begins. Give both, or neither.',
    )
  if (signed && Temporal.PlainDate.compare(signed, ctx.today) > 0)
    throw fieldProblem('contractSignedOn', 'The contract cannot have been signed on a day that has not come.')
  if (last && !from) throw fieldProblem('contractFrom', 'Give the day on which the contract begins.')
  if (last && from && Temporal.PlainDate.compare(last, from) < 0)
    throw fieldProblem('contractLastDay', 'The last day is before the first.')
}
