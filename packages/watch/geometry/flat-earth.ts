import type { Point } from '../types.ts'

const EQUATOR_RADIUS = 6_378_137
const ECCENTRICITY_SQUARED = 0.00669437999014
const PER_DEGREE = (Math.PI / 180) * EQUATOR_RADIUS

/**
 * Metres in a degree of longitude at a latitude, on the WGS 84 ellipsoid.
 *
 * @example metresEast(38.58) // 87_136 (Sacramento)
 */
export function metresEast(lat: number): number {
  const cos = Math.cos((lat * Math.PI) / 180)
  return (PER_DEGREE * cos) / Math.sqrt(1 - ECCENTRICITY_SQUARED * (1 - cos * cos))
}

/**
 * Metres in a degree of latitude at a latitude, on the WGS 84 ellipsoid.
 *
 * @example metresNorth(38.58) // 111_008 (Sacramento)
 */
export function metresNorth(lat: number): number {
  const cos = Math.cos((lat * Math.PI) / 180)
  const bend = 1 / (1 - ECCENTRICITY_SQUARED * (1 - cos * cos))
  return PER_DEGREE * (1 - ECCENTRICITY_SQUARED) * bend * Math.sqrt(bend)
}

/**
 * A difference of longitudes taken the shorter way round, degrees in [-180, 180].
 *
 * @example shorterWay(-179.9 - 179.9) // 0.2
 */
export function shorterWay(difference: number): number {
  return difference >= -180 && difference <= 180
    ? difference
    : difference - 360 * Math.round(difference / 360)
}

/**
 * Metres between two positions: flat-earth metres at the latitude midway. Against geodesics on the ellipsoid, up to
 * 80 degrees of latitude, the error is below 1 mm at 1 km, 0.1 m at 10 km and 45 m at 100 km.
 *
 * @example metresBetween({ lat: 38.58, lon: -121.49 }, { lat: 38.58, lon: -121.48 }) // 871.4
 */
export function metresBetween(a: Point, b: Point): number {
  const midway = (a.lat + b.lat) / 2
  const east = shorterWay(b.lon - a.lon) * metresEast(midway)
  const north = (b.lat - a.lat) * metresNorth(midway)
  return Math.sqrt(east * east + north * north)
}
