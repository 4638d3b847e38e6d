import { describe, expect, test } from 'vitest'
import { readTrack } from './index.ts'

const read = (text: string) => readTrack(new TextEncoder().encode(text), 'day.geojson')
const point = (properties: object, coordinates: unknown = [-121.49, 38.58]) =>
  JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } })
const collection = (...features: string[]) =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`

describe('GeoJSON', () => {
  test('points with their times and lines of the file', () => {
    const { records, complaints } = read(
      collection(
        point({ time: 1795435200, accuracy: 9 }),
        point({ time: 'now' }),
        point({ time: 1795435260 }, ['x', 1]),
      ),
    )
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ line: 2, fix: { lat: 38.58, lon: -121.49, accuracy: 9 } })
    expect(complaints.map(({ line }) => line)).toEqual([3, 4])
  })

  test('a line with a time for each position', () => {
    const { records, complaints } = read(
      `{"type":"Feature","properties":{"coordTimes":["2026-11-23T12:00:00Z","2026-11-23T12:01:00Z"],"note":"a \\" {"},
"geometry":{"type":"LineString","coordinates":[
[-121.49,38.58],
[-121.48,38.58,12],
[-121.47,38.58]]}}`,
    )
    expect(records.map(({ line, fix }) => [line, fix.lon])).toEqual([
      [3, -121.49],
      [4, -121.48],
    ])
    expect(complaints).toEqual([{ line: 5, what: 'there is no time', kept: false }])
  })

  test('what is no JSON, no GeoJSON, and no part of a track', () => {
    expect(() => read('{"type":')).toThrow('day.geojson: It is not JSON')
    expect(() => read('[]')).toThrow('day.geojson: It is no GeoJSON.')
    expect(() => read('{"type":"Topology"}')).toThrow('Its type is "Topology"')
    expect(
      read(collection('{"type":"Feature","geometry":null,"properties":{}}', '7')).complaints,
    ).toHaveLength(2)
    expect(read(collection())).toEqual({ records: [], complaints: [] })
  })
})
