import type { Ring } from './rings.ts'

/** One side of a ring, from its corner `at` to the next. Degrees. */
export interface Edge {
  readonly ring: Ring
  readonly at: number
  readonly aLon: number
  readonly aLat: number
  readonly bLon: number
  readonly bLat: number
}

/** The sides of a ring in their order. */
export function edgesOf(ring: Ring): Edge[] {
  return ring.lons.map((lon, at) => {
    const next = (at + 1) % ring.lons.length
    return { ring, at, aLon: lon, aLat: ring.lats[at]!, bLon: ring.lons[next]!, bLat: ring.lats[next]! }
  })
}

/** How two edges share what they should not. */
export interface Meeting {
  readonly kind: 'cross' | 'overlap' | 'touch'
  readonly one: Edge
  readonly other: Edge
}

/**
 * The first pair of edges that meet where they should not: within a ring neighbours may share their corner and nothing
 * else; edges of different rings may share nothing.
 *
 * @param joined corners (as `cornerKey`) where parts were joined at 180 degrees: there a touch is no fault
 */
export function firstMeeting(edges: readonly Edge[], joined: ReadonlySet<string>): Meeting | undefined {
  const fromWest = edges
    .map((edge) => ({ edge, west: Math.min(edge.aLon, edge.bLon), east: Math.max(edge.aLon, edge.bLon) }))
    .sort((a, b) => a.west - b.west)
  for (const [i, { edge: one, east }] of fromWest.entries()) {
    for (let j = i + 1; j < fromWest.length && fromWest[j]!.west <= east; j++) {
      const other = fromWest[j]!.edge
      const kind = howTheyMeet(one, other)
      if (kind === undefined) continue
      if (kind === 'touch' && (areNeighbours(one, other) || touchAtJoin(one, other, joined))) continue
      return { kind, one, other }
    }
  }
  return undefined
}

/** A corner as a key for sets. */
export const cornerKey = (lon: number, lat: number): string => `${lon} ${lat}`

function areNeighbours(one: Edge, other: Edge): boolean {
  if (one.ring !== other.ring) return false
  const apart = Math.abs(one.at - other.at)
  return apart <= 1 || apart === one.ring.lons.length - 1
}

function touchAtJoin(one: Edge, other: Edge, joined: ReadonlySet<string>): boolean {
  const ends = [cornerKey(one.aLon, one.aLat), cornerKey(one.bLon, one.bLat)]
  const others = [cornerKey(other.aLon, other.aLat), cornerKey(other.bLon, other.bLat)]
  return ends.some((end) => joined.has(end) && others.includes(end))
}

function howTheyMeet(one: Edge, other: Edge): Meeting['kind'] | undefined {
  if (Math.max(one.aLat, one.bLat) < Math.min(other.aLat, other.bLat)) return undefined
  if (Math.max(other.aLat, other.bLat) < Math.min(one.aLat, one.bLat)) return undefined
  const oneFromOther = [sideOf(other, one.aLon, one.aLat), sideOf(other, one.bLon, one.bLat)] as const
  const otherFromOne = [sideOf(one, other.aLon, other.aLat), sideOf(one, other.bLon, other.bLat)] as const
  if (oneFromOther[0] === 0 && oneFromOther[1] === 0) return alongEachOther(one, other)
  if (oneFromOther[0] * oneFromOther[1] > 0 || otherFromOne[0] * otherFromOne[1] > 0) return undefined
  return oneFromOther[0] * oneFromOther[1] < 0 && otherFromOne[0] * otherFromOne[1] < 0 ? 'cross' : 'touch'
}

/** Which side of an edge a position lies on: 1 left, -1 right, 0 on its line. */
function sideOf(edge: Edge, lon: number, lat: number): number {
  return Math.sign((edge.bLon - edge.aLon) * (lat - edge.aLat) - (edge.bLat - edge.aLat) * (lon - edge.aLon))
}

function alongEachOther(one: Edge, other: Edge): Meeting['kind'] | undefined {
  const byLon = Math.abs(one.bLon - one.aLon) >= Math.abs(one.bLat - one.aLat)
  const span = (edge: Edge) =>
    (byLon ? [edge.aLon, edge.bLon] : [edge.aLat, edge.bLat]).sort((a, b) => a - b) as [number, number]
  const [from, to] = span(one)
  const [otherFrom, otherTo] = span(other)
  const shared = Math.min(to, otherTo) - Math.max(from, otherFrom)
  if (shared < 0) return undefined
  return shared === 0 ? 'touch' : 'overlap'
}
