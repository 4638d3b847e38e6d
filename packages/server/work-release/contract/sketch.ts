import type { Point } from '../sites/distance.ts'

/** Where the site lies as seen from the residence, drawn in a square of side 1 with north at the top. */
export interface Sketch {
  home: { x: number; y: number }
  site: { x: number; y: number }
  /** Which way the site lies: `n`, `ne`, … */
  direction: Direction
}

const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
type Direction = (typeof directions)[number]

/** Share of the square that is left free at each edge. */
const margin = 0.15

/**
 * A sketch of residence and site; null when one of them is not known or both are at the same point (the
 * middle of one ZIP area), where a drawing would mislead.
 */
export function sketchOf(home: Point | null, site: Point | null): Sketch | null {
  if (!home || !site) return null
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const east = (site.longitude - home.longitude) * Math.cos((home.latitude * Math.PI) / 180)
  const north = site.latitude - home.latitude
  const span = Math.max(Math.abs(east), Math.abs(north))
  if (span === 0) return null
  const scale = (1 - 2 * margin) / span
  const place = (x: number, y: number) => ({ x: round(0.5 + x * scale), y: round(0.5 - y * scale) })
  return {
    home: place(-east / 2, -north / 2),
    site: place(east / 2, north / 2),
    direction: directionOf(east, north),
  }
}

function directionOf(east: number, north: number): Direction {
  const eighths = Math.round((Math.atan2(east, north) / Math.PI) * 4)
  return directions[(eighths + 8) % 8]!
}

const round = (value: number): number => Math.round(value * 1000) / 1000
