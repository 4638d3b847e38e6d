import type { PreparedArea } from './prepared.ts'
import { OF_AN_AREA, type Reach, reachOf } from './reach.ts'

/** Cells of 0.01 degree (1.1 km north-south): a point query looks at one, and finds the few areas of a neighborhood. */
export const CELLS_IN_A_DEGREE = 100
const COLUMNS = 360 * CELLS_IN_A_DEGREE

/** An area over more cells than this is kept apart and asked each time: a county among schools. */
const MOST_CELLS = 1024

/** Parts of a cell, west to east and south to north: a position in a part without any box needs no box to be asked. */
export const PARTS_EAST = 4
export const PARTS_NORTH = 8

/** Degrees, a tenth of a millimetre: what rounding may do at the border of a part. */
const MARGIN = 1e-9

/** Numbers told of each cell in the table: itself, where its list begins and ends, and a bit for each part with a box. */
export const OF_A_CELL = 4

/** Boxes of many areas on a grid of 0.01 degree; cells in compressed rows behind a hash table. */
export interface AreaIndex {
  readonly areas: readonly PreparedArea[]
  /** The boxes of the areas, with the room that was asked for. */
  readonly reach: Reach
  /** How many cells the table has room for; a power of two. */
  readonly size: number
  /** The cells, those of no area -1. What is told of a cell lies together, so that asking reads memory in one place. */
  readonly table: Int32Array
  readonly listed: Uint32Array
  /** Areas too wide for the grid. */
  readonly wide: Uint32Array
}

interface Cell {
  areas: number[]
  parts: number
}

/**
 * An index over many areas (template zones: schools, playgrounds), to be built once and asked for every fix.
 *
 * @param rooms metres about each area that belong to it, such as its buffer; none when absent
 * @example
 * const index = buildIndex(schools)
 * for (const at of nearby(index, fix, 250)) signedDistance(fix, schools[at])
 */
export function buildIndex(areas: readonly PreparedArea[], rooms: readonly number[] = []): AreaIndex {
  const reach = reachOf(
    areas,
    areas.map((_, at) => rooms[at] ?? 0),
  )
  const cells = new Map<number, Cell>()
  const wide: number[] = []
  for (const at of areas.keys()) {
    const [middle, west, south, east, north] = reach.lines.subarray(at * OF_AN_AREA) as unknown as Box
    const box = { west: middle + west, south, east: middle + east, north }
    if (!listInCells(cells, at, box)) wide.push(at)
  }
  return { areas, reach, wide: Uint32Array.from(wide), ...compress(cells) }
}

type Box = [middle: number, west: number, south: number, east: number, north: number]
type Sides = { west: number; south: number; east: number; north: number }

function listInCells(cells: Map<number, Cell>, at: number, { west, south, east, north }: Sides): boolean {
  const [first, last] = [column(west - MARGIN), column(east + MARGIN)]
  const [lowest, highest] = [row(south - MARGIN), row(north + MARGIN)]
  if ((last - first + 1) * (highest - lowest + 1) > MOST_CELLS) return false
  for (let r = lowest; r <= highest; r++) {
    const rows = partsOf(south, north, r, PARTS_NORTH)
    for (let c = first; c <= last; c++) {
      const cell = cells.get(cellOf(r, c)) ?? { areas: [], parts: 0 }
      cell.areas.push(at)
      cell.parts |= maskOf(partsOf(west, east, c, PARTS_EAST), rows)
      cells.set(cellOf(r, c), cell)
    }
  }
  return true
}

/** First and last part of a cell that a box touches, in one direction. */
function partsOf(from: number, to: number, cell: number, parts: number): [number, number] {
  const first = Math.floor(((from - MARGIN) * CELLS_IN_A_DEGREE - cell) * parts)
  const last = Math.floor(((to + MARGIN) * CELLS_IN_A_DEGREE - cell) * parts)
  return [Math.max(0, first), Math.min(parts - 1, last)]
}

function maskOf(columns: readonly [number, number], rows: readonly [number, number]): number {
  let mask = 0
  for (let r = rows[0]; r <= rows[1]; r++) {
    for (let c = columns[0]; c <= columns[1]; c++) mask |= 1 << (r * PARTS_EAST + c)
  }
  return mask
}

function compress(cells: ReadonlyMap<number, Cell>) {
  let size = 16
  while (size < cells.size * 2) size *= 2
  const table = new Int32Array(size * OF_A_CELL)
  for (let slot = 0; slot < size; slot++) table[slot * OF_A_CELL] = -1
  const listed: number[] = []
  for (const [cell, { areas, parts }] of cells) {
    let slot = firstSlot(cell, size)
    while (table[slot * OF_A_CELL] !== -1) slot = (slot + 1) & (size - 1)
    table.set([cell, listed.length, listed.length + areas.length, parts], slot * OF_A_CELL)
    for (const at of areas) listed.push(at)
  }
  return { size, table, listed: Uint32Array.from(listed) }
}

export const column = (lon: number): number => Math.floor(lon * CELLS_IN_A_DEGREE)
export const row = (lat: number): number => Math.floor(lat * CELLS_IN_A_DEGREE)

/** Columns wrap round the earth: 181 degrees and -179 are one cell. */
export function cellOf(row: number, column: number): number {
  const wrapped = column % COLUMNS
  return (row + 90 * CELLS_IN_A_DEGREE) * COLUMNS + (wrapped < 0 ? wrapped + COLUMNS : wrapped)
}

/** Multiplication by an odd constant spreads neighboring cells over the table. */
function firstSlot(cell: number, size: number): number {
  return (Math.imul(cell, 0x9e3779b1) >>> 8) & (size - 1)
}

/** Where in the table a cell stands, or -1. */
export function placeOfCell({ table, size }: AreaIndex, cell: number): number {
  let slot = firstSlot(cell, size)
  for (;;) {
    const at = slot * OF_A_CELL
    if (table[at] === cell) return at
    if (table[at] === -1) return -1
    slot = (slot + 1) & (size - 1)
  }
}
