import { describe, expect, test } from 'vitest'
import {
  at,
  device,
  fix,
  home,
  live,
  MINUTE,
  ofKind,
  play,
  START,
  setting,
  stay,
  tick,
  told,
} from '../testing/builders.ts'
import type { TrackingLevel } from '../types.ts'

describe('no contact (monitoring rule 4)', () => {
  test.each<[TrackingLevel, number]>([
    ['active', 15],
    ['passive', 26 * 60],
    ['on-demand', 26 * 60],
  ])('%s: below, at and above %i minutes', (level, limit) => {
    const set = setting(-60, { level })
    expect(live([set, fix(0, 0), tick(limit - 0.1)]).alarms).toEqual([])
    expect(told(live([set, fix(0, 0), tick(limit)]))).toEqual([`no-contact ${limit}`])
    expect(told(live([set, fix(0, 0), tick(limit + 0.1)]))).toEqual([`no-contact ${limit}`])
  })

  test('it counts on the time messages came: what was stored meanwhile was no contact', () => {
    const silent = live([...stay(0, 5, 0), tick(20), tick(60)])
    const backlog = stay(5, 60, 0).map((one) => ({ ...one, received: at(61) }))
    const after = play([backlog], silent.state)
    expect(told(silent)).toEqual(['no-contact 19'])
    expect(after.happenings).toMatchObject([
      { kind: 'restored', at: at(61), ends: `p|no-contact||${at(19)}` },
    ])
  })

  test('field 6: a backlog longer than the horizon is in order for its unit, and none of it too late', () => {
    const silent = live([...stay(0, 5, 0), tick(20), tick(400)])
    const backlog = stay(5, 400, 0).map((one) => ({ ...one, received: at(401) }))
    const inPieces = Array.from({ length: 40 }, (_, i) => backlog.slice(i * 10, i * 10 + 10))
    expect(play(inPieces, silent.state).setAside).toEqual([])
  })

  test('field 8: a unit never heard again stays one alarm', () => {
    const ticks = Array.from({ length: 60 }, (_, i) => tick(20 + i * 60))
    expect(told(live([fix(0, 0), ...ticks]))).toEqual(['no-contact 15'])
  })

  test('a message at the very instant comes in time for nobody: contact or not is decided by it', () => {
    expect(live([fix(0, 0), fix(15, 0)]).alarms).toEqual([])
    expect(told(live([fix(0, 0), fix(15.1, 0)]))).toEqual(['no-contact 15', 'restored 15.1'])
  })

  test('switched off: told once, not also as no contact; on again restores', () => {
    const played = live([fix(0, 0), device(1, { event: 'shut-down' }), tick(30), fix(40, 0)])
    expect(told(played)).toEqual(['shut-down 1', 'restored 40'])
  })

  test('a unit taken off by the office owes no contact; fitted again it counts from then', () => {
    const off = setting(5, { worn: false })
    const on = setting(100, { worn: true })
    expect(live([fix(0, 0), off, tick(60), on, tick(114)]).alarms).toEqual([])
    expect(told(live([fix(0, 0), off, tick(60), on, tick(115)]))).toEqual(['no-contact 115'])
  })

  test('field 8: a unit that was fitted and never heard of', () => {
    const fitted = setting(0, { worn: true })
    expect(live([fitted, tick(14)]).alarms).toEqual([])
    expect(told(live([fitted, tick(15), tick(30)]))).toEqual(['no-contact 15'])
    expect(told(live([fitted, tick(30), fix(31, 0)]))).toEqual(['no-contact 15', 'restored 31'])
  })

  test('wearer: the contact of a unit in a drawer is none, nor is its place', () => {
    const wears = setting(0, { devices: ['new', 'base'], zones: [home] })
    const drawer = stay(1, 20, 500, { device: 'old', strap: true })
    const played = live([wears, fix(0.5, 0, { device: 'new' }), ...drawer])
    expect(told(played)).toEqual(['no-contact 15.5'])
    expect(new Set(played.setAside)).toEqual(new Set(['other-unit']))
  })

  test('a home unit, a breath or a voice is no contact of the unit on the ankle', () => {
    const others = [
      device(5, { event: 'rf-in' }),
      device(8, { event: 'breath', alcohol: 0 }),
      device(10, { event: 'voice', verdict: 'passed' }),
      device(12, { event: 'drug', result: 'negative' }),
    ]
    expect(told(live([fix(0, 0), ...others, tick(16)]))).toEqual(['no-contact 15'])
  })

  test('another level from an instant on: its own time counts', () => {
    const passive = setting(-60, { level: 'passive' })
    const active = setting(40, { level: 'active' }, 'active')
    expect(told(live([passive, fix(0, 0), active, tick(41)]))).toEqual(['no-contact 40'])
  })

  test('the evidence names the last contact', () => {
    const [alarm] = ofKind(live([fix(0, 0), tick(16)]), 'no-contact')
    expect(alarm).toMatchObject({
      at: START + 15 * MINUTE,
      knownAt: at(16),
      cause: 'unit-silent',
      evidence: { inputs: ['f0/0'], values: { lastContact: START }, parameters: { contactActive: 900 } },
    })
  })
})
