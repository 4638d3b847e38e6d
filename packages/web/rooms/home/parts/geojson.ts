import type { Area } from './words.ts'

type Corner = [number, number]

/** What was found in a file: an area, with its name where it has one, or why it cannot be used. */
export type ReadGeoJson = { ok: true; area: Area; name: string } | { ok: false; why: NoArea }
export type NoArea = 'not-json' | 'no-area' | 'several-areas' | 'not-numbers' | 'off-earth'

/**
 * Reads an area from GeoJSON: a polygon or several, bare, as a feature, or as the one area of a collection. A point
 * with a `radius` in metres is a circle. Whether the area can be used, the office says; numbers that are no place on
 * earth are told here, since mostly they are swapped.
 */
export function readGeoJson(text: string): ReadGeoJson {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { ok: false, why: 'not-json' }
  }
  const found = featuresOf(given).filter(({ geometry, radius }) =>
    geometry.type === 'Point' ? radius !== null : areas.includes(String(geometry.type)),
  )
  const [first] = found
  if (!first) return { ok: false, why: 'no-area' }
  if (found.length > 1) return { ok: false, why: 'several-areas' }
  const area = areaOf(first)
  if (!area) return { ok: false, why: 'not-numbers' }
  return isOnEarth(area) ? { ok: true, area, name: first.name } : { ok: false, why: 'off-earth' }
}

const areas = ['Polygon', 'MultiPolygon']

interface Feature {
  geometry: { type?: unknown; coordinates?: unknown }
  radius: number | null
  name: string
}

function featuresOf(given: unknown): Feature[] {
  if (typeof given !== 'object' || given === null) return []
  const { type, features, geometry, properties } = given as Record<string, unknown>
  if (type === 'FeatureCollection') return Array.isArray(features) ? features.flatMap(featuresOf) : []
  if (type !== 'Feature') return [{ geometry: given, radius: null, name: '' }]
  if (typeof geometry !== 'object' || geometry === null) return []
  const told = (typeof properties === 'object' && properties !== null ? properties : {}) as Record<
    string,
    unknown
  >
  return [
    {
      geometry,
      radius: typeof told.radius === 'number' ? told.radius : null,
      name: typeof told.name === 'string' ? told.name : '',
    },
  ]
}

function areaOf({ geometry: { type, coordinates }, radius }: Feature): Area | null {
  if (type === 'Point') {
    const center = cornerOf(coordinates)
    return center && radius !== null ? { kind: 'circle', center, radius } : null
  }
  if (type === 'Polygon') {
    const rings = ringsOf(coordinates)
    return rings && { kind: 'polygon', coordinates: rings }
  }
  const parts = listOf(coordinates, ringsOf)
  return parts && { kind: 'multipolygon', coordinates: parts }
}

const ringsOf = (given: unknown): Corner[][] | null => listOf(given, (ring) => listOf(ring, cornerOf))

/** A map that was turned once round writes 181 for -179: that is taken. */
const isOnEarth = (area: Area): boolean =>
  cornersOf(area).every(([lon, lat]) => Math.abs(lon) <= 360 && Math.abs(lat) <= 90)

function cornersOf(area: Area): Corner[] {
  if (area.kind === 'circle') return [area.center]
  return area.kind === 'polygon' ? area.coordinates.flat() : area.coordinates.flat(2)
}

/** Longitude and latitude; a height that stands behind them is left out. */
function cornerOf(given: unknown): Corner | null {
  if (!Array.isArray(given)) return null
  const [lon, lat] = given as unknown[]
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}

function listOf<T>(given: unknown, read: (one: unknown) => T | null): T[] | null {
  if (!Array.isArray(given)) return null
  const found = given.map(read)
  return found.every((one) => one !== null) ? (found as T[]) : null
}

/** An area as GeoJSON, to be read by people and other programs. */
export function writeGeoJson(area: Area): string {
  const geometry =
    area.kind === 'circle'
      ? { type: 'Point', coordinates: area.center }
      : { type: area.kind === 'polygon' ? 'Polygon' : 'MultiPolygon', coordinates: area.coordinates }
  const properties = area.kind === 'circle' ? { radius: area.radius } : {}
  return JSON.stringify({ type: 'Feature', properties, geometry }, null, 1)
}
