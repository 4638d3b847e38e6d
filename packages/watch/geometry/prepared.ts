/** Where an area lies. Longitudes are counted from its own middle, so that 180 degrees is nothing special. */
export interface Bounds {
  /** Degrees; every other longitude of the area is the difference from this one. */
  readonly middleLon: number
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** A circle made ready. */
export interface PreparedCircle extends Bounds {
  readonly kind: 'circle'
  readonly middleLat: number
  /** Metres. */
  readonly radius: number
}

/**
 * Polygons made ready. Its outline is cut into pieces of a few edges with a box each, so that a coast line costs a look at
 * its boxes and at the few edges that matter.
 */
export interface PreparedPolygons extends Bounds {
  readonly kind: 'polygons'
  /** Longitude (from the middle) and latitude of every corner, in the order of the outline; degrees. */
  readonly corners: Float64Array
  /** First and last corner of every piece; neighbours share one. */
  readonly pieces: Uint32Array
  /** West, south, east, north of every piece; degrees. */
  readonly boxes: Float64Array
}

/** An area checked and made ready to be asked often. Made from its definition each time; never stored. */
export type PreparedArea = PreparedCircle | PreparedPolygons

/** Edges in a piece: enough that boxes are few, few enough that a piece is soon read. */
const EDGES_IN_A_PIECE = 12

/** Lays out an outline: runs of corners in degrees, longitudes as unrolled by the reader. */
export function layOut(runs: readonly (readonly (readonly [number, number])[])[]): PreparedPolygons {
  const all = runs.flat()
  const lons = all.map(([lon]) => lon)
  const middle = (least(lons) + most(lons)) / 2
  const corners = new Float64Array(all.length * 2)
  const pieces: number[] = []
  let at = 0
  for (const run of runs) {
    for (let from = 0; from + 1 < run.length; from += EDGES_IN_A_PIECE) {
      pieces.push(at + from, at + Math.min(from + EDGES_IN_A_PIECE, run.length - 1))
    }
    for (const [lon, lat] of run) {
      corners[2 * at] = lon - middle
      corners[2 * at + 1] = lat
      at++
    }
  }
  const boxes = boxesOf(corners, pieces)
  const side = (which: number) => boxes.filter((_, i) => i % 4 === which)
  return {
    kind: 'polygons',
    middleLon: middle,
    west: least(side(0)),
    south: least(side(1)),
    east: most(side(2)),
    north: most(side(3)),
    corners,
    pieces: Uint32Array.from(pieces),
    boxes,
  }
}

function boxesOf(corners: Float64Array, pieces: readonly number[]): Float64Array {
  const boxes = new Float64Array(pieces.length * 2)
  for (let piece = 0; piece < pieces.length / 2; piece++) {
    const reach = corners.subarray(2 * pieces[2 * piece]!, 2 * pieces[2 * piece + 1]! + 2)
    const lons = reach.filter((_, i) => i % 2 === 0)
    const lats = reach.filter((_, i) => i % 2 === 1)
    boxes.set([least(lons), least(lats), most(lons), most(lats)], piece * 4)
  }
  return boxes
}

function least(values: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY
  for (const value of values) if (value < least) least = value
  return least
}

function most(values: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  return most
}
