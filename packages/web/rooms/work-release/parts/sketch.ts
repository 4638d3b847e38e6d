/** A point on the earth, in degrees. */
export type Point = { latitude: number; longitude: number }
/** A point of the drawing, from its top left corner. */
export type Spot = { x: number; y: number }

/** What is drawn: the side of the square, and a scale that says how long a round number of miles is. */
export type Sketch = { side: number; spots: Spot[]; scale: { miles: number; length: number } }

const side = 320
const margin = 36
const milesADegree = 69.05

/** Miles a scale bar may stand for. */
const rounds = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

/**
 * Places points in a square with north at the top, as true to distance as a flat drawing of a county can be.
 *
 * @returns null without a point
 */
export function sketchOf(points: readonly Point[]): Sketch | null {
  const [first] = points
  if (!first) return null
  const shrink = Math.cos((middle(points.map(({ latitude }) => latitude)) * Math.PI) / 180)
  const flat = points.map(({ latitude, longitude }) => ({ x: longitude * shrink, y: -latitude }))
  const center = { x: middle(flat.map(({ x }) => x)), y: middle(flat.map(({ y }) => y)) }
  const reach = Math.max(...flat.map(({ x, y }) => Math.max(Math.abs(x - center.x), Math.abs(y - center.y))))
  // A single point, or all in one ZIP area: a mile around it is shown.
  const half = Math.max(reach, 1 / milesADegree)
  const perDegree = (side / 2 - margin) / half
  const spots = flat.map(({ x, y }) => ({
    x: side / 2 + (x - center.x) * perDegree,
    y: side / 2 + (y - center.y) * perDegree,
  }))
  const perMile = perDegree / milesADegree
  const miles = rounds.findLast((candidate) => candidate * perMile <= side / 3) ?? rounds[0]!
  return { side, spots, scale: { miles, length: miles * perMile } }
}

const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
