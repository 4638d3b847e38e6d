import type { Point } from '../types.ts'
import { metresEast, metresNorth, shorterWay } from './flat-earth.ts'
import type { PreparedArea } from './prepared.ts'

/** Cells of 0.01 degree (1.1 km north-south): a point query looks at one, and finds the few areas of a neighborhood. */
const CELLS_IN_A_DEGREE = 100
const COLUMNS = 360 * CELLS_IN_A_DEGREE

/** An area over more cells than this is kept apart and asked each time: a county among schools. */
const MOST_CELLS = 1024

/** Boxes of many areas on a grid of 0.01 degree; cells in compressed rows behind a hash table. */
export interface AreaIndex {
  readonly areas: readonly PreparedArea[]
  /** West, south, east, north of each area, longitudes from its middle; and that middle. */
  readonly boxes: Float64Array
  /** Number of the cell in each slot, -1 where there is none; its length is a power of two. */
  readonly slots: Int32Array
  /** Where the list of each slot begins in `listed`; one more than there are slots. */
  readonly starts: Uint32Array
  readonly listed: Uint32Array
  /** Areas too wide for the grid. */
  readonly wide: Uint32Array
}

/**
 * An index over many areas (template zones: schools, playgrounds), to be built once and asked for every fix.
 *
 * @example
 * const index = buildIndex(schools)
 * for (const at of nearby(index, fix, 250)) signedDistance(fix, schools[at])
 */
export function buildIndex(areas: readonly PreparedArea[]): AreaIndex {
  const boxes = new Float64Array(areas.length * 5)
  const lists = new Map<number, number[]>()
  const wide: number[] = []
  for (const [at, area] of areas.entries()) {
    boxes.set([area.west, area.south, area.east, area.north, area.middleLon], at * 5)
    const west = column(area.middleLon + area.west)
    const east = column(area.middleLon + area.east)
    const south = row(area.south)
    const north = row(area.north)
    if ((east - west + 1) * (north - south + 1) > MOST_CELLS) {
      wide.push(at)
      continue
    }
    for (let r = south; r <= north; r++) {
      for (let c = west; c <= east; c++) {
        const cell = cellOf(r, c)
        const list = lists.get(cell)
        if (list) list.push(at)
        else lists.set(cell, [at])
      }
    }
  }
  return { areas, boxes, wide: Uint32Array.from(wide), ...compress(lists) }
}

function compress(lists: ReadonlyMap<number, readonly number[]>) {
  let size = 16
  while (size < lists.size * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  for (const cell of lists.keys()) {
    let slot = firstSlot(cell, size)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = cell
  }
  const starts = new Uint32Array(size + 1)
  const listed: number[] = []
  for (const [slot, cell] of slots.entries()) {
    starts[slot] = listed.length
    for (const at of lists.get(cell) ?? []) listed.push(at)
  }
  starts[size] = listed.length
  return { slots, starts, listed: Uint32Array.from(listed) }
}

const column = (lon: number): number => Math.floor(lon * CELLS_IN_A_DEGREE)
const row = (lat: number): number => Math.floor(lat * CELLS_IN_A_DEGREE)

/** Columns wrap round the earth: 181 degrees and -179 are one cell. */
function cellOf(row: number, column: number): number {
  const wrapped = column % COLUMNS
  return (row + 90 * CELLS_IN_A_DEGREE) * COLUMNS + (wrapped < 0 ? wrapped + COLUMNS : wrapped)
}

/** Multiplication by an odd constant spreads neighboring cells over the table. */
function firstSlot(cell: number, size: number): number {
  return (Math.imul(cell, 0x9e3779b1) >>> 8) & (size - 1)
}

/**
 * The areas whose box comes within some metres of a position, as their places in the list the index was built from, each
 * once, in no order. What is not named is further away; what is named must be measured.
 *
 * @param metres 0 or more: how far from the position a line still matters, such as the accuracy of the fix
 * @param found filled and returned; give the same array again to spare the garbage
 * @example nearby(index, { lat: 38.58, lon: -121.49 }, 50) // [17, 4021]
 */
export function nearby(index: AreaIndex, point: Point, metres: number, found: number[] = []): number[] {
  found.length = 0
  const roomLat = (metres / metresNorth(point.lat)) * ROOM
  const roomLon = Math.min((metres / metresEast(point.lat)) * ROOM, 180)
  for (const at of index.wide) if (boxIsNear(index, at, point, roomLon, roomLat)) found.push(at)
  const west = column(point.lon - roomLon)
  const east = column(point.lon + roomLon)
  const south = row(point.lat - roomLat)
  const north = row(point.lat + roomLat)
  const cells = (east - west + 1) * (north - south + 1)
  if (cells === 1) return listCell(index, cellOf(south, west), point, roomLon, roomLat, false, found)
  if (cells > index.slots.length) return everyArea(index, point, roomLon, roomLat, found)
  for (let r = south; r <= north; r++) {
    for (let c = west; c <= east; c++) listCell(index, cellOf(r, c), point, roomLon, roomLat, true, found)
  }
  return found
}

/** Degrees change along the way; within the distances asked for, by less than this. */
const ROOM = 1.001

function listCell(
  index: AreaIndex,
  cell: number,
  point: Point,
  roomLon: number,
  roomLat: number,
  again: boolean,
  found: number[],
): number[] {
  const { slots, starts, listed } = index
  const mask = slots.length - 1
  let slot = firstSlot(cell, slots.length)
  while (slots[slot] !== cell) {
    if (slots[slot] === -1) return found
    slot = (slot + 1) & mask
  }
  const end = starts[slot + 1]!
  for (let i = starts[slot]!; i < end; i++) {
    const at = listed[i]!
    if (again && found.includes(at)) continue
    if (boxIsNear(index, at, point, roomLon, roomLat)) found.push(at)
  }
  return found
}

function everyArea(
  index: AreaIndex,
  point: Point,
  roomLon: number,
  roomLat: number,
  found: number[],
): number[] {
  found.length = 0
  for (let at = 0; at < index.areas.length; at++) {
    if (boxIsNear(index, at, point, roomLon, roomLat)) found.push(at)
  }
  return found
}

function boxIsNear(index: AreaIndex, at: number, point: Point, roomLon: number, roomLat: number): boolean {
  const { boxes } = index
  const box = at * 5
  if (point.lat < boxes[box + 1]! - roomLat || point.lat > boxes[box + 3]! + roomLat) return false
  const lon = shorterWay(point.lon - boxes[box + 4]!)
  return lon >= boxes[box]! - roomLon && lon <= boxes[box + 2]! + roomLon
}
