import { describe, expect, test } from 'vitest'
import { outage, type Silence, silenceOf } from './outage.ts'
import { initialState } from './state.ts'
import { at, fix, play, setting, tick } from './testing/builders.ts'

const silent = (person: string, minutes: number, carrier = 'north'): Silence => ({
  person,
  carrier,
  alarm: `${person}|no-contact||${at(minutes + 15)}`,
  lastContact: at(minutes),
})

const people = (count: number, every: number) =>
  Array.from({ length: count }, (_, i) => silent(`p${i}`, i * every))

describe('carrier outage (field 6)', () => {
  test.each([
    [4, 0],
    [5, 1],
    [6, 1],
  ])('%i people at once, of 5', (count, outages) => {
    expect(outage(people(count, 1))).toHaveLength(outages)
  })

  test.each([
    [4.9, 1],
    [5, 1],
    [5.1, 0],
  ])('last contacts %f minutes apart, of 5', (every, outages) => {
    expect(outage(people(5, every))).toHaveLength(outages)
  })

  test('in any order, each carrier for itself', () => {
    const mixed = [...people(5, 1), ...people(4, 1).map((one) => ({ ...one, carrier: 'south' }))]
    expect(outage([...mixed].reverse())).toEqual(outage(mixed))
    expect(outage(mixed)).toMatchObject([
      { carrier: 'north', from: at(0), to: at(4), key: `north|carrier-outage||${at(0)}` },
    ])
  })

  test('silenceOf: only silence without another cause, on a known carrier', () => {
    const set = setting(-60, { carrier: 'north' })
    const state = (inputs: Parameters<typeof play>[0]) => play(inputs, initialState('p1')).state
    expect(silenceOf(state([[set, fix(0, 0)], [tick(16)]]))).toEqual(silent('p1', 0))
    expect(silenceOf(state([[set, fix(0, 0)], [tick(14)]]))).toBeNull()
    expect(silenceOf(state([[fix(0, 0)], [tick(16)]]))).toBeNull()
    expect(silenceOf(state([[set, fix(0, 0, { battery: 0.05 })], [tick(16)]]))).toBeNull()
  })
})
