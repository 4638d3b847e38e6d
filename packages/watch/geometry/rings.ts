import { refuse } from '../problem.ts'
import { metresEast, metresNorth } from './flat-earth.ts'
import { FARTHEST_LATITUDE, LARGEST_LONGITUDE } from './limits.ts'

/** A closed ring; the last corner is not repeated. Longitudes run on over 180 degrees and are not wrapped. */
export interface Ring {
  readonly lons: readonly number[]
  readonly lats: readonly number[]
  /** Index of the polygon it belongs to. */
  readonly polygon: number
  /** Its outer ring, or a hole. */
  readonly outer: boolean
  /** Path of the ring in the input. */
  readonly where: string
}

const SWAPPED = 'GeoJSON writes longitude first, then latitude, in degrees; see whether they are swapped.'

/**
 * One position of the input, refused unless it is two numbers in range and at a latitude where flat-earth metres hold.
 *
 * @throws Refused `not-a-position`, `out-of-range`, `latitude-too-high`
 */
export function checkPosition(position: unknown, where: string): [number, number] {
  if (!Array.isArray(position) || position.length < 2) {
    refuse('not-a-position', where, 'There is no pair of numbers here.', 'Give [longitude, latitude].')
  }
  const [lon, lat] = position as unknown[]
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    refuse('not-a-position', where, 'Longitude or latitude is not a number.', 'Give [longitude, latitude].')
  }
  if (Math.abs(lat) > 90 || Math.abs(lon) > LARGEST_LONGITUDE) {
    refuse('out-of-range', where, `Longitude ${lon}, latitude ${lat} is no place on earth.`, SWAPPED)
  }
  if (Math.abs(lat) > FARTHEST_LATITUDE) {
    const what = `Latitude ${lat} is beyond ${FARTHEST_LATITUDE} degrees, where distances in flat-earth meters are no longer right.`
    refuse('latitude-too-high', where, what, `Keep the area within ${FARTHEST_LATITUDE} degrees. ${SWAPPED}`)
  }
  return [lon, lat]
}

/**
 * Reads one ring: drops the repeated last corner and corners given twice in a row, takes each edge the shorter way
 * round the earth, and turns outer rings counter-clockwise and holes clockwise (RFC 7946, 3.1.6).
 *
 * @param near longitude beside which the ring is laid, so that parts on both sides of 180 degrees meet
 * @throws Refused `not-a-ring`, `too-few-corners`, `around-the-pole` and those of `checkPosition`
 */
export function readRing(
  input: unknown,
  place: { readonly polygon: number; readonly outer: boolean; readonly where: string },
  near: number,
): Ring {
  if (!Array.isArray(input)) {
    refuse('not-a-ring', place.where, 'There is no list of positions here.', 'Give a ring of positions.')
  }
  const lons: number[] = []
  const lats: number[] = []
  let beside = near
  for (const [at, position] of input.entries()) {
    const [lon, lat] = checkPosition(position, `${place.where}[${at}]`)
    // Whole turns are added, never a difference: a corner at -180 becomes 180 to the last bit, and the seam closes.
    const laid = lon + 360 * Math.round((beside - lon) / 360)
    beside = laid
    if (laid === lons.at(-1) && lat === lats.at(-1)) continue
    lons.push(laid)
    lats.push(lat)
  }
  if (lons.length > 1 && Math.abs(lons[0]! - lons.at(-1)!) > 180) {
    const what = 'The outline runs once round the earth.'
    refuse('around-the-pole', place.where, what, 'Draw an area that does not hold a pole.')
  }
  if (lons.length > 1 && lons[0] === lons.at(-1) && lats[0] === lats.at(-1)) {
    lons.pop()
    lats.pop()
  }
  const corners = new Set(lons.map((lon, i) => `${lon} ${lats[i]}`)).size
  if (corners < 3) {
    const what = `The outline has ${corners} different ${corners === 1 ? 'corner' : 'corners'}.`
    refuse('too-few-corners', place.where, what, 'Draw at least three corners.')
  }
  return surfaceOf(lons, lats) > 0 === place.outer
    ? { lons, lats, ...place }
    : { lons: lons.reverse(), lats: lats.reverse(), ...place }
}

/** Square metres, positive when counter-clockwise; metres at the ring's first corner, good enough for a threshold. */
export function surfaceOf(lons: readonly number[], lats: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < lons.length; i++) {
    const next = (i + 1) % lons.length
    sum += (lons[i]! - lons[0]!) * (lats[next]! - lats[0]!) - (lons[next]! - lons[0]!) * (lats[i]! - lats[0]!)
  }
  return (sum / 2) * metresEast(lats[0]!) * metresNorth(lats[0]!)
}

/** Even-odd rule in plain degrees. On the line either answer may come. */
export function ringHolds(ring: Ring, lon: number, lat: number): boolean {
  const { lons, lats } = ring
  let inside = false
  for (let i = 0, j = lons.length - 1; i < lons.length; j = i++) {
    if (lats[i]! > lat === lats[j]! > lat) continue
    const across = lons[i]! + ((lat - lats[i]!) / (lats[j]! - lats[i]!)) * (lons[j]! - lons[i]!)
    if (lon < across) inside = !inside
  }
  return inside
}
