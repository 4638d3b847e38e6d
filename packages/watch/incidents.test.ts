import { expect, test } from 'vitest'
import { device, fix, home, live, ofKind, setting, stay, tick } from './testing/builders.ts'

test('the state keeps no incident longer than something can be folded into it', () => {
  const results = Array.from({ length: 50 }, (_, i) => device(i * 10, { event: 'drug', result: 'diluted' }))
  const moves = Array.from({ length: 50 }, (_, i) => device(i * 60 + 5, { event: 'base-moved' }))
  const { state, alarms } = live([...results, ...moves])
  expect(alarms.filter((one) => one.kind === 'drug-diluted')).toHaveLength(50)
  expect(Object.keys(state.evidence.head.incidents)).toEqual(['base-moved'])
})

test('EMP-8.6: a home unit that tells late is an alarm that is marked late', () => {
  const [alarm] = ofKind(
    live([device(0, { event: 'rf-out' }, { received: fix(20, 0).at }), tick(21)]),
    'rf-out',
  )
  expect(alarm!.late).toBe(true)
})

test('one cause, one incident: silence and battery and zone stand each for itself', () => {
  const zones = setting(-10, { zones: [home] })
  const played = live([zones, ...stay(0, 5, 0), ...stay(5, 10, 500, { battery: 0.2 }), tick(30), tick(60)])
  const incidents = new Map(played.alarms.map((one) => [one.kind, one.incident]))
  expect(new Set(incidents.values()).size).toBe(incidents.size)
})
