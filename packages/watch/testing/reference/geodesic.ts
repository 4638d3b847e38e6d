import type { Point } from '../../types.ts'

const RADIANS = Math.PI / 180
const A = 6_378_137
const F = 1 / 298.257223563
const B = A * (1 - F)

/**
 * Metres between two positions along the geodesic on the WGS 84 ellipsoid: Vincenty's inverse formula (Survey Review
 * XXIII, 1975), right to a tenth of a millimetre. Slow and exact: the yardstick for flat-earth metres. Not for places
 * nearly opposite on the globe, where it does not come to rest.
 *
 * @example geodesicMetres({ lat: 38.58, lon: -121.49 }, { lat: 38.59, lon: -121.49 }) // 1110.1
 */
export function geodesicMetres(a: Point, b: Point): number {
  const L = (b.lon - a.lon) * RADIANS
  const U1 = Math.atan((1 - F) * Math.tan(a.lat * RADIANS))
  const U2 = Math.atan((1 - F) * Math.tan(b.lat * RADIANS))
  let lambda = L
  for (let round = 0; round < 200; round++) {
    const sinSigma = Math.hypot(
      Math.cos(U2) * Math.sin(lambda),
      Math.cos(U1) * Math.sin(U2) - Math.sin(U1) * Math.cos(U2) * Math.cos(lambda),
    )
    if (sinSigma === 0) return 0
    const cosSigma = Math.sin(U1) * Math.sin(U2) + Math.cos(U1) * Math.cos(U2) * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (Math.cos(U1) * Math.cos(U2) * Math.sin(lambda)) / sinSigma
    const cos2Alpha = 1 - sinAlpha ** 2
    const cosMiddle = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(U1) * Math.sin(U2)) / cos2Alpha
    const C = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha))
    const before = lambda
    lambda =
      L +
      (1 - C) * F * sinAlpha * (sigma + C * sinSigma * (cosMiddle + C * cosSigma * (2 * cosMiddle ** 2 - 1)))
    if (Math.abs(lambda - before) > 1e-13) continue
    const u2 = (cos2Alpha * (A ** 2 - B ** 2)) / B ** 2
    const k1 = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    const k2 = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    const bend =
      k2 *
      sinSigma *
      (cosMiddle +
        (k2 / 4) *
          (cosSigma * (2 * cosMiddle ** 2 - 1) -
            (k2 / 6) * cosMiddle * (4 * sinSigma ** 2 - 3) * (4 * cosMiddle ** 2 - 3)))
    return B * k1 * (sigma - bend)
  }
  throw new Error(`No geodesic found from ${JSON.stringify(a)} to ${JSON.stringify(b)}.`)
}
