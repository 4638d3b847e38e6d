import { describe, expect, test } from 'vitest'
import { byGravity, counted, type MapAnswer, marksOf, passing, peopleOf } from './people.ts'

const answer = {
  now: '2026-03-02T20:00:00Z',
  asOf: '2026-03-02T20:00:00Z',
  states: ['alarm', 'tamper', 'out-of-place', 'silent', 'no-position', 'battery', 'fine', 'never-heard'],
  packs: ['sacramento/home-detention', 'sacramento/home-detention-expanded'],
  programs: ['Home Detention', 'Home Detention, expanded program'],
  officers: ['Deputy R. Ortega', ''],
  id: ['a', 'b', 'c'],
  family: ['Abbott', 'Núñez Jr.', 'Lee'],
  given: ['Rosa', 'Sam', ''],
  pack: [0, 1, 0],
  officer: [0, 1, 0],
  state: [6, 0, 7],
  alarms: [0, 2, 0],
  contact: [1_772_481_600, 1_772_481_000, null],
  at: [1_772_481_590, 1_772_480_000, null],
  lat: [38.58, 38.7, null],
  lon: [-121.49, -121.2, null],
  accuracy: [12, 30, null],
  battery: [80, null, null],
  later: [true, false, false],
} as MapAnswer

const people = peopleOf(answer)
const namesOf = (some: readonly { name: string }[]): string[] => some.map(({ name }) => name)

describe('the people of the map', () => {
  test('columns become people, seconds milliseconds, places of words the words', () => {
    expect(people[1]).toEqual({
      id: 'b',
      name: 'Núñez Jr., Sam',
      pack: 'sacramento/home-detention-expanded',
      officer: '',
      state: 'alarm',
      alarms: 2,
      contact: 1_772_481_000_000,
      at: 1_772_480_000_000,
      lat: 38.7,
      lon: -121.2,
      accuracy: 30,
      battery: null,
      later: false,
    })
    expect(people[2]).toMatchObject({ name: 'Lee', state: 'never-heard', contact: null, lat: null })
  })

  test('filtered by name without its accents, program, deputy and state, together', () => {
    expect(namesOf(passing(people, { q: 'nunez' }))).toEqual(['Núñez Jr., Sam'])
    expect(namesOf(passing(people, { q: 'Sam Núñez' }))).toEqual(['Núñez Jr., Sam'])
    expect(passing(people, { q: 'Rosa Núñez' })).toEqual([])
    expect(namesOf(passing(people, { pack: 'sacramento/home-detention' }))).toEqual(['Abbott, Rosa', 'Lee'])
    expect(namesOf(passing(people, { officer: 'Deputy R. Ortega', state: 'fine' }))).toEqual(['Abbott, Rosa'])
    expect(passing(people, { q: 'nunez', state: 'fine' })).toEqual([])
  })

  test('the gravest first, and each state counted', () => {
    expect(namesOf(byGravity(people))).toEqual(['Núñez Jr., Sam', 'Abbott, Rosa', 'Lee'])
    expect(counted(people).filter(([, count]) => count > 0)).toEqual([
      ['alarm', 1],
      ['fine', 1],
      ['never-heard', 1],
    ])
  })

  test('who has no known place is in the table and on no map', () => {
    expect(marksOf(people, (state) => state).map(({ id, shape, tone }) => [id, shape, tone])).toEqual([
      ['a', 'circle', 'settled'],
      ['b', 'triangle', 'now'],
    ])
  })
})
