import { z } from 'zod'
import type { InputOf } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { text } from '../../platform/schemas.ts'

/** What a place is to the person: the home, or where an absence leads (EMP-1.2). */
export const placeKinds = [
  'home',
  'work',
  'school',
  'family',
  'treatment',
  'service',
  'medical',
  'court',
  'other',
] as const

/** What is typed of a place. */
export const placeForm = z.strictObject({
  kind: z.enum(placeKinds, 'Choose what the place is.'),
  name: text(120),
  address: text(300),
  /** Degrees WGS 84, both or neither. */
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  note: text(1000, false).default(''),
})

export type PlaceForm = InputOf<typeof placeForm>

/** @throws Problem `cannot-be` for half a position */
export function checkPlace({ lat, lon }: PlaceForm): void {
  if ((lat === null) !== (lon === null))
    throw fieldProblem(lat === null ? 'lat' : 'lon', 'Give both latitude and longitude, or neither.')
}
