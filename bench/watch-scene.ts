import { buildIndex, type Reach, reachOf } from '../packages/watch/geometry/index.ts'
import { prepareArea } from '../packages/watch/geometry/prepare-area.ts'
import type { PreparedArea } from '../packages/watch/geometry/prepared.ts'
import type { Area, Position, Zone } from '../packages/watch/types.ts'

// A county to measure in: people with homes and zones of their own, and a template of 5,000 polygons, half of them in
// twenty towns. The same numbers come each time.

/** Numbers from 0 to 1 that are the same in every run (Park and Miller's generator). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** One degree either way of the middle of California. */
const MIDDLE = { lat: 38, lon: -121 }
const random = numbersFrom(20_261_122)

/** Degrees as maps and units write them: to the centimetre. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** A ring about a place, not quite round. */
function ring(lon: number, lat: number, metres: number, corners: number): Position[] {
  return Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners
    const spoke = metres * (0.7 + 0.3 * random())
    return [
      rounded(lon + (spoke * Math.cos(turn)) / 87_800),
      rounded(lat + (spoke * Math.sin(turn)) / 111_000),
    ]
  })
}

/** A home circle, a work polygon, and three exclusion zones a few kilometres away: 10 to 60 corners each. */
export function zonesAbout(lon: number, lat: number): Zone[] {
  const away = () => (random() - 0.5) * 0.08
  const polygon = (metres: number): Area => {
    const corners = 10 + Math.floor(50 * random())
    return { kind: 'polygon', coordinates: [ring(lon + away(), lat + away(), metres, corners)] }
  }
  return [
    {
      id: 'home',
      rule: 'inclusion',
      area: { kind: 'circle', center: [rounded(lon), rounded(lat)], radius: 60 },
    },
    { id: 'work', rule: 'inclusion', area: polygon(150) },
    { id: 'a', rule: 'exclusion', area: polygon(300) },
    { id: 'b', rule: 'exclusion', area: polygon(400) },
    {
      id: 'c',
      rule: 'exclusion',
      area: { kind: 'circle', center: [rounded(lon + away()), rounded(lat + away())], radius: 500 },
    },
  ]
}

/** Where somebody lives: half in twenty towns, half anywhere. */
export function somewhere(): { lon: number; lat: number } {
  const town = Math.floor(random() * 40)
  const spread = town < 20 ? 0.05 : 1
  const [east, north] = town < 20 ? [((town * 7) % 20) / 10 - 1, ((town * 3) % 20) / 10 - 1] : [0, 0]
  return {
    lon: MIDDLE.lon + east + spread * (2 * random() - 1),
    lat: MIDDLE.lat + north + spread * (2 * random() - 1),
  }
}

/** Template zones as they are drawn: schools, playgrounds. */
export function templateZones(count: number): Zone[] {
  return Array.from({ length: count }, (_, i) => {
    const { lon, lat } = somewhere()
    const coordinates = [ring(lon, lat, 60 + 200 * random(), 6 + Math.floor(30 * random()))]
    return { id: `t${i}`, rule: 'exclusion', area: { kind: 'polygon', coordinates } }
  })
}

/** The area made ready; the scene draws none that is refused. */
export function prepared(area: Area): PreparedArea {
  const result = prepareArea(area)
  if (!result.ok) throw new Error(`${result.problem.where}: ${result.problem.what}`)
  return result.area
}

/** The template made ready with its index. */
export function templateIndex(count: number) {
  return buildIndex(templateZones(count).map((zone) => prepared(zone.area)))
}

/**
 * As many people as asked for, each with areas of their own in memory. A thousand are drawn; the others are copies moved
 * east or west, because drawing and checking a million zones takes minutes and nothing here depends on their shapes.
 */
export function peopleWithZones(count: number): Reach[] {
  return areasOfPeople(count).map((areas) =>
    reachOf(
      areas,
      areas.map(() => LEAST_ACCURATE),
    ),
  )
}

/** Metres: the least accurate fix that may decide. */
const LEAST_ACCURATE = 100

function areasOfPeople(count: number): PreparedArea[][] {
  const drawn: PreparedArea[][] = []
  for (let i = 0; i < Math.min(count, 1_000); i++) {
    const { lon, lat } = somewhere()
    drawn.push(zonesAbout(lon, lat).map((zone) => prepared(zone.area)))
  }
  return Array.from({ length: count }, (_, i) => {
    if (i < drawn.length) return drawn[i]!
    const east = 0.002 * (random() - 0.5)
    return drawn[i % drawn.length]!.map((area) => moved(area, east))
  })
}

function moved(area: PreparedArea, east: number): PreparedArea {
  const middleLon = area.middleLon + east
  return area.kind === 'circle'
    ? { ...area, middleLon }
    : { ...area, middleLon, outline: area.outline.slice() }
}
