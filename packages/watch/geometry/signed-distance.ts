import type { Point } from '../types.ts'
import { metresEast, metresNorth, shorterWay } from './flat-earth.ts'
import { OF_A_PIECE, type PreparedArea, type PreparedCircle, type PreparedPolygons } from './prepared.ts'

/**
 * Metres from a position to the line of an area: negative inside, positive outside, 0 on the line.
 *
 * Polygons are measured in flat-earth metres at the position, so the error grows with the square of the distance (it is
 * distance² · tan(latitude) / 12,700 km): up to 60 degrees below 2 cm at 100 m, 0.2 m at 1 km and 15 m at 10 km; the sign
 * is free of it. Circles are measured at the latitude midway to the center: see `metresBetween`.
 *
 * @param upTo metres beyond which the number need not be right. Further outside than this the distance to the area's
 * box is given, which is at least `upTo` and at most the distance: the cheap answer for a zone that is miles away.
 * @example
 * const home = prepareArea({ kind: 'circle', center: [-121.49, 38.58], radius: 150 })
 * if (home.ok) signedDistance({ lat: 38.58, lon: -121.48 }, home.area) // 721.4
 */
export function signedDistance(point: Point, area: PreparedArea, upTo = Number.POSITIVE_INFINITY): number {
  const lon = shorterWay(point.lon - area.middleLon)
  return area.kind === 'circle'
    ? toCircle(lon, point.lat, area, upTo)
    : toPolygons(lon, point.lat, area, upTo)
}

function toCircle(lon: number, lat: number, circle: PreparedCircle, upTo: number): number {
  const northward = Math.max(circle.south - lat, lat - circle.north) * LEAST_DEGREE
  if (northward > upTo) return northward
  return toCenter(lon, lat, circle.middleLat) - circle.radius
}

/** Metres to the center of a circle. @param lon degrees east of it */
export function toCenter(lon: number, lat: number, centerLat: number): number {
  const midway = (lat + centerLat) / 2
  const east = lon * metresEast(midway)
  const north = (lat - centerLat) * metresNorth(midway)
  return Math.sqrt(east * east + north * north)
}

/** Metres: the shortest degree of latitude there is, at the equator; what is measured with it is never too far. */
const LEAST_DEGREE = 110_574

function toPolygons(lon: number, lat: number, area: PreparedPolygons, upTo: number): number {
  const northward = Math.max(area.south - lat, lat - area.north) * LEAST_DEGREE
  if (northward > upTo) return northward
  const perLon = metresEast(lat)
  const eastward = Math.max(area.west - lon, lon - area.east) * perLon
  if (eastward > upTo) return eastward
  const squared = squaredToOutline(lon, lat, area, perLon, metresNorth(lat))
  return squared < 0 ? -Math.sqrt(-squared) : Math.sqrt(squared)
}

/** Square of the distance to the outline, with the sign of the side: one walk answers both. */
function squaredToOutline(
  lon: number,
  lat: number,
  area: PreparedPolygons,
  perLon: number,
  perLat: number,
): number {
  const { outline } = area
  const piecesEnd = area.pieces * OF_A_PIECE
  let inside = false
  let best = Number.POSITIVE_INFINITY
  for (let piece = 0; piece < piecesEnd; piece += OF_A_PIECE) {
    const west = outline[piece + 2]!
    const south = outline[piece + 3]!
    const east = outline[piece + 4]!
    const north = outline[piece + 5]!
    const gapLon = (lon < west ? west - lon : lon > east ? lon - east : 0) * perLon
    const gapLat = (lat < south ? south - lat : lat > north ? lat - north : 0) * perLat
    const near = gapLon * gapLon + gapLat * gapLat < best
    // A ray from the position to the east may cross the piece only where the piece is as high and not wholly west.
    const ahead = lat >= south && lat < north && lon <= east
    if (!near && !ahead) continue
    const end = outline[piece + 1]!
    let at = outline[piece]!
    let aLon = outline[at]! - lon
    let aLat = outline[at + 1]! - lat
    while (at < end) {
      at += 2
      const bLon = outline[at]! - lon
      const bLat = outline[at + 1]! - lat
      if (aLat > 0 !== bLat > 0 && aLon + (aLat / (aLat - bLat)) * (bLon - aLon) > 0) inside = !inside
      if (near) {
        const squared = squaredToEdge(aLon * perLon, aLat * perLat, bLon * perLon, bLat * perLat)
        if (squared < best) best = squared
      }
      aLon = bLon
      aLat = bLat
    }
  }
  return inside && best > 0 ? -best : best
}

/** From the origin to the edge a-b. */
function squaredToEdge(aEast: number, aNorth: number, bEast: number, bNorth: number): number {
  const east = bEast - aEast
  const north = bNorth - aNorth
  const along = -(aEast * east + aNorth * north) / (east * east + north * north)
  const part = Math.max(0, Math.min(1, along))
  const footEast = aEast + part * east
  const footNorth = aNorth + part * north
  return footEast * footEast + footNorth * footNorth
}
