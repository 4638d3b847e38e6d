import { metresEast, metresNorth, shorterWay } from './flat-earth.ts'
import type { PreparedArea } from './prepared.ts'

/**
 * How far the lines of some areas reach, in one flat array: five numbers each (the middle longitude, then west, south, east
 * and north of the box, with the room asked for). A person's zones are asked this first: it takes no trigonometry, touches
 * no area, and answers for nearly every zone that is a street away.
 */
export type Reach = Float64Array

const OF_AN_AREA = 5

/** Degrees change along the way, and a box has corners: a little more than is asked for. */
const ROOM = 1.001

/**
 * The reach of areas, each with so many metres of room about it.
 *
 * @param rooms metres for each area, 0 or more
 * @example reachOf([home, school], [100, 150])
 */
export function reachOf(areas: readonly PreparedArea[], rooms: readonly number[]): Reach {
  const reach = new Float64Array(areas.length * OF_AN_AREA)
  for (const [place, area] of areas.entries()) {
    const { south, north } = area
    // A negative room, of a line moved inward, would not be safe for a box that turns inside out.
    const room = Math.max(0, rooms[place]!) * ROOM
    const lat = room / Math.min(metresNorth(south), metresNorth(north))
    const farthest = Math.min(Math.max(Math.abs(south - lat), Math.abs(north + lat)), 89)
    const lon = room / metresEast(farthest)
    reach.set(
      [area.middleLon, area.west - lon, south - lat, area.east + lon, north + lat],
      place * OF_AN_AREA,
    )
  }
  return reach
}

/**
 * Whether a position is certainly further from an area than its room. False: it may be near, and must be measured.
 *
 * @example isBeyondReach(reach, 1, fix.lat, fix.lon) // true: more than 150 m from the school
 */
export function isBeyondReach(reach: Reach, place: number, lat: number, lon: number): boolean {
  const at = place * OF_AN_AREA
  if (lat < reach[at + 2]! || lat > reach[at + 4]!) return true
  const east = shorterWay(lon - reach[at]!)
  return east < reach[at + 1]! || east > reach[at + 3]!
}
