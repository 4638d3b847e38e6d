import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs, resolveParameters } from './index.ts'
import { numberOf } from './parameters.ts'
import { ON, parametersOf, wap } from './testing/wap.ts'
import type { ParameterOverride, ParameterValue } from './types.ts'

const limit = (value: number, from: string, until?: string): ParameterOverride => ({
  name: 'daysLeftLimit',
  value,
  from,
  ...(until ? { until } : {}),
  authority: 'Board of Supervisors',
  resolution: '2026/7',
})
const valueOn = (overrides: readonly ParameterOverride[], on: string) =>
  resolveParameters(wap, overrides, on).values.daysLeftLimit!

describe('which value holds on a day', () => {
  test('the pack’s default, with its authority', () => {
    expect(valueOn([], ON)).toEqual({
      name: 'daysLeftLimit',
      value: 45,
      source: 'pack',
      clause: 'WAP-ELIG.a',
      own: false,
      from: '1995-01-03',
      authority: 'Policy 2-1, effective 1995-01-03',
      resolution: null,
    })
  })

  test('the county’s value from its first day, not before', () => {
    const raised = [limit(60, '2026-03-02')]
    expect(valueOn(raised, '2026-03-01').value).toBe(45)
    expect(valueOn(raised, '2026-03-02')).toMatchObject({ value: 60, source: 'county', resolution: '2026/7' })
    expect(valueOn(raised, '2026-03-03').value).toBe(60)
  })

  test('a value ends before its last bound, and the earlier one holds again', () => {
    const values = [limit(60, '2020-01-01'), limit(30, '2026-01-01', '2026-03-02')]
    expect(valueOn(values, '2026-03-01').value).toBe(30)
    expect(valueOn(values, '2026-03-02').value).toBe(60)
  })

  test('what the text leaves open is unset', () => {
    expect(parametersOf().values.smallSiteUpTo).toMatchObject({ value: null, source: 'unset', from: null })
    expect(() => numberOf(parametersOf(), 'smallSiteUpTo')).toThrow('smallSiteUpTo: is not set')
  })

  test('a day never uses a later version, in whatever order values are given', () => {
    const day = fc.integer({ min: 0, max: 9_000 }).map((n) => {
      const year = 2000 + Math.floor(n / 365)
      return `${year}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
    })
    const values = fc.uniqueArray(fc.record({ value: fc.nat(100), from: day }), { selector: (v) => v.from })
    fc.assert(
      fc.property(values, day, (given, on) => {
        const overrides = given.map(({ value, from }) => limit(value, from))
        const held = valueOn(overrides, on)
        expect(held.from! <= on).toBe(true)
        expect(valueOn([...overrides].reverse(), on)).toEqual(held)
        expect(
          valueOn(
            overrides.filter((o) => o.from <= on),
            on,
          ),
        ).toEqual(held)
      }),
    )
  })
})

describe('what is refused', () => {
  test.each([
    [[{ ...limit(60, ON), name: 'speed' }], '[0].name: is not a parameter of'],
    [[limit(60, '2026-02-30')], '[0].from: must be a day that exists'],
    [[limit(60, ON, ON)], '[0].until: must be after the first day'],
    [[limit(1.5, ON)], '[0].value: must be a whole number'],
    [[limit(-1, ON)], '[0].value: must be from 0'],
    [[limit(36_501, ON)], '[0].value: must be from 0 to 36500'],
    [[{ ...limit(60, ON), value: 'many' }], '[0].value: must be a whole number'],
    [[{ ...limit(60, ON), name: 'feeBasis', value: 'free' }], '[0].value: must be one of law-as-it-stands'],
    [[limit(50, ON), limit(60, ON)], 'daysLeftLimit: has two values from 2026-03-02'],
  ])('%j', (overrides, message) => {
    expect(() => resolveParameters(wap, overrides, ON)).toThrow(message)
  })

  test('a day that does not exist', () => {
    expect(() => resolveParameters(wap, [], '2026-02-30')).toThrow('must be a day that exists')
  })
})

describe.each([...packs.values()].map((p) => [p.name, p] as const))(
  '%s: bounds of what may be set',
  (_, p) => {
    const set = (name: string, value: ParameterValue) =>
      resolveParameters(
        p,
        [{ name, value, from: p.authority.effective, authority: 'Board', resolution: '1' }],
        p.authority.effective,
      ).values[name]!.value

    test.each(p.parameters.map((parameter) => [parameter.name, parameter] as const))(
      '%s',
      (name, parameter) => {
        if (parameter.type === 'number') {
          const { minimum, maximum } = parameter
          expect([set(name, minimum), set(name, maximum)]).toEqual([minimum, maximum])
          for (const outside of [minimum - 1, maximum + 1])
            expect(() => set(name, outside)).toThrow('must be from')
          return
        }
        const given = (value: string) => (parameter.type === 'set' ? [value] : value)
        for (const choice of parameter.choices) expect(set(name, given(choice))).toEqual(given(choice))
        expect(() => set(name, given('no such choice'))).toThrow('must be one of')
      },
    )
  },
)
