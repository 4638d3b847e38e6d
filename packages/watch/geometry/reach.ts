import type { Point } from '../types.ts'
import { metresEast, metresNorth, shorterWay } from './flat-earth.ts'
import type { PreparedArea } from './prepared.ts'
import { signedDistance, toCenter } from './signed-distance.ts'

/**
 * How far the lines of some areas reach, in one flat array: seven numbers each (the middle longitude; west, south, east
 * and north of the box, with the room asked for; of a circle the latitude of its center and its radius in metres). A
 * person's zones are asked this first: it takes no trigonometry, touches no area, and answers for nearly every zone that is
 * a street away. A circle, as homes are, is measured from it as well.
 */
export interface Reach {
  readonly lines: Float64Array
  readonly areas: readonly PreparedArea[]
}

export const OF_AN_AREA = 7
/** In place of a radius where the area is no circle. */
const NO_CIRCLE = -1

/** Degrees change along the way, and a box has corners: a little more than is asked for. */
const ROOM = 1.001

/**
 * The reach of areas, each with so many metres of room about it.
 *
 * @param rooms metres for each area, 0 or more
 * @example reachOf([home, school], [100, 150])
 */
export function reachOf(areas: readonly PreparedArea[], rooms: readonly number[]): Reach {
  const lines = new Float64Array(areas.length * OF_AN_AREA)
  for (const [place, area] of areas.entries()) {
    const { south, north } = area
    // A negative room, of a line moved inward, would not be safe for a box that turns inside out.
    const room = Math.max(0, rooms[place]!) * ROOM
    const lat = room / Math.min(metresNorth(south), metresNorth(north))
    const farthest = Math.min(Math.max(Math.abs(south - lat), Math.abs(north + lat)), 89)
    const lon = room / metresEast(farthest)
    const circle = area.kind === 'circle' ? [area.middleLat, area.radius] : [0, NO_CIRCLE]
    lines.set(
      [area.middleLon, area.west - lon, south - lat, area.east + lon, north + lat, ...circle],
      place * OF_AN_AREA,
    )
  }
  return { lines, areas }
}

/**
 * Whether a position is certainly further from an area than its room. False: it may be near, and must be measured.
 *
 * @example isBeyondReach(reach, 1, fix.lat, fix.lon) // true: more than 150 m from the school
 */
export function isBeyondReach({ lines }: Reach, place: number, lat: number, lon: number): boolean {
  const at = place * OF_AN_AREA
  if (lat < lines[at + 2]! || lat > lines[at + 4]!) return true
  const east = shorterWay(lon - lines[at]!)
  return east < lines[at + 1]! || east > lines[at + 3]!
}

/**
 * Metres from a position to the line of one of the areas, as `signedDistance` gives them.
 *
 * @param upTo metres beyond which the number need not be right, but is no less
 * @example distanceIn(reach, 1, fix, 150) // -12.5: that far inside
 */
export function distanceIn(reach: Reach, place: number, point: Point, upTo?: number): number {
  const at = place * OF_AN_AREA
  const radius = reach.lines[at + 6]!
  if (radius === NO_CIRCLE) return signedDistance(point, reach.areas[place]!, upTo)
  return toCenter(shorterWay(point.lon - reach.lines[at]!), point.lat, reach.lines[at + 5]!) - radius
}
