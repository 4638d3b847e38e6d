import { describe, expect, test } from 'vitest'
import type { Area, Position, Ring } from '../types.ts'
import { metresEast, metresNorth } from './flat-earth.ts'
import { prepareArea } from './prepare-area.ts'

const polygon = (...coordinates: Ring[]): Area => ({ kind: 'polygon', coordinates })
const parts = (...coordinates: Ring[][]): Area => ({ kind: 'multipolygon', coordinates })
const circle = (lon: number, lat: number, radius: number): Area => ({
  kind: 'circle',
  center: [lon, lat],
  radius,
})
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

function problemOf(area: unknown) {
  const prepared = prepareArea(area as Area)
  return prepared.ok ? undefined : prepared.problem
}

const home = box(-121.5, 38.5, -121.4, 38.6)

describe('an area that is taken', () => {
  test.each<[string, Area]>([
    ['a circle', circle(-121.49, 38.58, 150)],
    ['a ring that repeats its first corner', polygon(home)],
    ['a ring that does not', polygon(home.slice(0, -1))],
    ['a ring drawn clockwise', polygon(home.toReversed())],
    ['a corner given twice in a row', polygon([home[0]!, home[0]!, ...home.slice(1)])],
    [
      'three corners on one line among others',
      polygon([
        [0, 0],
        [1, 0],
        [2, 0],
        [1, 1],
      ]),
    ],
    [
      'a polygon with two holes',
      polygon(home, box(-121.49, 38.51, -121.48, 38.52), box(-121.45, 38.51, -121.44, 38.52)),
    ],
    [
      'a part inside the hole of another',
      parts([home, box(-121.48, 38.52, -121.42, 38.58)], [box(-121.46, 38.54, -121.44, 38.56)]),
    ],
    ['a zone over 180 degrees', polygon(box(179.9, -17, -179.9, -16.8))],
  ])('%s', (_, area) => {
    expect(problemOf(area)).toBeUndefined()
  })
})

describe('an area that is refused says what, where and what to do', () => {
  const bowTie: Ring = [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
  ]
  test.each<[string, unknown, string, string]>([
    ['nothing', null, 'unknown-kind', 'kind'],
    ['an unknown kind', { kind: 'ellipse' }, 'unknown-kind', 'kind'],
    ['no polygon', parts(), 'not-an-area', 'coordinates'],
    ['a polygon without ring', polygon(), 'not-an-area', 'coordinates'],
    [
      'text where a ring should be',
      { kind: 'polygon', coordinates: ['ring'] },
      'not-a-ring',
      'coordinates[0]',
    ],
    [
      'a corner that is no pair',
      { kind: 'polygon', coordinates: [[[0, 0], [1], [1, 1]]] },
      'not-a-position',
      'coordinates[0][1]',
    ],
    [
      'a corner that is no number',
      polygon([
        [0, 0],
        [Number.NaN, 0],
        [1, 1],
      ]),
      'not-a-position',
      'coordinates[0][1]',
    ],
    ['latitude and longitude swapped', circle(38.58, -121.49, 100), 'out-of-range', 'center'],
    [
      'one corner',
      polygon([
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
      'too-few-corners',
      'coordinates[0]',
    ],
    [
      'corners on one line',
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
      'no-surface',
      'coordinates[0]',
    ],
    ['a figure of eight', polygon(bowTie), 'crosses-itself', 'coordinates[0], edge 1'],
    [
      'a ring that goes out and back along one line',
      polygon([
        [0, 0],
        [1, 0],
        [2, 0],
        [1, 0],
        [1, 1],
      ]),
      'crosses-itself',
      'coordinates[0], edge 1',
    ],
    [
      'a ring that touches itself in a corner',
      polygon([
        [0, 0],
        [2, 0],
        [1, 1],
        [2, 2],
        [0, 2],
        [1, 1],
      ]),
      'crosses-itself',
      'coordinates[0], edge 5',
    ],
    ['a hole outside', polygon(home, box(-121.3, 38.51, -121.2, 38.52)), 'hole-outside', 'coordinates[1]'],
    [
      'a hole across the line',
      polygon(home, box(-121.45, 38.55, -121.35, 38.56)),
      'hole-meets-line',
      'coordinates[1], edge 1',
    ],
    [
      'a hole that shares the line',
      polygon(home, box(-121.45, 38.55, -121.4, 38.56)),
      'hole-meets-line',
      'coordinates[1], edge 1',
    ],
    [
      'a hole in a hole',
      polygon(home, box(-121.49, 38.51, -121.41, 38.59), box(-121.46, 38.54, -121.44, 38.56)),
      'hole-in-hole',
      'coordinates[2]',
    ],
    [
      'a part inside another',
      parts([home], [box(-121.46, 38.54, -121.44, 38.56)]),
      'parts-meet',
      'coordinates[1][0]',
    ],
    [
      'parts that overlap',
      parts([home], [box(-121.45, 38.55, -121.35, 38.65)]),
      'parts-meet',
      'coordinates[0][0], edge 3',
    ],
    ['the same part twice', parts([home], [home]), 'parts-meet', 'coordinates[0][0], edge 1'],
    [
      'a ring round the earth',
      polygon([
        [0, 60],
        [120, 60],
        [-120, 60],
      ]),
      'around-the-pole',
      'coordinates[0]',
    ],
  ])('%s', (_, area, code, where) => {
    const problem = problemOf(area)
    expect(problem).toMatchObject({ code })
    expect(problem!.where).toBe(where)
    expect(problem!.what).toMatch(/\.$/)
    expect(problem!.whatToDo).toMatch(/\.$/)
  })

  test('hundreds of random scribbles never pass with a crossing, never throw', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647
    }
    const codes = new Set<string | undefined>()
    for (let i = 0; i < 500; i++) {
      const ring = Array.from({ length: 7 }, (): Position => [random(), random()])
      codes.add(problemOf(polygon(ring))?.code)
    }
    expect([...codes].sort()).toEqual(['crosses-itself', undefined])
  })
})

describe('limits: below, at, above', () => {
  test.each([
    [79.99, undefined],
    [80, undefined],
    [80.01, 'latitude-too-high'],
    [-80, undefined],
    [-80.01, 'latitude-too-high'],
    [90, 'latitude-too-high'],
    [90.01, 'out-of-range'],
  ])('latitude %d: %s', (lat, code) => {
    expect(problemOf(circle(10, lat, 100))?.code).toBe(code)
  })

  test.each([
    [359.9, undefined],
    [360, undefined],
    [360.1, 'out-of-range'],
  ])('longitude %d: %s', (lon, code) => {
    expect(problemOf(circle(lon, 10, 100))?.code).toBe(code)
  })

  test.each([
    [0, 'radius-out-of-range'],
    [0.99, 'radius-out-of-range'],
    [1, undefined],
    [1.01, undefined],
    [99_999, undefined],
    [100_000, undefined],
    [100_001, 'radius-out-of-range'],
    [Number.NaN, 'radius-out-of-range'],
  ])('a radius of %d m: %s', (radius, code) => {
    expect(problemOf(circle(10, 10, radius))?.code).toBe(code)
  })

  const ringOf = (metres: number, squareMetres: number): Ring =>
    box(0, 50, metres / metresEast(50), 50 + squareMetres / metres / metresNorth(50))

  test.each([
    [0.98, 'no-surface'],
    [1.001, undefined],
    [1.1, undefined],
  ])('a surface of %d square metres: %s', (squareMetres, code) => {
    expect(problemOf(polygon(ringOf(2, squareMetres)))?.code).toBe(code)
  })

  test.each([
    [1_499, undefined],
    [1_500, undefined],
    [1_501, 'too-large'],
  ])('%d km across: %s', (kilometres, code) => {
    expect(problemOf(polygon(ringOf(kilometres * 999.9999, 1e9)))?.code).toBe(code)
  })

  const star = (corners: number): Ring =>
    Array.from({ length: corners }, (_, i): Position => {
      const turn = (2 * Math.PI * i) / corners
      return [Math.cos(turn), Math.sin(turn)]
    })
  test.each([
    [19_999, undefined],
    [20_000, undefined],
    [20_001, 'too-many-corners'],
  ])('%d corners: %s', (corners, code) => {
    expect(problemOf(polygon(star(corners)))?.code).toBe(code)
  })

  test.each([
    [2, 'too-few-corners'],
    [3, undefined],
    [4, undefined],
  ])('%d corners: %s', (corners, code) => {
    expect(problemOf(polygon(star(corners)))?.code).toBe(code)
  })
})
