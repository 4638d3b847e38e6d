import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metresBetween } from '../../geometry/flat-earth.ts'
import { prepareArea, segmentMeets, signedDistance } from '../../geometry/index.ts'
import type { Area } from '../../types.ts'
import { areasAt, places, pointsNear } from '../arbitraries.ts'
import { slowDistance, slowlyMeets } from './slow-zones.ts'

const prepared = (area: Area) => {
  const result = prepareArea(area)
  if (!result.ok) throw new Error(`${result.problem.where}: ${result.problem.what} ${JSON.stringify(area)}`)
  return result.area
}

describe.each(places)('zones about $lat, $lon: the fast way against the slow one', (place) => {
  test('signed distance: the same side always, the same metres but for the stated error', () => {
    const given = fc.tuple(areasAt(place), fc.array(pointsNear(place, 800), { minLength: 4, maxLength: 4 }))
    fc.assert(
      fc.property(given, ([area, points]) => {
        const zone = prepared(area)
        for (const point of points) {
          const fast = signedDistance(point, zone)
          const slow = slowDistance(point, area)
          const statedError =
            0.001 + (slow * slow * Math.tan((Math.abs(place.lat) * Math.PI) / 180)) / 12_700_000
          expect(Math.abs(fast - slow)).toBeLessThan(statedError * 1.1)
          if (Math.abs(slow) > 0.001) expect(Math.sign(fast)).toBe(Math.sign(slow))
        }
      }),
      { numRuns: 40, endOnFailure: true, seed: 20_261_122 },
    )
  })

  test('meeting on the way: at the same step, but for ways that touch less than a step', () => {
    const steps = 2_000
    const given = fc.tuple(areasAt(place), pointsNear(place, 800), pointsNear(place, 800))
    fc.assert(
      fc.property(given, ([area, a, b]) => {
        const zone = prepared(area)
        const fast = segmentMeets(a, b, zone)
        const slow = slowlyMeets(a, b, area, steps)
        // The slow one sees nothing shorter than its step, so it may come later or miss a clipped corner; never earlier.
        const step = 1 / steps
        if (slow !== null) expect(fast).not.toBeNull()
        if (fast === null) return
        const met = { lat: a.lat + fast * (b.lat - a.lat), lon: a.lon + fast * shorter(b.lon - a.lon) }
        const fromLine = signedDistance(met, zone)
        // Metres midway on the way against metres midway to the center of a circle: some 2 cm at 71 degrees on a way of
        // two kilometres.
        if (fast > 0) expect(Math.abs(fromLine)).toBeLessThan(0.05)
        else expect(fromLine).toBeLessThan(0.05)
        if (slow === null || slow - fast > step * 1.01) {
          const justBeyond = fast + step
          const at = {
            lat: a.lat + justBeyond * (b.lat - a.lat),
            lon: a.lon + justBeyond * shorter(b.lon - a.lon),
          }
          // Clipped: out again within the step.
          expect(signedDistance(at, zone)).toBeGreaterThan(-1)
        } else expect(slow - fast).toBeGreaterThan(-step * 0.1)
      }),
      { numRuns: 40, endOnFailure: true, seed: 20_261_122 },
    )
  })

  test('with a buffer: where it is met the line is that far, and nothing on the way before is nearer', () => {
    const given = fc.tuple(
      areasAt(place),
      pointsNear(place, 800),
      pointsNear(place, 800),
      fc.integer({ min: 1, max: 100 }),
    )
    fc.assert(
      fc.property(given, ([area, a, b, buffer]) => {
        const zone = prepared(area)
        const fast = segmentMeets(a, b, zone, buffer)
        const lon = shorter(b.lon - a.lon)
        const distanceAt = (part: number) =>
          signedDistance({ lat: a.lat + part * (b.lat - a.lat), lon: a.lon + part * lon }, zone)
        // Metres midway against metres at each position: within 1,600 m and 71 degrees below 0.6 m.
        const tolerance = 0.6
        if (fast !== null && fast > 0) expect(Math.abs(distanceAt(fast) - buffer)).toBeLessThan(tolerance)
        for (let step = 0; step <= 200; step++) {
          const part = ((fast ?? 1) * step) / 200
          if (part < (fast ?? 2)) expect(distanceAt(part)).toBeGreaterThan(buffer - tolerance)
        }
        expect(metresBetween(a, b)).toBeLessThan(2_500)
      }),
      { numRuns: 40, endOnFailure: true, seed: 20_261_122 },
    )
  })
})

const shorter = (difference: number): number =>
  difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference
