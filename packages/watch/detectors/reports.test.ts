import { describe, expect, test } from 'vitest'
import { at, device, live, ofKind, setting, settled, stay, told } from '../testing/builders.ts'

const sos = (minutes: number) => device(minutes, { event: 'sos' })
const jamming = (minutes: number) => device(minutes, { event: 'jamming' })

describe('reports of a unit', () => {
  test('devices C2: the same within repeatWithin of the last is one; just beyond it is another', () => {
    expect(told(live([jamming(0), jamming(9), jamming(18)]))).toEqual(['jamming 0'])
    expect(told(live([jamming(0), jamming(10)]))).toEqual(['jamming 0'])
    expect(told(live([jamming(0), jamming(10.1)]))).toEqual(['jamming 0', 'jamming 10.1'])
  })

  test('devices C2: a call for help is never withdrawn; an earlier one found late is its beginning', () => {
    const played = live([sos(5), ...stay(6, 8, 0), { ...sos(1), received: at(8) }])
    const last = new Map(played.happenings.map((one) => [one.at, one]))
    expect(last.get(at(1))).toMatchObject({ kind: 'sos', late: true, withdrawn: false })
    expect(last.get(at(5))).toMatchObject({ withdrawn: false, joined: last.get(at(1))!.key })
  })

  test('devices C2: who asks again after a person has seen to it asks anew', () => {
    const calls = ofKind(live([sos(0), settled(2, 'sos'), sos(3)]), 'sos')
    expect(new Set(calls.map(({ incident }) => incident)).size).toBe(2)
  })

  test('NIJ 5.7: what a unit says that is not worn is nothing, a call for help excepted', () => {
    const off = setting(-10, { worn: false })
    expect(told(live([off, jamming(0), device(1, { event: 'fall' }), sos(2)]))).toEqual(['sos 2'])
  })

  test('monitoring rule 4: no position after jamming is one incident with it', () => {
    const silent = Array.from({ length: 31 }, (_, i) => device(2 + i, { event: 'heartbeat' }))
    const played = live([...stay(0, 2, 0), jamming(1.5), ...silent, ...stay(34, 36, 0)])
    expect(told(played)).toEqual(['jamming 1.5', 'no-position 31', 'restored 34'])
    expect(new Set(played.alarms.map(({ incident }) => incident)).size).toBe(1)
    expect(ofKind(played, 'no-position')[0]).toMatchObject({ cause: 'jamming' })
  })
})
