import { outline, states } from 'virtual:map-base'
import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import type { StateBase, StateEntry, Way } from './base/shapes.ts'
import type { GeoJSONSource, Map as LibreMap } from './libre.ts'

/** From this zoom on the counties of a state are drawn. */
const countyZoom = 4

/** The outlines of the states, known from the start. */
export const outlineData = (): FeatureCollection<LineString> => lineCollection(outline)

/**
 * Keeps the counties and places of the states in view on the map; each state is loaded once, when it is first come to.
 * @returns stops
 */
export function followBase(map: LibreMap): () => void {
  const loaded = new Map<string, StateBase>()
  const asked = new Set<string>()
  let stopped = false
  const look = (): void => {
    if (map.getZoom() < countyZoom) return
    const bounds = map.getBounds()
    const wanted = states.filter(({ id, box: [west, south, east, north] }) => {
      const meets =
        west < bounds.getEast() &&
        east > bounds.getWest() &&
        south < bounds.getNorth() &&
        north > bounds.getSouth()
      return meets && !asked.has(id)
    })
    if (wanted.length > 0) void load(wanted)
  }
  const load = async (wanted: readonly StateEntry[]): Promise<void> => {
    for (const { id } of wanted) asked.add(id)
    for (const { id, load } of wanted) {
      try {
        loaded.set(id, (await load()).default)
      } catch {
        // Without a connection there are no lines here yet; the next move asks again.
        asked.delete(id)
      }
    }
    if (!stopped) show(map, [...loaded.values()])
  }
  map.on('moveend', look)
  look()
  return () => {
    stopped = true
    map.off('moveend', look)
  }
}

function show(map: LibreMap, bases: readonly StateBase[]): void {
  const set = (source: string, data: FeatureCollection): void => {
    map.getSource<GeoJSONSource>(source)?.setData(data)
  }
  set('counties', lineCollection(bases.flatMap(({ lines }) => lines)))
  set('county-names', {
    type: 'FeatureCollection',
    features: bases.flatMap(({ counties }) => counties.map(([name, lon, lat]) => named(name, lon, lat, 0))),
  })
  set('places', {
    type: 'FeatureCollection',
    features: bases.flatMap(({ places }) =>
      places.map(([name, lon, lat, people]) => named(name, lon, lat, people)),
    ),
  })
}

const lineCollection = (ways: readonly Way[]): FeatureCollection<LineString> => ({
  type: 'FeatureCollection',
  features: ways.map((way) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: way.map(([lon, lat]) => [lon!, lat!]) },
    properties: {},
  })),
})

const named = (name: string, lon: number, lat: number, people: number): Feature<Point> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { name, people },
})
