import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { areasOf, circlesOf, type DayAnswer, fixAt, fixesOf, linesOf, marksOf } from './track.ts'

const begin = Temporal.Instant.from('2026-03-04T08:00:00Z')
const start = begin.epochMilliseconds
const minute = 60_000
const iso = (minutes: number): string => begin.add({ minutes }).toString()

const answer = {
  fixes: {
    at: [0, 1, 2, 40, 41].map((minutes) => start + minutes * minute),
    delay: [2000, 2000, 2000, 2000, 2000],
    unit: [0, 0, 0, 0, 0],
    lat: [38.5, 38.51, null, 38.6, 38.61],
    lon: [-121, -121, null, -121, -121],
    accuracy: [10, 300, null, 12, 8],
    speed: [null, null, null, null, null],
    battery: [90, null, null, null, 88],
    unfit: [null, 'accuracy', 'no-position', null, null],
  },
  stops: [{ from: iso(0), to: iso(12), lat: 38.5, lon: -121, fixes: 12 }],
  gaps: [{ from: iso(0), to: iso(40), before: [38.5, -121], after: [38.6, -121] }],
  zones: [
    {
      id: 'z',
      name: 'Home',
      rule: 'inclusion',
      version: '1',
      area: { kind: 'circle', center: [-121, 38], radius: 50 },
      from: iso(0),
      to: iso(30),
    },
    {
      id: 'z',
      name: 'Home',
      rule: 'inclusion',
      version: '2',
      area: { kind: 'circle', center: [-121, 38], radius: 80 },
      from: iso(30),
      to: iso(60),
    },
  ],
} as unknown as DayAnswer

const fixes = fixesOf(answer)

describe('the track of a day', () => {
  test('a broken line crosses what is not known; unfit positions are no part of the way', () => {
    expect(linesOf(answer, fixes).map(({ kind, points }) => [kind, points])).toEqual([
      [
        'gap',
        [
          [-121, 38.5],
          [-121, 38.6],
        ],
      ],
      [
        'track',
        [
          [-121, 38.6],
          [-121, 38.61],
        ],
      ],
    ])
  })

  test.each([
    [29, '50'],
    [30, '80'],
  ])('the zone as it stood %i minutes after the beginning', (minutes, radius) => {
    const [area, ...more] = areasOf(answer, start + minutes * minute)
    expect(more).toEqual([])
    expect(area!.form).toMatchObject({ radius: Number(radius) })
  })

  test('accuracy is drawn for half an hour before and after, the unfit marked', () => {
    expect(circlesOf(fixes, start).map(({ id, tone }) => [id, tone])).toEqual([
      ['0', 'accent'],
      ['1', 'wait'],
    ])
    expect(circlesOf(fixes, start + 31 * minute).map(({ id }) => id)).toEqual(['1', '3', '4'])
  })

  test('where the person was: the last position at or before, else the first there is', () => {
    expect(fixAt(fixes, start - minute)!.lat).toBe(38.5)
    expect(fixAt(fixes, start + 39 * minute)!.lat).toBe(38.51)
    expect(fixAt(fixes, start + 40 * minute)!.lat).toBe(38.6)
    expect(fixAt([], start)).toBeNull()
  })

  test('stops, unfit positions and the moment are marks, each with its word', () => {
    const words = {
      stop: (minutes: number) => `${minutes} min`,
      unfit: 'unfit',
      here: 'here',
      time: () => '12:00',
    }
    const marks = marksOf(answer, fixes, fixAt(fixes, start), words)
    expect(marks.map(({ id, shape, word }) => [id, shape, word])).toEqual([
      ['stop-0', 'square', '12 min'],
      ['fix-1', 'cross', ''],
      ['here', 'circle', '12:00'],
    ])
  })
})
