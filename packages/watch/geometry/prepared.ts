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
 * Polygons made ready. The outline is cut into pieces of a few edges with a box each, so that a coast line costs a look at
 * its boxes and at the few edges that matter.
 */
export interface PreparedPolygons extends Bounds {
  readonly kind: 'polygons'
  readonly pieces: number
  /**
   * One array, because a state has a million of them: first six numbers for each piece (where in this array its first
   * corner stands, and its last; west, south, east, north), then longitude (from the middle) and latitude of the corners.
   * Neighboring pieces share a corner. Degrees.
   */
  readonly outline: Float64Array
}

/** Numbers told of each piece before the corners begin. */
export const OF_A_PIECE = 6

/** An area checked and made ready to be asked often. Made from its definition each time; never stored. */
export type PreparedArea = PreparedCircle | PreparedPolygons

/** Edges in a piece: enough that boxes are few, few enough that a piece is soon read. */
const EDGES_IN_A_PIECE = 12

/** Lays out an outline: runs of corners in degrees, longitudes as unrolled by the reader. */
export function layOut(runs: readonly (readonly (readonly [number, number])[])[]): PreparedPolygons {
  const all = runs.flat()
  const lons = all.map(([lon]) => lon)
  const middle = (least(lons) + most(lons)) / 2
  let from = 0
  const pieces = runs.flatMap((run) => {
    from += run.length
    return piecesOf(run.length, from - run.length)
  })
  const begins = pieces.length * OF_A_PIECE
  const outline = new Float64Array(begins + 2 * all.length)
  for (const [at, [lon, lat]] of all.entries()) outline.set([lon - middle, lat], begins + 2 * at)
  for (const [i, [first, last]] of pieces.entries()) {
    const reach = outline.subarray(begins + 2 * first, begins + 2 * last + 2)
    outline.set([begins + 2 * first, begins + 2 * last, ...boxOf(reach)], i * OF_A_PIECE)
  }
  const [west, south, east, north] = boxOf(outline.subarray(begins))
  return { kind: 'polygons', middleLon: middle, west, south, east, north, pieces: pieces.length, outline }
}

/** First and last corner of every piece of a run that begins at corner `from`. */
function piecesOf(corners: number, from: number): [number, number][] {
  const pieces: [number, number][] = []
  for (let first = 0; first + 1 < corners; first += EDGES_IN_A_PIECE) {
    pieces.push([from + first, from + Math.min(first + EDGES_IN_A_PIECE, corners - 1)])
  }
  return pieces
}

function boxOf(corners: Float64Array): [number, number, number, number] {
  const lons = corners.filter((_, i) => i % 2 === 0)
  const lats = corners.filter((_, i) => i % 2 === 1)
  return [least(lons), least(lats), most(lons), most(lats)]
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
