import type { Area, Point, Position, Zone } from '../../types.ts'

/** Places on paper: metres east and south of the corner of what is drawn. */
export interface Plan {
  width: number
  height: number
  x(lon: number): number
  y(lat: number): number
}

const NORTH = 111_200
const eastAt = (lat: number): number => 111_320 * Math.cos((lat * Math.PI) / 180)

interface Reach extends Point {
  metres: number
}

/**
 * A plan that holds all of the track, and the zones that come near it: a zone far away would make the track a dot.
 *
 * @param track positions with their accuracy
 */
export function planOf(track: readonly Reach[], zones: readonly Zone[]): Plan {
  const own = boxOf(track.length > 0 ? track : zones.flatMap(reachOf))
  const room = Math.max(200, 0.5 * Math.max(metresHigh(own), metresWide(own)))
  const near = zones.flatMap(reachOf).filter((reach) => within(reach, own, room))
  const box = boxOf([...track, ...near])
  const middle = (box.south + box.north) / 2
  const edge = Math.max(50, 0.05 * Math.max(metresHigh(box), metresWide(box)))
  return {
    width: metresWide(box) + 2 * edge,
    height: metresHigh(box) + 2 * edge,
    x: (lon) => (lon - box.west) * eastAt(middle) + edge,
    y: (lat) => (box.north - lat) * NORTH + edge,
  }
}

interface Box {
  west: number
  east: number
  south: number
  north: number
}

function boxOf(reaches: readonly Reach[]): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const { lat, lon, metres } of reaches) {
    const [wide, high] = [metres / eastAt(lat), metres / NORTH]
    box.west = Math.min(box.west, lon - wide)
    box.east = Math.max(box.east, lon + wide)
    box.south = Math.min(box.south, lat - high)
    box.north = Math.max(box.north, lat + high)
  }
  return reaches.length > 0 ? box : { west: 0, east: 0.01, south: 0, north: 0.01 }
}

const metresHigh = (box: Box): number => (box.north - box.south) * NORTH
const metresWide = (box: Box): number => (box.east - box.west) * eastAt((box.south + box.north) / 2)

function within({ lat, lon, metres }: Reach, box: Box, room: number): boolean {
  const [wide, high] = [(room + metres) / eastAt(lat), (room + metres) / NORTH]
  return lon > box.west - wide && lon < box.east + wide && lat > box.south - high && lat < box.north + high
}

/** The corners of a zone, or its center with its radius. */
function reachOf({ area, buffer = 0 }: Zone): Reach[] {
  if (area.kind === 'circle') return [{ ...pointOf(area.center), metres: area.radius + buffer }]
  return ringsOf(area).flatMap((ring) => ring.map((position) => ({ ...pointOf(position), metres: buffer })))
}

const pointOf = ([lon, lat]: Position): Point => ({ lat, lon })

/** All rings of an area of corners. */
export const ringsOf = (area: Exclude<Area, { kind: 'circle' }>): (readonly Position[])[] =>
  area.kind === 'polygon' ? [...area.coordinates] : area.coordinates.flat()
