import type { Area } from '@inlieu/watch'
import { describe, expect, test } from 'vitest'
import { isDeeperThan } from './moved-inward.ts'

const circle: Area = { kind: 'circle', center: [-121.4944, 38.5816], radius: 100 }
/** A rectangle of so many meters, drawn from its southwest corner. */
const rectangle = (east: number, north: number): [number, number][] => {
  const [lon, lat] = [-121.5, 38.58]
  const [wide, high] = [east / (111_320 * Math.cos((lat * Math.PI) / 180)), north / 111_132]
  return [
    [lon, lat],
    [lon + wide, lat],
    [lon + wide, lat + high],
    [lon, lat + high],
    [lon, lat],
  ]
}
const block: Area = { kind: 'polygon', coordinates: [rectangle(400, 200)] }
const road: Area = { kind: 'polygon', coordinates: [rectangle(1000, 20)] }
/** A narrow part beside a wide one. */
const parts: Area = {
  kind: 'multipolygon',
  coordinates: [[rectangle(20, 20)], [rectangle(400, 200).map(([lon, lat]) => [lon + 0.1, lat])]],
}

describe('EMP-8.2 a line that is moved inward leaves something inside', () => {
  test.each([
    ['a circle, less than its radius', circle, 99, true],
    ['a circle, by its radius', circle, 100, false],
    ['a circle, by more', circle, 1000, false],
    ['a block, less than half its width', block, 95, true],
    ['a block, by more than half its width', block, 105, false],
    ['a long road', road, 9, true],
    ['a long road, by more than half its width', road, 12, false],
    ['of several parts one is enough', parts, 95, true],
    ['of several parts none', parts, 105, false],
  ])('%s', (_, area, depth, left) => {
    expect(isDeeperThan(area, depth)).toBe(left)
  })
})
