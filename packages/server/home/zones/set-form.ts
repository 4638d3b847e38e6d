import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fieldProblem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { areaSchema, checkArea } from './area.ts'
import { checkBuffer } from './moved-inward.ts'
import { severities } from './zone-form.ts'

/** One zone of a set as it is drawn; without an id it is new. All are exclusion zones. */
export const setZoneForm = z.strictObject({
  id: id.nullable().default(null),
  name: text(100),
  area: areaSchema,
  bufferM: z.int('Give whole meters.').min(-1000).max(5000).default(0),
  severity: z.enum(severities).nullable().default(null),
})

/** A template set as it is drawn and kept: one version, whole. */
export const setForm = z.strictObject({
  name: text(100),
  zones: z.array(setZoneForm).max(1000, 'At most 1,000 zones.'),
  why: text(500),
})

export type SetForm = z.output<typeof setForm>

/** A zone of a set as it is kept, and as the watch reads it. */
export interface SetZone {
  id: string
  name: string
  area: z.output<typeof areaSchema>
  buffer: number
  severity: (typeof severities)[number] | null
}

/**
 * The zones of a form as they are kept. A zone keeps its id from version to version: exceptions name it.
 * @throws Problem `cannot-be` at the zone that is wrong, or that is not of this set
 */
export function zonesToKeep(form: Pick<SetForm, 'zones'>, before: readonly SetZone[]): SetZone[] {
  const known = new Set(before.map((zone) => zone.id))
  const used = new Set<string>()
  return form.zones.map((zone, place) => {
    checkArea(zone.area, `zones.${place}.area`)
    checkBuffer(zone.area, zone.bufferM, `zones.${place}.bufferM`)
    if (zone.id !== null && (!known.has(zone.id) || used.has(zone.id)))
      throw fieldProblem(`zones.${place}.id`, 'This zone is not of this set. Load the page again.')
    const kept = zone.id ?? randomUUID()
    used.add(kept)
    return { id: kept, name: zone.name, area: zone.area, buffer: zone.bufferM, severity: zone.severity }
  })
}
