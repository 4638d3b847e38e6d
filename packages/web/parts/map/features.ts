import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from 'geojson'
import type { Accuracy, AreaForm, Corner, MapArea, MapContent, MapLine, Mark } from './types.ts'

// What lies on the map, as GeoJSON.

const metresADegree = 111_195
/** Corners of a drawn circle. */
const corners = 48

const collect = <G extends Point | LineString | Polygon>(features: Feature<G>[]): FeatureCollection<G> => ({
  type: 'FeatureCollection',
  features,
})

/** The ring of a circle on the ground, closed. `radius` in metres; true to some metres below 50 km. */
export function ringOf(center: Corner, radius: number): Position[] {
  const [lon, lat] = center
  const up = radius / metresADegree
  const across = up / Math.max(Math.cos((lat * Math.PI) / 180), 0.01)
  const ring = Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners
    return [lon + across * Math.sin(turn), lat + up * Math.cos(turn)]
  })
  return [...ring, ring[0]!]
}

/** The polygons of an area, each with its outline first and its holes after. */
export function polygonsOf(form: AreaForm): Position[][][] {
  const closed = (ring: readonly Corner[]): Position[] => {
    const [first, last] = [ring[0], ring.at(-1)]
    const positions = ring.map(([lon, lat]) => [lon, lat])
    return first && last && (first[0] !== last[0] || first[1] !== last[1])
      ? [...positions, [first[0], first[1]]]
      : positions
  }
  switch (form.kind) {
    case 'circle':
      return [[ringOf(form.center, form.radius)]]
    case 'polygon':
      return [form.coordinates.map(closed)]
    case 'multipolygon':
      return form.coordinates.map((polygon) => polygon.map(closed))
  }
}

export const markFeatures = (marks: readonly Mark[]): FeatureCollection<Point> =>
  collect(
    marks.map(({ id, lon, lat, shape, tone, word, name, isSmall }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        id,
        icon: `${shape}-${tone}`,
        word,
        name,
        size: isSmall ? 0.6 : 1,
        now: tone === 'now' ? 1 : 0,
      },
    })),
  )

export const circleFeatures = (circles: readonly Accuracy[]): FeatureCollection<Polygon> =>
  collect(
    circles.map(({ id, lon, lat, radius, tone = 'accent' }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ringOf([lon, lat], radius)] },
      properties: { id, tone },
    })),
  )

export const areaFeatures = (areas: readonly MapArea[]): FeatureCollection<Polygon> =>
  collect(
    areas.flatMap(({ id, name, rule, form }) =>
      polygonsOf(form).map((coordinates) => ({
        type: 'Feature' as const,
        geometry: { type: 'Polygon' as const, coordinates },
        properties: { id, name, rule },
      })),
    ),
  )

export const lineFeatures = (lines: readonly MapLine[]): FeatureCollection<LineString> =>
  collect(
    lines
      .filter(({ points }) => points.length > 1)
      .map(({ id, points, kind, tone = 'accent' }) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: points.map(([lon, lat]) => [lon, lat]) },
        properties: { id, kind, tone },
      })),
  )

/** South-west and north-east corner around everything; null when there is nothing. */
export function boundsOf(content: MapContent): [Corner, Corner] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (lon: number, lat: number): void => {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  // Small marks are remarks, as a position that cannot be: they move the view only where there is nothing else.
  const marks = content.marks ?? []
  const leading = marks.filter(({ isSmall }) => !isSmall)
  for (const { lon, lat } of leading.length > 0 ? leading : marks) take(lon, lat)
  for (const { lon, lat } of content.circles ?? []) take(lon, lat)
  for (const { points } of content.lines ?? []) for (const [lon, lat] of points) take(lon, lat)
  for (const { form } of content.areas ?? [])
    for (const [outline] of polygonsOf(form)) for (const [lon, lat] of outline ?? []) take(lon!, lat!)
  return west === Infinity
    ? null
    : [
        [west, south],
        [east, north],
      ]
}
