import { describe, expect, test } from 'vitest'
import {
  at,
  device,
  fix,
  live,
  ofKind,
  play,
  setting,
  settled,
  stay,
  tick,
  told,
} from '../testing/builders.ts'

describe.each([
  ['strap', 'strap-closed'],
  ['case', 'case-closed'],
] as const)('%s (EMP-8.6, field 3)', (of, closed) => {
  test('a flag and an event both count, once for an episode', () => {
    expect(
      told(live([fix(1, 0, { [of]: true }), fix(2, 0, { [of]: true }), device(3, { event: of })])),
    ).toEqual([`${of} 1`])
    expect(told(live([device(1, { event: of })]))).toEqual([`${of} 1`])
  })

  test('closing clears the condition, never the incident', () => {
    const played = live([device(1, { event: of }), device(3, { event: closed }), fix(4, 0), tick(5)])
    expect(told(played)).toEqual([`${of} 1`, 'cleared 3'])
    expect(played.alarms.some((one) => one.kind === 'returned' || one.kind === 'restored')).toBe(false)
  })

  test('again hours later is the same incident, until a person has settled it', () => {
    const again = [
      device(1, { event: of }),
      device(3, { event: closed }),
      ...stay(4, 300, 0),
      device(300, { event: of }),
    ]
    const [first, second] = ofKind(live(again), of)
    expect(second!.incident).toBe(first!.key)
    const inspected = [...again.slice(0, -1), settled(299, of), again.at(-1)!]
    const [, fresh] = ofKind(live(inspected), of)
    expect(fresh!.incident).toBe(fresh!.key)
  })

  test('settled while the sensor still reports open: the next message alarms anew', () => {
    const played = live([fix(1, 0, { [of]: true }), settled(2, of), fix(3, 0, { [of]: true })])
    expect(told(played)).toEqual([`${of} 1`, `${of} 3`])
  })

  test('late evidence that it began earlier: the later alarm is joined to it, not withdrawn', () => {
    const first = live([fix(1, 0), fix(5, 0, { [of]: true })])
    const after = play([[fix(3, 0, { [of]: true })]], first.state)
    expect(after.happenings).toMatchObject([
      { kind: of, at: at(3), late: true, withdrawn: false },
      { kind: of, at: at(5), withdrawn: false, joined: `p|${of}||${at(3)}` },
    ])
  })

  test.each([
    [119, []],
    [120, []],
    [121, ['too-late']],
  ])('%i minutes before the newest, of 120: it alarms always', (minutes, aside) => {
    const before = live([fix(0, 0), fix(200, 0)])
    const message = fix(200 - minutes, 0, { [of]: true })
    const after = play([[message]], before.state)
    expect(after.setAside).toEqual(aside)
    expect(ofKind(after, of)).toMatchObject([{ at: at(200 - minutes), late: true }])
    expect(ofKind(play([[message]], after.state), of)).toEqual([])
  })

  test('a setting dated back, by which the unit was not worn, does not undo the alarm', () => {
    const first = live([fix(1, 0), device(5, { event: of })])
    const after = play([[setting(4, { worn: false })]], first.state)
    const [said] = after.happenings
    expect(said).toMatchObject({ kind: of, at: at(5), withdrawn: false })
    expect(said!.evidence.why).toContain('not worn')
  })

  test('nothing while the unit is not worn', () => {
    expect(live([setting(0, { worn: false }), device(1, { event: of })]).alarms).toEqual([])
  })
})
