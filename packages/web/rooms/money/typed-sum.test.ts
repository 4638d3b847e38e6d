import { expect, it } from 'vitest'
import { typedSum } from './typed-sum.ts'

it.each([
  ['no rows', [], 0],
  ['nothing yet', undefined, 0],
  ['amounts', [{ monthlyCents: '900' }, { monthlyCents: '$1,050.25' }], 195_025],
  ['an amount half typed', [{ monthlyCents: '900' }, { monthlyCents: '1,' }, { monthlyCents: '' }], 90_000],
])('%s', (_what, rows, cents) => {
  expect(typedSum(rows)).toBe(cents)
})
