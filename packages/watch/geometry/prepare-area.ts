import { type Problem, Refused, refuse } from '../problem.ts'
import type { Area } from '../types.ts'
import { type Edge, edgesOf, firstMeeting, type Meeting } from './edges.ts'
import { metresEast, metresNorth } from './flat-earth.ts'
import { LARGEST_RADIUS, MOST_CORNERS, SMALLEST_RADIUS, SMALLEST_SURFACE, WIDEST_AREA } from './limits.ts'
import { layOut, type PreparedArea, type PreparedCircle, type PreparedPolygons } from './prepared.ts'
import { checkPosition, type Ring, readRing, ringHolds, surfaceOf } from './rings.ts'
import { joinAtAntimeridian } from './seam.ts'

/** An area made ready, or the first thing that is wrong with it. */
export type Prepared =
  | { readonly ok: true; readonly area: PreparedArea }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Checks an area and makes it ready for `signedDistance`, `segmentMeets` and `buildIndex`. Edges are straight in
 * longitude and latitude (RFC 7946, 3.1.1) and go the shorter way round the earth, so a zone over 180 degrees may be
 * written as 179 to -179, as 179 to 181, or cut in two at the meridian.
 *
 * Refused, each with what, where and what to do: what is no position or no ring, numbers out of range, latitudes beyond
 * 80 degrees, fewer than three different corners, rings that cross or touch themselves or others, no surface, holes
 * outside, parts that overlap, areas around a pole, areas wider than 1,500 km, circles outside 1 m to 100 km.
 *
 * @example
 * prepareArea({ kind: 'circle', center: [-121.49, 38.58], radius: 150 }) // { ok: true, area: … }
 * prepareArea({ kind: 'circle', center: [38.58, -121.49], radius: 150 }) // { ok: false, problem: { code: 'out-of-range', … } }
 */
export function prepareArea(area: Area): Prepared {
  try {
    switch (area?.kind) {
      case 'circle':
        return { ok: true, area: prepareCircle(area.center, area.radius) }
      case 'polygon':
        return { ok: true, area: preparePolygons([area.coordinates], () => 'coordinates') }
      case 'multipolygon':
        return { ok: true, area: preparePolygons(area.coordinates, (part) => `coordinates[${part}]`) }
      default:
        return refuse(
          'unknown-kind',
          'kind',
          `There is no kind of area "${String((area as { kind?: unknown } | null)?.kind)}".`,
          'Give a circle, a polygon or a multipolygon.',
        )
    }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

function prepareCircle(center: unknown, radius: unknown): PreparedCircle {
  const [lon, lat] = checkPosition(center, 'center')
  if (typeof radius !== 'number' || !(radius >= SMALLEST_RADIUS && radius <= LARGEST_RADIUS)) {
    const what = `The radius is ${String(radius)} m.`
    refuse('radius-out-of-range', 'radius', what, `Give ${SMALLEST_RADIUS} to ${LARGEST_RADIUS} meters.`)
  }
  const tall = radius / metresNorth(lat)
  // The parallel nearer the pole has the shorter degrees: the box is then never too narrow.
  const wide = radius / metresEast(Math.abs(lat) + tall)
  return {
    kind: 'circle',
    middleLon: lon,
    middleLat: lat,
    radius,
    west: -wide,
    east: wide,
    south: lat - tall * ROOM,
    north: lat + tall * ROOM,
  }
}

/** A degree of latitude grows towards the poles by up to 1 part in 10,000 within 100 km. */
const ROOM = 1.0005

function preparePolygons(polygons: unknown, where: (part: number) => string): PreparedPolygons {
  const rings = readPolygons(polygons, where)
  checkExtent(rings)
  const { edges, corners } = joinAtAntimeridian(rings.flatMap(edgesOf))
  const meeting = firstMeeting(edges, corners)
  const empty = rings.find((ring) => Math.abs(surfaceOf(ring.lons, ring.lats)) < SMALLEST_SURFACE)
  if (empty && meeting?.kind !== 'cross') {
    const what = `The outline holds less than ${SMALLEST_SURFACE} square meter.`
    refuse('no-surface', empty.where, what, 'Draw an area that a person can stand in.')
  }
  if (meeting) refuseMeeting(meeting)
  checkNesting(rings)
  return layOut(runsOf(edges))
}

function readPolygons(polygons: unknown, where: (part: number) => string): Ring[] {
  if (!Array.isArray(polygons) || polygons.length === 0) {
    refuse('not-an-area', 'coordinates', 'There is no polygon here.', 'Give at least one polygon.')
  }
  const rings: Ring[] = []
  let corners = 0
  for (const [polygon, input] of polygons.entries()) {
    if (!Array.isArray(input) || input.length === 0) {
      refuse('not-an-area', where(polygon), 'There is no ring here.', 'Give at least one ring of positions.')
    }
    for (const [at, ring] of input.entries()) {
      corners += Array.isArray(ring) ? ring.length : 0
      if (corners > MOST_CORNERS) {
        const what = `The area has more than ${MOST_CORNERS} corners.`
        refuse('too-many-corners', where(polygon), what, 'Simplify it, or split it into several zones.')
      }
      const near = rings[0]?.lons[0] ?? 0
      rings.push(readRing(ring, { polygon, outer: at === 0, where: `${where(polygon)}[${at}]` }, near))
    }
  }
  return rings
}

function checkExtent(rings: readonly Ring[]): void {
  const lons = rings.flatMap((ring) => ring.lons)
  const lats = rings.flatMap((ring) => ring.lats)
  const [west, east] = [lons.reduce((a, b) => Math.min(a, b)), lons.reduce((a, b) => Math.max(a, b))]
  const [south, north] = [lats.reduce((a, b) => Math.min(a, b)), lats.reduce((a, b) => Math.max(a, b))]
  const widest = south < 0 && north > 0 ? 0 : Math.min(Math.abs(south), Math.abs(north))
  const across = Math.max(
    (east - west) * metresEast(widest),
    (north - south) * metresNorth((south + north) / 2),
  )
  if (across > WIDEST_AREA) {
    const what = `The area is ${Math.round(across / 1000)} km across.`
    refuse('too-large', 'coordinates', what, `Draw an area of at most ${WIDEST_AREA / 1000} km.`)
  }
}

function refuseMeeting({ kind, one, other }: Meeting): never {
  const place = (edge: Edge) => `${edge.ring.where}, edge ${edge.at + 1}`
  const spot = `near latitude ${((one.aLat + one.bLat) / 2).toFixed(5)}, longitude ${((one.aLon + one.bLon) / 2).toFixed(5)}`
  const how = { cross: 'crosses', overlap: 'runs along', touch: 'touches' }[kind]
  if (one.ring === other.ring) {
    const what = `The outline ${how} itself ${spot}.`
    refuse('crosses-itself', place(one), what, 'Move the corners so that its line never meets itself.')
  }
  const what = `This outline ${how} another ${spot}.`
  if (one.ring.polygon === other.ring.polygon) {
    refuse('hole-meets-line', place(one), what, 'Keep holes wholly inside, and apart from each other.')
  }
  refuse('parts-meet', place(one), what, 'Join the two parts into one, or draw them apart.')
}

/** No line meets another here, so one corner tells where its whole ring lies. */
function checkNesting(rings: readonly Ring[]): void {
  const holds = (ring: Ring, other: Ring) => ringHolds(ring, other.lons[0]!, other.lats[0]!)
  for (const hole of rings.filter((ring) => !ring.outer)) {
    const own = rings.filter((ring) => ring.polygon === hole.polygon && ring !== hole)
    if (!holds(own.find((ring) => ring.outer)!, hole)) {
      refuse(
        'hole-outside',
        hole.where,
        'The hole lies outside its polygon.',
        'Move the hole inside, or leave it out.',
      )
    }
    if (own.some((ring) => !ring.outer && holds(ring, hole))) {
      refuse('hole-in-hole', hole.where, 'The hole lies inside another hole.', 'Leave out one of the two.')
    }
  }
  const outers = rings.filter((ring) => ring.outer)
  for (const part of outers) {
    for (const other of outers) {
      if (part === other || !holds(other, part)) continue
      const holes = rings.filter((ring) => !ring.outer && ring.polygon === other.polygon)
      if (holes.some((hole) => holds(hole, part))) continue
      const what = `This part lies inside another.`
      refuse('parts-meet', part.where, what, 'Leave out the inner part; for a gap make it a hole.')
    }
  }
}

/** Edges in their order as runs of corners; a run ends where its ring closes or a seam was taken out. */
function runsOf(edges: readonly Edge[]): [number, number][][] {
  const runs: [number, number][][] = []
  let last: Edge | undefined
  for (const edge of edges) {
    const goesOn = last?.ring === edge.ring && last.bLon === edge.aLon && last.bLat === edge.aLat
    if (!goesOn) runs.push([[edge.aLon, edge.aLat]])
    runs.at(-1)!.push([edge.bLon, edge.bLat])
    last = edge
  }
  return runs
}
