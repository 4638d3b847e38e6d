import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areasAt, places, pointsNear } from '../testing/arbitraries.ts'
import { prepareArea } from './prepare-area.ts'
import { isBeyondReach, reachOf } from './reach.ts'
import { signedDistance } from './signed-distance.ts'

describe('reach', () => {
  test('EMP-8.2: what is said to be beyond reach is further away than its room, all over the earth', () => {
    for (const place of places) {
      fc.assert(
        fc.property(
          areasAt(place),
          pointsNear(place, 1500),
          fc.integer({ min: 0, max: 300 }),
          (area, point, room) => {
            const prepared = prepareArea(area)
            if (!prepared.ok) return
            const beyond = isBeyondReach(reachOf([prepared.area], [room]), 0, point.lat, point.lon)
            const distance = signedDistance(point, prepared.area)
            if (beyond) expect(distance).toBeGreaterThan(room)
            // And it is of use: what is twice as far off as box and room is always beyond.
            if (distance > 3 * room + 2000) expect(beyond).toBe(true)
          },
        ),
        { numRuns: 150, seed: 20261123 },
      )
    }
  })

  test('each of several is asked for itself', () => {
    const areas = [0, 1].map((east) =>
      prepareArea({ kind: 'circle', center: [-121.49 + east, 38.58], radius: 100 }),
    )
    const reach = reachOf(
      areas.map((one) => (one.ok ? one.area : expect.fail())),
      [50, 50],
    )
    expect(isBeyondReach(reach, 0, 38.58, -121.49)).toBe(false)
    expect(isBeyondReach(reach, 1, 38.58, -121.49)).toBe(true)
    expect(isBeyondReach(reach, 1, 38.58, -120.49)).toBe(false)
  })
})
