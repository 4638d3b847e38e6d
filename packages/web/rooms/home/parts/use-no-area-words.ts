import { useLingui } from '@lingui/react/macro'
import type { NoArea } from './geojson.ts'

/** Why what stands in a file, or was typed as one, is no area. */
export function useNoAreaWords(): Record<NoArea, string> {
  const { t } = useLingui()
  return {
    'not-json': t`This is no GeoJSON.`,
    'no-area': t`There is no polygon in this GeoJSON, and no point with a radius.`,
    'several-areas': t`There are several areas in this GeoJSON. Give one at a time.`,
    'not-numbers': t`The corners in this GeoJSON are not all numbers.`,
    'off-earth': t`This GeoJSON has a corner that is no place on earth. Longitude is written first, then latitude: see whether they are swapped.`,
  }
}
