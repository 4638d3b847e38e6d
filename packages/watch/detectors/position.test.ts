import { describe, expect, test } from 'vitest'
import { at, device, fix, live, ofKind, play, setting, stay, tick, told } from '../testing/builders.ts'
import type { TrackingLevel } from '../types.ts'

const blind = (from: number, to: number, every = 1) =>
  Array.from({ length: Math.ceil((to - from) / every) + 1 }, (_, i) =>
    fix(Math.min(from + i * every, to), 0, { lat: null, lon: null }),
  )

describe('no position for N minutes while in contact (monitoring rule 4)', () => {
  test.each<[TrackingLevel, number]>([
    ['active', 30],
    ['passive', 120],
    ['on-demand', 26 * 60],
  ])('%s: below, at and above %i minutes', (level, limit) => {
    const set = setting(-60, { level, parameters: { contactActive: 1e6, contactOnDemand: 1e6 } })
    const kinds = (minutes: number) => told(live([set, fix(0, 0), fix(minutes, 0, { lat: null, lon: null })]))
    expect(kinds(limit - 0.1)).toEqual([])
    expect(kinds(limit)).toEqual([`no-position ${limit}`])
    expect(kinds(limit + 0.1)).toEqual([`no-position ${limit}`])
  })

  test('once, and restored by the next fit fix, in one incident', () => {
    const played = live([...stay(0, 5, 0), ...blind(5, 60), fix(61, 0), ...stay(62, 70, 0)])
    expect(told(played)).toEqual(['no-position 34', 'restored 61'])
    expect(played.alarms[1]).toMatchObject({ ends: played.alarms[0]!.key, incident: played.alarms[0]!.key })
  })

  test('a unit of radio only owes none', () => {
    const radio = Array.from({ length: 10 }, (_, i) => device(i * 10, { event: 'heartbeat' }))
    expect(live(radio).alarms).toEqual([])
  })

  test('silence is no loss of position', () => {
    const played = live([...stay(0, 5, 0), tick(60), fix(61, 0)])
    expect(ofKind(played, 'no-position')).toEqual([])
  })

  test('field 6: what was silent and comes back blind has lost no position in contact', () => {
    const back = [fix(51, 0, { accuracy: 300 }), fix(51.1, 0)]
    expect(told(live([...stay(0, 5, 0), ...back]))).toEqual(['no-contact 19', 'restored 51'])
    const blindly = live([...stay(0, 5, 0), ...blind(51, 85)])
    expect(told(blindly)).toEqual(['no-contact 19', 'restored 51', 'no-position 81'])
  })

  test('the beacon of the home tells where the person is', () => {
    const indoors = blind(1, 60).map((one) => ({ ...one, beacon: true }))
    expect(live([fix(0, 0), ...indoors]).alarms).toEqual([])
  })

  test('field 6: a backlog of positions withdraws it', () => {
    const patient = setting(-60, { parameters: { contactActive: 1e6 } })
    const first = live([patient, ...stay(0, 5, 0), device(40, { event: 'heartbeat' })])
    expect(ofKind(first, 'no-position')).toHaveLength(1)
    const backlog = stay(5, 40, 0).map((one) => ({ ...one, received: at(41) }))
    const after = play([backlog], first.state)
    expect(after.happenings).toMatchObject([{ kind: 'no-position', withdrawn: true }])
  })

  test('a unit that is not worn owes none', () => {
    const played = live([fix(0, 0), setting(1, { worn: false }), ...blind(2, 90)])
    expect(ofKind(played, 'no-position')).toEqual([])
  })
})
