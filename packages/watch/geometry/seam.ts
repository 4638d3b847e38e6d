import { cornerKey, type Edge } from './edges.ts'

/** What is left of the edges when parts cut at 180 degrees are joined again. */
export interface Joined {
  readonly edges: readonly Edge[]
  /** Corners on the seam, where edges of two parts now meet. */
  readonly corners: ReadonlySet<string>
}

/**
 * Joins parts that RFC 7946 (3.1.9) has cut at the antimeridian. The cut is no border: left in, a person in the
 * middle of the zone would stand "on the line". Edges on the meridian are split at each other's corners; a piece that
 * one part runs northward and another southward is dropped from both.
 */
export function joinAtAntimeridian(edges: readonly Edge[]): Joined {
  const onSeam = edges.filter(runsOnSeam)
  if (onSeam.length === 0) return { edges, corners: new Set() }
  const stops = [...new Set(onSeam.flatMap((edge) => [edge.aLat, edge.bLat]))].sort((a, b) => a - b)
  const split = edges.flatMap((edge) => (runsOnSeam(edge) ? splitAt(edge, stops) : [edge]))
  const directed = new Set(split.filter(runsOnSeam).map((edge) => pieceKey(edge, false)))
  const corners = new Set<string>()
  const left = split.filter((edge) => {
    const cut = runsOnSeam(edge) && directed.has(pieceKey(edge, true))
    if (cut) corners.add(cornerKey(edge.aLon, edge.aLat)).add(cornerKey(edge.bLon, edge.bLat))
    return !cut
  })
  return { edges: left, corners }
}

function runsOnSeam(edge: Edge): boolean {
  return edge.aLon === edge.bLon && Math.abs(edge.aLon % 360) === 180
}

function splitAt(edge: Edge, stops: readonly number[]): Edge[] {
  const low = Math.min(edge.aLat, edge.bLat)
  const high = Math.max(edge.aLat, edge.bLat)
  const between = stops.filter((lat) => lat >= low && lat <= high)
  if (edge.aLat > edge.bLat) between.reverse()
  return between.slice(1).map((bLat, i) => ({ ...edge, aLat: between[i]!, bLat }))
}

/** A piece of the meridian with its direction; the longitude tells one turn from another. */
function pieceKey(edge: Edge, turned: boolean): string {
  return turned ? `${edge.aLon} ${edge.bLat} ${edge.aLat}` : `${edge.aLon} ${edge.aLat} ${edge.bLat}`
}
