import type { Parameters } from '../parameters.ts'
import type { FixEvidence } from '../types.ts'
import { accuracyOf, type FitFix } from './fitness.ts'

/** A fix as it stands in the evidence, with its distance to the line, to the centimetre. */
export function evidenceOf(fix: FitFix, parameters: Parameters, distance?: number): FixEvidence {
  return {
    key: fix.key,
    at: fix.at,
    lat: fix.lat,
    lon: fix.lon,
    accuracy: accuracyOf(fix, parameters),
    ...(fix.accuracy !== undefined && fix.accuracy > 0 ? {} : { accuracyAssumed: true as const }),
    ...(distance === undefined ? {} : { distance: Math.round(distance * 100) / 100 }),
  }
}
