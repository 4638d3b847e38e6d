import type { Fix, Input, Zone } from '@inlieu/watch'

/** Degrees of a cell: four kilometers and more, which is farther than anybody goes between two fixes of a minute. */
const cell = 0.05
/** Degrees of latitude to a meter. */
const degree = 1 / 111_320
/** Degrees that a zone may be high or wide. */
const widest = 5
/** Milliseconds before and after a fix near a zone that belong to it. */
const around = 3_600_000

/**
 * What was stored of a person without the fixes that lie far from all of these zones, and an hour from any that does
 * not: what an exclusion zone would have made of the rest is nothing. Empty where no fix was near.
 */
export function nearZones(stored: readonly Input[], zones: readonly Zone[]): Input[] {
  const cells = cellsOf(zones)
  if (cells === null) return stored.some(({ kind }) => kind === 'fix') ? [...stored] : []
  const near = stored
    .filter((one): one is Fix => one.kind === 'fix')
    .filter((one) => cells.has(cellAt(one.lat, one.lon)))
    .map(({ at }) => at)
    .sort((a, b) => a - b)
  if (near.length === 0) return []
  return stored.filter((one) => one.kind !== 'fix' || isWithin(near, one.at))
}

/** A fix without a position is near nothing. */
const cellAt = (lat: number | null, lon: number | null): string =>
  lat === null || lon === null ? '' : `${Math.floor(lat / cell)} ${Math.floor(lon / cell)}`

/** Whether one of the sorted times lies within an hour of this one. */
function isWithin(sorted: readonly number[], at: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < at - around) low = middle + 1
    else high = middle
  }
  return low < sorted.length && sorted[low]! <= at + around
}

/** The cells that zones lie in, and those around them; null where one is so large that everybody is near. */
function cellsOf(zones: readonly Zone[]): Set<string> | null {
  const found = new Set<string>()
  for (const zone of zones) {
    const { south, west, north, east } = boxOf(zone)
    if (north - south > widest || east - west > widest) return null
    for (let row = Math.floor(south / cell) - 1; row <= Math.floor(north / cell) + 1; row++)
      for (let column = Math.floor(west / cell) - 1; column <= Math.floor(east / cell) + 1; column++)
        found.add(`${row} ${column}`)
  }
  return found
}

function boxOf({ area, buffer = 0 }: Zone) {
  const box = { south: 90, west: 180, north: -90, east: -180 }
  const outlines =
    area.kind === 'circle'
      ? [[area.center]]
      : area.kind === 'polygon'
        ? area.coordinates
        : area.coordinates.flat()
  for (const [lon, lat] of outlines.flat()) {
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
  }
  const high = ((area.kind === 'circle' ? area.radius : 0) + Math.max(0, buffer)) * degree
  const farthest = Math.min(85, Math.max(Math.abs(box.south), Math.abs(box.north)) + high)
  const wide = high / Math.cos((farthest * Math.PI) / 180)
  return {
    south: box.south - high,
    north: box.north + high,
    west: box.west - wide,
    east: box.east + wide,
  }
}
