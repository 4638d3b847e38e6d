import { describe, expect, test } from 'vitest'
import type { Area, Point } from '../types.ts'
import { metresEast, metresNorth } from './flat-earth.ts'
import { prepareArea } from './prepare-area.ts'
import { segmentMeets } from './segment-meets.ts'

const prepared = (area: Area) => {
  const result = prepareArea(area)
  if (!result.ok) throw new Error(result.problem.what)
  return result.area
}
const LAT = 38.58
const LON = -121.49
const off = (east: number, north: number): Point => ({
  lat: LAT + north / metresNorth(LAT),
  lon: LON + east / metresEast(LAT),
})
const corner = (east: number, north: number): [number, number] => [off(east, north).lon, off(east, north).lat]
const square = prepared({
  kind: 'polygon',
  coordinates: [[corner(0, 0), corner(100, 0), corner(100, 100), corner(0, 100)]],
})
const disk = prepared({ kind: 'circle', center: corner(50, 50), radius: 50 })

describe('a way between two fixes, square of 100 m', () => {
  test.each<[string, Point, Point, number | null]>([
    ['through the middle, both fixes outside', off(-100, 50), off(300, 50), 0.25],
    ['the same way back', off(300, 50), off(-100, 50), 0.5],
    ['into it', off(-100, 50), off(50, 50), 2 / 3],
    ['out of it', off(50, 50), off(300, 50), 0],
    ['inside all the way', off(20, 20), off(80, 80), 0],
    ['across one corner', off(-20, 40), off(40, -20), 1 / 3],
    ['past it', off(-100, 120), off(300, 120), null],
    ['toward it, ending short', off(-100, 50), off(-1, 50), null],
    ['along its line', off(-100, 0.0001), off(300, 0.0001), 0.25],
    ['no way at all, outside', off(-10, 50), off(-10, 50), null],
    ['no way at all, inside', off(50, 50), off(50, 50), 0],
  ])('%s', (_, a, b, expected) => {
    const met = segmentMeets(a, b, square)
    if (expected === null) expect(met).toBeNull()
    else expect(met).toBeCloseTo(expected, 4)
  })

  test.each([
    [100.01, null],
    [99.99, 0.25],
  ])('a way %d m north of its south line: %s', (north, expected) => {
    const met = segmentMeets(off(-100, north), off(300, north), square)
    if (expected === null) expect(met).toBeNull()
    else expect(met).toBeCloseTo(expected, 4)
  })
})

describe('a way between two fixes, circle of 50 m', () => {
  test.each<[string, Point, Point, number | null]>([
    ['through the middle', off(-100, 50), off(300, 50), 0.25],
    ['just past it', off(-100, 100.05), off(300, 100.05), null],
    ['just through it', off(-100, 99.95), off(300, 99.95), 0.37],
    ['away from it', off(-10, 50), off(-100, 50), null],
  ])('%s', (_, a, b, expected) => {
    const met = segmentMeets(a, b, disk)
    if (expected === null) expect(met).toBeNull()
    else expect(met).toBeCloseTo(expected, 2)
  })
})

describe('a buffer counts as the area', () => {
  test.each<[string, Point, Point, number | null]>([
    ['11 m beside the line', off(-100, 111), off(300, 111), null],
    ['9 m beside the line: at the round corner', off(-100, 109), off(300, 109), 0.239],
    ['head on', off(-100, 50), off(300, 50), 0.225],
    ['toward the round corner', off(-20, 110), off(0, 100.2), 0.555],
    ['from within the buffer', off(-5, 50), off(-100, 50), 0],
  ])('of 10 m: %s', (_, a, b, expected) => {
    const met = segmentMeets(a, b, square, 10)
    if (expected === null) expect(met).toBeNull()
    else expect(met).toBeCloseTo(expected, 2)
  })
  test('of 10 m around a circle', () => {
    expect(segmentMeets(off(-100, 50), off(300, 50), disk, 10)).toBeCloseTo(0.225, 4)
  })
})

test('a way over 180 degrees takes the shorter way round', () => {
  const zone = prepared({ kind: 'circle', center: [180, -16.9], radius: 500 })
  const met = segmentMeets({ lat: -16.9, lon: 179.99 }, { lat: -16.9, lon: -179.99 }, zone)
  expect(met).toBeCloseTo(0.5 - 500 / (0.02 * metresEast(-16.9)), 4)
  const sacramento = prepared({ kind: 'circle', center: [0, -16.9], radius: 500 })
  expect(segmentMeets({ lat: -16.9, lon: 179.99 }, { lat: -16.9, lon: -179.99 }, sacramento)).toBeNull()
})
