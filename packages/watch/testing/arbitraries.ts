import fc from 'fast-check'
import type { Area, Point, Position, Ring } from '../types.ts'

// Random zones and positions about a place. Rings are stars about a center, so they never cross themselves, with sharp
// corners, long edges, and holes on request.

/** Degrees of latitude and longitude that are about as many metres, about a place. */
export interface Place {
  readonly lat: number
  readonly lon: number
}

/** Places whose circumstances differ: Sacramento, Utqiagvik (71 degrees north), Taveuni (on 180 degrees), the equator. */
export const places: readonly Place[] = [
  { lat: 38.58, lon: -121.49 },
  { lat: 71.29, lon: -156.79 },
  { lat: -16.8, lon: 180 },
  { lat: 0, lon: 0 },
]

/** A position by metres east and north of a place, longitude between -180 and 180. */
export function position(place: Place, east: number, north: number): Position {
  const lon = place.lon + east / (111_320 * Math.cos((place.lat * Math.PI) / 180))
  return [lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, place.lat + north / 111_200]
}

/** Positions within some metres of a place. */
export const pointsNear = (place: Place, metres: number): fc.Arbitrary<Point> =>
  fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .map(([east, north]) => {
      const [lon, lat] = position(place, east * metres, north * metres)
      return { lon, lat }
    })

const star = (place: Place, east: number, north: number, spokes: readonly number[]): Ring =>
  spokes.map((metres, i) => {
    const turn = (2 * Math.PI * i) / spokes.length
    return position(place, east + metres * Math.cos(turn), north + metres * Math.sin(turn))
  })

const spokes = (least: number, most: number, corners = 14) =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: 3, maxLength: corners })

const circles = (place: Place): fc.Arbitrary<Area> =>
  fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 5, max: 400 }))
    .map(([east, radius]) => ({ kind: 'circle', center: position(place, east, 0), radius }))

/** An outline of 120 m or more from its center and up to 70 corners, and a hole that stays within 30 m of it. */
const polygons = (place: Place): fc.Arbitrary<Area> =>
  fc
    .tuple(fc.oneof(spokes(120, 500), spokes(120, 500, 70)), fc.option(spokes(5, 30), { nil: undefined }))
    .map(([outline, hole]) => ({
      kind: 'polygon',
      coordinates: [star(place, 0, 0, outline), ...(hole ? [star(place, 0, 0, hole)] : [])],
    }))

/** Two outlines that keep apart: centers 500 m apart, spokes of 240 m at most. */
const pairs = (place: Place): fc.Arbitrary<Area> =>
  fc.tuple(spokes(20, 240), spokes(20, 240)).map(([one, other]) => ({
    kind: 'multipolygon',
    coordinates: [[star(place, -250, 0, one)], [star(place, 250, 0, other)]],
  }))

/** Circles, polygons with and without a hole, and pairs of polygons about a place, a few hundred metres wide. */
export const areasAt = (place: Place): fc.Arbitrary<Area> =>
  fc.oneof(circles(place), polygons(place), pairs(place))
