import { describe, expect, test } from 'vitest'
import { boundsOf, lineFeatures, markFeatures, polygonsOf, ringOf } from './features.ts'

describe('what lies on the map', () => {
  test('a circle has its radius on the ground, to the north and to the east', () => {
    const ring = ringOf([-121.49, 38.58], 1000)
    const [north, east] = [ring[0]!, ring[12]!]
    expect((north[1]! - 38.58) * 111_195).toBeCloseTo(1000, 0)
    expect((east[0]! + 121.49) * 111_195 * Math.cos((38.58 * Math.PI) / 180)).toBeCloseTo(1000, 0)
    expect(ring.at(-1)).toEqual(ring[0])
  })

  test('an open ring is closed, a closed one stays as it is, holes are kept', () => {
    const open = [
      [0, 0],
      [1, 0],
      [1, 1],
    ] as const
    const closed = [...open, [0, 0]] as const
    expect(polygonsOf({ kind: 'polygon', coordinates: [open, closed] })).toEqual([[closed, closed]])
  })

  test('the view holds the whole of a circle and every point of a line', () => {
    const bounds = boundsOf({
      areas: [
        {
          id: 'a',
          name: 'Home',
          rule: 'inclusion',
          form: { kind: 'circle', center: [-121, 38], radius: 11_119.5 },
        },
      ],
      lines: [
        {
          id: 'l',
          kind: 'track',
          points: [
            [-121, 38],
            [-120, 38.05],
          ],
        },
      ],
    })!
    expect(bounds[0][1]).toBeCloseTo(37.9, 3)
    expect(bounds[1]).toEqual([-120, expect.closeTo(38.1, 3)])
    expect(boundsOf({})).toBeNull()
  })

  test('a mark carries its word and its picture; one that needs a person now is counted in its cluster', () => {
    const [feature] = markFeatures([
      { id: 'p', lat: 38, lon: -121, shape: 'triangle', tone: 'now', word: 'Alarm', name: 'Ada Long' },
    ]).features
    expect(feature!.properties).toEqual({
      id: 'p',
      icon: 'triangle-now',
      word: 'Alarm',
      name: 'Ada Long',
      size: 1,
      now: 1,
    })
    expect(feature!.geometry.coordinates).toEqual([-121, 38])
  })

  test('a line of one point is no line', () => {
    expect(lineFeatures([{ id: 'l', kind: 'gap', points: [[0, 0]] }]).features).toEqual([])
  })
})
