import { describe, expect, test } from 'vitest'
import { geodesicMetres } from '../testing/reference/geodesic.ts'
import { metresBetween, shorterWay } from './flat-earth.ts'

const bearings = Array.from({ length: 36 }, (_, i) => (i * Math.PI) / 18)

/** The worst error of flat-earth metres at a distance, over latitudes and all directions. */
function worst(metres: number, latitudes: readonly number[]): number {
  return Math.max(
    ...latitudes.flatMap((lat) =>
      bearings.map((bearing) => {
        const from = { lat, lon: 10 }
        const to = {
          lat: lat - (Math.cos(bearing) * metres) / 111_200,
          lon: 10 + (Math.sin(bearing) * metres) / (111_200 * Math.cos((lat * Math.PI) / 180)),
        }
        return Math.abs(metresBetween(from, to) - geodesicMetres(from, to))
      }),
    ),
  )
}

describe('flat-earth metres against geodesics on the ellipsoid', () => {
  test('the independent formula agrees with published lines of Vincenty and of GeographicLib', () => {
    // Flinders Peak to Buninyong (Geoscience Australia; GRS 80, 0.1 mm from WGS 84).
    const flinders = { lat: -37.95103341666667, lon: 144.42486788888888 }
    const buninyong = { lat: -37.65282113888889, lon: 143.92649552777777 }
    expect(geodesicMetres(flinders, buninyong)).toBeCloseTo(54_972.271, 2)
    // JFK to LHR, the example of GeographicLib's GeodSolve.
    expect(geodesicMetres({ lat: 40.6, lon: -73.8 }, { lat: 51.6, lon: -0.5 })).toBeCloseTo(5_551_759.4, 0)
  })

  const latitudes = [0, 20, 38.58, 48, 60, 71.3, 80]

  test.each([
    [1_000, 0.001],
    [10_000, 0.1],
    [100_000, 45],
  ])('at %d m the error stays below %d m up to 80 degrees', (metres, most) => {
    expect(worst(metres, latitudes)).toBeLessThan(most)
  })

  test('the stated error is not an idle one: at 100 km and 80 degrees it comes to most of it', () => {
    expect(worst(100_000, [80])).toBeGreaterThan(20)
  })
})

describe('the shorter way round', () => {
  test.each([
    [179, 179],
    [180, 180],
    [181, -179],
    [-179, -179],
    [-180, -180],
    [-181, 179],
    [540, -180],
  ])('%d degrees are %d', (difference, shorter) => {
    expect(Math.abs(shorterWay(difference))).toBeCloseTo(Math.abs(shorter), 9)
    if (Math.abs(shorter) < 180) expect(shorterWay(difference)).toBeCloseTo(shorter, 9)
  })
})
