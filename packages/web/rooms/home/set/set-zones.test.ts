import { describe, expect, test } from 'vitest'
import type { SetPage } from '../parts/words.ts'
import { rowOf, zonesOf } from './set-zones.ts'

type SetZone = SetPage['zones'][number]

const zone = (id: string, name: string, lat: number): SetZone => ({
  id,
  name,
  area: { kind: 'circle', center: [-121.5, lat], radius: 150 },
  bufferM: 20,
  severity: 'high',
})
const before = [zone('a', 'Elm School', 38.6), zone('b', 'Oak School', 38.7), zone('c', 'Park', 38.8)]
const rows = before.map(rowOf)
const [elm, oak, park] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]]
const idsOf = (of: typeof rows) => zonesOf(of, before).map(({ id }) => id)

describe('EMP-8.3 a zone of a set keeps its id', () => {
  test('unchanged, renamed, drawn anew, and both at once', () => {
    expect(idsOf(rows)).toEqual(['a', 'b', 'c'])
    expect(zonesOf([{ ...elm, name: 'Elm Academy' }, oak, park], before)[0]).toMatchObject({
      id: 'a',
      name: 'Elm Academy',
      bufferM: 20,
      severity: 'high',
    })
    expect(idsOf([{ ...elm, radius: 300 }, oak, park])).toEqual(['a', 'b', 'c'])
    expect(idsOf([{ ...elm, name: 'Elm Academy', radius: 300 }, oak, park])).toEqual(['a', 'b', 'c'])
  })

  test('in another order, and two that change their names', () => {
    expect(idsOf([park, elm, oak])).toEqual(['c', 'a', 'b'])
    expect(idsOf([{ ...oak, name: 'Elm School' }, { ...elm, name: 'Oak School' }, park])).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  test('one taken out and another added is a new one', () => {
    const added = { ...elm, name: 'Library', lat: '38.9' }
    expect(idsOf([elm, park, added])).toEqual(['a', 'c', null])
    expect(idsOf([elm, oak, park, added])).toEqual(['a', 'b', 'c', null])
  })
})
