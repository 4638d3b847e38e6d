/** A point on the earth, in degrees WGS 84. */
export interface Point {
  lat: number
  lon: number
}

const earthRadius = 6_371_009

/** Meters between two points as the crow flies. */
export function metersBetween(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = Math.sin(radians(other.lat - one.lat) / 2) ** 2
  const east = Math.sin(radians(other.lon - one.lon) / 2) ** 2
  const h = north + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * east
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Degrees of latitude that so many meters are: the band that an index is searched in. */
export const latitudeBand = (meters: number): number => meters / 111_000

/** Where a row says that something was, if it says so. */
export const pointOf = ({ lat, lon }: { lat: number | null; lon: number | null }): Point | null =>
  lat === null || lon === null ? null : { lat, lon }
