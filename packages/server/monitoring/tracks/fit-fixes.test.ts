import type { Input, Zone } from '@inlieu/watch'
import { describe, expect, test } from 'vitest'
import { fixesOf, unfitFixes } from './fit-fixes.ts'
import { setsTold, zonesOf } from './zones-of-day.ts'

const minute = 60_000
const fix = (key: string, minutes: number, more: Record<string, unknown> = {}): Input => ({
  kind: 'fix',
  key,
  at: 1_770_000_000_000 + minutes * minute,
  received: 1_770_000_000_000 + minutes * minute + 2000,
  lat: 38.58,
  lon: -121.49,
  accuracy: 10,
  ...more,
})
const told = (minutes: number, change: Record<string, unknown>): Input =>
  ({
    kind: 'setting',
    key: `told:${minutes}`,
    at: 1_770_000_000_000 + minutes * minute,
    received: 1_770_000_000_000 + minutes * minute,
    change,
  }) as Input

describe('monitoring rule 2: which positions no decision may rest on', () => {
  test.each([
    [99, undefined],
    [100, undefined],
    [101, 'accuracy'],
  ])('accuracy of %i m', (accuracy, reason) => {
    expect(unfitFixes('p', [fix('a', 1, { accuracy })]).get('a')).toBe(reason)
  })

  test('by the number that was in force when it was measured', () => {
    const inputs = [
      told(0, { parameters: { accuracyLimit: 50 } }),
      fix('strict', 1, { accuracy: 60 }),
      told(2, { parameters: { accuracyLimit: 80 } }),
      fix('mild', 3, { accuracy: 60 }),
    ]
    expect([...unfitFixes('p', inputs)]).toEqual([['strict', 'accuracy']])
  })

  test('a repeated one, none at all, the null island, an impossible speed from both sides', () => {
    const inputs = [
      fix('repeated', 1, { lastKnown: true }),
      fix('none', 2, { lat: null, lon: null }),
      fix('null island', 3, { lat: 0, lon: 0 }),
      fix('good', 4),
      fix('leap', 5, { lat: 39.9 }),
      fix('good again', 6),
    ]
    expect(Object.fromEntries(unfitFixes('p', inputs))).toEqual({
      repeated: 'last-known',
      none: 'no-position',
      'null island': 'zero-zero',
      leap: 'impossible-speed',
    })
  })

  test('zones and hours, and templates that are not at hand, change nothing of it', () => {
    expect(unfitFixes('p', [told(0, { templates: ['schools@3'], worn: true }), fix('a', 1)]).size).toBe(0)
  })

  test('they stand in the order in which they were measured', () => {
    expect(fixesOf([fix('late', 5), told(0, {}), fix('early', 1)]).map(({ key }) => key)).toEqual([
      'early',
      'late',
    ])
  })
})

describe('zones as they stood', () => {
  const home = (version: string): Zone => ({
    id: 'home',
    rule: 'inclusion',
    area: { kind: 'circle', center: [-121.49, 38.58], radius: 100 },
    version,
  })
  const at = (minutes: number) => 1_770_000_000_000 + minutes * minute

  test('each drawing from when to when; told again unchanged it is one', () => {
    const inputs = [
      told(0, { zones: [home('1')] }),
      told(10, { level: 'passive' }),
      told(20, { zones: [home('1')] }),
      told(30, { zones: [home('2')] }),
    ]
    expect(zonesOf(inputs, {}, at(5), at(60)).map(({ zone, from, to }) => [zone.version, from, to])).toEqual([
      ['1', at(5), at(30)],
      ['2', at(30), at(60)],
    ])
  })

  test('EMP-8.3 those of sets: each version from when to when, and until the person was taken out', () => {
    const set = (version: string) => ({
      id: 'schools',
      version,
      zones: [{ ...home(version), id: 'school', rule: 'exclusion' as const }],
    })
    const library = { 'schools@1': set('1'), 'schools@2': set('2') }
    const inputs = [
      told(0, { zones: [home('1')], templates: ['schools@1'] }),
      told(20, { templates: ['schools@2'] }),
      told(40, { templates: ['gone@1'] }),
    ]
    expect(setsTold(inputs)).toEqual(new Set(['schools@1', 'schools@2', 'gone@1']))
    expect(
      zonesOf(inputs, library, at(5), at(60)).map(({ zone, set: of, from, to }) => [
        zone.id,
        of,
        zone.version,
        from,
        to,
      ]),
    ).toEqual([
      ['home', null, '1', at(5), at(60)],
      ['school', 'schools', '1', at(5), at(20)],
      ['school', 'schools', '2', at(20), at(40)],
    ])
  })

  test('one that was over before, or began after, is not of this day', () => {
    const inputs = [told(0, { zones: [home('1')] }), told(5, { zones: [] }), told(60, { zones: [home('2')] })]
    expect(zonesOf(inputs, {}, at(5), at(60))).toEqual([])
  })
})
