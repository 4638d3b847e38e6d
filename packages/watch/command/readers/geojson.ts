import { Refusal } from '../refusal.ts'
import { fieldOf } from './csv.ts'
import { linesOf } from './json-lines.ts'
import { type RawRecord, type ReadTrack, take } from './record.ts'
import { short } from './values.ts'

interface Feature {
  geometry: { type?: unknown; coordinates?: unknown } | null
  properties: Record<string, unknown>
  path: string
}

/**
 * A track in GeoJSON: points that carry their `time` and the rest as properties, or lines whose times stand in
 * `coordTimes` (or `times`, also under `coordinateProperties`), one for each position.
 *
 * @throws Refusal when it is no GeoJSON
 */
export function readGeoJson(text: string, file: string): ReadTrack {
  const track: ReadTrack = { records: [], complaints: [] }
  const features = featuresOf(parsed(text, file), file)
  const lines = linesOf(text)
  const lineOf = (path: string) => lines.get(path) ?? 1
  for (const feature of features) {
    const { geometry, properties, path } = feature
    const coordinates = geometry?.coordinates
    const at = `${path === '' ? '' : `${path}.`}geometry.coordinates`
    if (geometry?.type === 'Point')
      take(track, lineOf(path), { ...fieldsOf(properties), ...lonLat(coordinates) })
    else if (geometry?.type === 'LineString')
      line(track, properties, coordinates, timesOf(properties), at, lineOf)
    else if (geometry?.type === 'MultiLineString' && Array.isArray(coordinates)) {
      for (const [part, positions] of coordinates.entries()) {
        line(track, properties, positions, timesOf(properties, part), `${at}[${part}]`, lineOf)
      }
    } else {
      const what = `a ${short(geometry?.type ?? 'feature without geometry')} is no part of a track: a Point or a LineString is`
      track.complaints.push({ line: lineOf(path), what, kept: false })
    }
  }
  return track
}

function parsed(text: string, file: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refusal(file, `It is not JSON (${(error as Error).message}).`, 'Give a track in GeoJSON.')
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new Refusal(file, 'It is no GeoJSON.', 'Give a FeatureCollection of points or lines with times.')
}

const object = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}

function featuresOf(value: Record<string, unknown>, file: string): Feature[] {
  const made = (one: unknown, path: string): Feature => {
    const { geometry, properties } = object(one)
    return { geometry: object(geometry), properties: object(properties), path }
  }
  if (value.type === 'Feature') return [made(value, '')]
  if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
    return value.features.map((one, place) => made(one, `features[${place}]`))
  }
  throw new Refusal(
    file,
    `Its type is "${short(value.type)}".`,
    'Give a FeatureCollection, or one Feature, of points or lines with times.',
  )
}

function fieldsOf(properties: Record<string, unknown>): RawRecord {
  const raw: RawRecord = {}
  for (const [name, value] of Object.entries(properties)) {
    const field = fieldOf(name)
    if (field) raw[field] = value
  }
  return raw
}

/** What is no pair is no position: the record says so by its missing numbers. */
const lonLat = (position: unknown): RawRecord =>
  Array.isArray(position) && position.length >= 2
    ? { lon: position[0] ?? 'null', lat: position[1] ?? 'null' }
    : { lon: 'absent', lat: 'absent' }

function timesOf(properties: Record<string, unknown>, part?: number): readonly unknown[] {
  const within = object(properties.coordinateProperties)
  const found = properties.coordTimes ?? properties.times ?? within.times ?? within.coordTimes
  const times = part === undefined || !Array.isArray(found) ? found : (found[part] as unknown)
  return Array.isArray(times) ? times : []
}

function line(
  track: ReadTrack,
  properties: Record<string, unknown>,
  positions: unknown,
  times: readonly unknown[],
  path: string,
  lineOf: (path: string) => number,
): void {
  if (!Array.isArray(positions)) {
    track.complaints.push({ line: lineOf(path), what: 'a line without positions', kept: false })
    return
  }
  // What holds for the whole line, such as an accuracy, holds for each of its positions.
  const whole = fieldsOf(properties)
  for (const [place, position] of positions.entries()) {
    take(track, lineOf(`${path}[${place}]`), { ...whole, ...lonLat(position), time: times[place] })
  }
}
