import { expect, test } from 'vitest'
import { sketchOf } from './sketch.ts'

const home = { latitude: 38, longitude: -122 }

test.each([
  ['n', 0.1, 0],
  ['ne', 0.1, 0.127],
  ['e', 0, 0.1],
  ['se', -0.1, 0.127],
  ['s', -0.1, 0],
  ['w', 0, -0.1],
  ['nw', 0.1, -0.127],
])('a site to the %s is drawn there', (direction, north, east) => {
  const sketch = sketchOf(home, { latitude: 38 + north, longitude: -122 + east })!
  expect(sketch.direction).toBe(direction)
  expect(Math.sign(sketch.home.y - sketch.site.y)).toBe(Math.sign(north))
  expect(Math.sign(sketch.site.x - sketch.home.x)).toBe(Math.sign(east))
  for (const { x, y } of [sketch.home, sketch.site]) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0.15)
    expect(Math.max(x, y)).toBeLessThanOrEqual(0.85)
  }
})

test('what is not known, or is one and the same point, is not drawn', () => {
  expect(sketchOf(null, home)).toBeNull()
  expect(sketchOf(home, null)).toBeNull()
  expect(sketchOf(home, home)).toBeNull()
})
