import { describe, expect, test } from 'vitest'
import { at, device, live, ofKind, play, setting, tick, told } from '../testing/builders.ts'
import type { TestDue } from '../types.ts'

const blow = (
  minutes: number,
  alcohol: number,
  more: { test?: string; identity?: 'sure' | 'doubtful' } = {},
) => device(minutes, { event: 'breath', alcohol, ...more })

const due = (of: TestDue['of'], id = 'x') =>
  setting(-60, { tests: [{ id, of, from: at(0), to: at(10) }] }, id)

describe('breath (EMP-9.1)', () => {
  test.each([
    [0.019, []],
    [0.02, ['breath-positive 1', 'retest-due 1']],
    [0.021, ['breath-positive 1', 'retest-due 1']],
  ])('a test of %f, limit 0.02', (alcohol, expected) => {
    expect(told(live([blow(1, alcohol)]))).toEqual(expected)
  })

  test('a second positive confirms, in the same incident, and asks for no third', () => {
    const played = live([blow(1, 0.05), blow(14, 0.04)])
    expect(told(played)).toEqual(['breath-positive 1', 'retest-due 1', 'breath-positive 14'])
    expect(ofKind(played, 'breath-positive')[1]).toMatchObject({
      incident: played.alarms[0]!.key,
      evidence: { values: { confirms: true } },
    })
  })

  test('a negative second clears', () => {
    expect(told(live([blow(1, 0.05), blow(14, 0.0), tick(30)]))).toContain('cleared 14')
  })

  test.each([
    [15.9, []],
    [16, ['breath-missed 16']],
    [16.1, ['no-contact 16', 'breath-missed 16']],
  ])('a second not taken after 15 minutes is missed: at minute %f', (minutes) => {
    const played = live([blow(1, 0.05), tick(minutes)])
    expect(ofKind(played, 'breath-missed')).toHaveLength(minutes < 16 ? 0 : 1)
  })

  test('a reading that is no number neither alarms nor clears', () => {
    const played = live([blow(1, 0.05), blow(5, Number.NaN), tick(16)])
    expect(played.setAside).toEqual(['bad-value'])
    expect(ofKind(played, 'breath-missed')).toHaveLength(1)
  })

  test('identity is doubted by a person', () => {
    expect(told(live([blow(1, 0, { identity: 'doubtful' })]))).toEqual(['breath-identity 1'])
    expect(live([blow(1, 0, { identity: 'sure' })]).alarms).toEqual([])
  })
})

describe('what is due within a window (monitoring, test units)', () => {
  test.each([
    ['breath', 'breath-missed'],
    ['voice', 'voice-missed'],
    ['check-in', 'check-in-missed'],
    ['drug', 'drug-missed'],
  ] as const)('%s: missed when its window is over', (of, kind) => {
    const heard = device(5, { event: 'heartbeat' })
    expect(live([due(of), heard, tick(9.9)]).alarms).toEqual([])
    expect(told(live([due(of), heard, tick(10)]))).toEqual([`${kind} 10`])
    expect(told(live([due(of), heard, tick(10.1)]))).toEqual([`${kind} 10`])
  })

  test('answered by a result within the window, or by one that names it', () => {
    expect(live([due('breath'), blow(5, 0), tick(15)]).alarms).toEqual([])
    expect(
      told(live([due('breath'), blow(-5, 0), tick(9), blow(9.5, 0, { test: 'y' }), tick(11)])),
    ).toContain('breath-missed 10')
    expect(
      ofKind(live([due('breath'), blow(-5, 0, { test: 'x' }), tick(9), tick(11)]), 'breath-missed'),
    ).toEqual([])
    expect(live([due('voice'), device(5, { event: 'voice', verdict: 'passed' }), tick(15)]).alarms).toEqual(
      [],
    )
    expect(live([due('check-in'), device(5, { event: 'check-in' }), tick(15)]).alarms).toEqual([])
  })

  test('a result that comes late withdraws the miss', () => {
    const missed = live([due('breath'), device(1, { event: 'heartbeat' }), tick(11)])
    const late = device(5, { event: 'breath', alcohol: 0 }, { received: at(12) })
    expect(play([[late]], missed.state).happenings).toMatchObject([
      { kind: 'breath-missed', withdrawn: true },
    ])
  })
})

describe('results that others judged', () => {
  test.each([
    [{ event: 'drug', result: 'positive' }, ['drug-positive 1']],
    [{ event: 'drug', result: 'refused' }, ['drug-refused 1']],
    [{ event: 'drug', result: 'diluted' }, ['drug-diluted 1']],
    [{ event: 'drug', result: 'missed' }, ['drug-missed 1']],
    [{ event: 'drug', result: 'negative' }, []],
    [{ event: 'voice', verdict: 'failed' }, ['voice-failed 1']],
    [{ event: 'voice', verdict: 'passed' }, []],
  ] as const)('EMP-9.2, EMP-A.3: %o', (event, expected) => {
    expect(told(live([device(1, event)]))).toEqual(expected)
  })
})
