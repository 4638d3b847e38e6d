import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Area } from '../types.ts'
import { buildIndex } from './area-index.ts'
import { metresEast, metresNorth } from './flat-earth.ts'
import { nearby } from './nearby.ts'
import { prepareArea } from './prepare-area.ts'
import { signedDistance } from './signed-distance.ts'

const prepared = (area: Area) => {
  const result = prepareArea(area)
  if (!result.ok) throw new Error(result.problem.what)
  return result.area
}
const circle = (lon: number, lat: number, radius: number) =>
  prepared({ kind: 'circle', center: [lon, lat], radius })

describe('areas near a position', () => {
  const school = circle(-121.49, 38.58, 100)
  const index = buildIndex([school])

  test.each([
    [49, [0]],
    [50, [0]],
    [52, []],
  ])('%d m from the box of a circle, asked within 50 m: %j', (metres, expected) => {
    const east = { lat: 38.58, lon: -121.49 + (100 + metres) / metresEast(38.58) }
    const north = { lat: 38.58 + (100 + metres) / metresNorth(38.58), lon: -121.49 }
    expect(nearby(index, east, 50)).toEqual(expected)
    expect(nearby(index, north, 50)).toEqual(expected)
  })

  test('an area over many cells is named once', () => {
    const county = buildIndex([circle(-121.49, 38.58, 5_000)])
    expect(nearby(county, { lat: 38.58, lon: -121.49 }, 3_000)).toEqual([0])
  })

  test('an area too wide for the grid is found like any other', () => {
    const wide = buildIndex([circle(-121.49, 38.58, 90_000), school])
    expect(wide.wide).toHaveLength(1)
    expect(nearby(wide, { lat: 38.58, lon: -121.49 }, 10)).toEqual([0, 1])
    expect(nearby(wide, { lat: 39.2, lon: -121.49 }, 10)).toEqual([0])
  })

  test('nothing is found in an index of nothing', () => {
    expect(nearby(buildIndex([]), { lat: 38.58, lon: -121.49 }, 1_000)).toEqual([])
  })

  test('the same array is filled again', () => {
    const found = [7, 8, 9]
    expect(nearby(index, { lat: 38.58, lon: -121.49 }, 10, found)).toBe(found)
    expect(found).toEqual([0])
  })

  test.each([180, -180, 179.9999, -179.9999])('over 180 degrees, asked at %d', (lon) => {
    const fiji = buildIndex([
      prepared({
        kind: 'polygon',
        coordinates: [
          [
            [179.99, -17],
            [-179.99, -17],
            [-179.99, -16.9],
            [179.99, -16.9],
          ],
        ],
      }),
    ])
    expect(nearby(fiji, { lat: -16.95, lon }, 10)).toEqual([0])
    expect(nearby(fiji, { lat: -16.95, lon: 179.95 }, 10)).toEqual([])
  })
})

test('no area within the metres asked for is ever missed, however near the pole or the date line', () => {
  const place = fc.record({
    lon: fc.double({ min: 179.5, max: 180.5, noNaN: true }),
    lat: fc.double({ min: 0, max: 0.5, noNaN: true }),
  })
  const areas = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 8_000 })), { minLength: 1, maxLength: 30 })
  const metres = fc.constantFrom(0, 30, 100, 1_000, 20_000, 300_000)
  fc.assert(
    fc.property(areas, place, metres, fc.constantFrom(0, 38, 71, 79), fc.constantFrom(0, 250), (...drawn) => {
      const [given, point, within, base, buffer] = drawn
      const circles = given.map(([{ lon, lat }, radius]) =>
        circle(lon > 180 ? lon - 360 : lon, base + lat, radius),
      )
      const asked = { lon: point.lon, lat: base + point.lat }
      const index = buildIndex(
        circles,
        circles.map(() => buffer),
      )
      const found = nearby(index, asked, within)
      expect(new Set(found).size).toBe(found.length)
      for (const [at, area] of circles.entries()) {
        if (signedDistance(asked, area) - buffer <= within) expect(found).toContain(at)
      }
    }),
    { numRuns: 250 },
  )
})
