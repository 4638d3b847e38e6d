import type { Area, Point, Position, Ring } from '../../types.ts'
import { geodesicMetres } from './geodesic.ts'

// Zones the slow and obvious way, for tests only. It shares no line and no method with `geometry/`: inside is told by
// the angle a ring turns about the position, distance is searched along each edge with geodesics, and a way is walked
// in small steps. An edge is a border only where one of its sides is outside: a cut at 180 degrees needs no special care.

/** True when the position lies in the area. On the line either answer may come. */
export function slowlyInside(point: Point, area: Area): boolean {
  if (area.kind === 'circle') return geodesicMetres(point, toPoint(area.center)) <= area.radius
  return polygonsOf(area).some(
    ([outline, ...holes]) => turnsAbout(point, outline!) && !holes.some((hole) => turnsAbout(point, hole)),
  )
}

/** Metres to the line of the area, negative inside; geodesics throughout. */
export function slowDistance(point: Point, area: Area): number {
  if (area.kind === 'circle') return geodesicMetres(point, toPoint(area.center)) - area.radius
  let least = Number.POSITIVE_INFINITY
  for (const ring of polygonsOf(area).flat()) {
    for (const [from, to] of sidesOf(ring)) {
      // A side that cannot come nearer than another (the triangle inequality) needs no search.
      const end = { ...from, lon: nearTo(from.lon, point.lon) }
      const length = geodesicMetres(from, { ...to, lon: nearTo(to.lon, from.lon) })
      if (geodesicMetres(point, end) - length > least) continue
      if (isBorder(from, to, area)) least = Math.min(least, alongSide(point, from, to))
    }
  }
  return slowlyInside(point, area) ? -least : least
}

/** The first of `steps` equal steps on the way from a to b that lies in the area, as a fraction; null if none does. */
export function slowlyMeets(a: Point, b: Point, area: Area, steps: number): number | null {
  const lon = nearTo(b.lon, a.lon)
  for (let step = 0; step <= steps; step++) {
    const part = step / steps
    const on = { lat: a.lat + part * (b.lat - a.lat), lon: a.lon + part * (lon - a.lon) }
    if (slowlyInside(on, area)) return part
  }
  return null
}

const toPoint = ([lon, lat]: Position): Point => ({ lon, lat })

function polygonsOf(area: Exclude<Area, { kind: 'circle' }>): readonly (readonly Ring[])[] {
  return area.kind === 'polygon' ? [area.coordinates] : area.coordinates
}

/** The longitude by whole turns, so that it is the one nearest to another. */
function nearTo(lon: number, other: number): number {
  let near = lon
  while (near - other > 180) near -= 360
  while (near - other < -180) near += 360
  return near
}

function turnsAbout(point: Point, ring: Ring): boolean {
  let turned = 0
  for (const [from, to] of sidesOf(ring)) {
    const first = nearTo(from.lon, point.lon)
    const second = nearTo(to.lon, first)
    const a = Math.atan2(from.lat - point.lat, first - point.lon)
    const b = Math.atan2(to.lat - point.lat, second - point.lon)
    let turn = b - a
    if (turn > Math.PI) turn -= 2 * Math.PI
    if (turn < -Math.PI) turn += 2 * Math.PI
    turned += turn
  }
  return Math.abs(turned) > Math.PI
}

function sidesOf(ring: Ring): [Point, Point][] {
  return ring
    .map((position, i): [Point, Point] => [toPoint(position), toPoint(ring[(i + 1) % ring.length]!)])
    .filter(([from, to]) => from.lat !== to.lat || from.lon !== to.lon)
}

function isBorder(from: Point, to: Point, area: Area): boolean {
  const lon = nearTo(to.lon, from.lon)
  const [dLon, dLat] = [lon - from.lon, to.lat - from.lat]
  const length = Math.hypot(dLon, dLat)
  const middle = { lat: from.lat + dLat / 2, lon: from.lon + dLon / 2 }
  const off = 1e-7
  const beside = (sign: number) => ({
    lat: middle.lat + (sign * off * dLon) / length,
    lon: middle.lon - (sign * off * dLat) / length,
  })
  return slowlyInside(beside(1), area) !== slowlyInside(beside(-1), area)
}

function alongSide(point: Point, from: Point, to: Point): number {
  const lon = nearTo(to.lon, from.lon)
  const at = (part: number) =>
    geodesicMetres(point, {
      lat: from.lat + part * (to.lat - from.lat),
      lon: nearTo(from.lon + part * (lon - from.lon), point.lon),
    })
  const steps = 24
  let nearest = 0
  let metres = at(0)
  for (let step = 1; step <= steps; step++) {
    const here = at(step / steps)
    if (here < metres) [nearest, metres] = [step, here]
  }
  let low = Math.max(0, (nearest - 1) / steps)
  let high = Math.min(1, (nearest + 1) / steps)
  for (let round = 0; round < 36; round++) {
    const third = (high - low) / 3
    if (at(low + third) < at(high - third)) high -= third
    else low += third
  }
  return Math.min(at((low + high) / 2), metres)
}
