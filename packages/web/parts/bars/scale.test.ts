import { expect, it } from 'vitest'
import { scaleOf } from './scale.ts'

it('a day has its width, first and last included', () => {
  const scale = scaleOf([
    { from: '2026-03-02', until: '2026-03-06' },
    { from: '2026-03-04', until: '2026-03-11' },
  ])!
  expect(scale.days).toBe(10)
  expect(scale.at('2026-03-02')).toBe(0)
  expect(scale.at('2026-03-04')).toBe(20)
  expect(scale.width('2026-03-04', '2026-03-11')).toBe(80)
  expect(scale.width('2026-03-02', '2026-03-02')).toBe(10)
})

it('months are named that begin within', () => {
  expect(scaleOf([{ from: '2026-03-02', until: '2026-05-01' }])!.months).toEqual(['2026-04-01', '2026-05-01'])
  expect(scaleOf([{ from: '2026-03-01', until: '2026-03-31' }])!.months).toEqual([])
})

it('of years only some months are named', () => {
  const { months } = scaleOf([{ from: '2026-01-15', until: '2028-01-14' }])!
  expect(months).toHaveLength(12)
  expect(months.slice(0, 2)).toEqual(['2026-02-01', '2026-04-01'])
})

it('no spans have no scale', () => expect(scaleOf([])).toBeUndefined())
