import { type Area, prepareArea, signedDistance } from '@inlieu/watch'
import { fieldProblem } from '../../platform/problem.ts'

/** Metres of a degree of latitude; a degree of longitude has fewer the nearer the pole. */
const DEGREE = 111_320
/** Looks at an area: a coast line whose every bay is nearly too narrow is let pass. */
const MOST_LOOKS = 5_000

/**
 * Lets pass a line that leaves something inside when it is moved. Where nothing is left, a zone to be in would be one
 * that nobody can be in, and a zone to stay out of none at all.
 * @param bufferM metres by which the line is moved outward; less than 0: inward
 * @throws Problem `cannot-be` at `path`
 */
export function checkBuffer(area: Area, bufferM: number, path: string): void {
  if (bufferM >= 0 || isDeeperThan(area, -bufferM)) return
  throw fieldProblem(
    path,
    `Moved inward by ${-bufferM} meters, the line leaves nothing inside. Move it less, or draw the area larger.`,
  )
}

/**
 * Whether some point of an area lies farther inside its line than this: parts of its box that cannot hold such a point
 * are left out, the others are looked at in halves.
 * @param depth metres, more than 0
 */
export function isDeeperThan(area: Area, depth: number): boolean {
  const prepared = prepareArea(area)
  if (!prepared.ok) return false
  if (prepared.area.kind === 'circle') return prepared.area.radius > depth
  const { middleLon, west, east, south, north } = prepared.area
  const nearer = Math.min(Math.abs(south), Math.abs(north))
  const flat = south < 0 && north > 0 ? 1 : Math.cos((nearer * Math.PI) / 180)
  const finest = Math.max(0.5, depth / 50)
  const boxes = [
    { lat: (south + north) / 2, lon: (west + east) / 2, high: (north - south) / 2, wide: (east - west) / 2 },
  ]
  for (let looks = 0; boxes.length > 0; looks++) {
    if (looks > MOST_LOOKS) return true
    const { lat, lon, high, wide } = boxes.shift()!
    const inside = -signedDistance({ lat, lon: middleLon + lon }, prepared.area)
    if (inside > depth) return true
    const reach = Math.hypot(high, wide * flat) * DEGREE
    if (inside + reach <= depth || reach < finest) continue
    const isTall = high > wide * flat
    for (const side of [-0.5, 0.5])
      boxes.push(
        isTall
          ? { lat: lat + side * high, lon, high: high / 2, wide }
          : { lat, lon: lon + side * wide, high, wide: wide / 2 },
      )
  }
  return false
}
