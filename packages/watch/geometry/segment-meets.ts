import type { Point } from '../types.ts'
import { metresEast, metresNorth, shorterWay } from './flat-earth.ts'
import { OF_A_PIECE, type PreparedArea, type PreparedPolygons } from './prepared.ts'
import { signedDistance } from './signed-distance.ts'

/**
 * Where the straight way between two fixes first meets an area: 0 at `a` (also when `a` lies in the area already), 1 at
 * `b`, null when it passes by. Touching the line counts. The way is straight in longitude and latitude and goes the
 * shorter way round the earth; between fixes some minutes apart nothing else would differ by a metre.
 *
 * @param buffer metres around the area that count as the area, 0 or more
 * @example
 * segmentMeets({ lat: 38.58, lon: -121.5 }, { lat: 38.58, lon: -121.48 }, school) // 0.41, or null
 */
export function segmentMeets(a: Point, b: Point, area: PreparedArea, buffer = 0): number | null {
  const aLon = shorterWay(a.lon - area.middleLon)
  const bLon = aLon + shorterWay(b.lon - a.lon)
  const metres = area.kind === 'circle' ? (a.lat / 2 + b.lat / 2 + area.middleLat) / 2 : (a.lat + b.lat) / 2
  const way: Way = {
    aLon,
    aLat: a.lat,
    dLon: bLon - aLon,
    dLat: b.lat - a.lat,
    perLon: metresEast(metres),
    perLat: metresNorth(metres),
  }
  const roomLon = buffer / way.perLon
  const roomLat = buffer / way.perLat
  if (!passesBox(way, area.west - roomLon, area.south - roomLat, area.east + roomLon, area.north + roomLat)) {
    return null
  }
  if (signedDistance(a, area, buffer) <= buffer) return 0
  return area.kind === 'circle'
    ? entersDisk(way, 0, area.middleLat, area.radius + buffer)
    : entersPolygons(way, area, buffer)
}

/** The way from a: longitudes from the area's middle, and metres in a degree midway. */
interface Way {
  readonly aLon: number
  readonly aLat: number
  readonly dLon: number
  readonly dLat: number
  readonly perLon: number
  readonly perLat: number
}

function passesBox(way: Way, west: number, south: number, east: number, north: number): boolean {
  const { aLon, aLat, dLon, dLat } = way
  return (
    Math.max(aLon, aLon + dLon) >= west &&
    Math.min(aLon, aLon + dLon) <= east &&
    Math.max(aLat, aLat + dLat) >= south &&
    Math.min(aLat, aLat + dLat) <= north
  )
}

function entersPolygons(way: Way, area: PreparedPolygons, buffer: number): number | null {
  const { outline } = area
  const roomLon = buffer / way.perLon
  const roomLat = buffer / way.perLat
  let first: number | null = null
  for (let piece = 0; piece < area.pieces * OF_A_PIECE; piece += OF_A_PIECE) {
    const [west, south] = [outline[piece + 2]! - roomLon, outline[piece + 3]! - roomLat]
    const [east, north] = [outline[piece + 4]! + roomLon, outline[piece + 5]! + roomLat]
    if (!passesBox(way, west, south, east, north)) continue
    for (let at = outline[piece]!; at < outline[piece + 1]!; at += 2) {
      const [aLon, aLat, bLon, bLat] = [outline[at]!, outline[at + 1]!, outline[at + 2]!, outline[at + 3]!]
      first = earlier(first, crossesEdge(way, aLon, aLat, bLon, bLat))
      if (buffer === 0) continue
      first = earlier(first, entersDisk(way, aLon, aLat, buffer))
      first = earlier(first, crossesSides(way, aLon, aLat, bLon, bLat, buffer))
    }
  }
  return first
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}

/** Fraction at which the way crosses an edge. An edge that it runs along is met at the ends of its neighbours. */
function crossesEdge(way: Way, aLon: number, aLat: number, bLon: number, bLat: number): number | null {
  const eLon = bLon - aLon
  const eLat = bLat - aLat
  const turn = way.dLon * eLat - way.dLat * eLon
  if (turn === 0) return null
  const fromLon = aLon - way.aLon
  const fromLat = aLat - way.aLat
  const fraction = (fromLon * eLat - fromLat * eLon) / turn
  const along = (fromLon * way.dLat - fromLat * way.dLon) / turn
  return fraction >= 0 && fraction <= 1 && along >= 0 && along <= 1 ? fraction : null
}

/** Fraction at which the way, begun outside, comes within `radius` metres of a position. */
function entersDisk(way: Way, lon: number, lat: number, radius: number): number | null {
  const east = (way.aLon - lon) * way.perLon
  const north = (way.aLat - lat) * way.perLat
  const dEast = way.dLon * way.perLon
  const dNorth = way.dLat * way.perLat
  const square = dEast * dEast + dNorth * dNorth
  if (square === 0) return null
  const half = east * dEast + north * dNorth
  const under = half * half - square * (east * east + north * north - radius * radius)
  if (under < 0) return null
  const fraction = (-half - Math.sqrt(under)) / square
  return fraction >= 0 && fraction <= 1 ? fraction : null
}

/** Fraction at which the way crosses one of the two lines that run beside an edge at the buffer's distance. */
function crossesSides(
  way: Way,
  aLon: number,
  aLat: number,
  bLon: number,
  bLat: number,
  buffer: number,
): number | null {
  const east = (bLon - aLon) * way.perLon
  const north = (bLat - aLat) * way.perLat
  const length = Math.sqrt(east * east + north * north)
  const offLon = (-north / length) * (buffer / way.perLon)
  const offLat = (east / length) * (buffer / way.perLat)
  return earlier(
    crossesEdge(way, aLon + offLon, aLat + offLat, bLon + offLon, bLat + offLat),
    crossesEdge(way, aLon - offLon, aLat - offLat, bLon - offLon, bLat - offLat),
  )
}
