/** A point on the earth, in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

const earthRadiusMiles = 3958.76

/**
 * Miles between two points as the crow flies, to a tenth: the streets are not known here.
 * @returns null when one of them is not known
 */
export function milesBetween(from: Point | null, to: Point | null): number | null {
  if (!from || !to) return null
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const east = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const h = north + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east
  return Math.round(2 * earthRadiusMiles * Math.asin(Math.min(1, Math.sqrt(h))) * 10) / 10
}

/** The point of a row that may have none. */
export function pointOf(row: { latitude: number | null; longitude: number | null }): Point | null {
  return row.latitude === null || row.longitude === null
    ? null
    : { latitude: row.latitude, longitude: row.longitude }
}
