import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords } from './amount-in-words.ts'

describe('an amount in words', () => {
  test.each([
    [0, 'zero dollars and 00/100', 'cero dólares con 00/100'],
    [100, 'one dollar and 00/100', 'un dólar con 00/100'],
    [199, 'one dollar and 99/100', 'un dólar con 99/100'],
    [1_500, 'fifteen dollars and 00/100', 'quince dólares con 00/100'],
    [2_100, 'twenty-one dollars and 00/100', 'veintiún dólares con 00/100'],
    [3_000, 'thirty dollars and 00/100', 'treinta dólares con 00/100'],
    [3_105, 'thirty-one dollars and 05/100', 'treinta y un dólares con 05/100'],
    [10_000, 'one hundred dollars and 00/100', 'cien dólares con 00/100'],
    [10_100, 'one hundred one dollars and 00/100', 'ciento un dólares con 00/100'],
    [19_050, 'one hundred ninety dollars and 50/100', 'ciento noventa dólares con 50/100'],
    [50_000, 'five hundred dollars and 00/100', 'quinientos dólares con 00/100'],
    [100_000, 'one thousand dollars and 00/100', 'mil dólares con 00/100'],
    [
      2_199_900,
      'twenty-one thousand nine hundred ninety-nine dollars and 00/100',
      'veintiún mil novecientos noventa y nueve dólares con 00/100',
    ],
    [100_000_000, 'one million dollars and 00/100', 'un millón de dólares con 00/100'],
    [200_000_100, 'two million one dollars and 00/100', 'dos millones un dólares con 00/100'],
  ])('%i cents', (cents, en, es) => {
    expect(amountInWords(cents, 'en')).toBe(en)
    expect(amountInWords(cents, 'es')).toBe(es)
  })

  test('no two amounts read alike', () => {
    const amount = fc.integer({ min: 0, max: 99_999_999_999 })
    fc.assert(
      fc.property(amount, amount, fc.constantFrom('en' as const, 'es' as const), (a, b, language) => {
        expect(amountInWords(a, language) === amountInWords(b, language)).toBe(a === b)
      }),
    )
  })

  test.each([-1, 0.5, 100_000_000_000, Number.NaN])('%d cents is refused', (cents) => {
    expect(() => amountInWords(cents, 'en')).toThrow(RangeError)
  })
})
