import { expect, it } from 'vitest'
import { readMoney, writeMoney } from './money.ts'

it.each([
  ['50', 5000],
  ['$50', 5000],
  ['$ 7', 700],
  ['0', 0],
  ['1,234.50', 123450],
  ['$1,234,567.89', 123456789],
  ['1234.5', 123450],
  ['.75', 75],
  ['1.15', 115],
  ['4.35', 435],
  ['100000000.00', 10_000_000_000],
])('%s is %i cents', (text, cents) => expect(readMoney(text)).toEqual({ cents }))

it.each(['', '$', 'fifty', '1,50', '12,34.00', '1.', '-5', '5-', '1e3', '1 000', '1,2345', '٥'])(
  '"%s" is not an amount',
  (text) => expect(readMoney(text)).toEqual({ code: 'not-money' }),
)

it('a part of a cent is refused', () => expect(readMoney('1.005')).toEqual({ code: 'part-of-a-cent' }))

it('more than the office takes is refused', () =>
  expect(readMoney('100000000.01')).toEqual({ code: 'too-much-money' }))

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [700, '7.00'],
  [123450, '1,234.50'],
  [123456789, '1,234,567.89'],
  [-5000, '-50.00'],
])('%i cents are shown as %s', (cents, shown) => expect(writeMoney(cents)).toBe(shown))
