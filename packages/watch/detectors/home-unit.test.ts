import { describe, expect, test } from 'vitest'
import { at, device, home, live, ofKind, play, setting, tick, told } from '../testing/builders.ts'

const rfOut = device(0, { event: 'rf-out' })

describe('out of range of the home unit (EMP-A.2)', () => {
  test.each([
    [4.9, []],
    [5, ['rf-out 0']],
    [5.1, ['rf-out 0']],
  ])('for %f minutes, of 5', (minutes, expected) => {
    expect(told(live([rfOut, tick(minutes)]))).toEqual(expected)
  })

  test.each([
    [4.9, []],
    [5, []],
    [5.1, ['rf-out 0', 'restored 5.1']],
  ])('back in range after %f minutes', (minutes, expected) => {
    expect(told(live([rfOut, device(minutes, { event: 'rf-in' })]))).toEqual(expected)
  })

  test('it matters only in the hours in which the person must be there, and counts from their start', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
    const schedule = { timeZone: 'UTC', weekly: [{ zone: 'home', days, from: '12:30', to: '13:30' }] }
    const set = setting(-60, { zones: [home], schedule })
    expect(told(live([set, rfOut, tick(34)]))).toEqual([])
    const through = live([set, rfOut, tick(36), tick(100)])
    expect(ofKind(through, 'rf-out')[0]).toMatchObject({ at: at(30), confirmedAt: at(35) })
    expect(ofKind(through, 'cleared')[0]).toMatchObject({ at: at(90) })
  })

  test('late evidence of the return withdraws it', () => {
    const out = live([rfOut, tick(6)])
    const after = play([[device(3, { event: 'rf-in' }, { received: at(7) })]], out.state)
    expect(after.happenings).toMatchObject([{ kind: 'rf-out', withdrawn: true }])
  })
})

describe('power and place of the home unit', () => {
  test.each([
    [9.9, []],
    [10, ['power-lost 0']],
    [10.1, ['power-lost 0']],
  ])('without power for %f minutes, of 10', (minutes, expected) => {
    expect(told(live([device(0, { event: 'power-lost' }), tick(minutes)]))).toEqual(expected)
  })

  test('restored', () => {
    const played = live([
      device(0, { event: 'power-lost' }),
      tick(11),
      device(12, { event: 'power-restored' }),
    ])
    expect(told(played)).toEqual(['power-lost 0', 'restored 12'])
  })

  test('moved', () => {
    expect(told(live([device(3, { event: 'base-moved' })]))).toEqual(['base-moved 3'])
  })
})
