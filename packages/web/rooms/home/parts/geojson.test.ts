import { describe, expect, test } from 'vitest'
import { areaAsTyped, areaOf, degreesOf, typedArea, writeArea } from './area-typed.ts'
import { readGeoJson, writeGeoJson } from './geojson.ts'
import type { Area } from './words.ts'

const ring: [number, number][] = [
  [-121.5, 38.5],
  [-121.4, 38.5],
  [-121.4, 38.6],
  [-121.5, 38.5],
]
const polygon = { type: 'Polygon', coordinates: [ring] }
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry })
const read = (given: unknown) => readGeoJson(JSON.stringify(given))

describe('GeoJSON as people have it', () => {
  test.each([
    ['a bare polygon', polygon, ''],
    ['a feature with its name', feature(polygon, { name: 'School' }), 'School'],
    [
      'the one area of a collection',
      { type: 'FeatureCollection', features: [feature({ type: 'LineString' }), feature(polygon)] },
      '',
    ],
  ])('%s', (_, given, name) => {
    expect(read(given)).toEqual({ ok: true, area: { kind: 'polygon', coordinates: [ring] }, name })
  })

  test('a point with a radius is a circle, without one it is nothing', () => {
    const point = { type: 'Point', coordinates: [-121.5, 38.5, 12] }
    expect(read(feature(point, { radius: 80 }))).toEqual({
      ok: true,
      area: { kind: 'circle', center: [-121.5, 38.5], radius: 80 },
      name: '',
    })
    expect(read(feature(point))).toEqual({ ok: false, why: 'no-area' })
  })

  test.each([
    ['no JSON', '{', 'not-json'],
    ['nothing', 'null', 'no-area'],
    ['a number', '7', 'no-area'],
    ['a line', JSON.stringify({ type: 'LineString', coordinates: ring }), 'no-area'],
    [
      'two areas',
      JSON.stringify({ type: 'FeatureCollection', features: [feature(polygon), feature(polygon)] }),
      'several-areas',
    ],
    ['words for numbers', JSON.stringify({ type: 'Polygon', coordinates: [[['a', 'b']]] }), 'not-numbers'],
    [
      'latitude first',
      JSON.stringify({ type: 'Polygon', coordinates: [ring.map(([a, b]) => [b, a])] }),
      'off-earth',
    ],
    ['no list', JSON.stringify({ type: 'MultiPolygon', coordinates: 7 }), 'not-numbers'],
  ])('%s is refused with its reason', (_, given, why) => {
    expect(readGeoJson(given)).toEqual({ ok: false, why })
  })
})

describe('what is typed and what is drawn are the same', () => {
  const areas: Area[] = [
    { kind: 'circle', center: [-121.4944, 38.5816], radius: 150 },
    { kind: 'polygon', coordinates: [ring] },
    { kind: 'polygon', coordinates: [ring, ring] },
    { kind: 'multipolygon', coordinates: [[ring], [ring]] },
  ]
  test.each(areas.map((area) => [`${area.kind} ${JSON.stringify(area).length}`, area] as const))(
    '%s comes back as it was',
    (_, area) => {
      expect(areaOf(writeArea(area))).toEqual({ area })
      if (area.kind !== 'circle') expect(readGeoJson(writeGeoJson(area))).toMatchObject({ area })
    },
  )

  test('what cannot be read is told at its field', () => {
    const values = writeArea(areas[1]!)
    const corners = [
      { lat: '38.5', lon: '-121.5' },
      { lat: 'north', lon: '-181' },
    ]
    expect(areaOf({ ...values, corners })).toEqual({
      faults: [
        { path: 'corners.1.lat', fault: 'degrees' },
        { path: 'corners.1.lon', fault: 'longitude' },
      ],
    })
    expect(areaOf({ ...values, corners: corners.slice(0, 1) })).toEqual({
      faults: [{ path: 'corners', fault: 'few-corners' }],
    })
    expect(areaOf({ ...values, shape: 'circle', lat: '91' })).toMatchObject({
      faults: [{ path: 'lat' }, { path: 'lon' }, { path: 'radius' }],
    })
  })

  test.each([
    ['89.9', '-121.5', []],
    ['90', '180', []],
    ['90.1', '180.1', ['lat latitude', 'lon longitude']],
    ['-121.5', '38.5', ['lat latitude']],
    ['', 'west', ['lat degrees', 'lon degrees']],
  ])('%s north, %s east', (lat, lon, told) => {
    const read = areaOf({ ...writeArea(areas[0]!), lat, lon })
    expect('faults' in read ? read.faults.map(({ path, fault }) => `${path} ${fault}`) : []).toEqual(told)
  })

  test.each([
    ['-38,5', -38.5],
    ['−38.5', -38.5],
    ['38.5 N', null],
    ['', null],
  ])('%s as degrees', (typed, degrees) => {
    expect(degreesOf(typed)).toBe(degrees)
  })

  test('what stands in the fields is read as far as it can be: for what is said while it is typed', () => {
    const typed = typedArea(areas[1]!)
    expect(areaOf(areaAsTyped(typed))).toEqual({ area: areas[1] })
    expect(areaAsTyped({ shape: 'circle', lat: '138', radius: '0' })).toMatchObject({
      lat: '138',
      radius: null,
    })
  })
})
