import { describe, expect, test } from 'vitest'
import { at, fix, live, MINUTE, ofKind, START, setting, tick, told } from '../testing/builders.ts'
import type { Input } from '../types.ts'
import { emptyAt } from './battery.ts'

const charge = (minutes: number, battery: number, charging?: boolean) =>
  fix(minutes, 0, { battery, ...(charging === undefined ? {} : { charging }) })

describe('battery low and critical (EMP-8.7)', () => {
  test.each([
    [0.26, []],
    [0.25, ['battery-low 0']],
    [0.24, ['battery-low 0']],
    [0.11, ['battery-low 0']],
    [0.1, ['battery-critical 0']],
    [0.09, ['battery-critical 0']],
  ])('at %f', (level, expected) => {
    expect(told(live([charge(0, level)]))).toEqual(expected)
  })

  test('one incident: low, critical, dead; not also no-contact (monitoring rule 4)', () => {
    const played = live([charge(0, 0.25), charge(10, 0.1), tick(30), tick(40)])
    expect(told(played)).toEqual(['battery-low 0', 'battery-critical 10', 'battery-dead 25'])
    expect(new Set(played.alarms.map((one) => one.incident)).size).toBe(1)
    expect(played.alarms[2]).toMatchObject({ cause: 'battery' })
  })

  test.each([
    [0.29, false],
    [0.3, false],
    [0.31, true],
  ])('recovered at %f: more than 0.05 above the line', (level, expected) => {
    const played = live([charge(0, 0.2), charge(10, level)])
    expect(ofKind(played, 'restored').length > 0).toBe(expected)
  })

  test('charging ends it', () => {
    expect(told(live([charge(0, 0.2), charge(10, 0.2, true)]))).toEqual(['battery-low 0', 'restored 10'])
  })

  test.each<[string, Input[]]>([
    ['charged', [charge(20, 0.1, true)]],
    ['well above the line', [charge(20, 0.31)]],
    ['dead meanwhile, then charged', [tick(40), charge(50, 0.1, true)]],
  ])('low, then critical, then %s: each of them has an end', (_how, then) => {
    const { alarms } = live([charge(0, 0.25), charge(10, 0.1), ...then])
    const ended = alarms.map(({ ends }) => ends)
    const stand = alarms.filter(({ kind, key }) => kind.startsWith('battery') && !ended.includes(key))
    expect(stand).toEqual([])
  })

  test('the key of the end of the graver is what it always was', () => {
    const { alarms } = live([charge(0, 0.25), charge(10, 0.1), charge(20, 0.1, true)])
    expect(alarms.filter(({ kind }) => kind === 'restored')).toMatchObject([
      { key: `p|restored|battery|${at(20)}`, ends: `p|battery-critical||${at(10)}` },
      { key: `p|restored|battery-low|${at(20)}`, ends: `p|battery-low||${at(0)}` },
    ])
  })

  test('critical at once is one alarm, with one end', () => {
    expect(told(live([charge(0, 0.1), charge(10, 0.1, true)]))).toEqual(['battery-critical 0', 'restored 10'])
  })

  test('an older reading that comes later changes nothing', () => {
    const late = { ...charge(1, 0.05), received: at(6) }
    expect(live([charge(0, 0.9), charge(5, 0.9), late]).alarms).toEqual([])
  })
})

describe('time to empty (field 7)', () => {
  test('from the fall of the last hours', () => {
    const { state } = live([charge(0, 0.5), charge(60, 0.4)])
    expect(emptyAt(state.line.head)).toBe(at(300))
    expect(emptyAt(live([charge(0, 0.5)]).state.line.head)).toBeNull()
    expect(emptyAt(live([charge(0, 0.5), charge(60, 0.4, true)]).state.line.head)).toBeNull()
  })

  test('no forecast from too short a time or too small a fall', () => {
    const forecast = (minutes: number, level: number) =>
      emptyAt(live([charge(0, 0.5), charge(minutes, level)]).state.line.head)
    expect(forecast(29, 0.4)).toBeNull()
    expect(forecast(30, 0.4)).not.toBeNull()
    expect(forecast(60, 0.47)).toBeNull()
    expect(forecast(60, 0.46)).not.toBeNull()
  })

  const quiet = setting(-60, { parameters: { contactActive: 1e6 } })

  // From 0.6 in an hour: what is left over the fall are the hours.
  test.each([
    [0.505, []],
    [0.5, ['battery-low 60']],
    [0.495, ['battery-low 60']],
    [0.41, ['battery-low 60']],
    [0.4, ['battery-critical 60']],
    [0.39, ['battery-critical 60']],
  ])('from 0.6 to %f in an hour: low within 5 hours, critical within 2', (level, expected) => {
    expect(told(live([quiet, charge(0, 0.6), charge(60, level)]))).toEqual(expected)
  })

  test('silent after the forecast was empty: a dead battery', () => {
    const set = setting(-60, {
      level: 'passive',
      parameters: { contactPassive: 6 * 3600, batteryLowHours: 0, batteryCriticalHours: 0 },
    })
    const dead = live([set, charge(0, 0.5), charge(60, 0.4), tick(60 + 360)])
    expect(dead.alarms).toMatchObject([
      { kind: 'battery-dead', at: START + 420 * MINUTE, evidence: { values: { emptyAt: at(300) } } },
    ])
  })
})
