import type { Point } from '../types.ts'
import {
  type AreaIndex,
  CELLS_IN_A_DEGREE,
  cellOf,
  column,
  PARTS_EAST,
  PARTS_NORTH,
  placeOfCell,
  row,
} from './area-index.ts'
import { metresEast, metresNorth, shorterWay } from './flat-earth.ts'
import { OF_AN_AREA } from './reach.ts'

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
  if (metres === 0) return around(index, point, found)
  const roomLat = (metres / metresNorth(point.lat)) * ROOM
  const roomLon = Math.min((metres / metresEast(point.lat)) * ROOM, 180)
  listWide(index, point, roomLon, roomLat, found)
  const west = column(point.lon - roomLon)
  const east = column(point.lon + roomLon)
  const south = row(point.lat - roomLat)
  const north = row(point.lat + roomLat)
  const cells = (east - west + 1) * (north - south + 1)
  if (cells > index.size) return everyArea(index, point, roomLon, roomLat, found)
  for (let r = south; r <= north; r++) {
    for (let c = west; c <= east; c++) listCell(index, cellOf(r, c), point, roomLon, roomLat, found)
  }
  return found
}

/** Degrees change along the way; within the distances asked for, by less than this. */
const ROOM = 1.001

/** The areas whose box holds a position: one cell, and of it one part, answers nearly always that there is none. */
function around(index: AreaIndex, point: Point, found: number[]): number[] {
  if (index.wide.length > 0) listWide(index, point, 0, 0, found)
  const east = point.lon * CELLS_IN_A_DEGREE
  const north = point.lat * CELLS_IN_A_DEGREE
  const c = Math.floor(east)
  const r = Math.floor(north)
  const place = placeOfCell(index, cellOf(r, c))
  if (place < 0) return found
  const part = Math.floor((north - r) * PARTS_NORTH) * PARTS_EAST + Math.floor((east - c) * PARTS_EAST)
  if ((index.table[place + 3]! & (1 << part)) === 0) return found
  const end = index.table[place + 2]!
  for (let i = index.table[place + 1]!; i < end; i++) {
    const at = index.listed[i]!
    if (boxIsNear(index, at, point, 0, 0)) found.push(at)
  }
  return found
}

function listWide(index: AreaIndex, point: Point, roomLon: number, roomLat: number, found: number[]): void {
  for (const at of index.wide) if (boxIsNear(index, at, point, roomLon, roomLat)) found.push(at)
}

function listCell(
  index: AreaIndex,
  cell: number,
  point: Point,
  roomLon: number,
  roomLat: number,
  found: number[],
): void {
  const place = placeOfCell(index, cell)
  if (place < 0) return
  const end = index.table[place + 2]!
  for (let i = index.table[place + 1]!; i < end; i++) {
    const at = index.listed[i]!
    if (!found.includes(at) && boxIsNear(index, at, point, roomLon, roomLat)) found.push(at)
  }
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

function boxIsNear(
  { reach: { lines } }: AreaIndex,
  at: number,
  point: Point,
  roomLon: number,
  roomLat: number,
): boolean {
  const box = at * OF_AN_AREA
  if (point.lat < lines[box + 2]! - roomLat || point.lat > lines[box + 4]! + roomLat) return false
  const lon = shorterWay(point.lon - lines[box]!)
  return lon >= lines[box + 1]! - roomLon && lon <= lines[box + 3]! + roomLon
}
