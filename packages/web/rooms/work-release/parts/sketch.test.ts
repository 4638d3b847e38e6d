import { expect, it } from 'vitest'
import { sketchOf } from './sketch.ts'

const martinez = { latitude: 38.0, longitude: -122.1 }

it('north is up and east is right', () => {
  const [home, site] = sketchOf([martinez, { latitude: 38.1, longitude: -122.0 }])!.spots
  expect(site!.y).toBeLessThan(home!.y)
  expect(site!.x).toBeGreaterThan(home!.x)
})

it('everything is inside, however far apart', () => {
  for (const longitude of [-122.10001, -121, -70]) {
    const { side, spots } = sketchOf([martinez, { latitude: 38.0, longitude }])!
    for (const { x, y } of spots) {
      expect(Math.min(x, y)).toBeGreaterThan(0)
      expect(Math.max(x, y)).toBeLessThan(side)
    }
  }
})

it('a mile to the north is as long as a mile to the east', () => {
  const shrink = Math.cos((martinez.latitude * Math.PI) / 180)
  const sketch = sketchOf([
    martinez,
    { latitude: martinez.latitude + 0.1, longitude: martinez.longitude },
    { latitude: martinez.latitude, longitude: martinez.longitude + 0.1 / shrink },
  ])!
  const [home, north, east] = sketch.spots as [
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
  ]
  expect(east.x - home.x).toBeCloseTo(home.y - north.y, 0)
  expect(sketch.scale.length / sketch.scale.miles).toBeCloseTo((home.y - north.y) / 6.905, 1)
})

it('a single point stands in the middle, and nothing is drawn of nothing', () => {
  const sketch = sketchOf([martinez])!
  expect(sketch.spots).toEqual([{ x: sketch.side / 2, y: sketch.side / 2 }])
  expect(sketchOf([])).toBeNull()
})
