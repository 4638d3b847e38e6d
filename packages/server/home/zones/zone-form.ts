import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { areaSchema, checkArea } from './area.ts'
import { checkBuffer } from './moved-inward.ts'

/** In place of the severity of the kind; `note` is none: a zone that nobody is to act on is no zone. */
export const severities = ['critical', 'high', 'medium', 'low'] as const

/** A zone of a person as it is drawn. Buffers are metres by which the line is moved outward. */
export const zoneForm = z.strictObject({
  name: text(100),
  rule: z.enum(['inclusion', 'exclusion']),
  area: areaSchema,
  bufferM: z.int('Give whole meters.').min(-1000).max(5000).default(0),
  severity: z.enum(severities).nullable().default(null),
  confirmFixes: z.int().min(1).max(60).nullable().default(null),
  confirmSeconds: z.int().min(0).max(3600).nullable().default(null),
  /** The approved place that it is drawn around. */
  placeId: id.nullable().default(null),
  why: text(500),
})

/** A drawing by itself, before anybody says why it is made. */
export const drawnZone = zoneForm.omit({ why: true })

export type ZoneForm = z.output<typeof zoneForm>

/**
 * What only the whole form and the record can tell.
 * @throws Problem `cannot-be` at the field
 */
export async function checkZone(
  db: RoomTx<'home'>,
  form: Pick<ZoneForm, 'area' | 'bufferM' | 'placeId'>,
  enrolmentId: string,
): Promise<void> {
  checkArea(form.area, 'area')
  checkBuffer(form.area, form.bufferM, 'bufferM')
  if (form.placeId === null) return
  const place = await db
    .selectFrom('home.place')
    .where('id', '=', form.placeId)
    .where('enrolment_id', '=', enrolmentId)
    .select('id')
    .executeTakeFirst()
  if (!place) throw fieldProblem('placeId', 'This is not an approved place of this person.')
}

/** The columns of one drawing. */
export const versionColumns = (form: ZoneForm) => ({
  name: form.name,
  rule: form.rule,
  area: JSON.stringify(form.area),
  buffer_m: form.bufferM,
  severity: form.severity,
  confirm_fixes: form.confirmFixes,
  confirm_seconds: form.confirmSeconds,
  place_id: form.placeId,
  why: form.why,
})
