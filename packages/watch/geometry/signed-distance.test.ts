import { describe, expect, test } from 'vitest'
import type { Area, Point, Ring } from '../types.ts'
import { metresEast, metresNorth } from './flat-earth.ts'
import { prepareArea } from './prepare-area.ts'
import { signedDistance } from './signed-distance.ts'

const prepared = (area: Area) => {
  const result = prepareArea(area)
  if (!result.ok) throw new Error(result.problem.what)
  return result.area
}
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

const LAT = 38.58
const LON = -121.49
/** A position some metres east and north of Sacramento. */
const off = (east: number, north: number): Point => ({
  lat: LAT + north / metresNorth(LAT),
  lon: LON + east / metresEast(LAT),
})
const corner = (east: number, north: number): [number, number] => [off(east, north).lon, off(east, north).lat]
const square = [corner(0, 0), corner(100, 0), corner(100, 100), corner(0, 100)]
const hole = [corner(40, 40), corner(60, 40), corner(60, 60), corner(40, 60)]

describe('signed distance, metres', () => {
  const circle = prepared({ kind: 'circle', center: [LON, LAT], radius: 150 })
  test.each([
    [0, -150],
    [149, -1],
    [150, 0],
    [151, 1],
    [1000, 850],
  ])('circle of 150 m, %d m from its center: %d', (east, distance) => {
    expect(signedDistance(off(east, 0), circle)).toBeCloseTo(distance, 3)
  })

  const ring = prepared({ kind: 'polygon', coordinates: [square, hole] })
  test.each<[string, number, number, number]>([
    ['inside, 1 m from the line', 99, 20, -1],
    ['on the line', 100, 20, 0],
    ['outside, 1 m from the line', 101, 20, 1],
    ['on a corner', 100, 100, 0],
    ['beyond a corner', 103, 104, 5],
    ['on the line of the hole', 40, 50, 0],
    ['between line and hole, nearer the hole', 31, 50, -9],
    ['in the hole, 3 m from its line', 43, 50, 3],
    ['in the middle of the hole', 50, 50, 10],
  ])('square of 100 m with a hole: %s', (_, east, north, distance) => {
    expect(signedDistance(off(east, north), ring)).toBeCloseTo(distance, 2)
  })

  test('on the line is plain 0, not minus 0', () => {
    const flat = prepared({ kind: 'polygon', coordinates: [box(0, 0, 1, 1)] })
    expect(signedDistance({ lat: 0.5, lon: 0 }, flat)).toBe(0)
    expect(signedDistance({ lat: 0.5, lon: 1 }, flat)).toBe(0)
    expect(signedDistance({ lat: 0, lon: 0.5 }, flat)).toBe(0)
  })

  test('either of two parts counts', () => {
    const beside = square.map(([lon, lat]): [number, number] => [lon! + 200 / metresEast(LAT), lat!])
    const two = prepared({ kind: 'multipolygon', coordinates: [[square], [beside]] })
    expect(signedDistance(off(50, 50), two)).toBeCloseTo(-50, 2)
    expect(signedDistance(off(250, 50), two)).toBeCloseTo(-50, 2)
    expect(signedDistance(off(150, 50), two)).toBeCloseTo(50, 2)
  })
})

describe('a limit beyond which the number need not be right', () => {
  const areas = [
    prepared({ kind: 'polygon', coordinates: [square] }),
    prepared({ kind: 'circle', center: corner(50, 50), radius: 50 }),
  ]
  test.each([
    [99, 'right'],
    [100, 'right'],
    [101, 'at least 100'],
  ])('%d m outside, limit 100 m: %s', (metres) => {
    for (const area of areas) {
      const limited = signedDistance(off(50, 100 + metres), area, 100)
      if (metres <= 100) expect(limited).toBeCloseTo(metres, 2)
      else expect(limited).toBeGreaterThanOrEqual(100)
      expect(limited).toBeLessThanOrEqual(metres + 0.01)
    }
  })

  test('inside, the limit changes nothing', () => {
    for (const area of areas) expect(signedDistance(off(50, 50), area, 1)).toBeCloseTo(-50, 2)
  })
})

describe('a zone over 180 degrees, written in four ways', () => {
  // Taveuni, Fiji: the meridian runs through it.
  const written: [string, Area][] = [
    ['179.9 to -179.9', { kind: 'polygon', coordinates: [box(179.9, -17, -179.9, -16.8)] }],
    ['179.9 to 180.1', { kind: 'polygon', coordinates: [box(179.9, -17, 180.1, -16.8)] }],
    ['-180.1 to -179.9', { kind: 'polygon', coordinates: [box(-180.1, -17, -179.9, -16.8)] }],
    [
      'cut in two at the meridian (RFC 7946, 3.1.9)',
      { kind: 'multipolygon', coordinates: [[box(179.9, -17, 180, -16.8)], [box(-180, -17, -179.9, -16.8)]] },
    ],
    [
      'cut in two, with a corner on one side of the cut only',
      {
        kind: 'multipolygon',
        coordinates: [
          [
            [
              ...box(179.9, -17, 180, -16.8).slice(0, 2),
              [180, -16.9],
              ...box(179.9, -17, 180, -16.8).slice(2),
            ],
          ],
          [box(-180, -17, -179.9, -16.8)],
        ],
      },
    ],
  ]
  test.each(written)('%s', (_, area) => {
    const zone = prepared(area)
    for (const lon of [180, -180, 179.9999, -179.9999]) {
      const toSide = 0.1 - Math.abs(180 - Math.abs(lon))
      expect(signedDistance({ lat: -16.9, lon }, zone)).toBeCloseTo(-metresEast(-16.9) * toSide, 3)
    }
    const beyond = metresEast(-16.9) * 0.01
    expect(signedDistance({ lat: -16.9, lon: 179.89 }, zone)).toBeCloseTo(beyond, 3)
    expect(signedDistance({ lat: -16.9, lon: -179.89 }, zone)).toBeCloseTo(beyond, 3)
    expect(signedDistance({ lat: -16.9, lon: 180.11 }, zone)).toBeCloseTo(beyond, 3)
  })

  test('a part that ends at the meridian by itself keeps its line there', () => {
    const zone = prepared({ kind: 'polygon', coordinates: [box(179.9, -17, 180, -16.8)] })
    expect(signedDistance({ lat: -16.9, lon: 180 }, zone)).toBe(0)
    expect(signedDistance({ lat: -16.9, lon: -179.99 }, zone)).toBeCloseTo(metresEast(-16.9) * 0.01, 3)
  })

  test('where only some of the cut is shared, the rest of it stays a line', () => {
    const zone = prepared({
      kind: 'multipolygon',
      coordinates: [[box(179.9, -17, 180, -16.8)], [box(-180, -16.9, -179.9, -16.8)]],
    })
    expect(signedDistance({ lat: -16.95, lon: 180 }, zone)).toBe(0)
    expect(signedDistance({ lat: -16.85, lon: 180 }, zone)).toBeLessThan(-1000)
  })
})
